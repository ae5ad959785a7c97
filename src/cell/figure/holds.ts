import { arm, arms, type Traits } from './channels.ts'

/** What hands and body hold in the gestures of `gestures.ts`. Metres and radians of an average man. */

const FREE = { middle: 0, knee: 0, seat: 0, head: 0 } as const
const MIDDLE = { middle: 1, knee: 0, seat: 0, head: 0 } as const
const HEAD = { middle: 0, knee: 0, seat: 0, head: 1 } as const
const BELOW = { poleOut: 0.6, poleUp: -1, poleFwd: -0.4 } as const

export const PALMS_UP: Traits = arms({
  ...FREE,
  out: 0.15,
  up: -0.25,
  fwd: 0.3,
  supine: 1.45,
  curl: 0.12,
  spread: 0.6,
  thumb: 0,
  flex: -0.2,
  side: 0,
  poleOut: 0.45,
  poleUp: -0.6,
  poleFwd: -1,
})

export const POINT: Traits = {
  ...arm('r', {
    ...FREE,
    out: -0.04,
    up: -0.06,
    fwd: 0.47,
    supine: -0.5,
    curl: 1,
    point: 1,
    thumb: 0.8,
    flex: 0,
    poleOut: 0.8,
    poleUp: -1,
    poleFwd: -0.2,
  }),
  flexLow: 0.06,
  spineTwist: 0.2,
  neckFwd: 0.1,
}

const WAVE = { ...FREE, ...BELOW, supine: -0.9, curl: 0.2, thumb: 0.1 } as const
export const WAVE_UP: Traits = { ...arm('r', { ...WAVE, out: 0.12, up: -0.06, fwd: 0.3, flex: -0.7 }), headYaw: 0.15 }
export const WAVE_DOWN: Traits = { ...arm('r', { ...WAVE, out: 0.3, up: -0.26, fwd: 0.32, flex: 0.5 }), headYaw: 0.35 }

export const FISTS: Traits = {
  ...arms({
    ...FREE,
    out: 0.12,
    up: -0.435,
    fwd: 0.08,
    supine: -0.3,
    curl: 1.05,
    thumb: 1,
    flex: 0.05,
    poleOut: 0.6,
    poleUp: 0,
    poleFwd: -1,
  }),
  tremor: 0.8,
}

const PALM: Traits = arm('l', {
  ...MIDDLE,
  out: 0.02,
  up: -0.27,
  fwd: 0.27,
  supine: 0.35,
  curl: 0.25,
  thumb: 0,
  ...BELOW,
})
export const PALM_READY: Traits = {
  ...PALM,
  ...arm('r', { ...MIDDLE, ...BELOW, out: 0.17, up: -0.2, fwd: 0.3, curl: 1, thumb: 1, supine: 0 }),
}
export const PALM_HIT: Traits = {
  ...PALM,
  ...arm('r', { ...MIDDLE, ...BELOW, out: 0.08, up: -0.26, fwd: 0.3, curl: 1, thumb: 1, supine: 0 }),
}

export const HANDS_UP: Traits = {
  ...arms({
    ...FREE,
    out: 0.14,
    up: 0.1,
    fwd: 0.2,
    supine: -0.9,
    curl: 0.05,
    spread: 0.8,
    thumb: 0,
    flex: -0.3,
    side: 0,
    poleOut: 0.8,
    poleUp: -1,
    poleFwd: -0.3,
  }),
  flexHigh: 0.02,
}

export const FLINCH: Traits = {
  hipsFwd: -0.1,
  hipsDown: 0.05,
  flexHigh: 0.22,
  raiseL: 0.5,
  raiseR: 0.5,
  neckFwd: -0.05,
  headPitch: 0.15,
  headYaw: 0.25,
  eyeWide: 0.8,
  browUp: 0.7,
  ...arms({ ...FREE, supine: -0.8, curl: 0.15, spread: 0.8, thumb: 0, flex: -0.6, ...BELOW }),
  ...arm('l', { out: -0.04, up: -0.02, fwd: 0.28 }),
  ...arm('r', { out: -0.02, up: 0.04, fwd: 0.25 }),
}

/** For a search: palms on the crown, fingers laced, elbows wide. */
export const ON_HEAD: Traits = {
  ...arms({
    ...HEAD,
    out: 0.114,
    up: 0.148,
    fwd: 0.053,
    supine: 1.311,
    curl: 0.435,
    spread: 0.445,
    thumb: 0.2,
    flex: 0.078,
    side: 0.258,
    poleOut: 1,
    poleUp: -0.3,
    poleFwd: 0.35,
  }),
  // one hand before the other, so that the fingers lie between one another
  'r.up': 0.154,
  'r.fwd': 0.04,
  headPitch: 0.06,
  raiseL: 0.3,
  raiseR: 0.3,
  flexHigh: -0.03,
}

export const FACE_IN_HANDS: Traits = {
  ...arms({
    ...HEAD,
    out: 0.033,
    up: -0.039,
    fwd: 0.052,
    supine: 1.318,
    curl: 0.1,
    thumb: 0.05,
    spread: 0,
    flex: 0.225,
    side: 0.303,
    poleOut: 0.1,
    poleUp: -0.884,
    poleFwd: 1.047,
  }),
  headPitch: 0.34,
  flexHigh: 0.3,
  flexLow: 0.12,
  raiseL: 0.2,
  raiseR: 0.2,
  frontL: 0.3,
  frontR: 0.3,
}

