import { Vector3 } from 'three'
import { box, cutsOf, cylinder, grid, type Part, part } from './shape.ts'

export type LeafPlan = {
  readonly width: number
  readonly height: number
  readonly thickness: number
  /** middle of the observation panel in the leaf's own space, metres; a real hole is left there */ readonly hatch:
    | { readonly x: number; readonly y: number }
    | undefined
  /** +1 or −1: the end with the lock along x */ readonly lockSide: 1 | -1
  /** a gate of upright bars instead of a steel slab */ readonly bars?: boolean | undefined
  /** draws a shut flap where the hatch would be, for doors that never open */ readonly hatchShut?: boolean
}
/** Clear width and height of the observation panel, metres. */
export const HATCH = { width: 0.3, height: 0.17 } as const
const DEFAULT_HATCH_Y_M = 1.53

/** A steel door leaf around x = z = 0, standing on y = 0; its outside faces −z. */
export function doorLeaf(plan: LeafPlan): readonly Part[] {
  if (plan.bars) return gateLeaf(plan)
  const { width, height, thickness, hatch, lockSide } = plan
  const outside = -thickness / 2
  return [
    ...(hatch
      ? pierced(plan, hatch)
      : [part('steel', box(width, height - 0.02, thickness, { edge: 0.006 }), { y: height / 2 })]),
    ...(plan.hatchShut
      ? [
          part('iron', box(HATCH.width + 0.04, HATCH.height + 0.04, 0.012, { edge: 0.004 }), {
            y: DEFAULT_HATCH_Y_M,
            z: outside - 0.005,
          }),
        ]
      : []),
    ...[0.13, 1.86].map((y) =>
      part('frame', box(width - 0.1, 0.13, 0.006, { edge: 0.002 }), { y, z: outside - 0.002 }),
    ),
    // food flap, lock case, handle, hinges
    part('frame', box(0.36, 0.15, 0.012, { edge: 0.004 }), { y: 1.0, x: -0.06 * lockSide, z: outside - 0.004 }),
    part('iron', box(0.3, 0.012, 0.02, { edge: 0.003 }), { y: 1.08, x: -0.06 * lockSide, z: outside - 0.012 }),
    ...lock((width / 2 - 0.085) * lockSide, outside),
    // Who is locked in has no handle; behind doors that never open nobody looks.
    ...(plan.hatchShut ? lock : blindPlate)((width / 2 - 0.085) * lockSide, thickness / 2),
    ...[0.3, 1.0, 1.72].map((y) =>
      part('iron', cylinder(0.016, 0.13, 10), { x: (-width / 2 - 0.004) * lockSide, y, z: outside - 0.014 }),
    ),
  ]
}

/** Bars of a gate stand this far apart, metres: no head fits between. */
const BARS_APART_M = 0.115

function gateLeaf({ width, height, thickness, lockSide }: LeafPlan): readonly Part[] {
  const count = Math.round(width / BARS_APART_M)
  const rail = (y: number) => part('frame', box(width, 0.045, 0.03, { edge: 0.005, step: 0.5 }), { y })
  const post = (x: number) =>
    part('frame', box(0.045, height - 0.02, 0.035, { edge: 0.005, step: 0.5 }), { x, y: height / 2 })
  return [
    ...[0.035, 0.34, 1.04, height - 0.32, height - 0.035].map(rail),
    ...[-1, 1].map((end) => post(end * (width / 2 - 0.023))),
    ...Array.from({ length: count - 1 }, (_, n) =>
      part('steel', cylinder(0.011, height - 0.06, 10, 0.011, 1), {
        x: -width / 2 + ((n + 1) * width) / count,
        y: height / 2,
      }),
    ),
    part('frame', box(0.16, 0.3, 0.034, { edge: 0.006 }), { x: (width / 2 - 0.1) * lockSide, y: 1.04 }),
    ...[-1, 1].flatMap((face) => lock((width / 2 - 0.085) * lockSide, face * (thickness / 3))),
    ...[0.3, height - 0.3].map((y) =>
      part('iron', cylinder(0.018, 0.14, 12), { x: (-width / 2 - 0.004) * lockSide, y, z: -thickness / 2 - 0.01 }),
    ),
  ]
}

