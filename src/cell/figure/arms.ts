import { Quaternion, Vector3 } from 'three'
import { type Bones, leave, turnGlobally, turnLocally } from './bones.ts'
import type { ArmRest } from './build.ts'
import { ARM_AT, type Bearing, IN_ARM } from './channels.ts'
import type { Side } from './gait.ts'
import { ARM_GIVES, solveLimb, turnBetween } from './limb.ts'
import { ease } from './noise.ts'

/** How far each joint of a closed finger bends, and of a closed thumb; radians. */
const FINGER = [1.25, 1.5, 0.85] as const
const THUMB = [0.45, 0.6, 0.75] as const
/** How the fingers fan out, from the index on; radians. */
const FAN = [0.16, 0.02, -0.12, -0.26] as const

const [target, part, pole, elbow, wrist, normal, upper, lower] = Array.from({ length: 8 }, () => new Vector3()) as [
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
]
const spare = new Vector3()
const [whole, turn, hand] = Array.from({ length: 3 }, () => new Quaternion()) as [Quaternion, Quaternion, Quaternion]

/** Poses an arm by where its wrist should be. Spine, head and legs are posed before. */
export function poseArm(bones: Bones, bearing: Bearing, side: Side): void {
  const { of, position, global, build } = bones
  const first = ARM_AT[side]
  const limb = of.arm[side]
  const rest: ArmRest = build.arm[side]
  const sign = side === 'l' ? 1 : -1
  const chest = global[of.spine[4] as number] as Quaternion
  leave(bones, limb.arm1)
  const shoulder = position[limb.arm1] as Vector3
  const [out, up, fwd] = [
    sign * (bearing[first + IN_ARM.out] as number),
    bearing[first + IN_ARM.up] as number,
    bearing[first + IN_ARM.fwd] as number,
  ]
  const middle = bearing[first + IN_ARM.middle] as number
  const knee = bearing[first + IN_ARM.knee] as number
  const seat = bearing[first + IN_ARM.seat] as number
  const head = bearing[first + IN_ARM.head] as number
  const own = 1 - middle - knee - seat - head
  part.set(out, up, fwd).multiplyScalar(build.armScale).applyQuaternion(chest)
  target.copy(shoulder).add(part).multiplyScalar(own)
  if (middle !== 0) {
    const other = position[of.arm[side === 'l' ? 'r' : 'l'].shoulder] as Vector3
    const mine = position[limb.shoulder] as Vector3
    target
      .addScaledVector(part, middle)
      .addScaledVector(mine, middle / 2)
      .addScaledVector(other, middle / 2)
    // the shoulder bones begin a little above the joints the table speaks of
    part.set(0, -SHOULDER_DROP_M, 0).applyQuaternion(chest)
    target.addScaledVector(part, middle)
  }
  part.set(out, up, fwd)
  const leg = of.leg[side]
  if (knee !== 0) target.addScaledVector(part, knee).addScaledVector(position[leg.shin1] as Vector3, knee)
  if (seat !== 0) target.addScaledVector(part, seat).addScaledVector(position[leg.thigh1] as Vector3, seat)
  if (head !== 0) {
    part.applyQuaternion(global[of.head] as Quaternion)
    target.addScaledVector(part, head).addScaledVector(position[of.head] as Vector3, head)
  }
  // a hand that crosses its own shoulder goes round it, before the chest
  const close = 1 - ease(0, AROUND_M.from, target.distanceTo(shoulder))
  part
    .set(sign * AROUND_M.out, 0, AROUND_M.fwd)
    .multiplyScalar(close)
    .applyQuaternion(chest)
  target.add(part)
  pole
    .set(
      sign * (bearing[first + IN_ARM.poleOut] as number),
      bearing[first + IN_ARM.poleUp] as number,
      bearing[first + IN_ARM.poleFwd] as number,
    )
    .applyQuaternion(chest)
  spare.set(0, -0.5, -1).applyQuaternion(chest)
  solveLimb(shoulder, target, pole, spare, rest.upperM, rest.lowerM, ARM_GIVES, elbow, wrist, normal)
  upper.copy(elbow).sub(shoulder).normalize()
  lower.copy(wrist).sub(elbow).normalize()

  turnBetween(rest.upper, rest.normal, upper, normal, whole)
  turnGlobally(bones, limb.arm1, whole)
  leave(bones, limb.arm2)

  turnBetween(rest.lower, rest.normal, lower, normal, whole)
  turnGlobally(bones, limb.fore1, whole)
  const supine = -sign * (bearing[first + IN_ARM.supine] as number)
  turn.setFromAxisAngle(rest.lower, supine * 0.55)
  turnLocally(bones, limb.fore2, turn)
  hand
    .setFromAxisAngle(rest.lower, supine * 0.45)
    .multiply(turn.setFromAxisAngle(rest.palm, sign * (bearing[first + IN_ARM.side] as number)))
    .multiply(turn.setFromAxisAngle(rest.curl, bearing[first + IN_ARM.flex] as number))
  turnLocally(bones, limb.wrist, hand)
  poseFingers(bones, bearing, side, rest)
}

const SHOULDER_DROP_M = 0.045
/** Nearer to its shoulder than this a wrist is led aside and forwards by so much. */
const AROUND_M = { from: 0.34, out: 0.03, fwd: 0.34 } as const

function poseFingers(bones: Bones, bearing: Bearing, side: Side, rest: ArmRest): void {
  const first = ARM_AT[side]
  const fingers = bones.of.fingers[side]
  const curl = bearing[first + IN_ARM.curl] as number
  const point = bearing[first + IN_ARM.point] as number
  const thumb = bearing[first + IN_ARM.thumb] as number
  const spread = bearing[first + IN_ARM.spread] as number
  const sign = side === 'l' ? 1 : -1
  for (let finger = 0; finger < 5; finger++)
    for (let joint = 0; joint < 3; joint++) {
      if (finger === 0) turn.setFromAxisAngle(rest.thumb, thumb * (THUMB[joint] as number))
      else {
        // little fingers close a little further, the index stands out of a pointing hand
        const closed = curl * (finger === 1 ? 1 - point : 0.94 + finger * 0.03)
        turn.setFromAxisAngle(rest.curl, closed * (FINGER[joint] as number))
        if (joint === 0) turn.premultiply(hand.setFromAxisAngle(rest.palm, sign * spread * (FAN[finger - 1] as number)))
      }
      turnLocally(bones, fingers[finger * 3 + joint] as number, turn)
    }
}
