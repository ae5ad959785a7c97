import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { officerPosition } from './seen-by.ts'

/** Id of the spot from which somebody hears who is not the officer. */
const EARS = 'ears'

/**
 * A place and a snapshot for whoever computes sounds for the officer, so that they are heard by somebody else: he stands
 * where the other is and looks where the other looks, and the officer is among those who make sounds.
 *
 * @param snapshot as seen by him
 */
export function heardBy(place: Place, snapshot: Snapshot, role: string) {
  const self = snapshot.characters[role]
  const position = place.positions.find(({ id }) => id === self?.position)
  if (!self || !position) return { place, snapshot }
  // People face −z at a turn of 0, stations look along +z.
  const ears = { id: EARS, room: position.room, at: position.at, turn: 180 - position.turn }
  const officers = place.stations.map(({ id, room, at }) => ({
    id: officerPosition(id),
    room,
    at,
    turn: 0,
    pose: 'stand' as const,
  }))
  return {
    place: { ...place, stations: [...place.stations, ears], positions: [...place.positions, ...officers] } as Place,
    snapshot: { ...snapshot, officer: { ...snapshot.officer, station: EARS, room: position.room } },
  }
}
