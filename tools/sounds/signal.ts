/** Samples a second: what Opus works in, so that nothing is resampled on the way. */
export const RATE = 48_000

/** One channel, full scale ±1. */
export type Signal = Float32Array

/** A sound inside another: when it begins (s) and how loud it is. */
export type Part = { readonly signal: Signal; readonly atS?: number; readonly gain?: number }

export const samplesIn = (seconds: number): number => Math.round(seconds * RATE)

/** A signal from a formula of time in seconds. */
export const draw = (seconds: number, at: (timeS: number) => number): Signal =>
  Float32Array.from({ length: samplesIn(seconds) }, (_, i) => at(i / RATE))

/** The signal under an envelope of time in seconds. */
export const shape = (signal: Signal, envelope: (timeS: number) => number): Signal =>
  signal.map((value, i) => value * envelope(i / RATE))

/** Sums parts into exactly so many seconds; what hangs over the end is cut. */
export function mix(seconds: number, parts: readonly Part[]): Signal {
  const sum = new Float32Array(samplesIn(seconds))
  for (const { signal, atS = 0, gain = 1 } of parts) {
    const start = samplesIn(atS)
    const count = Math.min(signal.length, sum.length - start)
    for (let i = 0; i < count; i++) sum[start + i] = (sum[start + i] ?? 0) + (signal[i] ?? 0) * gain
  }
  return sum
}

export const peakOf = (signal: Signal): number => signal.reduce((peak, value) => Math.max(peak, Math.abs(value)), 0)

/** Scales to the given peak; silence stays silence. */
export function normalise(signal: Signal, peak: number): Signal {
  const now = peakOf(signal)
  return now === 0 ? signal : signal.map((value) => (value / now) * peak)
}

/** Ramps at both ends, so that no file begins or ends with a click. */
export function fadeEdges(signal: Signal, inS: number, outS: number): Signal {
  const lengthS = signal.length / RATE
  return shape(signal, (t) => Math.min(1, t / inS, Math.max(0, (lengthS - t) / outS)))
}

/** Rises in `attackS`, then falls by 60 dB in `decayS`. */
export const pluck = (attackS: number, decayS: number) => (timeS: number) =>
  Math.min(1, timeS / attackS) * Math.exp((-6.91 * Math.max(0, timeS - attackS)) / decayS)

/** A hump from 0 to 1 and back within so many seconds; `lean` below 1 puts the top early, above 1 late. */
export const hump =
  (seconds: number, lean = 1) =>
  (timeS: number) =>
    timeS >= seconds ? 0 : Math.sin(Math.PI * (timeS / seconds) ** lean)

/** Soft clipping, as an overdriven little amplifier does it. */
export const overdrive = (signal: Signal, drive: number): Signal => signal.map((value) => Math.tanh(value * drive))
