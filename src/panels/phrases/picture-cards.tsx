import type { Affordance } from '#core/session'
import { usePlayer, useWords } from '#player'
import { Button, useText } from '#ui'
import { Pictograms } from './pictograms.tsx'

/** The cards that can be shown now: pictures that need no words. */
export function PictureCards({ cards }: { readonly cards: readonly Affordance[] }) {
  const text = useText()
  const words = useWords()
  const send = usePlayer((player) => player.send)
  if (cards.length === 0) return null
  return (
    <div className="picture-cards" role="group" aria-label={text('phrases.cards')}>
      {cards.map(({ act, text: key, cards: pictures = [] }) => (
        <Button key={act.do} className="picture-card" onPress={() => void send(act)} aria-label={words(key)}>
          <Pictograms pictures={pictures} />
          <span>{words(key)}</span>
        </Button>
      ))}
    </div>
  )
}
