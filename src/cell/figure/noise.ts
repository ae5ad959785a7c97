/** Repeatable chance: the same numbers in, the same number out. */

/** A number in 0…1 that belongs to a whole number and a seed. */
export function chance(n: number, seed: number): number {
  let h = Math.imul((n | 0) ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul((seed | 0) + 0x7f4a7c15, 0xc2b2ae35)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296
}

/** The seed that belongs to a word: the same person moves and holds himself the same way every time. */
export function seedOf(word: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < word.length; i++) h = Math.imul(h ^ word.charCodeAt(i), 0x01000193)
  return (h >>> 0) % 100_000
}

/** 0 below `low`, 1 above `high`, an even ease between. */
export function ease(low: number, high: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

/** A wandering value in -1…1: smooth, and never the same twice. One unit of `at` is one turn of mood. */
export function wander(at: number, seed: number): number {
  const n = Math.floor(at)
  const from = chance(n, seed) * 2 - 1
  const to = chance(n + 1, seed) * 2 - 1
  return from + (to - from) * ease(0, 1, at - n)
}
