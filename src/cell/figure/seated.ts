import { arm, arms, type Traits } from './channels.ts'
import { HUG } from './holds.ts'
import type { Mood } from './mood.ts'
import { FOLDED } from './stances.ts'

/** How each mood sits and lies, over how it stands. Hips and seat come from the place; see `bearing.ts`. */

/** Hands on the thighs, wrists a little behind the knees. */
const ON_THIGHS = arms({
  knee: 1,
  middle: 0,
  out: 0.0,
  up: 0.075,
  fwd: -0.11,
  supine: -0.75,
  poleOut: 0.9,
  poleFwd: -0.7,
  poleUp: -0.2,
  flex: 0.12,
  curl: 0.25,
  thumb: 0.2,
})

export const SITTING: Readonly<Record<Mood, Traits>> = {
  calm: {
    // at ease over his thighs, hands loosely together
    pelvisPitch: 0.06,
    flexLow: 0.2,
    flexHigh: 0.16,
    kneesOut: 0.26,
    footWidth: 0.14,
    ...arms({ knee: 1, middle: 0 }),
    ...arm('l', { out: -0.158, up: 0.109, fwd: -0.022, poleOut: 0.812, poleUp: -0.568, poleFwd: -0.4 }),
    ...arm('l', { supine: -0.713, flex: 0.399, side: 0.143, curl: 0.354, spread: -0.3, thumb: 0.447 }),
    ...arm('r', { out: -0.187, up: 0.123, fwd: -0.008, poleOut: 0.85, poleUp: -0.751, poleFwd: -0.4 }),
    ...arm('r', { supine: -0.491, flex: 0.283, side: -0.234, curl: 0.214, spread: -0.2, thumb: 0.05 }),
  },
  compliant: {
    pelvisPitch: 0,
    flexLow: 0.05,
    flexHigh: 0.05,
    kneesOut: 0.1,
    footWidth: 0.1,
    headPitch: 0.06,
    ...ON_THIGHS,
    ...arms({ curl: 0.08, thumb: 0, supine: 1.1, up: 0.1 }),
  },
  wary: {
    // turned aside and leaning back, arms for a bar, feet ready
    pelvisYaw: 0.3,
    pelvisPitch: -0.14,
    spineTwist: 0.1,
    flexLow: 0.06,
    flexHigh: 0.12,
    raiseL: 0.14,
    raiseR: 0.14,
    footWidth: 0.12,
    footStagger: -0.1,
    kneesOut: 0.12,
    headPitch: 0.04,
    recoil: 0.5,
    ...FOLDED,
  },
  agitated: {
    // over his knees, hands going
    pelvisPitch: 0.2,
    flexLow: 0.18,
    flexHigh: 0.2,
    neckFwd: 0.05,
    kneesOut: 0.35,
    footWidth: 0.17,
    jiggle: 1,
    fidget: 0.8,
    ...arms({
      knee: 1,
      middle: 0,
      out: 0.0,
      up: 0.19,
      fwd: 0.04,
      supine: 0.5,
      poleOut: 0.55,
      poleUp: -0.6,
      poleFwd: -0.8,
      curl: 0.25,
      spread: 0.7,
      thumb: 0,
      flex: -0.1,
    }),
  },
  hostile: {
    // fists on the knees, elbows out, eyes up under the brows
    pelvisPitch: 0.16,
    flexLow: 0.12,
    flexHigh: 0.08,
    neckFwd: 0.1,
    headPitch: 0.24,
    kneesOut: 0.4,
    footWidth: 0.2,
    raiseL: 0.14,
    raiseR: 0.14,
    ...arms({
      knee: 1,
      middle: 0,
      out: 0.0,
      up: 0.085,
      fwd: -0.06,
      supine: -0.55,
      poleOut: 0.7,
      poleUp: 0,
      poleFwd: -0.5,
      curl: 1,
      thumb: 1,
      flex: 0.1,
    }),
  },
  // nobody attacks from a seat: he is on his feet
  assaultive: {},
  withdrawn: {
    // folded up, forearms on the thighs, hands hanging into one another
    pelvisPitch: 0.22,
    flexLow: 0.24,
    flexHigh: 0.34,
    neckFwd: 0.2,
    headPitch: 0.62,
    kneesOut: 0.22,
    footWidth: 0.11,
    toeOut: -0.05,
    ...arms({ knee: 1, middle: 0 }),
    ...arm('l', { out: -0.136, up: 0.151, fwd: -0.015, poleOut: 0.753, poleUp: 0.1, poleFwd: -0.2 }),
    ...arm('l', { supine: -0.423, flex: 0.241, side: -0.197, curl: 0.342, spread: -0.3, thumb: 0.358 }),
    ...arm('r', { out: -0.156, up: 0.153, fwd: 0.02, poleOut: 0.849, poleUp: -0.189, poleFwd: -0.404 }),
    ...arm('r', { supine: -0.623, flex: 0.456, side: -0.074, curl: 0.601, spread: -0.2, thumb: 0.05 }),
  },
  frightened: {
    // drawn back and holding himself
    pelvisPitch: -0.16,
    flexLow: 0.12,
    flexHigh: 0.24,
    kneesOut: -0.05,
    footWidth: 0.06,
    toeOut: -0.1,
    rock: 0.6,
    ...HUG,
    headPitch: 0.2,
  },
}

