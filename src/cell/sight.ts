import type { Place } from '#core/scenario'
import { doorOf } from './room/doorway.ts'
import { type Gap, gapsOf } from './room/gaps.ts'
import { HATCH } from './room/leaf.ts'
import type { Vector } from './targets.ts'

type PropStates = Readonly<Record<string, string>>

/**
 * Whether one sees from one point to another: within a room always, into the next through a doorway that stands open
 * or through an open hatch. Furniture does not count: who sits behind a half wall still shows his head.
 */
export function sees(place: Place, props: PropStates, from: Vector, to: Vector): boolean {
  const roomOf = ([x, , z]: Vector) =>
    place.rooms.find((r) => x >= r.from.x && x <= r.to.x && z >= r.from.z && z <= r.to.z)
  const [here, there] = [roomOf(from), roomOf(to)]
  // Who stands in a doorway is in neither room and sees into both.
  if (!here || !there || here === there) return true
  return gapsOf(place)
    .filter(({ room, beyond }) => (room === here && beyond === there) || (room === there && beyond === here))
    .some((gap) => seesThrough(place, props, gap, from, to))
}

function seesThrough(place: Place, props: PropStates, gap: Gap, from: Vector, to: Vector): boolean {
  const { opening: o, along, near, far } = gap
  const [side, across] = along === 'x' ? ([0, 2] as const) : ([2, 0] as const)
  /** Whether the line of sight meets a plane across it within a rectangle. */
  const meets = (plane: number, low: number, high: number, bottom: number, top: number) => {
    const share = (plane - from[across]) / (to[across] - from[across])
    const at = (axis: 0 | 1 | 2) => from[axis] + (to[axis] - from[axis]) * share
    return at(side) > low && at(side) < high && at(1) > bottom && at(1) < top
  }
  if (!o.prop || props[o.prop] === 'open') return meets((near + far) / 2, o.from, o.to, o.bottom, o.top)
  if (props[o.prop] === 'ajar') return false
  return place.props
    .filter((prop) => prop.kind === 'hatch' && props[prop.id] === 'open' && doorOf(place, prop)?.id === o.prop)
    .some((hatch) => {
      const [middle, y] = [hatch.at[along], hatch.y ?? 1.5]
      const [w, h] = [HATCH.width / 2, HATCH.height / 2]
      return meets(far, middle - w, middle + w, y - h, y + h)
    })
}
