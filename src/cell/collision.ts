import type { Place } from '#core/scenario'
import { blocksOf, distanceTo } from './room/footprints.ts'
import { gapsOf } from './room/gaps.ts'

export type FloorPoint = { readonly x: number; readonly z: number }
type Rect = { readonly fromX: number; readonly toX: number; readonly fromZ: number; readonly toZ: number }

/** Half the width of a person's shoulders, metres. */
export const BODY_RADIUS_M = 0.22
/** A step this small cannot jump through anything a body could stand against, metres. */
const STEP_M = 0.04
/** How much nearer another station must be before one has gone there, metres. */
const HYSTERESIS_M = 0.25

const within = (rect: Rect, { x, z }: FloorPoint) =>
  x >= rect.fromX && x <= rect.toX && z >= rect.fromZ && z <= rect.toZ

/** Where the middle of a body may be as far as walls go: rooms without a margin, and passages whose door is open. */
function walkable(place: Place, openDoors: ReadonlySet<string>): readonly Rect[] {
  const r = BODY_RADIUS_M
  const rooms = place.rooms.map((room) => ({
    fromX: room.from.x + r,
    toX: room.to.x - r,
    fromZ: room.from.z + r,
    toZ: room.to.z - r,
  }))
  const passages = gapsOf(place)
    .filter(
      ({ opening, beyond }) => beyond && opening.kind === 'doorway' && (!opening.prop || openDoors.has(opening.prop)),
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

/** Whether a body of `BODY_RADIUS_M` can stand at a point. */
export function createFits(place: Place, openDoors: ReadonlySet<string>): (point: FloorPoint) => boolean {
  const floors = walkable(place, openDoors)
  const blocks = blocksOf(place)
  return (point) =>
    floors.some((rect) => within(rect, point)) &&
    blocks.every((block) => distanceTo(block, point.x, point.z) >= BODY_RADIUS_M)
}

/**
 * Where a body gets to that wants to go straight from one point to another; it slides along what is in the way.
 *
 * @param openDoors ids of the door props that stand open
 * @param from a point where a body fits; from elsewhere it first goes to the nearest such point
 */
export function moveWithin(place: Place, openDoors: ReadonlySet<string>, from: FloorPoint, to: FloorPoint): FloorPoint {
  const fits = createFits(place, openDoors)
  let at = fits(from) ? from : nearestFit(fits, from)
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

/** The nearest point that fits, on rings around the wanted one; the point itself when there is none within 1.5 m. */
function nearestFit(fits: (point: FloorPoint) => boolean, point: FloorPoint): FloorPoint {
  for (let ring = 1; ring * STEP_M < 1.5; ring++) {
    for (let n = 0; n < 24; n++) {
      const angle = (n / 24) * 2 * Math.PI
      const candidate = { x: point.x + Math.sin(angle) * ring * STEP_M, z: point.z + Math.cos(angle) * ring * STEP_M }
      if (fits(candidate)) return candidate
    }
  }
  return point
}

/**
 * The station a point belongs to. The current one keeps it until another is clearly nearer, so that standing between
 * two does not flicker. Stations behind a wall do not count.
 *
 * @param current id of the station one was at
 */
export function nearestStation(place: Place, point: FloorPoint, current: string): string {
  const room = place.rooms.find((r) => within({ fromX: r.from.x, toX: r.to.x, fromZ: r.from.z, toZ: r.to.z }, point))
  const stations = place.stations.filter((station) => !room || station.room === room.id)
  const distance = ({ at }: { readonly at: FloorPoint }) => Math.hypot(at.x - point.x, at.z - point.z)
  const nearest = [...stations].sort((a, b) => distance(a) - distance(b))[0]
  if (!nearest) return current
  const here = stations.find((station) => station.id === current)
  return here && distance(here) < distance(nearest) + HYSTERESIS_M ? current : nearest.id
}
