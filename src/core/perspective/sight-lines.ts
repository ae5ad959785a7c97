import type { Place } from '#core/scenario'

export type PropStates = Readonly<Record<string, string>>

/** A hatch belongs to the door it is nearest to, within this, metres. */
const ON_LEAF_M = 0.9

/** Doors between two rooms; `undefined` among them is a way without a door. */
const doorsBetween = (place: Place, one: string, other: string): readonly (string | undefined)[] => {
  const roomOf = (id: string) => place.stations.find((station) => station.id === id)?.room
  return place.paths.flatMap(({ between: [a, b], through }) => {
    const rooms = [roomOf(a), roomOf(b)]
    return one !== other && rooms.includes(one) && rooms.includes(other) ? [through] : []
  })
}

/** Whether two rooms are one, or a door or a way joins them. */
export const isJoined = (place: Place, one: string, other: string): boolean =>
  one === other || doorsBetween(place, one, other).length > 0

/** Whether one sees from a room into another: it is the same, or the way between them stands open or ajar. */
export const seesInto = (
  place: Place,
  props: PropStates,
  one: string | undefined,
  other: string | undefined,
): boolean =>
  one !== undefined &&
  other !== undefined &&
  (one === other ||
    doorsBetween(place, one, other).some((door) => !door || ['ajar', 'open'].includes(props[door] ?? 'open')))

/** The open hatch in a shut door of a room at which somebody at a station of the next room stands. */
export function openHatch(place: Place, props: PropStates, room: string | undefined, station: string) {
  const beyond = place.stations.find(({ id }) => id === station)?.room
  if (room === undefined || beyond === undefined || beyond === room) return undefined
  const doors = doorsBetween(place, room, beyond)
  return place.props.find(
    (prop) =>
      prop.kind === 'hatch' &&
      props[prop.id] === 'open' &&
      prop.reach.includes(station) &&
      place.props.some(
        (door) => doors.includes(door.id) && Math.hypot(door.at.x - prop.at.x, door.at.z - prop.at.z) < ON_LEAF_M,
      ),
  )
}
