/** One line of the table. A goal is an upper bound; a row without one is there to be read. */
export type Row = {
  readonly name: string
  readonly value: number | null
  readonly unit: string
  readonly goal: number | null
  readonly ok: boolean
}

export const row = (name: string, value: number, unit: string, goal: number | null = null): Row => ({
  name,
  value: Number(value.toPrecision(3)),
  unit,
  goal,
  ok: goal === null || value <= goal,
})

/** A row that could not be measured: that is no success. */
export const unmeasured = (name: string, unit: string, goal: number): Row => ({
  name,
  value: null,
  unit,
  goal,
  ok: false,
})

/** The value below which a share of the samples lies; 0.5 is the median. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5)

/** Milliseconds a call took. */
export function timed(call: () => unknown): number {
  const start = performance.now()
  call()
  return performance.now() - start
}
