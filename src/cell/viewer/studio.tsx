import { useFrame, useThree } from '@react-three/fiber'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { AgXToneMapping, type PerspectiveCamera, Vector3 } from 'three'
import type { FloorPoint } from '../figure/showing.ts'
import type { Quality } from '../quality.ts'
import { useRedrawOn } from '../redraw.ts'
import { EXPOSURE } from '../room/exposure.tsx'
import { type Choice, SEAT_M } from './choice.ts'

/** Height of an officer's eyes, metres. */
const EYE_M = 1.62
const COLOURS = { wall: '#d9d4c6', dado: '#7d8b7c', floor: '#8d8f8b', bed: '#5f6b78' } as const

/** A plain room: wall, floor, a lamp as a cell has it, and a bed for who sits or lies. */
export function Studio({ pose, quality }: { readonly pose: Choice['pose']; readonly quality: Quality }) {
  const shadows = quality !== 'low'
  const gl = useThree((three) => three.gl)
  useLayoutEffect(() => {
    gl.toneMapping = AgXToneMapping
    gl.toneMappingExposure = EXPOSURE
  }, [gl])
  return (
    <>
      <hemisphereLight args={['#fff6e8', '#6d6f70', 1.7]} />
      <spotLight
        position={[0.9, 2.7, 1.9]}
        angle={0.9}
        penumbra={0.7}
        intensity={17}
        color="#fff2dc"
        castShadow={shadows}
        shadow-mapSize={[1024, 1024]}
        shadow-bias={-0.0004}
        shadow-normalBias={0.04}
        shadow-radius={4}
      />
      <directionalLight position={[-2, 2, 3]} intensity={0.5} color="#dfe8f2" />
      <mesh position={[0, 1.9, -1.3]} receiveShadow>
        <planeGeometry args={[9, 1.9]} />
        <meshLambertMaterial color={COLOURS.wall} />
      </mesh>
      <mesh position={[0, 0.6, -1.299]} receiveShadow>
        <planeGeometry args={[9, 1.25]} />
        <meshLambertMaterial color={COLOURS.dado} />
      </mesh>
      <mesh rotation-x={-Math.PI / 2} receiveShadow>
        <planeGeometry args={[9, 9]} />
        <meshLambertMaterial color={COLOURS.floor} />
      </mesh>
      {pose !== 'stand' && (
        <mesh position={[0, SEAT_M / 2, -0.19]} castShadow receiveShadow>
          <boxGeometry args={[1.96, SEAT_M, 0.8]} />
          <meshLambertMaterial color={COLOURS.bed} />
        </mesh>
      )}
    </>
  )
}

type EyesProps = {
  readonly choice: Choice
  /** where the officer stands; absent in the studio */ readonly eyes: FloorPoint | undefined
  /** called when a frame of this choice was drawn with its person in it */ readonly onDrawn: () => void
}

/** The camera as an officer's eyes, turned to what is looked at. */
export function StudioEyes({ choice, eyes, onDrawn }: EyesProps) {
  const camera = useThree((three) => three.camera) as PerspectiveCamera
  const scene = useThree((three) => three.scene)
  const height = useThree((three) => three.size.height)
  const width = useThree((three) => three.size.width)
  const invalidate = useThree((three) => three.invalidate)
  const point = useMemo(() => new Vector3(), [])
  const drawn = useRef({ choice: undefined as Choice | undefined, frames: 0 })
  // the size asks for a picture by itself
  useRedrawOn(choice)
  useRedrawOn(eyes)
  useFrame(() => {
    const head = scene.getObjectByName('head')
    const person = scene.getObjectByName(choice.person)
    const seen = head ? head.getWorldPosition(point) : point.set(0, 1.6, 0)
    if (eyes) aimFrom(eyes, choice, camera, seen)
    else aim(choice, camera, seen, width / height)
    if (drawn.current.choice !== choice) drawn.current = { choice, frames: 0 }
    let posed = false
    head?.traverseAncestors((one) => {
      posed ||= one.userData.posed === true
    })
    if (!person || !posed) {
      invalidate()
      return
    }
    drawn.current.frames++
    // the first frame places the figure, the second looks at it, the third shows it
    if (drawn.current.frames < 4) invalidate()
    else if (drawn.current.frames === 4) onDrawn()
  })
  return null
}

/** How much is in the picture of each view, and where its middle is above the head's joint (or the floor); metres. */
const FRAMES = {
  whole: { tall: 2.05, middle: 0.93, followsHead: false },
  half: { tall: 1.15, middle: -0.34, followsHead: true },
  face: { tall: 0.42, middle: 0.035, followsHead: true },
  hands: { tall: 0.9, middle: -0.42, followsHead: true },
  side: { tall: 2.05, middle: 0.93, followsHead: false },
} as const
/** Whoever looks at a face or hands steps up to them, metres. */
const CLOSE_M = { face: 0.95, hands: 1.2 } as const

function aim({ view, distance, pose }: Choice, camera: PerspectiveCamera, head: Vector3, aspect: number): void {
  const lies = pose === 'lie' || pose === 'sleep'
  const close = view === 'face' || view === 'hands'
  const { tall, middle, followsHead } = FRAMES[view]
  if (view === 'side') camera.position.set(distance, 1.3, 0.2)
  else if (close) {
    const away = Math.min(view === 'face' ? distance : CLOSE_M.hands, CLOSE_M[view]) * (lies ? 0.5 : 1)
    camera.position.set(0.12, lies ? 1.35 : Math.max(head.y + 0.02, EYE_M - 0.35), head.z + away)
  } else camera.position.set(0, EYE_M, distance)
  camera.near = 0.05
  const wide = view !== 'face' && lies ? 2.3 / aspect : 0
  const reach = followsHead ? camera.position.distanceTo(head) : distance
  camera.fov = (2 * Math.atan(Math.max(tall, wide) / 2 / Math.max(0.4, reach)) * 180) / Math.PI
  if (followsHead) camera.lookAt(head.x, head.y + middle, head.z)
  else camera.lookAt(0, lies ? 0.75 : middle, 0)
  camera.updateProjectionMatrix()
}

/** The camera at a station, with the angle an officer has in the cell; for a face it steps up to it. */
function aimFrom(eyes: FloorPoint, { view }: Choice, camera: PerspectiveCamera, head: Vector3): void {
  camera.position.set(eyes.x, EYE_M, eyes.z)
  if (view === 'face' || view === 'hands') {
    const away = Math.hypot(eyes.x - head.x, eyes.z - head.z)
    const share = Math.min(1, 0.85 / away)
    camera.position.set(
      head.x + (eyes.x - head.x) * share,
      Math.max(head.y + 0.05, 1.3),
      head.z + (eyes.z - head.z) * share,
    )
  }
  camera.near = 0.05
  camera.fov = { whole: 66, half: 40, face: 30, hands: 55, side: 66 }[view]
  camera.lookAt(head.x, view === 'face' ? head.y + 0.03 : Math.min(head.y, 1.25) - 0.15, head.z)
  camera.updateProjectionMatrix()
}
