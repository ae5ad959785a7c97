import { useText } from './text.ts'
import type { Saved } from './use-saved.ts'

/** Says whether what was written is kept. */
export function SavedStatus({ saved }: { readonly saved: Saved }) {
  const text = useText()
  return (
    <p className="small" role="status">
      {saved.is === 'failed' ? saved.why : saved.is === 'untouched' ? '' : text(`debrief.${saved.is}`)}
    </p>
  )
}
