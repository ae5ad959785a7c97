import { useText } from '#ui'
import type { Damage } from './damage.ts'

/** Says what of a session cannot be trusted, and what is shown therefore. */
export function DamageNotice({ damage }: { readonly damage: Damage }) {
  const text = useText()
  return (
    <p className="alert" role="alert">
      {text(`damage.${damage.what}`, { n: damage.seq, last: damage.seq - 1 })}
    </p>
  )
}