function lock(x: number, face: number): readonly Part[] {
  const out = Math.sign(face)
  return [
    part('chrome', box(0.1, 0.24, 0.016, { edge: 0.005 }), { x, y: 1.04, z: face + out * 0.006 }),
    part('iron', cylinder(0.014, 0.006, 12), { x, y: 1.1, z: face + out * 0.016, tilt: Math.PI / 2 }),
    part('chrome', box(0.022, 0.15, 0.022, { edge: 0.008, bevels: 2 }), { x, y: 0.97, z: face + out * 0.055 }),
    ...[0.91, 1.03].map((y) =>
      part('chrome', cylinder(0.009, 0.045, 8), { x, y, z: face + out * 0.033, tilt: Math.PI / 2 }),
    ),
  ]
}

const blindPlate = (x: number, face: number): readonly Part[] => [
  part('iron', box(0.1, 0.24, 0.008, { edge: 0.003 }), { x, y: 1.04, z: face + Math.sign(face) * 0.003 }),
]

/** The two rails a hatch's cover slides on; they hold still, so they belong to the leaf. */
const hatchRails = ({ x, y }: { readonly x: number; readonly y: number }, outside: number): readonly Part[] =>
  [-1, 1].map((end) =>
    part('frame', box(HATCH.width * 2.1, 0.016, 0.026, { edge: 0.003 }), {
      x: x + HATCH.width * 0.46,
      y: y + end * (HATCH.height / 2 + 0.036),
      z: outside - 0.022,
    }),
  )

/** The slab with a hole: four bars of steel around it would show seams, so both faces are sheets with a field left out. */
function pierced(
  { width, height, thickness }: LeafPlan,
  hatch: { readonly x: number; readonly y: number },
): readonly Part[] {
  const [left, right, low, high] = [
    hatch.x - HATCH.width / 2,
    hatch.x + HATCH.width / 2,
    hatch.y - HATCH.height / 2,
    hatch.y + HATCH.height / 2,
  ]
  const [half, deep] = [width / 2, thickness / 2]
  const a = cutsOf(-half, half, 0.3, [left, right])
  const b = cutsOf(0.01, height - 0.01, 0.3, [low, high])
  const face = (z: number) =>
    grid({
      a,
      b,
      at: (x, y) => new Vector3(x, y, z),
      normal: () => new Vector3(0, 0, Math.sign(z)),
      hole: (x, y) => x > left && x < right && y > low && y < high,
    })
  const upright = (x: number, from: number, to: number, sign: number) =>
    grid({ a: [from, to], b: [-deep, deep], at: (y, z) => new Vector3(x, y, z), normal: () => new Vector3(sign, 0, 0) })
  const flat = (y: number, from: number, to: number, sign: number) =>
    grid({ a: [from, to], b: [-deep, deep], at: (x, z) => new Vector3(x, y, z), normal: () => new Vector3(0, sign, 0) })
  const rim = [-1, 1].flatMap((side) => {
    const z = side * (deep + 0.004)
    return [
      ...[left - 0.0135, right + 0.0135].map((x) =>
        part('frame', box(0.024, HATCH.height + 0.05, 0.014, { edge: 0.003 }), { x, y: hatch.y, z }),
      ),
      ...[low - 0.0135, high + 0.0135].map((y) =>
        part('frame', box(HATCH.width, 0.024, 0.014, { edge: 0.003 }), { x: hatch.x, y, z }),
      ),
    ]
  })
  return [
    ...hatchRails(hatch, -deep),
    ...[-deep, deep].map((z) => part('steel', face(z))),
    ...[
      upright(-half, 0.01, height - 0.01, -1),
      upright(half, 0.01, height - 0.01, 1),
      flat(0.01, -half, half, -1),
      flat(height - 0.01, -half, half, 1),
    ].map((g) => part('steel', g)),
    ...[
      upright(left, low, high, 1),
      upright(right, low, high, -1),
      flat(low, left, right, 1),
      flat(high, left, right, -1),
    ].map((g) => part('frame', g)),
    ...rim,
  ]
}
