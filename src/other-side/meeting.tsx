import { usePlayer, useScenario, useWords } from '#player'
import { Button, useText } from '#ui'

/** Who one is about to be: what he has behind him, and what one will know in his place. */
export function Meeting({ onBegin }: { readonly onBegin: () => void }) {
  const text = useText()
  const words = useWords()
  const { focus } = useScenario().data
  const him = usePlayer((player) => player.snapshot.characters[focus])
  return (
    <section className="card stack" aria-label={text('other-side.meet.title')}>
      <h2>{text('other-side.meet.title')}</h2>
      {him && <p>{words(`personas.${him.persona}.history`)}</p>}
      <p>{text('other-side.meet.how')}</p>
      <p>
        <Button className="primary" onPress={onBegin}>
          {text('other-side.meet.begin')}
        </Button>
      </p>
    </section>
  )
}
