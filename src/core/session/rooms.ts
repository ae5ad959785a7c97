import type { Place } from '#core/scenario'
import type { Snapshot } from './snapshot.ts'

type Spot = { readonly x: number; readonly z: number }

/** What hangs in a wall belongs to the rooms on both its sides, metres. */
const WALL_M = 0.35
const OPEN: ReadonlySet<string | undefined> = new Set(['open', 'ajar'])

/** The room a spot is in; both, for what hangs in the wall between two. */
export const roomsOf = (place: Place, { x, z }: Spot): readonly string[] =>
  place.rooms
    .filter(({ from, to }) => x > from.x - WALL_M && x < to.x + WALL_M && z > from.z - WALL_M && z < to.z + WALL_M)
    .map(({ id }) => id)

/**
 * The rooms into which the officer sees from his station, as the panels tell it: his own, those beyond doors that stand
 * open, and the one behind an open hatch that he stands at.
 */
export function roomsInSight(
  place: Place,
  { officer, props }: Pick<Snapshot, 'officer' | 'props'>,
): ReadonlySet<string> {
  const seen = new Set(roomsReached(place, props, [officer.room]))
  for (const { id, kind, at, reach } of place.props)
    if (kind === 'hatch' && props[id] === 'open' && reach.includes(officer.station))
      for (const room of roomsOf(place, at)) seen.add(room)
  return seen
}

/** The rooms one gets to through doorways that are not shut. */
export function roomsReached(place: Place, props: Snapshot['props'], from: readonly string[]): ReadonlySet<string> {
  const roomOf = (id: string) => place.stations.find((station) => station.id === id)?.room
  const ways = place.paths
    .filter(({ through }) => through === undefined || OPEN.has(props[through]))
    .map(({ between }) => between.map(roomOf))
  const reached = new Set(from)
  for (const room of reached)
    for (const [one, other] of ways) {
      if (one === room && other) reached.add(other)
      if (other === room && one) reached.add(one)
    }
  return reached
}
