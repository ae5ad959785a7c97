import { ease } from './noise.ts'
import { type Path, pathThrough } from './path.ts'
import type { FloorPoint } from './showing.ts'

/** A body on the floor: the point between its feet, and where it faces. */
export type Stand = { x: number; z: number; yaw: number }
export type Side = 'l' | 'r'
/** How the feet are set: half their distance, left ahead of right, toes out. Metres and radians. */
export type Footing = { readonly width: number; readonly stagger: number; readonly toeOut: number }
/** A foot: `lift` above the floor, `roll` heel up, `swing` 0 planted … 1 at the middle of a step. */
export type Foot = { x: number; z: number; yaw: number; lift: number; roll: number; swing: number }

type Step = {
  readonly side: Side
  readonly fromMs: number
  readonly toMs: number
  readonly from: Readonly<Foot>
  readonly to: Readonly<Stand>
  readonly height: number
}

/** A way somewhere, with every step on it decided when it begins: any moment of it can be shown directly. */
export type Walk = {
  readonly startMs: number
  readonly path: Path
  readonly begin: Readonly<Record<Side, Foot>>
  readonly steps: Readonly<Record<Side, readonly Step[]>>
}

/** Metres and radians a foot may be out of place before it is set anew. */
const OUT_OF_PLACE = { metres: 0.075, radians: 0.4 } as const
const SETTLED = { metres: 0.02, radians: 0.1 } as const
const LOOK_MS = 20
const STEP_MS = { short: 300, long: 460 } as const
const LIFT_M = { short: 0.035, long: 0.085 } as const
/** A rest this long after the way's end leaves every foot where it belongs. */
const AFTER_MS = 2200

const ideal = (stand: Readonly<Stand>, { width, stagger, toeOut }: Footing, side: Side): Stand => {
  const [sign, ahead] = side === 'l' ? [1, stagger / 2] : [-1, -stagger / 2]
  const [sin, cos] = [Math.sin(stand.yaw), Math.cos(stand.yaw)]
  return {
    x: stand.x + cos * sign * width + sin * ahead,
    z: stand.z - sin * sign * width + cos * ahead,
    yaw: stand.yaw + sign * toeOut,
  }
}
const planted = ({ x, z, yaw }: Stand): Foot => ({ x, z, yaw, lift: 0, roll: 0, swing: 0 })

/** Standing still from the beginning. */
export function standing(at: Readonly<Stand>, footing: Footing, startMs: number): Walk {
  return {
    startMs,
    path: pathThrough(at, [], at, { x: 0, z: 0 }, 1),
    begin: { l: planted(ideal(at, footing, 'l')), r: planted(ideal(at, footing, 'r')) },
    steps: { l: [], r: [] },
  }
}

/**
 * A way from where a walk is now to somewhere else, by the points of a route. Feet are planted or in the air, and never
 * both; a way that begins in mid-step takes that foot from where it hangs.
 *
 * @param speed metres a second
 */
export function walkOn(
  before: Walk,
  to: Readonly<Stand>,
  route: readonly FloorPoint[],
  footing: Footing,
  startMs: number,
  speed: number,
): Walk {
  const stand = { x: 0, z: 0, yaw: 0 }
  const earlier = { x: 0, z: 0, yaw: 0 }
  standAt(before, startMs, stand)
  standAt(before, startMs - 20, earlier)
  const velocity = { x: (stand.x - earlier.x) / 0.02, z: (stand.z - earlier.z) / 0.02 }
  const path = pathThrough(stand, route, to, velocity, speed)
  const feet: Record<Side, Foot> = { l: planted(stand), r: planted(stand) }
  for (const side of ['l', 'r'] as const) footAt(before, side, startMs, feet[side])
  const begin = { l: { ...feet.l }, r: { ...feet.r } }
  return { startMs, path, begin, steps: planSteps(path, feet, footing, startMs) }
}

