import { BAND_LIMITS_M, DISTANCE_BANDS, type DistanceBand, type Place, POSES } from '#core/scenario'

/** Distance of every station to every position, in metres, on the floor plan. */
export function distanceM(place: Place, stationId: string, positionId: string): number {
  const station = place.stations.find((s) => s.id === stationId)
  const position = place.positions.find((p) => p.id === positionId)
  if (!station || !position)
    throw new Error(`"${place.id}" has no station "${stationId}" or no position "${positionId}".`)
  return Math.hypot(station.at.x - position.at.x, station.at.z - position.at.z)
}

/** The band a distance falls into (domain procedures §2.3: inside 1.2 m is felt as crowding). */
export const bandOf = (metres: number): DistanceBand =>
  DISTANCE_BANDS.find((band) => metres <= BAND_LIMITS_M[band]) ?? 'far'

/** What follows from where the officer and somebody stand; looked up, never measured while a session runs. */
export type Relation = {
  readonly metres: number
  readonly distance: number
  readonly between: number
  readonly officerRoom: number
  readonly room: number
  readonly pose: number
}

/** One row per station, one relation per position, all numbered as the variables are. */
export function relationsOf(place: Place): readonly (readonly Relation[])[] {
  const rooms = place.rooms.map((r) => r.id)
  const exit = place.stations.find((s) => s.id === place.exit)
  return place.stations.map((station) =>
    place.positions.map((position) => {
      const sameRoom = station.room === position.room
      const wayOut = (at: { readonly x: number; readonly z: number }) =>
        exit ? Math.hypot(at.x - exit.at.x, at.z - exit.at.z) : 0
      const between = sameRoom && station.room !== exit?.room && wayOut(position.at) < wayOut(station.at)
      const metres = distanceM(place, station.id, position.id)
      return {
        metres,
        distance: DISTANCE_BANDS.indexOf(bandOf(metres)),
        between: Number(between),
        officerRoom: rooms.indexOf(station.room),
        room: rooms.indexOf(position.room),
        pose: POSES.indexOf(position.pose),
      }
    }),
  )
}
