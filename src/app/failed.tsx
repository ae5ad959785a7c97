import { Link } from '@tanstack/react-router'
import { useText } from '#ui'
import { Unopenable } from './damage.ts'

/** Something could not be opened: why, and the way back. */
export function Failed({ reason }: { readonly reason: unknown }) {
  const text = useText()
  const words =
    reason instanceof Unopenable
      ? text(`failures.${reason.why}`, { detail: reason.detail })
      : reason instanceof Error
        ? reason.message
        : String(reason)
  return (
    <main className="page">
      <h1>{text('app.failed')}</h1>
      <p role="alert">{words}</p>
      <Link to="/">{text('app.home')}</Link>
    </main>
  )
}
