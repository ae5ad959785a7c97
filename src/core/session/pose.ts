/**
 * The officer's head: where it is and looks. A channel of its own beside the log, for showing a replay from his eyes;
 * nothing that is scored depends on it. Samples are quantised and delta-coded, so that a minute is a few hundred bytes.
 */
export type PoseSample = {
  readonly timeMs: number /** metres */
  readonly x: number
  readonly z: number /** radians */
  readonly yaw: number
  readonly pitch: number
}

/** Steps: 100 ms, 5 cm, 2°. */
const STEP = { timeMs: 100, metres: 0.05, radians: Math.PI / 90 } as const

/**
 * Encodes samples column by column as zigzag varints of differences: time, x, z, yaw, pitch.
 * Samples that quantise to the one before are left out: standing still costs nothing.
 */
export function encodePose(samples: readonly PoseSample[]): Uint8Array {
  const rows: number[][] = []
  for (const sample of samples) {
    const row = [
      Math.round(sample.timeMs / STEP.timeMs),
      Math.round(sample.x / STEP.metres),
      Math.round(sample.z / STEP.metres),
      Math.round(sample.yaw / STEP.radians),
      Math.round(sample.pitch / STEP.radians),
    ]
    const last = rows.at(-1)
    if (last && row.slice(1).every((value, n) => value === last[n + 1])) continue
    rows.push(row)
  }
  const bytes: number[] = []
  putVarint(bytes, rows.length)
  for (let column = 0; column < 5; column++) {
    let previous = 0
    for (const row of rows) {
      const value = row[column] ?? 0
      const delta = value - previous
      putVarint(bytes, delta >= 0 ? delta * 2 : -delta * 2 - 1)
      previous = value
    }
  }
  return Uint8Array.from(bytes)
}

/** @throws {Error} bytes that end early or hold more samples than bytes could carry */
export function decodePose(bytes: Uint8Array): readonly PoseSample[] {
  let at = 0
  const next = (): number => {
    let value = 0
    let scale = 1
    for (;;) {
      const byte = bytes[at++]
      if (byte === undefined || scale > 2 ** 42)
        throw new Error('The pose channel is damaged: it ends in the middle of a number.')
      value += (byte & 127) * scale
      if (byte < 128) return value
      scale *= 128
    }
  }
  const count = next()
  if (count > bytes.length) throw new Error('The pose channel is damaged: it claims more samples than it can hold.')
  const columns = Array.from({ length: 5 }, () => {
    let value = 0
    return Array.from({ length: count }, () => {
      const code = next()
      value += code % 2 === 0 ? code / 2 : -(code + 1) / 2
      return value
    })
  })
  const cell = (column: number, row: number) => columns[column]?.[row] ?? 0
  return Array.from({ length: count }, (_, row) => ({
    timeMs: cell(0, row) * STEP.timeMs,
    x: cell(1, row) * STEP.metres,
    z: cell(2, row) * STEP.metres,
    yaw: cell(3, row) * STEP.radians,
    pitch: cell(4, row) * STEP.radians,
  }))
}

/** The pose at a moment: the last sample not after it. */
export function poseAt(samples: readonly PoseSample[], timeMs: number): PoseSample | undefined {
  let low = 0
  let high = samples.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((samples[middle]?.timeMs ?? 0) <= timeMs) low = middle + 1
    else high = middle
  }
  return samples[low - 1]
}

function putVarint(bytes: number[], value: number): void {
  let rest = value
  while (rest >= 128) {
    bytes.push((rest % 128) + 128)
    rest = Math.floor(rest / 128)
  }
  bytes.push(rest)
}
