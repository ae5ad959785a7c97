import { ARM_AT, AT, addTraits, arm, arms, type Bearing, type Channel, IN_ARM, type Traits } from './channels.ts'
import { HUG } from './holds.ts'
import type { Mood } from './mood.ts'
import { chance } from './noise.ts'
import { CLASPED, FOLDED, HANGING } from './stances.ts'

/**
 * Nobody has the same bearing as his neighbour: what is a fear or a threat shows in face, eyes, hands and body together,
 * and one arm position is not its stamp. Each person keeps his own way, which follows from his seed.
 */

const LOW: Traits = arms({ middle: 0, knee: 0, seat: 0, head: 0, poleOut: 0.35, poleUp: 0, poleFwd: -1 })
/** Hands before the breast bone, one on the other, elbows close. */
export const CLUTCHED: Traits = {
  ...arms({ middle: 1 }),
  ...arm('l', { out: 0.068, up: -0.115, fwd: 0.01, poleOut: 0.4, poleUp: -0.9, poleFwd: 0.4 }),
  ...arm('l', { supine: -0.904, flex: 0.589, side: -0.053, curl: 0.316, spread: -0.3, thumb: 0.391 }),
  ...arm('r', { out: 0.06, up: -0.115, fwd: 0.074, poleOut: 0.4, poleUp: -0.9, poleFwd: 0.376 }),
  ...arm('r', { supine: -0.505, flex: 0.465, side: 0.257, curl: 0.316, spread: -0.2, thumb: 0.157 }),
}
const { headPitch: _, ...HUGGED } = HUG

/** Other ways to stand in a mood than its first (`stances.ts`); what a way leaves out stays. */
const STANDING_WAYS: Readonly<Record<Mood, readonly Traits[]>> = {
  calm: [{ ...CLASPED, frontL: 0.1, frontR: 0.1 }, { ...arm('r', { out: 0.1, up: -0.44, fwd: 0.12, supine: -0.2 }) }],
  compliant: [
    { ...CLASPED, frontL: 0.12, frontR: 0.12 },
    { ...HANGING, ...arms({ out: 0.1, up: -0.46, fwd: 0.12, supine: 0.5, curl: 0.12, thumb: 0 }) },
  ],
  wary: [
    {
      ...LOW,
      ...arms({ out: 0.1, up: -0.46, fwd: 0.06, supine: -0.5, curl: 0.5, thumb: 0.5, flex: 0.06, side: 0 }),
      frontL: 0.1,
      frontR: 0.1,
      flexHigh: 0.1,
    },
    // hands in one another, turned well away, eyes from under the brows
    {
      ...CLASPED,
      frontL: 0.22,
      frontR: 0.22,
      raiseL: 0.16,
      raiseR: 0.16,
      flexHigh: 0.14,
      pelvisYaw: 0.6,
      headPitch: 0.14,
    },
  ],
  agitated: [
    // counts it off on you with one hand, the other on its way
    {
      ...arm('r', { out: 0.0, up: -0.12, fwd: 0.28, supine: 0.1 }),
      ...arm('l', {
        out: 0.05,
        up: -0.42,
        fwd: 0.14,
        supine: -0.2,
        curl: 0.9,
        spread: 0,
        thumb: 0.9,
        poleUp: 0,
        poleFwd: -1,
      }),
    },
    // both hands out: what do you want of me
    arms({ out: 0.02, up: -0.22, fwd: 0.27, supine: 1.25, curl: 0.08 }),
  ],
  hostile: [
    { ...FOLDED, frontL: 0.2, frontR: 0.2, flexHigh: -0.08 },
    {
      ...arm('r', { out: 0.07, up: -0.33, fwd: 0.2, supine: 0.1, poleOut: 0.8, poleUp: -0.3 }),
      footStagger: 0.14,
      pelvisYaw: -0.15,
    },
  ],
  assaultive: [],
  withdrawn: [
    { ...HUGGED, frontL: 0.35, frontR: 0.35 },
    { ...HANGING, ...arms({ out: 0.06, up: -0.47, fwd: 0.12, curl: 0.3 }), frontL: 0.24, frontR: 0.24 },
  ],
  frightened: [
    { ...CLUTCHED, frontL: 0.25, frontR: 0.25 },
    {
      ...HUGGED,
      frontL: 0.38,
      frontR: 0.38,
      raiseL: 0.24,
      raiseR: 0.24,
      hipsDown: 0.07,
      flexLow: 0.06,
      headPitch: 0.12,
    },
  ],
}

