import { useGLTF } from '@react-three/drei'
import { useFrame, useThree } from '@react-three/fiber'
import { Suspense, useEffect, useMemo, useRef } from 'react'
import {
  Euler,
  type Group,
  MathUtils,
  type Mesh,
  type MeshStandardMaterial,
  type Object3D,
  Quaternion,
  SkinnedMesh,
} from 'three'
import { clone } from 'three/addons/utils/SkeletonUtils.js'
import type { Quality } from '../quality.ts'
import { type FigureState, moodOf, type Turns } from './mood.ts'

type Props = {
  readonly model: string
  readonly state: FigureState
  readonly position: readonly [x: number, y: number, z: number]
  /** turn about the vertical; 0 faces +z */ readonly turnRad: number
  readonly seed: number
  /** breathes and blinks; else one still picture per state */ readonly animate: boolean
  readonly quality: Quality
  readonly onSelect?: () => void
}

/** Height of the hips above the floor when sitting on a bed, and of the back when lying on it, metres. */
const BED = { hips: 0.55, back: 0.58 } as const
/** Height of a standing figure's hip joints above its feet, metres. */
const HIPS = 0.93
/** How quickly a body goes over into another pose, per second. */
const EASE = 5

/** One person: his model, posed by his state. */
export function Figure(props: Props) {
  return (
    <Suspense fallback={null}>
      <Body {...props} />
    </Suspense>
  )
}

function Body({ model, state, position, turnRad, seed, animate, quality, onSelect }: Props) {
  const { scene } = useGLTF(`/models/${model}.glb`, false, true)
  const invalidate = useThree((three) => three.invalidate)
  const group = useRef<Group>(null)
  const body = useMemo(() => {
    const copy = clone(scene)
    const bones = new Map<string, Object3D>()
    const faces: Mesh[] = []
    copy.traverse((part) => {
      bones.set(part.name, part)
      if (part instanceof SkinnedMesh) {
        // Bounds of a skinned mesh do not follow its bones.
        part.frustumCulled = false
        part.castShadow = quality !== 'low' && !(part.material as MeshStandardMaterial).transparent
        part.receiveShadow = quality !== 'low'
        if (part.morphTargetDictionary) faces.push(part)
      }
    })
    const rest = new Map([...bones].map(([name, bone]) => [name, bone.quaternion.clone()]))
    return { copy, bones, faces, rest }
  }, [scene, quality])
  const settled = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state asks for a frame
  useEffect(() => {
    settled.current = false
    invalidate()
  }, [
    state.behaviour,
    state.pose,
    state.tension,
    state.speaking,
    state.gesture,
    position[0],
    position[2],
    turnRad,
    invalidate,
  ])

  useFrame(({ clock }, rest) => {
    const self = group.current
    if (!self || (settled.current && !animate)) return
    const share = 1 - Math.exp(-EASE * Math.min(rest, 0.1))
    const lies = state.pose === 'sleep' || state.pose === 'lie'
    const risen = state.gesture === 'rise-abruptly'
    const height = lies ? BED.back : state.pose === 'sit' && !risen ? BED.hips - HIPS : 0
    const mood = moodOf(state, animate ? clock.elapsedTime * 1000 : 0, seed)
    const turning = pose(body.bones, body.rest, mood.turns, share)
    const tilt = lies ? -Math.PI / 2 : 0
    self.position.set(
      MathUtils.lerp(self.position.x, position[0], share),
      MathUtils.lerp(self.position.y, height, share),
      MathUtils.lerp(self.position.z, position[2], share),
    )
    // Lying, he has his head towards the window and his feet towards the door.
    self.rotation.set(MathUtils.lerp(self.rotation.x, tilt, share), lies ? Math.PI : turnRad, 0, 'YXZ')
    for (const face of body.faces) {
      const names = face.morphTargetDictionary ?? {}
      const weights = face.morphTargetInfluences ?? []
      for (const name of Object.keys(names)) {
        const at = names[name] ?? 0
        weights[at] = MathUtils.lerp(weights[at] ?? 0, mood.face[name] ?? 0, Math.min(1, share * 2))
      }
    }
    const moving =
      turning > 0.004 ||
      Math.abs(self.position.y - height) > 0.003 ||
      Math.abs(self.rotation.x - tilt) > 0.004 ||
      Math.hypot(self.position.x - position[0], self.position.z - position[2]) > 0.004
    settled.current = !moving
    if (moving || animate) invalidate()
  })
  return (
    <group
      ref={group}
      position={[position[0], 0, position[2]]}
      onClick={(event) => {
        event.stopPropagation()
        if (event.delta < 4) onSelect?.()
      }}
    >
      <primitive object={body.copy} />
    </group>
  )
}

const turn = new Quaternion()
const goal = new Quaternion()
const euler = new Euler()

/**
 * Eases every bone towards its turn. Bones rest unrotated and aligned with the body, so a turn about the body's axes
 * is a turn of the bone itself.
 *
 * @returns the largest angle still to go, radians
 */
function pose(
  bones: ReadonlyMap<string, Object3D>,
  rest: ReadonlyMap<string, Quaternion>,
  turns: Turns,
  share: number,
): number {
  let largest = 0
  for (const [name, bone] of bones) {
    const still = rest.get(name)
    if (!still) continue
    const by = turns[name]
    goal.copy(still)
    if (by) goal.multiply(turn.setFromEuler(euler.set(by[0], by[1], by[2], 'YXZ')))
    const angle = bone.quaternion.angleTo(goal)
    if (angle < 0.001) continue
    bone.quaternion.slerp(goal, share)
    largest = Math.max(largest, angle)
  }
  return largest
}
