import { Canvas } from '@react-three/fiber'
import type { ReactNode } from 'react'
import { evenShadows } from './even-shadows.ts'
import { FailureWatch } from './failure-watch.tsx'
import { QUALITY, type Quality } from './quality.ts'
import { QualityMeter } from './quality-meter.tsx'
import { quietThree } from './quiet-three.ts'

quietThree()
evenShadows()

type Props = {
  readonly quality: Quality
  readonly onFailed: () => void
  /** asks for a measurement; called once with the profile this machine holds */ readonly onMeasured?:
    | ((quality: Quality) => void)
    | undefined
  readonly children: ReactNode
}

/** The picture of a session, lived or past: drawn on demand, in one profile, and given up when the machine cannot. */
export function CellCanvas({ quality, onFailed, onMeasured, children }: Props) {
  return (
    <FailureWatch onFailed={onFailed}>
      <Canvas
        frameloop="demand"
        dpr={QUALITY[quality].dpr}
        shadows={QUALITY[quality].shadowSize > 0}
        gl={{ antialias: QUALITY[quality].antialias, powerPreference: 'high-performance' }}
        fallback={null}
      >
        <color attach="background" args={['#14181b']} />
        {children}
        {onMeasured && <QualityMeter onMeasured={onMeasured} />}
      </Canvas>
    </FailureWatch>
  )
}
