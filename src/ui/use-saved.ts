import { useEffect, useRef, useState } from 'react'

/** How long one may write before it is saved, ms. */
const PAUSE_MS = 500

/** Whether what was written is kept: nothing written yet, on its way, there, or the reason why not. */
export type Saved = { readonly is: 'untouched' | 'saving' | 'saved' } | { readonly is: 'failed'; readonly why: string }

/**
 * Something a person writes, saved while he writes, when he leaves the field (`save`) and when he leaves the page's view.
 *
 * @param onSave resolves when it is kept, else rejects with a reason for people
 */
export function useSaved<Value extends object>(initial: Value, onSave: (value: Value) => Promise<void>) {
  const [value, setValue] = useState(initial)
  const [saved, setSaved] = useState<Saved>({ is: 'untouched' })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ value, isKept: true, onSave })
  latest.current.onSave = onSave
  const save = () => {
    clearTimeout(timer.current)
    if (latest.current.isKept) return
    setSaved({ is: 'saving' })
    const sent = latest.current.value
    latest.current.onSave(sent).then(
      () => {
        // What was written meanwhile is not saved yet, and must not be called so.
        if (latest.current.value !== sent) return
        latest.current.isKept = true
        setSaved({ is: 'saved' })
      },
      (reason: unknown) => setSaved({ is: 'failed', why: reason instanceof Error ? reason.message : String(reason) }),
    )
  }
  const change = (part: Partial<Value>) => {
    latest.current.value = { ...latest.current.value, ...part }
    latest.current.isKept = false
    setValue(latest.current.value)
    setSaved({ is: 'saving' })
    clearTimeout(timer.current)
    timer.current = setTimeout(save, PAUSE_MS)
  }
  useEffect(
    () => () => {
      clearTimeout(timer.current)
      const { value, isKept, onSave } = latest.current
      if (!isKept) onSave(value).catch(() => {})
    },
    [],
  )
  return { value, change, save, saved }
}
