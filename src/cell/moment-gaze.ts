import type { Place } from '#core/scenario'
import { type PoseSample, poseAt, type Snapshot } from '#core/session'
import { EYE_M, eyesAt } from './eyes.ts'
import { sees } from './sight.ts'
import { faceOf, type Gaze, gazeTowards } from './targets.ts'

/** As far as one talks with somebody, metres: nobody turns from a door to a face at the end of the corridor. */
const TALK_M = 3

/**
 * The gaze from which a past moment is shown: as the head was recorded, else from the officer's station at the nearest
 * face he can see and talk with, else as the station looks.
 *
 * @param poses the session's samples in order of time; empty when it was played in the panels
 */
export function gazeOfMoment(place: Place, snapshot: Snapshot, poses: readonly PoseSample[]): Gaze {
  const pose = poseAt(poses, snapshot.timeMs)
  if (pose) return { at: [pose.x, EYE_M, pose.z], yaw: pose.yaw, pitch: pose.pitch }
  const { gaze } = eyesAt(place.stations.find(({ id }) => id === snapshot.officer.station))
  const distance = ([x, , z]: Gaze['at']) => Math.hypot(x - gaze.at[0], z - gaze.at[2])
  const [nearest] = Object.keys(snapshot.characters)
    .map((role) => faceOf(place, snapshot, role))
    .filter((face) => face !== undefined)
    .filter((face) => distance(face) <= TALK_M && sees(place, snapshot.props, gaze.at, face))
    .sort((a, b) => distance(a) - distance(b))
  return nearest ? { ...gaze, ...gazeTowards(gaze.at, nearest) } : gaze
}
