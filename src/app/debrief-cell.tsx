import { lazy, Suspense, useMemo, useState } from 'react'
import type { Quality } from '#cell'
import type { PoseSample } from '#core/session'
import { useText } from '#ui'
import { headPathOf } from './head-path.ts'
import { useQuality } from './use-quality.ts'

const MomentCell = lazy(async () => ({ default: (await import('#cell')).MomentCell }))

type Props = { readonly asked: Quality | undefined; readonly poses: readonly Uint8Array[] }

/** The chosen moment of a debrief in 3D; loads when it is first shown. */
export function DebriefCell({ asked, poses }: Props) {
  const text = useText()
  const quality = useQuality(asked)
  const [hasFailed, setFailed] = useState(false)
  const path = useMemo(() => readPath(poses), [poses])
  if (hasFailed) return <p className="debrief-no-cell">{text('debrief.no-3d')}</p>
  return (
    <Suspense fallback={<p className="debrief-no-cell">{text('cell.loading')}</p>}>
      <MomentCell {...quality} poses={path.samples} onFailed={() => setFailed(true)} />
      {path.isDamaged && <p className="debrief-no-head">{text('debrief.pose-damaged')}</p>}
    </Suspense>
  )
}

function readPath(chunks: readonly Uint8Array[]): {
  readonly samples: readonly PoseSample[]
  readonly isDamaged: boolean
} {
  try {
    return { samples: headPathOf(chunks), isDamaged: false }
  } catch {
    return { samples: [], isDamaged: true }
  }
}
