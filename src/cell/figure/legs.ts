import { Euler, Quaternion, Vector3 } from 'three'
import { type Bones, leave, turnGlobally } from './bones.ts'
import { AT, type Bearing, type Channel } from './channels.ts'
import type { Foot, Side, Stand } from './gait.ts'
import { LEG_GIVES, solveLimb, turnBetween } from './limb.ts'

/** From the ankle to the ball of the foot, about which a heel rises; metres. */
const BALL_M = 0.13
/** How high a foot is lifted on its way to or from a bed, metres. */
const LIFT_M = 0.3
/** Legs are never quite straight: a knee that is locks. */
const MOST = 0.987

const [target, part, pole, knee, ankle, normal, upper, lower] = Array.from({ length: 8 }, () => new Vector3()) as [
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
]
const [turn, other] = [new Quaternion(), new Quaternion()]
const euler = new Euler()

/** Where a foot's ankle is in the figure's frame when the foot stands on the floor. */
function ankleOf(foot: Foot, heel: number, stand: Stand, ankleM: number, out: Vector3): void {
  const [dx, dz] = [foot.x - stand.x, foot.z - stand.z]
  const [sin, cos] = [Math.sin(stand.yaw), Math.cos(stand.yaw)]
  out.set(dx * cos - dz * sin, ankleM + foot.lift, dx * sin + dz * cos)
  // a heel rises about the ball of the foot
  const roll = foot.roll + heel
  const yaw = foot.yaw - stand.yaw
  const forward = BALL_M * (1 - Math.cos(roll)) + ankleM * Math.sin(roll)
  out.x += Math.sin(yaw) * forward
  out.z += Math.cos(yaw) * forward
  out.y += BALL_M * Math.sin(Math.max(0, roll))
}

/** Lowers hips that are too high for a foot to stay on the floor. The hips are turned, not yet placed. */
export function lowerHips(
  bones: Bones,
  hips: Vector3,
  foot: Foot,
  heel: number,
  stand: Stand,
  side: Side,
  share: number,
): void {
  const rest = bones.build.leg[side]
  const joint = bones.build.joints[bones.of.leg[side].thigh1]?.head ?? [0, 0, 0]
  part
    .set(joint[0], joint[1], joint[2])
    .sub(bones.build.hips)
    .applyQuaternion(bones.global[bones.of.root] as Quaternion)
  part.add(hips)
  ankleOf(foot, heel, stand, rest.ankleM, target)
  const reach = (rest.upperM + rest.lowerM) * MOST
  const across = Math.hypot(part.x - target.x, part.z - target.z)
  const highest = target.y + Math.sqrt(Math.max(0.01, reach * reach - across * across))
  if (part.y > highest) hips.y -= (part.y - highest) * share
}

/** Poses a leg: its foot on the floor, or along with the hips of somebody who lies. */
export function poseLeg(bones: Bones, bearing: Bearing, foot: Foot, heel: number, stand: Stand, side: Side): void {
  const at = (channel: Channel) => bearing[AT[channel]] as number
  const { build, of, position, global } = bones
  const rest = build.leg[side]
  const leg = of.leg[side]
  const sign = side === 'l' ? 1 : -1
  const lie = at('lie')
  const hips = global[of.root] as Quaternion
  leave(bones, leg.pelvis)
  leave(bones, leg.thigh1)
  const hip = position[leg.thigh1] as Vector3
  const length = rest.upperM + rest.lowerM
  ankleOf(foot, heel, stand, rest.ankleM, target)
  const yaw = foot.yaw - stand.yaw
  pole.set(Math.sin(yaw * 0.7) + sign * at('kneesOut'), 0.05, Math.cos(yaw * 0.7))
  if (lie > 0) {
    const [out, down, fwd] =
      side === 'l' ? [at('legOutL'), at('legDownL'), at('legFwdL')] : [at('legOutR'), at('legDownR'), at('legFwdR')]
    part.set(sign * (out - Math.abs(bones.build.joints[leg.thigh1]?.head[0] ?? 0)), -down * length, fwd * length)
    part.applyQuaternion(hips).add(hip)
    target.lerp(part, lie)
    // over the edge of the bed, not through it
    target.y = Math.max(target.y + LIFT_M * Math.sin(Math.PI * Math.min(1, lie)), rest.ankleM)
    part.set(sign * at('kneesOut'), 0.05, 1).applyQuaternion(hips)
    pole.lerp(part, lie)
  }
  solveLimb(hip, target, pole, pole, rest.upperM, rest.lowerM, LEG_GIVES, knee, ankle, normal)
  upper.copy(knee).sub(hip).normalize()
  lower.copy(ankle).sub(knee).normalize()
  turnBetween(rest.upper, rest.normal, upper, normal, turn)
  turnGlobally(bones, leg.thigh1, turn)
  leave(bones, leg.thigh2)
  turnBetween(rest.lower, rest.normal, lower, normal, turn)
  turnGlobally(bones, leg.shin1, turn)
  leave(bones, leg.shin2)
  turn.setFromEuler(euler.set(foot.roll + heel, yaw * (1 - lie), 0, 'YXZ'))
  if (lie > 0) {
    // feet that carry nothing point down and outwards, along the shin, wherever they stood before
    other.copy(global[leg.shin1] as Quaternion)
    other.multiply(part4.setFromEuler(euler.set(0.45, sign * 0.35, 0, 'YXZ')))
    turn.slerp(other, lie)
  }
  turnGlobally(bones, leg.foot, turn)
}
const part4 = new Quaternion()
