import type { Place } from '#core/scenario'
import { doorwayOf, hingeAngleOf, leafBlock } from './room/doorway.ts'
import { blocksOf, distanceTo } from './room/footprints.ts'
import { gapsOf } from './room/gaps.ts'

export type FloorPoint = { readonly x: number; readonly z: number }
type Rect = { readonly fromX: number; readonly toX: number; readonly fromZ: number; readonly toZ: number }

/** What decides where a body can stand besides walls and furniture. */
export type Obstacles = {
  /** states of the props by id; doors, chairs and screens stand in the way by theirs */ readonly props: Readonly<
    Record<string, string>
  >
  /** where others are, and how near one can stand to each */
  readonly people?: readonly (FloorPoint & { readonly metres: number })[]
}
/** Whether a body of `BODY_RADIUS_M` can stand at a point. */
export type Fits = (point: FloorPoint) => boolean

/** Half the width of a person's shoulders, metres. */
export const BODY_RADIUS_M = 0.22
/** A step this small cannot jump through anything a body could stand against, metres. */
const STEP_M = 0.04

const within = (rect: Rect, { x, z }: FloorPoint) =>
  x >= rect.fromX && x <= rect.toX && z >= rect.fromZ && z <= rect.toZ

/** Where the middle of a body may be as far as walls go: rooms without a margin, and passages whose door is open. */
function walkable(place: Place, props: Obstacles['props']): readonly Rect[] {
  const r = BODY_RADIUS_M
  const rooms = place.rooms.map((room) => ({
    fromX: room.from.x + r,
    toX: room.to.x - r,
    fromZ: room.from.z + r,
    toZ: room.to.z - r,
  }))
  const passages = gapsOf(place)
    .filter(
      ({ opening, beyond }) =>
        beyond && opening.kind === 'doorway' && (!opening.prop || props[opening.prop] === 'open'),
    )
    .map(({ opening, along, near, far }) => {
      const [from, to] = [opening.from + r, opening.to - r]
      const [low, high] = [Math.min(near, far) - r, Math.max(near, far) + r]
      return along === 'x'
        ? { fromX: from, toX: to, fromZ: low, toZ: high }
        : { fromX: low, toX: high, fromZ: from, toZ: to }
    })
  return [...rooms, ...passages]
}

/** Prepares the question whether a body can stand at a point, for one state of doors and people. */
export function createFits(place: Place, { props, people = [] }: Obstacles): Fits {
  const floors = walkable(place, props)
  const leaves = place.props.flatMap(({ id, kind }) => {
    const angle = kind === 'cell-door' ? hingeAngleOf(props[id]) : 0
    return angle > 0 ? leafBlock(doorwayOf(place, id), angle) : []
  })
  const blocks = [...blocksOf(place, props), ...leaves]
  return (point) =>
    floors.some((rect) => within(rect, point)) &&
    blocks.every((block) => distanceTo(block, point.x, point.z) >= BODY_RADIUS_M) &&
    people.every((other) => Math.hypot(other.x - point.x, other.z - point.z) >= other.metres)
}

/**
 * Where a body gets to that wants to go straight from one point to another; it slides along what is in the way.
 *
 * @param from a point where a body fits; from elsewhere it first goes to the nearest such point
 */
export function moveWithin(fits: Fits, from: FloorPoint, to: FloorPoint): FloorPoint {
  let at = nearestFit(fits, from)
  const length = Math.hypot(to.x - at.x, to.z - at.z)
  const steps = Math.ceil(length / STEP_M)
  const [dx, dz] = steps > 0 ? [(to.x - at.x) / steps, (to.z - at.z) / steps] : [0, 0]
  for (let step = 0; step < steps; step++) {
    const tries = [
      { x: at.x + dx, z: at.z + dz },
      { x: at.x + dx, z: at.z },
      { x: at.x, z: at.z + dz },
    ]
    const next = tries.find(fits)
    if (!next) break
    at = next
  }
  return at
}

/** Whether a body can go straight from one point to another. */
export function isClear(fits: Fits, from: FloorPoint, to: FloorPoint): boolean {
  const steps = Math.ceil(Math.hypot(to.x - from.x, to.z - from.z) / STEP_M)
  for (let step = 0; step <= steps; step++) {
    const share = steps > 0 ? step / steps : 0
    if (!fits({ x: from.x + (to.x - from.x) * share, z: from.z + (to.z - from.z) * share })) return false
  }
  return true
}

/** The point itself when a body fits there, else the nearest on rings around it; itself when none is within 1.5 m. */
export function nearestFit(fits: Fits, point: FloorPoint): FloorPoint {
  if (fits(point)) return point
  for (let ring = 1; ring * STEP_M < 1.5; ring++) {
    for (let n = 0; n < 24; n++) {
      const angle = (n / 24) * 2 * Math.PI
      const candidate = { x: point.x + Math.sin(angle) * ring * STEP_M, z: point.z + Math.cos(angle) * ring * STEP_M }
      if (fits(candidate)) return candidate
    }
  }
  return point
}
