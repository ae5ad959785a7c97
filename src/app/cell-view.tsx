import { lazy, Suspense } from 'react'
import type { Quality } from '#cell'
import { useText } from '#ui'
import { useQuality } from './use-quality.ts'

const Cell = lazy(async () => ({ default: (await import('#cell')).Cell }))

type Props = {
  /** what the address asks for, over the settings */ readonly asked: Quality | undefined
  readonly onFailed: () => void
  readonly onPose: (bytes: Uint8Array) => void
}

/** The 3D cell as this machine's settings want it. */
export function CellView({ asked, ...props }: Props) {
  const text = useText()
  const quality = useQuality(asked)
  return (
    <Suspense fallback={<p className="page">{text('cell.loading')}</p>}>
      <Cell {...props} {...quality} />
    </Suspense>
  )
}
