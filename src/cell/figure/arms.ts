import { Quaternion, Vector3 } from 'three'
import { type Bones, leave, turnGlobally, turnLocally } from './bones.ts'
import type { ArmRest } from './build.ts'
import { ARM_AT, type Bearing, IN_ARM } from './channels.ts'
import type { Side } from './gait.ts'
import { ARM_GIVES, solveLimb, turnBetween } from './limb.ts'
import { ease } from './noise.ts'

/** How far each joint of a closed finger bends; radians. */
const FINGER = [1.1, 1.35, 0.75] as const
/** The models' own fingers are spread like a claw: how far each turns to lie by the next, from the index on; radians. */
const FAN = [0.12, -0.1, -0.24, -0.28] as const
/** How much further they go when the hand is spread. */
const FAN_OPEN = [0.1, 0, -0.06, -0.12] as const
/** How much each joint opens from the models' own bend in a hand held flat, as a share of a fist's: else it is a claw. */
const OPEN = [0.04, 0.17, 0.14] as const
/** A hand at ease closes towards its little finger; from the index on. */
const EASE = [0.8, 0.95, 1.08, 1.2] as const
/** The thumb is open at 0, at ease here, over the fist at 1. */
const THUMB_EASE = 0.3
/** How much of an upper arm's turn about itself the shoulder takes; the rest is the sleeve's. */
const SHOULDER_TWIST = 0.35
/** How far a shoulder rises with its arm, radians, from hanging to overhead; at the models' own rest it is 0. */
const SHOULDER_RISES = { hanging: -0.2, level: 0.18, overhead: 0.66 } as const

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

/** What somebody rests on, in the figure's own frame: its height, how much of it counts, and where it ends before him; metres. */
export type Rest = { y: number; share: number; edge: number }
/** A wrist lies so high above what its hand rests on; one that hangs free has its fingers below it. Metres. */
const WRIST_M = { laid: 0.085, hangs: 0.11 } as const
/** So far before the edge of a bed a hand is clear of it, metres. */
const CLEAR_M = 0.1

