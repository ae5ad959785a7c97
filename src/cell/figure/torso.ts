import { Euler, Quaternion, Vector3 } from 'three'
import { type Bones, leave, turnLocally } from './bones.ts'
import { AT, type Bearing, type Channel } from './channels.ts'
import type { Look } from './gaze.ts'

/** How the spine's five joints, from the loins up, share a bend low or high, and a turn. */
const LOW = [0.5, 0.4, 0.1, 0, 0] as const
const HIGH = [0, 0.05, 0.25, 0.35, 0.35] as const
const EVEN = 0.2
/** How neck and head share the way to where the face points, the neck's lowest joint having been set. */
const NECK = [0, 0.22, 0.28] as const
/** The models' faces rest a little downcast. */
const LEVEL_RAD = -0.1
/** The models stand with their arms out: a collarbone whose arm hangs lies lower by this much, radians. */
const HANG_RAD = 0.07
/** Face from chest: no neck turns farther, whoever lies behind it; radians. */
const TURNS_RAD = 1.6
/** How far eyes turn in the head: radians. */
const EYES = { yaw: 0.6, pitch: 0.42 } as const

const [turn, rest, way] = [new Quaternion(), new Quaternion(), new Quaternion()]
const euler = new Euler()
const from = new Vector3()

/** Puts the hips at their place, the root bone with them. `hips` is between the hip joints, in the figure's frame. */
export function poseHips(bones: Bones, bearing: Bearing, hips: Vector3, lying: Quaternion): void {
  const at = (channel: Channel) => bearing[AT[channel]] as number
  const root = bones.of.root
  turn.setFromEuler(euler.set(at('pelvisPitch'), at('pelvisYaw'), at('pelvisRoll'), 'YXZ')).premultiply(lying)
  const rest0 = bones.build.joints[root]?.head ?? [0, 0, 0]
  from.set(rest0[0], rest0[1], rest0[2]).sub(bones.build.hips).applyQuaternion(turn)
  ;(bones.position[root] as Vector3).copy(hips).add(from)
  turnLocally(bones, root, turn)
}

export function poseSpine(bones: Bones, bearing: Bearing): void {
  const at = (channel: Channel) => bearing[AT[channel]] as number
  const { spine, arm } = bones.of
  for (let i = 0; i < spine.length; i++) {
    const flex = at('flexLow') * (LOW[i] as number) + at('flexHigh') * (HIGH[i] as number)
    turn.setFromEuler(euler.set(flex, at('spineTwist') * EVEN, at('spineSide') * EVEN, 'YXZ'))
    turnLocally(bones, spine[i] as number, turn)
  }
  turnLocally(bones, arm.l.clavicle, turn.setFromEuler(euler.set(0, -at('frontL'), at('raiseL') - HANG_RAD, 'YXZ')))
  turnLocally(bones, arm.r.clavicle, turn.setFromEuler(euler.set(0, at('frontR'), HANG_RAD - at('raiseR'), 'YXZ')))
  for (const side of [arm.l, arm.r]) leave(bones, side.shoulder)
}

/** Turns neck, head and eyes so that the face points where it should, whatever the back does; a sleeper's lets go. */
export function poseHead(bones: Bones, bearing: Bearing, look: Look, lying: Quaternion, awake: number): void {
  const at = (channel: Channel) => bearing[AT[channel]] as number
  const { neck, head, eye } = bones.of
  const yaw = look.head.yaw * awake + at('headYaw')
  const pitch = look.head.pitch * awake + at('headPitch')
  turnLocally(bones, neck[0] as number, turn.setFromEuler(euler.set(at('neckFwd') * 1.3, 0, 0)))
  way.setFromEuler(euler.set(pitch + LEVEL_RAD, yaw, at('headRoll'), 'YXZ')).premultiply(lying)
  way.premultiply(rest.copy(bones.global[neck[0] as number] as Quaternion).invert())
  if (way.w < 0) way.set(-way.x, -way.y, -way.z, -way.w)
  const angle = 2 * Math.acos(Math.min(1, way.w))
  if (angle > TURNS_RAD) way.slerp(rest.identity(), 1 - TURNS_RAD / angle)
  for (let i = 1; i < neck.length; i++)
    turnLocally(bones, neck[i] as number, turn.identity().slerp(way, NECK[i] as number))
  turnLocally(bones, head, turn.identity().slerp(way, 1 - NECK[1] - NECK[2]))
  const eyeYaw = limit((look.eyes.yaw - yaw) * awake, EYES.yaw)
  const eyePitch = limit((look.eyes.pitch - pitch) * awake, EYES.pitch)
  turn.setFromEuler(euler.set(eyePitch, eyeYaw, 0, 'YXZ'))
  turnLocally(bones, eye.l, turn)
  turnLocally(bones, eye.r, turn)
  // lids follow the eyes down and up
  const lids = AT.eyeClose
  bearing[lids] = (bearing[lids] as number) + Math.max(0, eyePitch) * 0.75
  if (eyePitch < 0) bearing[AT.eyeWide] = (bearing[AT.eyeWide] as number) - eyePitch * 0.5
}

const limit = (value: number, most: number) => most * Math.tanh(value / most)
