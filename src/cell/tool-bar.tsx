import { Button, useText } from '#ui'

/** A tool of the view: its text key below `cell.tools`, its letter, and whether it can be used now. */
export type Tool = {
  readonly id: 'go' | 'speak' | 'phrases' | 'radio' | 'notes' | 'body' | 'back' | 'mouse'
  readonly letter: string
  readonly isPossible: boolean
  readonly isOn?: boolean
  readonly use: () => void
}

/** What is not a thing in the room: ways, speech, radio, notes, one's own body. Each has its key. */
export function ToolBar({ tools }: { readonly tools: readonly Tool[] }) {
  const text = useText()
  return (
    <div className="cell-tools" role="toolbar" aria-label={text('cell.tools.label')}>
      {tools
        .filter(({ isPossible }) => isPossible)
        .map(({ id, letter, isOn, use }) => (
          <Button key={id} data-tool={id} onPress={use} {...(isOn !== undefined && { 'aria-pressed': isOn })}>
            <kbd>{letter}</kbd> {text(`cell.tools.${id}`)}
          </Button>
        ))}
    </div>
  )
}