/** On his back, awake. */
export const LYING: Traits = {
  headPitch: 0.3,
  headRoll: 0,
  pelvisYaw: 0,
  pelvisPitch: 0,
  pelvisRoll: 0,
  spineSide: 0,
  spineTwist: 0,
  flexLow: 0.03,
  flexHigh: 0.06,
  neckFwd: 0,
  hipsLeft: 0,
  legOutL: 0.12,
  legOutR: 0.14,
  // one heel on the mattress, the other foot drawn up
  legDownL: 0.97,
  legDownR: 0.68,
  legFwdL: -0.04,
  legFwdR: -0.03,
  kneesOut: 0.12,
  sway: 0,
  jiggle: 0,
  ...arms({ seat: 0, knee: 0, flex: 0.15, curl: 0.3, thumb: 0.2, poleOut: 1, poleUp: 0, poleFwd: -0.5 }),
  ...arm('l', { middle: 1, out: 0.0, up: -0.36, fwd: 0.17, supine: -0.5 }),
  ...arm('r', { middle: 0, out: 0.14, up: -0.45, fwd: 0.0, supine: -0.3 }),
}
/**
 * On the side, face to the wall, knees drawn up.
 *
 * @param side which of his own sides the wall is at when he lies on his back: 1 left, −1 right
 */
export function curled(side: 1 | -1): Traits {
  // what lies underneath is a little further from the middle than what lies on it
  const [under, above] = side > 0 ? (['l', 'r'] as const) : (['r', 'l'] as const)
  const leg = (which: 'l' | 'r') => (which === 'l' ? 'L' : 'R')
  return {
    ...LYING,
    pelvisYaw: side * 1.25,
    // knees and hands need the room before him
    hipsLeft: side * -0.13,
    flexLow: 0.2,
    flexHigh: 0.3,
    headPitch: 0.35,
    headYaw: 0,
    [`legDown${leg(above)}`]: 0.62,
    [`legDown${leg(under)}`]: 0.6,
    [`legFwd${leg(above)}`]: 0.2,
    [`legFwd${leg(under)}`]: 0.19,
    [`legOut${leg(above)}`]: 0,
    [`legOut${leg(under)}`]: 0.08,
    kneesOut: -0.05,
    ...arms({ middle: 1, poleOut: 0.4, poleUp: -1, poleFwd: 0, curl: 0.5, supine: -0.2 }),
    // hands that hold nothing lie on the mattress, one over the other
    ...arm(above, { out: -0.17, up: -0.16, fwd: 0.2 }),
    ...arm(under, { out: 0.17, up: -0.12, fwd: 0.26 }),
  }
}

/** As one lies curled, and nothing holds itself: the head sinks into the pillow. */
export const asleep = (side: 1 | -1): Traits => ({
  ...curled(side),
  headPitch: 0.2,
  headYaw: side * 1.3,
  breath: 1.3,
  tremor: 0,
  fidget: 0,
})
