import { chance, ease } from './noise.ts'

/** A blink may fall into each slot of this length, ms; how long the lids take down and up. */
const SLOT_MS = 1500
const DOWN_MS = 70
const UP_MS = 150

/** How closed the lids are, 0…1: about ten blinks a minute at rest, thirty when aroused. */
export function blinkAt(timeMs: number, seed: number, arousal: number): number {
  const slot = Math.floor(timeMs / SLOT_MS)
  const likely = 0.28 + 0.5 * arousal
  const share = ease(0, 0.08, likely - chance(slot, seed + 101))
  if (share === 0) return 0
  const since = timeMs - (slot + 0.8 * chance(slot, seed + 102)) * SLOT_MS
  if (since < 0 || since > DOWN_MS + UP_MS) return 0
  return share * (since < DOWN_MS ? ease(0, DOWN_MS, since) : 1 - ease(DOWN_MS, DOWN_MS + UP_MS, since))
}
