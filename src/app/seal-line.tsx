import type { SealState } from '#sealing'
import { useText } from '#ui'

/** What a seal says, in a sentence. */
export function SealLine({ seal }: { readonly seal: SealState }) {
  const text = useText()
  if (seal.is === 'missing') return <>{text('assessment.seal.missing')}</>
  if (seal.is === 'broken') return <>{text(`assessment.seal.broken-${seal.why}`, { device: seal.device })}</>
  return (
    <>
      {text('assessment.seal.unbroken', {
        device: seal.device,
        when: seal.sealedAt.slice(0, 16).replace('T', ' '),
      })}
    </>
  )
}
