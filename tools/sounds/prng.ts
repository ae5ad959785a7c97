/** A stream of random numbers that is the same on every machine. */
export type Noise = {
  /** white noise, −1 … 1 */ readonly sample: () => number
  /** evenly spread between the two */ readonly between: (low: number, high: number) => number
}

/** Mulberry32: small, quick, and good enough for noise nobody encrypts with. */
export function createNoise(seed: number): Noise {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { sample: () => next() * 2 - 1, between: (low, high) => low + (high - low) * next() }
}
