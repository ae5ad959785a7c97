import { type Quaternion, Vector3 } from 'three'
import type { Bones } from './bones.ts'

/**
 * A blanket over somebody who lies: a grid of cloth in the figure's own frame (head towards −z), from his chin to the
 * foot of the bed and over its open edge.
 */
export type Cover = {
  readonly rows: number
  readonly columns: number
  /** rows of turned-down sheet at the head end */ readonly hem: number
  /** three numbers a point, row by row from the head end, columns from the wall outwards; metres */
  readonly points: Float32Array
  /** between what, along z, it lies */ readonly from: number
  readonly to: number
  readonly bedM: number
}
/** The mattress: how high it lies, and on which side of somebody on his back one gets out: 1 his left, −1 his right. */
export type Bed = { readonly heightM: number; readonly open: 1 | -1 }

const STEP_M = 0.045
const CLOTH_M = 0.02
/** From the middle of who lies there to the bed's edges and its foot, and how far the cloth hangs over the open edge. */
const BED_M = { half: 0.385, foot: 0.88, hang: 0.2 } as const
/** Cloth that is held up falls at most so steeply before it lies. */
const FALLS = 1.25
/** The cloth reaches from the foot of the bed over the shoulder to below the ear. */
const CHIN_M = -0.01
const HEM_ROWS = 3
/** From the ankle to the tip of a shoe. */
const SHOE_M = 0.2

/** A shirt is wider than who wears it, most of all at an elbow. */
const LOOSE_M = 0.018

/** What is under the cloth: from where to where, and how thick at either end, metres. */
type Limb = { readonly from: Vector3; readonly to: Vector3; readonly thick: readonly [number, number] }

function limbsOf({ of, build, position, global }: Bones): readonly Limb[] {
  const { girth } = build
  const at = (joint: number | undefined) => position[joint ?? of.root] as Vector3
  const limb = (from: Vector3, to: Vector3, ...thick: [number, number]): Limb => ({ from, to, thick })
  const trunk = (girth.back + girth.belly) / 2
  const [pelvis, chest, neck] = [at(of.root), at(of.spine[2]), at(of.spine[4])]
  const sides = [
    ['L', of.arm.l, of.leg.l],
    ['R', of.arm.r, of.leg.r],
  ] as const
  return [
    limb(pelvis, chest, trunk + LOOSE_M, trunk + LOOSE_M),
    limb(chest, neck, trunk + LOOSE_M, trunk * 0.9 + LOOSE_M),
    ...sides.flatMap(([side, arm, leg]) => {
      const [hip, knee, ankle] = [at(leg.thigh1), at(leg.shin1), at(leg.foot)]
      const toes = new Vector3(0, -0.03, SHOE_M).applyQuaternion(global[leg.foot] as Quaternion).add(ankle)
      return [
        limb(at(arm.arm1), at(arm.fore1), 0.1 + LOOSE_M, 0.085 + LOOSE_M),
        limb(at(arm.fore1), at(arm.wrist), 0.085 + LOOSE_M, 0.065 + LOOSE_M),
        limb(at(arm.wrist), at(build.index[`finger3-3_${side}`]), 0.065, 0.06),
        limb(hip, knee, girth.thigh + 0.03, girth.thigh - 0.01),
        limb(knee, ankle, girth.thigh, 0.075),
        limb(ankle, toes, 0.085, 0.08),
      ]
    }),
  ]
}