const KNEES: Traits = arms({
  knee: 1,
  middle: 0,
  out: 0.0,
  up: 0.085,
  fwd: -0.09,
  supine: -0.75,
  poleOut: 0.9,
  poleUp: -0.2,
  poleFwd: -0.7,
  flex: 0.12,
  side: 0,
  curl: 0.35,
  thumb: 0.3,
})
const SITTING_WAYS: Readonly<Partial<Record<Mood, readonly Traits[]>>> = {
  calm: [{ ...KNEES, flexLow: 0.12, flexHigh: 0.1 }],
  wary: [{ ...KNEES, frontL: 0, frontR: 0 }],
  withdrawn: [{ ...HUGGED, headPitch: 0.55 }],
}

const MOOD_CHANCE: Readonly<Record<Mood, number>> = {
  calm: 201,
  compliant: 202,
  wary: 203,
  agitated: 204,
  hostile: 205,
  assaultive: 206,
  withdrawn: 207,
  frightened: 208,
}

const spread = (seed: number): number => Math.imul(seed + 1, 0x9e3779b1)

/** How this person stands or sits in a mood, over the mood's first way. */
export function wayOf(mood: Mood, pose: 'stand' | 'sit', seed: number): Traits {
  const ways = (pose === 'stand' ? STANDING_WAYS : SITTING_WAYS)[mood] ?? []
  // neighbouring seeds are spread, or their first choices would be alike
  return ways[Math.floor(chance(MOOD_CHANCE[mood], spread(seed)) * (ways.length + 1)) - 1] ?? {}
}

/** Adds what is this person's own in every mood: how wide he stands, on which leg, how upright, how he holds his head. */
export function addOwn(bearing: Bearing, pose: 'stand' | 'sit', seed: number): void {
  const own = (n: number) => chance(n, spread(seed)) * 2 - 1
  const share = pose === 'stand' ? 1 : 0.5
  addTraits(bearing, { flexHigh: 0.045, flexLow: 0.02, neckFwd: 0.035, raiseL: -0.03, raiseR: -0.03 }, own(1) * share)
  addTraits(bearing, { headRoll: 0.05, spineSide: -0.015 }, own(2) * share)
  addTraits(bearing, { headPitch: 0.035 }, own(3) * share)
  addTraits(bearing, { spineTwist: 0.05 }, own(4) * share)
  if (pose === 'sit') return
  addTraits(bearing, { footWidth: 0.022, toeOut: 0.06 }, own(5))
  addTraits(bearing, { footStagger: 0.05, hipsLeft: 0.02, pelvisRoll: 0.025 }, own(6))
  if (own(7) < 0) mirror(bearing)
}

const SIDED: readonly Channel[] = [
  'hipsLeft',
  'pelvisYaw',
  'pelvisRoll',
  'spineSide',
  'spineTwist',
  'headYaw',
  'headRoll',
  'footStagger',
]
const PAIRS: readonly (readonly [left: number, right: number])[] = [
  ...Object.values(IN_ARM).map((at) => [ARM_AT.l + at, ARM_AT.r + at] as const),
  [AT.raiseL, AT.raiseR],
  [AT.frontL, AT.frontR],
]

/** Left for right, in place. */
function mirror(bearing: Bearing): void {
  for (const channel of SIDED) bearing[AT[channel]] = -(bearing[AT[channel]] ?? 0)
  for (const [left, right] of PAIRS) {
    const kept = bearing[left] ?? 0
    bearing[left] = bearing[right] ?? 0
    bearing[right] = kept
  }
}