export const NECK: Traits = {
  ...arm('r', {
    ...HEAD,
    out: 0.08,
    up: -0.06,
    fwd: -0.02,
    supine: 0.2,
    curl: 0.35,
    flex: 0.4,
    thumb: 0.1,
    poleOut: 1,
    poleUp: -0.3,
    poleFwd: 0.6,
  }),
  headPitch: 0.3,
  headRoll: 0.1,
}

/** Arms folded tight: one hand high on the other upper arm, the other round the ribs, and shoulders to the ears. */
export const HUG: Traits = {
  ...arms({ ...MIDDLE, spread: 0 }),
  ...arm('l', { out: -0.095, up: -0.153, fwd: 0.097, poleOut: 0.626, poleUp: -0.489, poleFwd: 0.575 }),
  ...arm('l', { supine: 0.006, flex: 0.483, side: -0.261, curl: 0.4, thumb: 0.3 }),
  ...arm('r', { out: -0.07, up: -0.1, fwd: 0.185, poleOut: 1.173, poleUp: -0.678, poleFwd: 0.465 }),
  ...arm('r', { supine: 0.412, flex: 0.339, side: 0.191, curl: 0.22, spread: -0.4, thumb: 0.15 }),
  flexHigh: 0.24,
  frontL: 0.34,
  frontR: 0.34,
  raiseL: 0.18,
  raiseR: 0.18,
  headPitch: 0.26,
}

export const WRING: Traits = {
  ...arms(MIDDLE),
  ...arm('l', { out: 0.097, up: -0.285, fwd: 0.199, poleOut: 0.846, poleUp: -0.643, poleFwd: -0.1 }),
  ...arm('l', { supine: -0.387, flex: 0.443, side: -0.091, curl: 0.5, spread: -0.3, thumb: 0.521 }),
  ...arm('r', { out: 0.049, up: -0.271, fwd: 0.224, poleOut: 0.881, poleUp: -0.5, poleFwd: -0.459 }),
  ...arm('r', { supine: -0.35, flex: 0.446, side: -0.204, curl: 0.202, spread: -0.2, thumb: 0.1 }),
  headPitch: 0.22,
}

/** The other end of wringing them: the hands turn a little in one another. */
export const WRUNG: Traits = { ...WRING, 'l.supine': -0.22, 'r.supine': -0.5, 'r.up': -0.262 }

export const ON_CHEST: Traits = {
  ...arm('r', {
    ...MIDDLE,
    out: -0.01,
    up: -0.16,
    fwd: 0.19,
    supine: -0.2,
    curl: 0.15,
    thumb: 0.1,
    flex: 0.35,
    poleOut: 0.9,
    poleUp: -1,
    poleFwd: -0.1,
  }),
  headPitch: 0.08,
  browInner: 0.4,
}

export const SLUMP: Traits = {
  flexLow: 0.26,
  flexHigh: 0.42,
  neckFwd: 0.24,
  headPitch: 0.66,
  frontL: 0.34,
  frontR: 0.34,
  raiseL: -0.12,
  raiseR: -0.12,
  sad: 0.6,
  browInner: 0.6,
}

/** Something small on an open palm, arm out. */
export const HAND_OVER: Traits = {
  ...arm('r', {
    ...FREE,
    out: -0.03,
    up: -0.17,
    fwd: 0.47,
    supine: 1.5,
    curl: 0.3,
    thumb: 0.5,
    flex: 0.0,
    poleOut: 0.5,
    poleUp: -1,
    poleFwd: -0.6,
  }),
  flexLow: 0.1,
  spineTwist: 0.18,
  headPitch: 0.08,
}

/** For cuffing or an escort: wrists crossed over the small of the back. */
export const BEHIND_BACK: Traits = {
  ...arms({
    ...MIDDLE,
    out: 0.05,
    up: -0.42,
    fwd: -0.19,
    supine: -1.1,
    curl: 0.35,
    thumb: 0.3,
    flex: 0.2,
    side: 0,
    poleOut: 1,
    poleUp: 0,
    poleFwd: -0.25,
  }),
  flexHigh: -0.05,
  frontL: -0.25,
  frontR: -0.25,
}

/** Feet wide, arms out, palms up: a rub-down search. */
export const SEARCH: Traits = {
  ...arms({
    ...FREE,
    out: 0.48,
    up: -0.06,
    fwd: 0.07,
    supine: 0.6,
    curl: 0.04,
    spread: 0.7,
    thumb: 0,
    flex: 0,
    side: 0,
    poleOut: 0,
    poleUp: -0.5,
    poleFwd: -1,
  }),
  footWidth: 0.27,
  toeOut: 0.2,
  hipsDown: 0.02,
  footStagger: 0,
}

const PUSHING = { ...FREE, supine: -0.8, curl: 0.1, spread: 0.5, thumb: 0, flex: -1, ...BELOW, poleOut: 1 } as const
export const PUSH_READY: Traits = { ...arms({ ...PUSHING, out: 0.0, up: -0.1, fwd: 0.2 }), flexLow: -0.02 }
export const PUSH: Traits = {
  ...arms({ ...PUSHING, out: -0.06, up: -0.04, fwd: 0.46 }),
  flexLow: 0.2,
  hipsFwd: 0.08,
  footStagger: 0.25,
}
