import { sightOf } from '#core/perspective'
import { usePlayer, useScenario, useWords } from '#player'
import { useText } from '#ui'

/** What he has before his eyes, in plain words: himself, the officer, others; or the inside of his eyelids. */
export function Sight() {
  const text = useText()
  const words = useWords()
  const scenario = useScenario()
  const snapshot = usePlayer((player) => player.snapshot)
  const { isAsleep, self, officer, hasEyesAtHatch, others } = sightOf(scenario, snapshot)
  const placeKey = (part: string, id: string) => words(`places.${scenario.place.id}.${part}.${id}`)
  if (isAsleep) return <p className="sight">{text('other-side.asleep')}</p>
  return (
    <ul className="sight" aria-label={text('other-side.sight')}>
      {self?.position && <li>{text('other-side.you-are', { place: placeKey('positions', self.position) })}</li>}
      <li>
        {officer
          ? text('other-side.officer-at', {
              place: placeKey('stations', officer.station),
              distance: text(`distance.${officer.distance}`),
              stance: text(`other-side.stances.${officer.stance}`),
            })
          : text(hasEyesAtHatch ? 'other-side.eyes-at-hatch' : 'other-side.nobody')}
      </li>
      {others.map(({ role, name, position }) => (
        <li key={role}>
          {words(name)}: {placeKey('positions', position ?? '')}
        </li>
      ))}
    </ul>
  )
}
