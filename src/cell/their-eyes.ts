import { OFFICER, officerPosition } from '#core/perspective'
import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { facingOf } from './room/directions.ts'
import { sees } from './sight.ts'
import { faceOf, type Gaze, gazeTowards } from './targets.ts'

/** Where eyes rest that look at nothing: a little down, radians. */
const REST_PITCH_RAD = -0.08

/** The place with a position for the officer at every station, from which he looks at somebody. */
export function placeWithOfficer(place: Place, snapshot: Snapshot, role: string): Place {
  const face = faceOf(place, snapshot, role)
  const positions = place.stations.map(({ id, room, at }) => {
    const turn = face ? (Math.atan2(face[0] - at.x, at.z - face[2]) * 180) / Math.PI : 0
    const isAway = snapshot.officer.stance === 'turned-away'
    return { id: officerPosition(id), room, at, turn: isAway ? turn + 180 : turn, pose: 'stand' as const }
  })
  return { ...place, positions: [...place.positions, ...positions] }
}

/**
 * Where somebody's eyes are and look: at the officer's face where they can see it, else at the nearest other face, else
 * as he sits or stands.
 *
 * @param place with the officer's positions in it
 */
export function gazeFrom(place: Place, snapshot: Snapshot, role: string): Gaze {
  const at = faceOf(place, snapshot, role) ?? [0, 1.6, 0]
  const position = place.positions.find(({ id }) => id === snapshot.characters[role]?.position)
  const ahead = facingOf(position?.turn)
  const distance = ([x, , z]: Gaze['at']) => Math.hypot(x - at[0], z - at[2])
  const faceFor = (other: string) => {
    const face = other === role ? undefined : faceOf(place, snapshot, other)
    return face && sees(place, snapshot.props, at, face) ? [face] : []
  }
  const [face] = [
    ...faceFor(OFFICER),
    ...Object.keys(snapshot.characters)
      .flatMap(faceFor)
      .sort((a, b) => distance(a) - distance(b)),
  ]
  return face ? { at, ...gazeTowards(at, face) } : { at, yaw: Math.atan2(ahead.x, ahead.z), pitch: REST_PITCH_RAD }
}
