import { type RefObject, useEffect, useRef } from 'react'
import { encodePose, type PoseSample, type Snapshot } from '#core/session'
import { useSessionTime } from '#player'
import type { Eyes } from './eyes.ts'

/** How often the head is recorded, ms, and how many samples make a chunk. */
const POSE = { everyMs: 100, chunk: 150 } as const

/** Records the head ten times a second while the session runs, and hands it on in chunks. */
export function usePoseRecording(
  eyes: RefObject<Eyes>,
  latest: { readonly current: { readonly snapshot: Snapshot } },
  onPose: (bytes: Uint8Array) => void,
): void {
  const write = useRef(onPose)
  write.current = onPose
  const sessionTime = useSessionTime()
  useEffect(() => {
    let samples: PoseSample[] = []
    const flush = () => {
      if (samples.length > 1) write.current(encodePose(samples))
      samples = []
    }
    const timer = setInterval(() => {
      const { snapshot } = latest.current
      if (snapshot.ending !== undefined || snapshot.affordances.length === 0) return
      const { at, yaw, pitch } = eyes.current.gaze
      samples.push({ timeMs: sessionTime(), x: at[0], z: at[2], yaw, pitch })
      if (samples.length >= POSE.chunk) flush()
    }, POSE.everyMs)
    return () => {
      clearInterval(timer)
      flush()
    }
  }, [eyes, latest, sessionTime])
}
