import { ease } from './noise.ts'
import type { FloorPoint } from './showing.ts'

type Stand = { x: number; z: number; yaw: number }

/** A way of the body over the floor, sampled when it begins. */
export type Path = {
  readonly durMs: number
  /** where the body is so long after the beginning; before and after it stands */ readonly at: (
    sinceMs: number,
    out: Stand,
  ) => void
}

const SAMPLE_MS = 25
/** A way shorter than this is gone without turning towards it, metres. */
const SIDESTEP_M = 0.7
/** A turn on the spot, radians a second at its quickest, and how long it takes to turn into a way and out of it, ms. */
const TURN = { perSecond: 3.2, leastMs: 450, intoMs: 650 } as const
/** A body that was moving comes to rest over this time, ms. */
const COAST_MS = 450

const nearest = (yaw: number, to: number) => to + Math.round((yaw - to) / (2 * Math.PI)) * 2 * Math.PI

/**
 * The way of a body: eased, with round corners, facing where it goes unless the way is short.
 *
 * @param velocity what the body had, metres a second; it fades instead of stopping dead
 * @param speed metres a second
 */
export function pathThrough(
  from: Readonly<Stand>,
  route: readonly FloorPoint[],
  to: Readonly<Stand>,
  velocity: FloorPoint,
  speed: number,
): Path {
  const line = rounded([from, ...route, to])
  const lengths = line.map((point, i) => {
    const before = line[i - 1] ?? point
    return Math.hypot(point.x - before.x, point.z - before.z)
  })
  const length = lengths.reduce((sum, one) => sum + one, 0)
  const yawTo = nearest(from.yaw, to.yaw)
  const turnMs = Math.max(TURN.leastMs, (Math.abs(yawTo - from.yaw) / TURN.perSecond) * 1500)
  const walks = length > SIDESTEP_M
  const moveMs = length < 0.01 ? 0 : (length / speed) * 1000 + 500
  const durMs = walks ? moveMs + TURN.intoMs : Math.max(moveMs, Math.abs(yawTo - from.yaw) > 0.02 ? turnMs : 0, 1)
  const count = Math.ceil(durMs / SAMPLE_MS) + 1
  const xs = new Float32Array(count)
  const zs = new Float32Array(count)
  const yaws = new Float32Array(count)
  let heading = from.yaw
  for (let i = 0; i < count; i++) {
    const ms = Math.min(durMs, i * SAMPLE_MS)
    const delay = walks ? TURN.intoMs * 0.4 : 0
    const gone = length * cruise(Math.min(1, Math.max(0, ms - delay) / Math.max(1, moveMs)), moveMs)
    const { x, z, ahead } = pointAt(line, lengths, gone)
    const coast = (ms / 1000) * (1 - ease(0, COAST_MS, ms))
    xs[i] = x + velocity.x * coast
    zs[i] = z + velocity.z * coast
    if (walks) {
      heading = nearest(heading, ahead)
      const out = ease(durMs - TURN.intoMs, durMs, ms)
      const along = from.yaw + (heading - from.yaw) * ease(0, TURN.intoMs, ms)
      yaws[i] = along + (nearest(along, to.yaw) - along) * out
    } else yaws[i] = from.yaw + (yawTo - from.yaw) * ease(0, Math.max(turnMs, 1), ms)
  }
  if (walks) unwrap(yaws)
  smooth(yaws, walks ? 6 : 0)
  yaws[0] = from.yaw
  const end = { x: xs[count - 1] ?? to.x, z: zs[count - 1] ?? to.z, yaw: yaws[count - 1] ?? to.yaw }
  return {
    durMs,
    at: (sinceMs, out) => {
      const at = Math.max(0, Math.min(durMs, sinceMs)) / SAMPLE_MS
      const i = Math.min(count - 2, Math.floor(at))
      if (i < 0) {
        out.x = end.x
        out.z = end.z
        out.yaw = end.yaw
        return
      }
      const t = Math.min(1, at - i)
      out.x = mixed(xs, i, t)
      out.z = mixed(zs, i, t)
      out.yaw = mixed(yaws, i, t)
    },
  }
}

const mixed = (row: Float32Array, i: number, t: number): number => {
  const from = row[i] as number
  return from + ((row[i + 1] as number) - from) * t
}

/** Share of a way that is gone: speeds up and slows down over about half a second each. */
function cruise(t: number, ms: number): number {
  const ramp = Math.min(0.5, 500 / Math.max(1, ms))
  const top = 1 / (1 - ramp)
  if (t < ramp) return (top * t * t) / (2 * ramp)
  if (t > 1 - ramp) return 1 - (top * (1 - t) ** 2) / (2 * ramp)
  return top * (t - ramp / 2)
}

/** Corners cut twice, ends kept. */
function rounded(points: readonly FloorPoint[]): readonly FloorPoint[] {
  let line = points.map(({ x, z }) => ({ x, z }))
  for (let pass = 0; pass < 2 && line.length > 2; pass++) {
    const next = [line[0] as FloorPoint]
    for (let i = 0; i < line.length - 1; i++) {
      const [a, b] = [line[i] as FloorPoint, line[i + 1] as FloorPoint]
      const cut = (t: number) => ({ x: a.x + (b.x - a.x) * t, z: a.z + (b.z - a.z) * t })
      if (i > 0) next.push(cut(0.25))
      if (i < line.length - 2) next.push(cut(0.75))
    }
    next.push(line.at(-1) as FloorPoint)
    line = next as typeof line
  }
  return line
}

function pointAt(line: readonly FloorPoint[], lengths: readonly number[], gone: number) {
  let rest = gone
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1] as FloorPoint, line[i] as FloorPoint]
    const length = lengths[i] ?? 0
    if (rest <= length || i === line.length - 1) {
      const t = length > 0 ? Math.min(1, rest / length) : 0
      return { x: a.x + (b.x - a.x) * t, z: a.z + (b.z - a.z) * t, ahead: Math.atan2(b.x - a.x, b.z - a.z) }
    }
    rest -= length
  }
  const only = line[0] as FloorPoint
  return { x: only.x, z: only.z, ahead: 0 }
}

function unwrap(yaws: Float32Array): void {
  for (let i = 1; i < yaws.length; i++) yaws[i] = nearest(yaws[i - 1] as number, yaws[i] as number)
}

/** A running mean that keeps the ends. */
function smooth(row: Float32Array, reach: number): void {
  if (reach === 0) return
  const from = row.slice()
  for (let i = 0; i < row.length; i++) {
    const near = Math.min(reach, i, row.length - 1 - i)
    let sum = 0
    for (let k = -near; k <= near; k++) sum += from[i + k] as number
    row[i] = sum / (2 * near + 1)
  }
}