/** Decides the steps: whichever planted foot is furthest out of place goes next, to where it will be wanted. */
function planSteps(path: Path, feet: Record<Side, Foot>, footing: Footing, startMs: number): Walk['steps'] {
  const steps: Record<Side, Step[]> = { l: [], r: [] }
  const body: Stand = { x: 0, z: 0, yaw: 0 }
  let busyUntil = 0
  let last: Side | undefined
  for (let ms = 0; ms <= path.durMs + AFTER_MS; ms += LOOK_MS) {
    if (ms < busyUntil) continue
    const atEnd = ms >= path.durMs
    const limit = atEnd ? SETTLED : OUT_OF_PLACE
    const outOfPlace = (side: Side) => {
      path.at(ms + STEP_MS.short, body)
      const wish = ideal(body, footing, side)
      const metres = Math.hypot(wish.x - feet[side].x, wish.z - feet[side].z)
      const radians = Math.abs(wish.yaw - feet[side].yaw)
      const hangs = feet[side].lift > 0.002 ? 10 : 0
      const urgency = Math.max(metres / limit.metres, radians / limit.radians) + hangs
      // feet take turns while there is a way to go
      return { metres, urgency: urgency * (side === last && !atEnd && !hangs ? 0.6 : 1) }
    }
    const [left, right] = [outOfPlace('l'), outOfPlace('r')]
    const side: Side = left.urgency >= right.urgency ? 'l' : 'r'
    const { urgency, metres } = side === 'l' ? left : right
    if (urgency < 1) continue
    const share = ease(0.05, 0.4, metres)
    const takes = STEP_MS.short + (STEP_MS.long - STEP_MS.short) * share
    // it lands where the body will be when the other foot's turn is half over
    path.at(ms + takes * 1.45, body)
    const to = ideal(body, footing, side)
    steps[side].push({
      side,
      fromMs: startMs + ms,
      toMs: startMs + ms + takes,
      from: { ...feet[side] },
      to,
      height: LIFT_M.short + (LIFT_M.long - LIFT_M.short) * share,
    })
    feet[side] = planted(to)
    last = side
    busyUntil = ms + takes * 0.96
  }
  return steps
}

/** Where the body is on a walk. Allocates nothing. */
export function standAt({ startMs, path }: Walk, timeMs: number, out: Stand): void {
  path.at(timeMs - startMs, out)
}

/** Where a foot is on a walk. Allocates nothing. */
export function footAt({ begin, steps }: Walk, side: Side, timeMs: number, out: Foot): void {
  const own = steps[side]
  let step: Step | undefined
  for (let i = own.length - 1; i >= 0; i--) {
    const one = own[i] as Step
    if (one.fromMs <= timeMs) {
      step = one
      break
    }
  }
  if (!step) {
    const rest = begin[side]
    set(out, rest.x, rest.z, rest.yaw, rest.lift, rest.roll, rest.swing)
    return
  }
  const { from, to, height } = step
  const t = Math.min(1, (timeMs - step.fromMs) / (step.toMs - step.fromMs))
  if (t >= 1) {
    set(out, to.x, to.z, to.yaw, 0, 0, 0)
    return
  }
  const s = t * t * t * (10 - 15 * t + 6 * t * t)
  const arc = Math.sin(Math.PI * t) ** 1.5
  const far = Math.hypot(to.x - from.x, to.z - from.z)
  set(
    out,
    from.x + (to.x - from.x) * s,
    from.z + (to.z - from.z) * s,
    from.yaw + (to.yaw - from.yaw) * s,
    from.lift * (1 - s) + height * arc,
    from.roll * (1 - s) + Math.min(1, far / 0.5) * 0.55 * Math.sin(Math.PI * 2 * Math.min(1, t * 1.1)) * (1 - s * 0.6),
    from.swing * (1 - s) + arc,
  )
}

function set(out: Foot, x: number, z: number, yaw: number, lift: number, roll: number, swing: number): void {
  out.x = x
  out.z = z
  out.yaw = yaw
  out.lift = lift
  out.roll = roll
  out.swing = swing
}
