import { decodePose, type PoseSample } from '#core/session'

/**
 * The recorded head of a session in order of time. A session that was resumed goes on from its last act, so a later
 * chunk can begin before an earlier one ends: what was really lived through is the later one.
 *
 * @throws {Error} a damaged chunk
 */
export function headPathOf(chunks: readonly Uint8Array[]): readonly PoseSample[] {
  let path: readonly PoseSample[] = []
  for (const chunk of chunks) {
    const samples = decodePose(chunk)
    const first = samples[0]
    if (first) path = [...path.filter(({ timeMs }) => timeMs < first.timeMs), ...samples]
  }
  return path
}
