import { usePlayer, useWords } from '#player'
import { Button, useText } from '#ui'

/** Body conduct: how one stands, where one goes, and silence, as large as speech. */
export function ActPanel() {
  const text = useText()
  const words = useWords()
  const affordances = usePlayer((player) => player.snapshot.affordances)
  const send = usePlayer((player) => player.send)
  const quietS = usePlayer(({ snapshot }) => {
    const last = snapshot.utterances.findLast((u) => u.kind !== 'inject')
    return Math.floor((snapshot.timeMs - (last?.atMs ?? 0)) / 1000)
  })
  const button = (group: string, label: (target: string, key: string) => string) =>
    affordances
      .filter((a) => a.group === group && !a.cards)
      .map((a) => (
        <Button key={a.act.do} onPress={() => void send(a.act)}>
          {label(a.target, a.text)}
        </Button>
      ))
  if (affordances.length === 0) return <p className="small">{text('panels.nothing')}</p>
  return (
    <div className="stack">
      <div className="row" role="group" aria-label={text('panels.move')}>
        {button('move', (_, key) => `${text('panels.move')}: ${words(key)}`)}
      </div>
      <div className="row" role="group" aria-label={text('panels.body')}>
        {button('stance', (target) => text(`stances.${target}`))}
        {button('deed', (_, key) => words(key))}
      </div>
      <div className="row">
        {button('silence', () => text('panels.silent'))} <small>{text('panels.silent-for', { n: quietS })}</small>
      </div>
    </div>
  )
}
