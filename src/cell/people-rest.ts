import type { FurnitureKind, Place } from '#core/scenario'
import { createFits } from './collision.ts'
import type { FloorPoint, Point, Seat, Showing } from './figure/showing.ts'
import { facingOf } from './room/directions.ts'

type Position = Place['positions'][number]

/** How high one sits or lies on a kind of furniture, metres. */
const SEAT_M: Partial<Readonly<Record<FurnitureKind, number>>> = {
  bed: 0.505,
  stool: 0.468,
  bench: 0.46,
  toilet: 0.405,
}
/** A seat whose middle is further away belongs to somebody else, metres. */
const BELONGS_M = 1.05

/** What somebody at a position rests on: the nearest thing there that bears him. */
export function seatAt(place: Place, { at, pose, room }: Position): Seat | undefined {
  if (pose === 'stand') return undefined
  const seats = place.furniture
    .filter(({ kind }) => SEAT_M[kind] !== undefined)
    .map((piece) => ({ piece, metres: Math.hypot(piece.at.x - at.x, piece.at.z - at.z) }))
    .filter(({ metres }) => metres < BELONGS_M)
    .sort((a, b) => a.metres - b.metres)
  const found = seats[0]?.piece
  if (!found) return undefined
  const back = facingOf(found.turn)
  const heightM = (SEAT_M[found.kind] ?? 0) + (found.y ?? 0)
  // the pillow lies at the bed's back
  if (pose === 'sit') return { heightM }
  const metres = ({ x, z }: FloorPoint) => Math.hypot(x - at.x, z - at.z)
  const beside = place.stations
    .filter((station) => station.room === room)
    .map((station) => station.at)
    .reduce((best: FloorPoint | undefined, one) => (best && metres(best) <= metres(one) ? best : one), undefined)
  return { heightM, headYaw: Math.atan2(-back.x, -back.z), beside }
}

/** How near to a wall the middle of a body comes, metres: elbows stick out of who sits, and hands reach before who stands. */
const FROM_WALL_M = { sit: 0.42, stand: 0.42, lie: 0, sleep: 0 } as const

/** Hands reach so far before who stands; he steps back from a wall for them, but not out of his place. Metres. */
const BEFORE_M = { reach: 0.6, most: 0.2 } as const

/** Where somebody at a position really is: as the place says, but not with an elbow or a hand in the wall. */
export function bodyAt(place: Place, { at, room: id, pose, turn }: Position): FloorPoint {
  const room = place.rooms.find((one) => one.id === id)
  if (!room) return at
  const margin = FROM_WALL_M[pose]
  const { x, z } = facingOf(turn)
  const kept = (low: number, high: number, value: number, ahead: number) => {
    const own = Math.min(high - margin, Math.max(low + margin, value))
    if (pose !== 'stand') return own
    const front = own + ahead * BEFORE_M.reach
    const over = front - Math.min(high, Math.max(low, front))
    return own - Math.sign(over) * Math.min(BEFORE_M.most, Math.abs(over))
  }
  return { x: kept(room.from.x, room.to.x, at.x, x), z: kept(room.from.z, room.to.z, at.z, z) }
}

/** Steps of a route that is looked for, metres. */
const LOOK_M = 0.08
/** Near his own place a body may be in the way of furniture: he sits on it. */
const ENDS_M = 0.6

/** A way over the floor from one place to another, by stations where furniture is in the way; its ends left out. */
export function routeBetween(place: Place, from: FloorPoint, to: FloorPoint): readonly FloorPoint[] {
  const fits = createFits(place, { props: Object.fromEntries(place.props.map(({ id }) => [id, 'open'])) })
  const clear = (a: FloorPoint, b: FloorPoint) => {
    const length = Math.hypot(b.x - a.x, b.z - a.z)
    for (let at = 0; at <= length; at += LOOK_M) {
      const t = length > 0 ? at / length : 0
      const point = { x: a.x + (b.x - a.x) * t, z: a.z + (b.z - a.z) * t }
      const near = (end: FloorPoint) => Math.hypot(point.x - end.x, point.z - end.z) < ENDS_M
      if (!near(from) && !near(to) && !fits(point)) return false
    }
    return true
  }
  const nodes: readonly FloorPoint[] = [from, ...place.stations.map(({ at }) => at), to]
  const best = nodes.map((_, i) => (i === 0 ? 0 : Number.POSITIVE_INFINITY))
  const via = nodes.map(() => -1)
  const open = new Set(nodes.keys())
  while (open.size > 0) {
    const here = [...open].reduce((a, b) => ((best[a] ?? 0) <= (best[b] ?? 0) ? a : b))
    open.delete(here)
    const a = nodes[here]
    if (here === nodes.length - 1 || !a || best[here] === Number.POSITIVE_INFINITY) break
    for (const next of open) {
      const b = nodes[next]
      if (!b || !clear(a, b)) continue
      // a corner costs a little, so that the straight way wins
      const cost = (best[here] ?? 0) + Math.hypot(b.x - a.x, b.z - a.z) + 0.15
      if (cost < (best[next] ?? 0)) {
        best[next] = cost
        via[next] = here
      }
    }
  }
  const route: FloorPoint[] = []
  for (let at = via[nodes.length - 1] ?? -1; at > 0; at = via[at] ?? -1) {
    const node = nodes[at]
    if (node) route.unshift({ x: node.x, z: node.z })
  }
  return route
}

/** What there is to look at: the way out, and what may hold something that should not be found. */
export function sightsOf(place: Place): Pick<Showing, 'door' | 'hidden'> {
  const point = (kind: Place['props'][number]['kind']): Point | undefined => {
    const prop = place.props.find((one) => one.kind === kind)
    return prop && { x: prop.at.x, y: prop.y ?? 1, z: prop.at.z }
  }
  return { door: point('cell-door'), hidden: point('luminaire') }
}
