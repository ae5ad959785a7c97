import { Link } from '@tanstack/react-router'
import { useText } from '#ui'

/** Something could not be opened: why, and the way back. */
export function Failed({ reason }: { readonly reason: string }) {
  const text = useText()
  return (
    <main className="page">
      <h1>{text('app.failed')}</h1>
      <p role="alert">{reason}</p>
      <Link to="/">{text('app.home')}</Link>
    </main>
  )
}
