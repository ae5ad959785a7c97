import { lazy, Suspense, useState } from 'react'
import type { Quality } from '#cell'
import { useText } from '#ui'
import { useQuality } from './use-quality.ts'

const TheirCell = lazy(async () => ({ default: (await import('#cell')).TheirCell }))

/** What the prisoner sees, in 3D; loads when it is first shown. */
export function TheirView({ asked }: { readonly asked: Quality | undefined }) {
  const text = useText()
  const quality = useQuality(asked)
  const [hasFailed, setFailed] = useState(false)
  if (hasFailed) return <p className="notice">{text('debrief.no-3d')}</p>
  return (
    <Suspense fallback={<p>{text('cell.loading')}</p>}>
      <TheirCell {...quality} onFailed={() => setFailed(true)} />
    </Suspense>
  )
}
