import { arm, arms, bearingWith, createBearing, type Traits } from './channels.ts'
import type { Mood } from './mood.ts'

/** How each mood stands: the whole body tells it, hands and shoulders first. Metres and radians of an average man. */

/** Arms that hang, palms to the thighs. */
export const HANGING: Traits = arms({
  middle: 0,
  knee: 0,
  seat: 0,
  head: 0,
  out: 0.035,
  up: -0.475,
  fwd: 0.05,
  poleOut: 0.3,
  poleFwd: -1,
  supine: -0.5,
  curl: 0.24,
  thumb: 0.2,
  flex: 0.06,
})

/**
 * Arms folded on the chest: the left forearm lies on it and its hand goes under the other upper arm, the right one lies
 * before it and its hand on the other upper arm; elbows stay low, shoulders come forward. The numbers of hands that hold
 * something were found by search over everybody's own flesh and cloth: fingers on what they hold, forearms on the chest
 * and on one another, nothing in anything.
 */
export const FOLDED: Traits = {
  frontL: 0.26,
  frontR: 0.26,
  ...arms({ middle: 1, knee: 0, seat: 0, head: 0, spread: 0, point: 0 }),
  ...arm('l', { out: -0.114, up: -0.156, fwd: 0.099, poleOut: 0.947, poleUp: -1.087, poleFwd: 0.948 }),
  ...arm('l', { supine: 0.171, flex: 0.507, side: -0.217, curl: 0.4, thumb: 0.3 }),
  ...arm('r', { out: -0.044, up: -0.151, fwd: 0.197, poleOut: 1.439, poleUp: -0.579, poleFwd: 0.282 }),
  ...arm('r', { supine: 0.38, flex: 0.318, side: 0.27, curl: 0.22, spread: -0.4, thumb: 0.15 }),
}

/** One hand lies in the other before the lap. */
export const CLASPED: Traits = {
  ...arms({ middle: 1, knee: 0, seat: 0, head: 0, point: 0 }),
  ...arm('l', { out: 0.081, up: -0.322, fwd: 0.213, poleOut: 0.801, poleUp: -0.717, poleFwd: -0.145 }),
  ...arm('l', { supine: -0.436, flex: 0.455, side: 0.027, curl: 0.45, spread: -0.3, thumb: 0.488 }),
  ...arm('r', { out: 0.056, up: -0.298, fwd: 0.233, poleOut: 0.9, poleUp: -0.939, poleFwd: -0.651 }),
  ...arm('r', { supine: -0.479, flex: 0.472, side: -0.241, curl: 0.244, spread: -0.2, thumb: 0.133 }),
}

/** What a body does when nothing says otherwise. */
export const NEUTRAL = bearingWith(createBearing(), {
  ...HANGING,
  footWidth: 0.1,
  toeOut: 0.16,
  kneesOut: 0.1,
  legOutL: 0.13,
  legOutR: 0.13,
  legDownL: 0.97,
  legDownR: 0.97,
  breath: 1,
  sway: 0.5,
})

