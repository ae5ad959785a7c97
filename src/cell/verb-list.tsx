import type { Affordance } from '#core/session'
import { usePlayer } from '#player'
import { Button, useText } from '#ui'
import type { Target } from './targets.ts'

type Props = {
  readonly target: Target
  readonly name: string
  readonly open: boolean
  readonly onClose: () => void
  readonly wordsOf: (affordance: Affordance) => string
}

/** What can be done with what one looks at: its name, and on press its verbs, with number keys. */
export function VerbList({ target, name, open, onClose, wordsOf }: Props) {
  const send = usePlayer((player) => player.send)
  const text = useText()
  if (!open)
    return (
      <p className="verb-label">
        {name} <span className="verb-key">{text('cell.press-enter')}</span>
      </p>
    )
  return (
    <div className="verb-list" role="group" aria-label={name}>
      <p>{name}</p>
      {target.affordances.map((affordance, n) => (
        <Button
          key={affordance.act.do}
          autoFocus={n === 0}
          onPress={() => {
            onClose()
            void send(affordance.act)
          }}
        >
          <kbd>{n + 1}</kbd> {wordsOf(affordance)}
        </Button>
      ))}
    </div>
  )
}
