import { lazy, Suspense, useState } from 'react'
import type { Quality } from '#cell'
import { useReducedMotion, useSettings } from '#player'
import { useText } from '#ui'

const Cell = lazy(async () => ({ default: (await import('#cell')).Cell }))

type Props = {
  /** what the address asks for, over the settings */ readonly asked: Quality | undefined
  readonly onFailed: () => void
  readonly onPose: (bytes: Uint8Array) => void
}

/** The 3D cell as this machine's settings want it; `auto` begins in the middle and then follows the measurement. */
export function CellView({ asked, ...props }: Props) {
  const text = useText()
  const set = useSettings((settings) => settings.quality)
  const reducedMotion = useReducedMotion()
  const [measured, setMeasured] = useState<Quality>()
  const wanted = asked ?? set
  const isUnknown = wanted === 'auto' && !measured
  return (
    <Suspense fallback={<p className="page">{text('cell.loading')}</p>}>
      <Cell
        {...props}
        quality={wanted === 'auto' ? (measured ?? 'medium') : wanted}
        reducedMotion={reducedMotion}
        onMeasured={isUnknown ? setMeasured : undefined}
      />
    </Suspense>
  )
}