export const STANDING: Readonly<Record<Mood, Traits>> = {
  calm: {
    hipsLeft: 0.03,
    pelvisRoll: 0.035,
    spineSide: -0.04,
    footStagger: 0.03,
    flexHigh: 0.03,
    headRoll: 0.03,
    sway: 1,
    ...arms({ curl: 0.28 }),
  },
  compliant: {
    footWidth: 0.08,
    flexLow: 0.03,
    flexHigh: 0.06,
    headPitch: 0.08,
    frontL: 0.08,
    frontR: 0.08,
    // open hands where they can be seen, palms half up
    ...arms({ out: 0.06, up: -0.37, fwd: 0.26, supine: 0.75, curl: 0.16, thumb: 0, poleOut: 0.5, flex: -0.1 }),
  },
  wary: {
    // half turned away, weight on the back foot, arms folded as a bar
    pelvisYaw: 0.42,
    spineTwist: -0.08,
    hipsFwd: -0.035,
    hipsLeft: 0.02,
    footStagger: 0.12,
    footWidth: 0.11,
    flexHigh: 0.05,
    raiseL: 0.1,
    raiseR: 0.1,
    headPitch: 0.06,
    neckFwd: -0.03,
    recoil: 0.5,
    ...FOLDED,
  },
  agitated: {
    // hands that argue and cannot rest, weight forward on the toes
    hipsFwd: 0.03,
    footWidth: 0.14,
    footStagger: 0.12,
    flexLow: 0.05,
    flexHigh: 0.1,
    spineTwist: 0.08,
    neckFwd: 0.12,
    headRoll: -0.05,
    raiseL: 0.12,
    raiseR: 0.16,
    sway: 1.8,
    fidget: 1,
    tremor: 0.3,
    ...arms({ poleOut: 0.5, poleUp: -1, poleFwd: -0.6, curl: 0.08, spread: 0.6, thumb: 0.05, flex: -0.1 }),
    ...arm('l', { out: 0.03, up: -0.21, fwd: 0.32, supine: 1.05 }),
    ...arm('r', { out: 0.05, up: -0.03, fwd: 0.3, supine: 0.45 }),
  },
  hostile: {
    // squared up and still: chest out, chin down, fists
    footWidth: 0.19,
    footStagger: 0.05,
    hipsFwd: 0.015,
    pelvisPitch: 0.03,
    flexHigh: -0.04,
    neckFwd: 0.12,
    headPitch: 0.09,
    raiseL: 0.1,
    raiseR: 0.1,
    frontL: -0.1,
    frontR: -0.1,
    sway: 0.25,
    tremor: 0.4,
    recoil: -0.4,
    ...arms({
      out: 0.125,
      up: -0.445,
      fwd: 0.03,
      poleOut: 0.7,
      poleFwd: -1,
      supine: -0.35,
      curl: 1,
      thumb: 1,
      flex: 0.05,
    }),
  },
  assaultive: {
    // guard up, one foot ahead, ready to go
    footWidth: 0.17,
    footStagger: 0.3,
    hipsDown: 0.06,
    hipsFwd: 0.0,
    pelvisYaw: -0.3,
    flexLow: 0.14,
    flexHigh: 0.14,
    neckFwd: 0.1,
    headPitch: 0.16,
    raiseL: 0.2,
    raiseR: 0.2,
    frontL: 0.2,
    frontR: 0.1,
    sway: 1.4,
    recoil: -0.6,
    ...arms({ supine: 0.1, curl: 1, thumb: 1, poleOut: 0.7, poleUp: -1, poleFwd: -0.2 }),
    ...arm('l', { out: -0.03, up: -0.03, fwd: 0.31 }),
    ...arm('r', { out: -0.02, up: -0.08, fwd: 0.25 }),
  },
  withdrawn: {
    // closed in on himself: head and shoulders hang, hands hold one another
    footWidth: 0.07,
    toeOut: 0.02,
    flexLow: 0.1,
    flexHigh: 0.26,
    neckFwd: 0.16,
    headPitch: 0.34,
    frontL: 0.28,
    frontR: 0.28,
    raiseL: -0.06,
    raiseR: -0.06,
    sway: 0.3,
    breath: 0.7,
    recoil: 0.4,
    ...CLASPED,
  },
  frightened: {
    // away from you and smaller: shoulders to the ears, hands between
    hipsFwd: -0.09,
    hipsDown: 0.05,
    footWidth: 0.08,
    footStagger: -0.14,
    pelvisYaw: -0.2,
    flexLow: -0.04,
    flexHigh: 0.14,
    neckFwd: -0.08,
    headPitch: 0.05,
    raiseL: 0.2,
    raiseR: 0.2,
    frontL: 0.2,
    frontR: 0.2,
    sway: 0.6,
    tremor: 1,
    recoil: 1,
    // open palms before the chest, elbows close: do not hurt me
    ...arms({
      supine: -0.95,
      poleOut: 0.2,
      poleUp: -1,
      poleFwd: -0.1,
      curl: 0.14,
      spread: 0.25,
      thumb: 0.1,
      flex: -0.4,
    }),
    ...arm('l', { out: -0.02, up: -0.04, fwd: 0.25 }),
    ...arm('r', { out: 0.01, up: -0.08, fwd: 0.21 }),
  },
}

/** What tension and mistrust add to any stance, at their utmost; what it does to free hands is in `tenseHands`. */
export const TENSE: Traits = {
  raiseL: 0.12,
  raiseR: 0.12,
  flexHigh: -0.03,
  tremor: 0.3,
  lipPress: 0.25,
  browDown: 0.15,
}
export const MISTRUSTING: Traits = { pelvisYaw: 0.14, hipsFwd: -0.02, headYaw: -0.06, eyeSlit: 0.12, smile: -0.12 }
