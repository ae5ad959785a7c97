import type { Pose } from '#core/scenario'
import { arm, arms, type Traits } from './channels.ts'
import * as hold from './holds.ts'
import { FOLDED } from './stances.ts'

/** One stop of a gesture: when it is reached after the gesture began, and what the body then holds. */
type Stop = { readonly atMs: number; readonly traits: Traits }
export type Glance = 'officer' | 'floor' | 'away' | 'door' | 'hands'
export type Gesture = {
  readonly stops: readonly Stop[]
  /** the rest a gesture puts a body into, whatever its position says */ readonly pose?: Pose
  /** what follows the last stop: it stays, it passes, or it starts again at a stop */ readonly after:
    | 'stay'
    | 'pass'
    | { readonly again: number }
  /** where the eyes go */ readonly glance?: Glance
  /** turns the whole body from where it faced, radians */ readonly turnRad?: number
  /** takes the body from its place, metres ahead; `pace` walks to and fro */ readonly stepM?: number
  readonly pace?: boolean
  /** goes over into it quickly */ readonly abrupt?: boolean
}

const stay = (traits: Traits, more: Partial<Gesture> = {}): Gesture => ({
  stops: [{ atMs: 650, traits }],
  after: 'stay',
  ...more,
})
const cycle = (from: Traits, to: Traits, everyMs: number, more: Partial<Gesture> = {}): Gesture => ({
  stops: [
    { atMs: 600, traits: from },
    { atMs: 600 + everyMs / 2, traits: to },
    { atMs: 600 + everyMs, traits: from },
  ],
  after: { again: 0 },
  ...more,
})
const once = (stops: readonly (readonly [atMs: number, traits: Traits])[], more: Partial<Gesture> = {}): Gesture => ({
  stops: stops.map(([atMs, traits]) => ({ atMs, traits })),
  after: 'pass',
  ...more,
})

/** Everything a scenario can ask a body to do, by the words it uses. */
export const GESTURES = {
  'palms-up': stay(hold.PALMS_UP),
  shrug: once([
    [420, { ...hold.PALMS_UP, raiseL: 0.45, raiseR: 0.45, headRoll: 0.16, browUp: 0.6, chinUp: 0.5 }],
    [1100, { ...hold.PALMS_UP, raiseL: 0.45, raiseR: 0.45, headRoll: 0.16, browUp: 0.6, chinUp: 0.5 }],
    [1700, {}],
  ]),
  point: once(
    [
      [420, hold.POINT],
      [620, { ...hold.POINT, 'r.up': 0.02 }],
      [860, hold.POINT],
      [1900, hold.POINT],
      [2600, {}],
    ],
    { glance: 'officer' },
  ),
  'wave-off': once(
    [
      [420, hold.WAVE_UP],
      [760, hold.WAVE_DOWN],
      [1300, {}],
    ],
    { glance: 'away' },
  ),
  fists: stay(hold.FISTS),
  'pound-fist': cycle(hold.PALM_READY, hold.PALM_HIT, 1100),
  'hands-up': stay(hold.HANDS_UP),
  flinch: once(
    [
      [220, hold.FLINCH],
      [900, hold.FLINCH],
      [2000, {}],
    ],
    { abrupt: true },
  ),
  'arms-crossed': stay(FOLDED),
  'hands-on-head': stay(hold.ON_HEAD),
  'face-in-hands': stay(hold.FACE_IN_HANDS),
  'rub-neck': cycle(hold.NECK, { ...hold.NECK, 'r.up': 0.0, 'r.out': 0.02, headRoll: -0.12 }, 1400, {
    glance: 'floor',
  }),
  'hug-self': stay(hold.HUG, { glance: 'floor' }),
  rock: stay({ ...hold.HUG, rock: 1 }, { glance: 'floor' }),
  'wring-hands': cycle(hold.WRING, hold.WRUNG, 1300, {
    glance: 'hands',
  }),
  'hand-on-chest': stay(hold.ON_CHEST, { glance: 'officer' }),
  nod: cycle({ headPitch: 0.02 }, { headPitch: 0.2 }, 850, { after: 'pass' }),
  'shake-head': {
    stops: [
      { atMs: 260, traits: { headYaw: 0.3 } },
      { atMs: 620, traits: { headYaw: -0.3 } },
      { atMs: 980, traits: { headYaw: 0.28 } },
      { atMs: 1340, traits: { headYaw: -0.2 } },
      { atMs: 1800, traits: {} },
    ],
    after: 'pass',
  },
  'turn-away': stay(
    { ...arms({ middle: 0 }), headPitch: 0.1, flexHigh: 0.1 },
    { turnRad: 2.1, glance: 'away', pose: 'stand' },
  ),
  'step-back': {
    stops: [
      { atMs: 350, traits: hold.FLINCH },
      { atMs: 1800, traits: {} },
    ],
    after: 'pass',
    stepM: -0.4,
  },
  pace: { stops: [], after: 'pass', pace: true, pose: 'stand', glance: 'floor' },
  'sit-down': { stops: [], after: 'pass', pose: 'sit' },
  'rise-abruptly': {
    stops: [
      { atMs: 420, traits: { ...hold.FISTS, flexLow: 0.2, footStagger: 0.12 } },
      { atMs: 900, traits: hold.FISTS },
    ],
    after: 'stay',
    pose: 'stand',
    abrupt: true,
    glance: 'officer',
  },
  'lie-down': { stops: [], after: 'pass', pose: 'lie' },
  slump: stay(hold.SLUMP, { glance: 'floor' }),
  'hand-over': stay(hold.HAND_OVER, { glance: 'hands' }),
  'hands-behind-back': stay(hold.BEHIND_BACK),
  'search-stance': stay(hold.SEARCH, { glance: 'away' }),
  'show-hands': stay({
    ...arms({ out: 0.08, up: -0.08, fwd: 0.3, supine: -0.45, curl: 0.02, spread: 1, thumb: 0, flex: -0.8, middle: 0 }),
    ...arms({ knee: 0, seat: 0, poleOut: 0.6, poleUp: -1, poleFwd: -0.2 }),
  }),
  push: once(
    [
      [300, hold.PUSH_READY],
      [520, hold.PUSH],
      [900, hold.PUSH],
      [1700, {}],
    ],
    { abrupt: true, glance: 'officer', pose: 'stand' },
  ),
  listen: stay(
    { headRoll: 0.16, headPitch: 0.06, flexHigh: 0.08, browInner: 0.2, ...arm('r', {}) },
    { glance: 'officer' },
  ),
} satisfies Record<string, Gesture>

export type GestureName = keyof typeof GESTURES
export const GESTURE_NAMES = Object.keys(GESTURES) as readonly GestureName[]
export const gestureNamed = (name: GestureName): Gesture => GESTURES[name]
/** A word of a scenario as a gesture; words the body does not know show nothing. */
export const toGesture = (word: string | undefined): GestureName | undefined =>
  GESTURE_NAMES.find((name) => name === word)
