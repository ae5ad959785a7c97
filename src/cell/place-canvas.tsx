import { Canvas, useFrame, useThree } from '@react-three/fiber'
import { useEffect, useLayoutEffect } from 'react'
import type { Place, TimeOfDay } from '#core/scenario'
import { evenShadows } from './even-shadows.ts'
import { QUALITY, type Quality } from './quality.ts'
import { quietThree } from './quiet-three.ts'
import { facingOf } from './room/directions.ts'
import { RoomScene } from './room-scene.tsx'

quietThree()
evenShadows()

/** What a frame cost. */
export type Drawn = { readonly calls: number; readonly triangles: number }
type Eye = {
  /** metres */ readonly x: number
  readonly z: number
  /** degrees; 0 looks along +z, a positive turn is towards +x */ readonly turn: number
}
type Props = {
  readonly place: Place
  readonly states: Readonly<Record<string, string>>
  readonly time: TimeOfDay
  readonly eye: Eye
  /** id of a prop to bend over and look at closely, instead */ readonly near?: string | undefined
  readonly quality: Quality
  /** says what the picture shows, for those who do not see it */ readonly label: string
  readonly onDrawn: (drawn: Drawn) => void
}

const EYE_M = 1.62
/** Width of the view at 16 : 9 is that of the trainer's. */
const FOV_DEG = 68

/** A place without a session: seen from one spot, in chosen states, at a chosen hour. */
export function PlaceCanvas({ place, states, time, eye, near, quality, label, onDrawn }: Props) {
  return (
    <Canvas
      role="img"
      aria-label={label}
      frameloop="demand"
      dpr={QUALITY[quality].dpr}
      shadows={QUALITY[quality].shadowSize > 0}
      gl={{ antialias: QUALITY[quality].antialias, preserveDrawingBuffer: true }}
      camera={{ fov: FOV_DEG, near: 0.05, far: 60, position: [eye.x, EYE_M, eye.z] }}
    >
      <color attach="background" args={['#14181b']} />
      <Look eye={eye} near={place.props.find(({ id }) => id === near)} />
      <RoomScene place={place} propStates={states} time={time} quality={quality} reducedMotion />
      <Meter onDrawn={onDrawn} />
    </Canvas>
  )
}

/** How one looks at a thing closely: from this far before it and above it, metres. */
const CLOSE_M = { before: 0.62, above: 0.38 } as const

function Look({ eye: { x, z, turn }, near }: { readonly eye: Eye; readonly near: Place['props'][number] | undefined }) {
  const { camera, invalidate } = useThree()
  useLayoutEffect(() => {
    invalidate()
    if (near) {
      const [facing, y] = [facingOf(near.turn), near.y ?? 1]
      camera.position.set(
        near.at.x + facing.x * CLOSE_M.before,
        Math.min(y + CLOSE_M.above, EYE_M + 0.2),
        near.at.z + facing.z * CLOSE_M.before,
      )
      camera.lookAt(near.at.x, y, near.at.z)
      return
    }
    const angle = (turn * Math.PI) / 180
    camera.position.set(x, EYE_M, z)
    camera.lookAt(x + Math.sin(angle), EYE_M - 0.12, z + Math.cos(angle))
  }, [camera, invalidate, near, x, z, turn])
  return null
}

/** Reports the cost of the frame before, when it differs from what was last reported. */
function Meter({ onDrawn }: { readonly onDrawn: (drawn: Drawn) => void }) {
  const { gl, invalidate } = useThree()
  useEffect(() => {
    // the first frame has nothing before it to report
    const timer = setTimeout(() => invalidate(2), 500)
    return () => clearTimeout(timer)
  }, [invalidate])
  useFrame(() => {
    const { calls, triangles } = gl.info.render
    if (calls > 0) onDrawn({ calls, triangles })
  })
  return null
}
