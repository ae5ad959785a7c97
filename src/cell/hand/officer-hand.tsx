import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useRef, useState } from 'react'
import { type Group, MathUtils, Matrix4, Vector3 } from 'three'
import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { useLook } from '../room/look.tsx'
import { byMaterial } from '../room/shape.ts'
import { deedOf, type HandDeed, type HandPhase, phaseAt } from './deed.ts'
import { handShape } from './hand-shape.ts'

type Props = {
  readonly place: Place
  readonly cast: Parameters<typeof deedOf>[1]
  readonly snapshot: Snapshot
}
type Begun = { readonly deed: HandDeed; readonly seq: number }

/** The officer's own hand, seen while it does what was just done and gone after: nothing depends on its being seen. */
export function OfficerHand({ place, cast, snapshot }: Props) {
  const before = useRef(snapshot)
  const [begun, setBegun] = useState<Begun>()
  useEffect(() => {
    const deed = deedOf(place, cast, snapshot, before.current)
    before.current = snapshot
    if (deed) setBegun({ deed, seq: snapshot.seq })
  }, [place, cast, snapshot])
  return begun ? <Hand key={begun.seq} deed={begun.deed} onGone={() => setBegun(undefined)} /> : null
}

/** In the eye's own space, metres: where a hand comes from, and the farthest it is seen to reach. */
const FROM = new Vector3(0.3, -0.52, -0.12)
const BEFORE_CHEST = new Vector3(0.13, -0.17, -0.42)
const FARTHEST_M = 0.6
/** Where the elbow is: beside the body, below the picture. */
const ELBOW = new Vector3(0.3, -0.46, 0.06)
const UP = new Vector3(0, 1, 0)
/** The wrist stays this far before what the hand is on, metres. */
const HAND_M = 0.16

function Hand({ deed, onGone }: { readonly deed: HandDeed; readonly onGone: () => void }) {
  const { materials } = useLook()
  const invalidate = useThree((three) => three.invalidate)
  const group = useRef<Group>(null)
  const startMs = useRef<number>(undefined)
  const meshes = useMemo(
    () => [...byMaterial(handShape(deed.kind, deed.isGloved), materials.merges)],
    [deed, materials],
  )
  const own = useMemo(
    () => ({ goal: new Vector3(), at: new Vector3(), arm: new Matrix4(), phase: { reach: 0, done: 0 } as HandPhase }),
    [],
  )
  useEffect(() => {
    invalidate()
    return () => {
      for (const [, geometry] of meshes) geometry.dispose()
    }
  }, [meshes, invalidate])
  useFrame(({ camera, clock }) => {
    const self = group.current
    if (!self) return
    const nowMs = clock.elapsedTime * 1000
    startMs.current ??= nowMs
    const { goal, at, arm, phase } = own
    if (!phaseAt(nowMs - startMs.current, phase)) {
      onGone()
      return
    }
    goal.copy(BEFORE_CHEST)
    if (deed.at) {
      camera.worldToLocal(goal.set(...deed.at))
      goal.multiplyScalar(Math.max(0, Math.min(FARTHEST_M, goal.length() - HAND_M)) / (goal.length() || 1))
    }
    at.lerpVectors(FROM, goal, phase.reach)
    moveBy(deed, phase, at)
    self.quaternion.setFromRotationMatrix(arm.lookAt(ELBOW, at, UP)).premultiply(camera.quaternion)
    self.position.copy(camera.localToWorld(at))
    turnBy(deed, phase, self)
    invalidate()
  })
  return (
    <group ref={group}>
      {meshes.map(([surface, geometry]) => (
        <mesh
          key={surface}
          geometry={geometry}
          material={materials.lit(surface)}
          frustumCulled={false}
          raycast={() => null}
        />
      ))}
    </group>
  )
}

/** Two knocks, a press, a pull towards oneself, a push away; metres along the eye's own axis. */
function moveBy({ kind }: HandDeed, { done }: HandPhase, at: Vector3): void {
  if (kind === 'knock') at.z += 0.05 * Math.abs(Math.sin(done * Math.PI * 2))
  if (kind === 'press') at.z -= 0.02 * Math.sin(done * Math.PI)
  if (kind === 'pull') at.z += 0.09 * MathUtils.smoothstep(done, 0.25, 1)
  if (kind === 'push') at.z -= 0.05 * MathUtils.smoothstep(done, 0.2, 0.9)
}

/** A key is turned by a quarter; a radio is held upright before the mouth; gloves are looked at from both sides. */
function turnBy({ kind }: HandDeed, { done }: HandPhase, self: Group): void {
  if (kind === 'radio' || kind === 'glove') self.rotateX(0.35)
  if (kind === 'key') self.rotateZ(1.35 - 1.5 * MathUtils.smoothstep(done, 0.25, 0.85))
  else if (kind === 'knock') self.rotateX(-0.35)
  else if (kind === 'pull') self.rotateZ(1.2)
  else if (kind === 'glove') self.rotateZ(-0.4 + 1.2 * done)
}
