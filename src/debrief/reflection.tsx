import { SavedStatus, useSaved, useText } from '#ui'

/** What a trainee takes from a session, in his own words. */
export type Reflection = { readonly keep: string; readonly change: string }

/** Two fields, saved while one writes and when one leaves. */
export function ReflectionForm({
  initial,
  onSave,
}: {
  readonly initial: Reflection
  readonly onSave: (reflection: Reflection) => Promise<void>
}) {
  const text = useText()
  const { value, change, save, saved } = useSaved(initial, onSave)
  return (
    <div className="columns">
      {(['keep', 'change'] as const).map((part) => (
        <label key={part} className="stack">
          {text(`debrief.${part}`)}
          <textarea
            value={value[part]}
            onChange={(event) => change({ [part]: event.target.value })}
            onBlur={save}
            maxLength={2000}
          />
        </label>
      ))}
      <SavedStatus saved={saved} />
    </div>
  )
}