/** The cloth as it comes to rest on a body. */
export function drape(bones: Bones, { heightM, open }: Bed): Cover {
  const at = (joint: number) => bones.position[joint] as Vector3
  const neck = at(bones.of.neck[1] as number)
  const from = neck.z + CHIN_M
  const rows = Math.round((BED_M.foot - from) / STEP_M) + 1
  const across = Math.round((2 * BED_M.half) / STEP_M) + 1
  const z = (row: number) => from + ((BED_M.foot - from) * row) / (rows - 1)
  const x = (column: number) => open * (-BED_M.half + (2 * BED_M.half * column) / (across - 1))
  const body = new Float32Array(rows * across)
  const under = limbsOf(bones)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < across; column++) {
      let top = heightM
      for (const limb of under) top = Math.max(top, over(limb, x(column), z(row)))
      body[row * across + column] = top + CLOTH_M
    }
  const heights = laid(body, rows, across)
  // tucked in between mattress and wall, and hanging over the open edge
  const hangs = { wall: 2, open: Math.round(BED_M.hang / STEP_M) }
  const columns = hangs.wall + across + hangs.open
  const points = new Float32Array(rows * columns * 3)
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const flat = Math.min(across - 1, Math.max(0, column - hangs.wall))
      const edge = heights[row * across + flat] as number
      const past = column - hangs.wall - flat
      const i = (row * columns + column) * 3
      // the hanging edge stands off the bed in soft waves
      points[i] = x(flat) + open * (past > 0 ? 0.012 + 0.012 * Math.sin(row * 0.9) * (past / hangs.open) : 0)
      const low = past > 0 ? edge - (past * BED_M.hang) / hangs.open - 0.006 * Math.sin(row * 0.6) : edge
      points[i + 1] = past < 0 ? edge + ((edge - heightM + CLOTH_M) * past) / hangs.wall : low
      points[i + 2] = z(row)
    }
  return { rows, columns, hem: HEM_ROWS, points, from, to: BED_M.foot, bedM: heightM }
}

/** How high a limb reaches above a point of the bed; nowhere near it, below everything. */
function over({ from, to, thick }: Limb, x: number, z: number): number {
  const [dx, dz] = [to.x - from.x, to.z - from.z]
  const length2 = dx * dx + dz * dz
  const t = length2 > 1e-6 ? Math.min(1, Math.max(0, ((x - from.x) * dx + (z - from.z) * dz) / length2)) : 0
  const away2 = (x - from.x - dx * t) ** 2 + (z - from.z - dz * t) ** 2
  const radius = thick[0] + (thick[1] - thick[0]) * t
  if (away2 >= radius * radius) return Number.NEGATIVE_INFINITY
  return from.y + (to.y - from.y) * t + Math.sqrt(radius * radius - away2)
}

/** Cloth over heights: it falls off what holds it up no steeper than it can, and is drawn smooth, but never lower than what it lies on. */
function laid(body: Float32Array, rows: number, columns: number): Float32Array {
  const out = body.slice()
  const drop = STEP_M * FALLS
  const at = (row: number, column: number) =>
    out[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] as number
  const falls = (row: number, column: number, step: 1 | -1) => {
    const i = row * columns + column
    const beside = Math.max(at(row, column - step), at(row - step, column)) - drop
    const corner = Math.max(at(row - step, column - step), at(row - step, column + step)) - drop * Math.SQRT2
    out[i] = Math.max(out[i] as number, beside, corner)
  }
  for (let row = 0; row < rows; row++) for (let column = 0; column < columns; column++) falls(row, column, 1)
  for (let row = rows - 1; row >= 0; row--) for (let column = columns - 1; column >= 0; column--) falls(row, column, -1)
  for (let pass = 0; pass < 3; pass++) {
    const before = out.slice()
    const was = (row: number, column: number) =>
      before[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))] as number
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        const i = row * columns + column
        const around = was(row - 1, column) + was(row + 1, column) + was(row, column - 1) + was(row, column + 1)
        out[i] = Math.max(body[i] as number, (was(row, column) * 2 + around) / 6)
      }
  }
  return out
}

/**
 * The cloth on its way to the foot of the bed: what lies above the fold is turned over on what lies below it, and what
 * held it up goes.
 *
 * @param share 0 lies over him, 1 is thrown back whole
 * @param out takes the points; as long as the cover's
 */
export function foldBack({ points, from, to, bedM }: Cover, share: number, out: Float32Array): void {
  const fold = from + (to - 0.1 - from) * share
  const above = fold - from
  const turned = above > 0 ? Math.min(1, (to - fold) / above) : 1
  for (let i = 0; i < points.length; i += 3) {
    const [y, z] = [points[i + 1] as number, points[i + 2] as number]
    const past = Math.max(0, fold - z)
    const sunk = bedM + CLOTH_M + (y - bedM - CLOTH_M) * (y > bedM ? 1 - share : 1)
    out[i] = points[i] as number
    out[i + 1] = sunk + 2 * CLOTH_M * Math.min(1, past * 8)
    out[i + 2] = z + past * (1 + turned)
  }
}
