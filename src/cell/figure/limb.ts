import { Matrix4, type Quaternion, Vector3 } from 'three'

/** How a limb comes to its length's end: from `soft` on it gives instead of snapping straight; `full` is never passed. */
export type Give = { readonly soft: number; readonly full: number }
/** Arms reach into the air; a leg that gave would lift its foot. */
export const ARM_GIVES: Give = { soft: 0.9, full: 0.992 }
export const LEG_GIVES: Give = { soft: 0.99, full: 0.999 }

/** How far a limb of length 1 reaches for something at `wanted`: never quite straight, and without a jerk. */
export function softReach(wanted: number, { soft, full }: Give): number {
  if (wanted <= soft) return wanted
  return soft + (full - soft) * (1 - Math.exp(-(wanted - soft) / (full - soft)))
}

/** How much the spare direction says where the pole says nothing. */
const SPARE = 0.9

const along = new Vector3()
const side = new Vector3()

/**
 * Two-bone inverse kinematics: where the middle joint is, and where the end gets to.
 *
 * @param from shoulder or hip
 * @param to wished wrist or ankle; `end` is as near as the limb reaches
 * @param pole a direction the elbow or knee points to; need not be square to the limb
 * @param spare a direction to bend to where the pole tells nothing
 * @param normal the bend's axis: the same for both bones, so that the joint is a hinge
 */
export function solveLimb(
  from: Vector3,
  to: Vector3,
  pole: Vector3,
  spare: Vector3,
  upperM: number,
  lowerM: number,
  gives: Give,
  middle: Vector3,
  end: Vector3,
  normal: Vector3,
): void {
  along.copy(to).sub(from)
  const wanted = along.length()
  const length = upperM + lowerM
  if (wanted < 1e-6) along.set(0, -1, 0)
  else along.divideScalar(wanted)
  const reach = Math.max(softReach(wanted / length, gives) * length, Math.abs(upperM - lowerM) + 0.02)
  // where the limb points at its pole any side would do: the spare direction decides, so that it never flips
  const clear = 1 - Math.abs(pole.dot(along)) / (pole.length() || 1)
  side.copy(pole).addScaledVector(along, -pole.dot(along))
  side.addScaledVector(spare, SPARE * (1 - clear)).addScaledVector(along, -SPARE * (1 - clear) * spare.dot(along))
  if (side.lengthSq() < 1e-8) side.set(along.y, -along.x, 0)
  side.normalize()
  const cos = (upperM * upperM + reach * reach - lowerM * lowerM) / (2 * upperM * reach)
  const kept = Math.min(1, Math.max(-1, cos))
  const out = Math.sqrt(1 - kept * kept) * upperM
  middle
    .copy(from)
    .addScaledVector(along, kept * upperM)
    .addScaledVector(side, out)
  end.copy(from).addScaledVector(along, reach)
  normal.crossVectors(along, side).negate()
}

const [x1, y1, z1, x2, y2, z2] = Array.from({ length: 6 }, () => new Vector3()) as [
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
  Vector3,
]
const [restFrame, turned] = [new Matrix4(), new Matrix4()]

/** The turn that takes a bone's rest direction and hinge axis to new ones; directions are unit vectors. */
export function turnBetween(
  restDirection: Vector3,
  restNormal: Vector3,
  direction: Vector3,
  normal: Vector3,
  out: Quaternion,
): void {
  basis(restFrame, restDirection, restNormal, x1, y1, z1)
  basis(turned, direction, normal, x2, y2, z2)
  out.setFromRotationMatrix(turned.multiply(restFrame.transpose()))
}

function basis(out: Matrix4, direction: Vector3, normal: Vector3, x: Vector3, y: Vector3, z: Vector3): void {
  x.copy(direction)
  z.copy(normal).addScaledVector(x, -normal.dot(x)).normalize()
  y.crossVectors(z, x)
  out.makeBasis(x, y, z)
}
