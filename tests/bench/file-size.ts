import type { Scenario } from '#core/scenario'
import { chain, encodePose, type LogRecord, type PoseSample, packHashOf, writeLog } from '#core/session'
import { exportSession, sha256Hex } from '#exchange'
import { numbers } from '../fixtures/packs.ts'
import type { Played } from './long-session.ts'
import { type Row, row } from './row.ts'

/** How often the head is sampled, ms. */
const POSE_MS = 100
/** How much of the pose channel is written at once, ms. */
const CHUNK_MS = 30_000

/** (c) What a minute of a session takes on disk, and in the exported file. */
export function fileSize(scenario: Scenario, played: Played): readonly Row[] {
  const minutes = played.endMs / 60_000
  const header = { ...played.header, packHash: packHashOf(scenario.files, sha256Hex) }
  const records: readonly LogRecord[] = [header, ...played.records.slice(1)]
  const log = chain(records, sha256Hex)
  const poses = chunksOf(headWalk(scenario, played))
  const poseBytes = poses.reduce((sum, chunk) => sum + chunk.length, 0)
  const size = (part: Parameters<typeof exportSession>[0]) => exportSession(part).length
  const pack = scenario.files
  const empty = size({ log: chain([header], sha256Hex), poses: [], pack, reflection: undefined })
  const logOnly = size({ log, poses: [], pack, reflection: undefined })
  const whole = size({ log, poses, pack, reflection: undefined })
  return [
    row('c  acts in a minute', (records.length - 2) / minutes, ''),
    row('c  log as JSON lines with hashes, per minute', new TextEncoder().encode(writeLog(log)).length / minutes, 'B'),
    row('c  pose channel, per minute', poseBytes / minutes, 'B'),
    row('c  log in the exported file, per minute', (logOnly - empty) / minutes, 'B'),
    row('c  pose in the exported file, per minute', (whole - logOnly) / minutes, 'B'),
    row('c  log and pose in the exported file, per minute', (whole - empty) / minutes, 'B', 1000),
    row('c  exported file with its scenario', whole / 1000, 'kB'),
  ]
}

function chunksOf(samples: readonly PoseSample[]): readonly Uint8Array[] {
  const per = CHUNK_MS / POSE_MS
  return Array.from({ length: Math.ceil(samples.length / per) }, (_, n) =>
    encodePose(samples.slice(n * per, (n + 1) * per)),
  )
}

/**
 * A head as a trainee moves it: walks to each station he goes to, sways a little where he stands, and looks at
 * something else every two to six seconds.
 */
function headWalk(scenario: Scenario, { acts, endMs }: Played): readonly PoseSample[] {
  const next = numbers(11)
  const random = (from: number, to: number) => from + ((to - from) * next(10_001)) / 10_000
  const stations = new Map(scenario.place.stations.map((station) => [station.id, station.at]))
  const arrivals = acts.map(({ timeMs, done }) => ({
    timeMs,
    at: stations.get(done.session.snapshot.officer.station) ?? { x: 0, z: 0 },
  }))
  const samples: PoseSample[] = []
  let goal = { x: 0, z: 0 }
  let [x, z, yaw, pitch, toYaw, toPitch, lookMs] = [0, 0, 0, 0, 0, 0, 0]
  let n = 0
  for (let timeMs = 0; timeMs <= endMs; timeMs += POSE_MS) {
    for (; arrivals[n] && (arrivals[n]?.timeMs ?? 0) <= timeMs; n++) goal = arrivals[n]?.at ?? goal
    if (timeMs >= lookMs) {
      toYaw += random(-0.9, 0.9)
      toPitch = random(-0.35, 0.15)
      lookMs = timeMs + random(2000, 6000)
    }
    const far = Math.hypot(goal.x - x, goal.z - z)
    const stride = Math.min(far, 1.2 * (POSE_MS / 1000))
    if (far > 0.02) [x, z] = [x + ((goal.x - x) / far) * stride, z + ((goal.z - z) / far) * stride]
    yaw += (toYaw - yaw) * 0.35
    pitch += (toPitch - pitch) * 0.35
    samples.push({
      timeMs,
      x: x + random(-0.01, 0.01),
      z: z + random(-0.01, 0.01),
      yaw: yaw + random(-0.005, 0.005),
      pitch: pitch + random(-0.005, 0.005),
    })
  }
  return samples
}