/** Poses an arm by where its wrist should be. Spine, head and legs are posed before. */
export function poseArm(bones: Bones, bearing: Bearing, side: Side, on: Rest): void {
  const { of, position, global, build } = bones
  const first = ARM_AT[side]
  const limb = of.arm[side]
  const rest: ArmRest = build.arm[side]
  const sign = side === 'l' ? 1 : -1
  const chest = global[of.spine[4] as number] as Quaternion
  leave(bones, limb.shoulder)
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
  // no hand goes into the mattress it hangs over
  const low = on.y + WRIST_M.laid + (WRIST_M.hangs - WRIST_M.laid) * Math.max(0, own) - target.y
  if (low > 0 && on.share > 0) target.y += low * on.share * (1 - ease(on.edge, on.edge + CLEAR_M, target.z))
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
  const raised = ease(
    0,
    ELBOW_SPARE.raisedM,
    part.set(0, 1, 0).applyQuaternion(chest).dot(upper.copy(target).sub(shoulder)),
  )
  spare
    .set(sign * ELBOW_SPARE.raised.out, ELBOW_SPARE.raised.up, ELBOW_SPARE.raised.fwd)
    .multiplyScalar(raised)
    .addScaledVector(part.set(0, ELBOW_SPARE.low.up, ELBOW_SPARE.low.fwd), 1 - raised)
    .applyQuaternion(chest)
  solveLimb(shoulder, target, pole, spare, rest.upperM, rest.lowerM, ARM_GIVES, elbow, wrist, normal)
  raiseShoulder(bones, limb, upper.copy(elbow).sub(shoulder).normalize(), chest, sign)
  solveLimb(shoulder, target, pole, spare, rest.upperM, rest.lowerM, ARM_GIVES, elbow, wrist, normal)
  upper.copy(elbow).sub(shoulder).normalize()
  lower.copy(wrist).sub(elbow).normalize()

  turnBetween(rest.upper, rest.normal, upper, normal, whole)
  turnGlobally(bones, limb.arm1, shoulderOf(rest.upper, upper, chest, whole, turn))
  turnGlobally(bones, limb.arm2, whole)

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

/**
 * The shoulder turns the arm's shortest way and only some of the turn about itself, or its sleeve would wring. The share
 * goes by the sine of that turn, so that it passes half a revolution without a flip.
 */
function shoulderOf(rest: Vector3, upper: Vector3, chest: Quaternion, whole: Quaternion, out: Quaternion): Quaternion {
  out.setFromUnitVectors(part.copy(rest).applyQuaternion(chest), upper).multiply(chest)
  hand.copy(out).invert().multiply(whole)
  const sine = 2 * hand.w * (hand.x * rest.x + hand.y * rest.y + hand.z * rest.z)
  return out.multiply(hand.setFromAxisAngle(rest, SHOULDER_TWIST * sine))
}

/** The girdle goes along with the upper arm: it drops when the arm hangs and rises when it is lifted. */
function raiseShoulder(
  bones: Bones,
  limb: Bones['of']['arm'][Side],
  upper: Vector3,
  chest: Quaternion,
  sign: number,
): void {
  const lifted = upper.dot(part.set(0, 1, 0).applyQuaternion(chest))
  const { hanging, level, overhead } = SHOULDER_RISES
  const rise =
    hanging * (1 - ease(-1, -0.6, lifted)) + level * ease(-0.75, 0, lifted) + (overhead - level) * ease(0, 1, lifted)
  turnLocally(bones, limb.shoulder, turn.setFromAxisAngle(part.set(0, 0, 1), sign * rise))
  leave(bones, limb.arm1)
}

/**
 * Where an elbow goes when its pole says nothing: back below a low hand, aside and forwards below a raised one. It must
 * not lie against the poles of such hands, or the two cancel and the elbow swings round. Metres above the shoulder.
 */
const ELBOW_SPARE = { low: { up: -0.5, fwd: -1 }, raised: { out: 0.6, up: -0.3, fwd: 0.6 }, raisedM: 0.2 } as const
const SHOULDER_DROP_M = 0.045
/** Nearer to its shoulder than this a wrist is led aside and forwards by so much. */
const AROUND_M = { from: 0.34, out: 0.03, fwd: 0.34 } as const

function poseFingers(bones: Bones, bearing: Bearing, side: Side, rest: ArmRest): void {
  const first = ARM_AT[side]
  const fingers = bones.of.fingers[side]
  // a fist is as closed as it gets: tension adds to a hand, but no fingertip goes through it
  const curl = Math.min(1, bearing[first + IN_ARM.curl] as number)
  const point = bearing[first + IN_ARM.point] as number
  const thumb = bearing[first + IN_ARM.thumb] as number
  const spread = bearing[first + IN_ARM.spread] as number
  const sign = side === 'l' ? 1 : -1
  const [open, eased, closed] = rest.thumb as [readonly Quaternion[], readonly Quaternion[], readonly Quaternion[]]
  const folded = ease(THUMB_EASE, 1, thumb)
  for (let joint = 0; joint < 3; joint++) {
    turn.copy(open[joint] as Quaternion).slerp(eased[joint] as Quaternion, ease(0, THUMB_EASE, thumb))
    turnLocally(bones, fingers[joint] as number, turn.slerp(closed[joint] as Quaternion, folded))
  }
  for (let finger = 1; finger < 5; finger++)
    for (let joint = 0; joint < 3; joint++) {
      // the index stands out of a pointing hand
      const closes = Math.min(1, curl * (1 + ((EASE[finger - 1] as number) - 1) * (1 - curl)))
      const bent = closes * (finger === 1 ? 1 - point : 1) - (OPEN[joint] as number) * (1 - curl)
      turn.setFromAxisAngle(rest.curl, bent * (FINGER[joint] as number))
      const fan = spread * (FAN_OPEN[finger - 1] as number) - (1 - spread) * (FAN[finger - 1] as number)
      // fanned first, closed then: a fist keeps its little finger in
      if (joint === 0) turn.multiply(hand.setFromAxisAngle(rest.palm, sign * fan))
      turnLocally(bones, fingers[finger * 3 + joint] as number, turn)
    }
}
