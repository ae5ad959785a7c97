import { useEffect, useRef, useState } from 'react'
import { useText } from '#ui'

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
  const [value, setValue] = useState(initial)
  const [state, setState] = useState<'saved' | 'saving' | string>('')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef(value)
  const save = () => {
    clearTimeout(timer.current)
    setState('saving')
    const saved = latest.current
    onSave(saved).then(
      // What was written meanwhile is not saved yet, and must not be called so.
      () => latest.current === saved && setState('saved'),
      (reason: unknown) => setState(String(reason)),
    )
  }
  const change = (part: Partial<Reflection>) => {
    latest.current = { ...latest.current, ...part }
    setValue(latest.current)
    setState('saving')
    clearTimeout(timer.current)
    timer.current = setTimeout(save, 500)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
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
      <p className="small" role="status">
        {state === 'saved' || state === 'saving' ? text(`debrief.${state}`) : state}
      </p>
    </div>
  )
}
