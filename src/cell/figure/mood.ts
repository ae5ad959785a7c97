import type { Behaviour, Pose } from '#core/scenario'

/** All that a body shows: how he behaves, how he rests, whether he speaks. */
export type FigureState = {
  readonly behaviour: Behaviour
  readonly tension: number
  readonly trust: number
  readonly pose: Pose
  readonly speaking: boolean
  readonly gesture?: string
}

/** Turns of bones about the body's own axes (x to its left, y up, z forward), radians, parents first. */
export type Turns = Readonly<Record<string, readonly [x: number, y: number, z: number]>>
export type Mood = { readonly turns: Turns; readonly face: Readonly<Record<string, number>> }

const bothArms = (left: readonly [number, number, number], elbow: readonly [number, number, number]): Turns => ({
  upperarm01_L: left,
  upperarm01_R: [left[0], -left[1], -left[2]],
  lowerarm01_L: elbow,
  lowerarm01_R: [elbow[0], -elbow[1], -elbow[2]],
})
const fingers = (curl: number): Turns =>
  Object.fromEntries(
    ['2', '3', '4', '5'].flatMap((finger) =>
      ['1', '2', '3'].flatMap((joint) => [
        [`finger${finger}-${joint}_L`, [0, 0, -curl] as const],
        [`finger${finger}-${joint}_R`, [0, 0, curl] as const],
      ]),
    ),
  )
const HANGING = bothArms([0, 0, -0.66], [-0.25, 0, 0.06])

const MOODS: Readonly<Record<Behaviour, Mood>> = {
  calm: { turns: { ...HANGING, ...fingers(0.25) }, face: { 'mouth-corner-puller': 0.12 } },
  compliant: {
    turns: { ...HANGING, ...fingers(0.2), head: [0.05, 0, 0] },
    face: { 'mouth-corner-puller': 0.25, 'eyebrows-left-up': 0.15, 'eyebrows-right-up': 0.15 },
  },
  wary: {
    turns: {
      ...bothArms([0.04, 0, -0.62], [-0.45, 0, 0.1]),
      ...fingers(0.45),
      neck02: [0.04, 0, 0],
      spine03: [0, 0.12, 0],
    },
    face: { 'eyebrows-left-down': 0.45, 'eyebrows-right-down': 0.45, 'mouth-compression': 0.35 },
  },
  agitated: {
    turns: {
      ...bothArms([-0.15, 0, -0.55], [-0.9, 0, 0.12]),
      ...fingers(0.7),
      spine03: [0.05, 0, 0],
      clavicle_L: [0, 0, 0.08],
      clavicle_R: [0, 0, -0.08],
    },
    face: {
      'eyebrows-left-down': 0.7,
      'eyebrows-right-down': 0.7,
      'mouth-compression': 0.5,
      'nose-compression': 0.4,
      'mouth-part-later': 0.15,
    },
  },
  hostile: {
    turns: {
      ...bothArms([0.1, 0, -0.5], [-0.75, 0, 0.15]),
      ...fingers(1.15),
      spine03: [0.08, 0, 0],
      neck02: [0.1, 0, 0],
      clavicle_L: [0, 0, 0.1],
      clavicle_R: [0, 0, -0.1],
    },
    face: {
      'eyebrows-left-down': 1,
      'eyebrows-right-down': 1,
      'eye-left-slit': 0.4,
      'eye-right-slit': 0.4,
      'nose-compression': 0.8,
      'mouth-compression': 0.7,
    },
  },
  assaultive: {
    turns: {
      ...bothArms([-0.5, 0, -0.5], [-1.5, 0, 0.2]),
      ...fingers(1.2),
      spine03: [0.16, 0, 0],
      neck02: [0.12, 0, 0],
    },
    face: {
      'eyebrows-left-down': 1,
      'eyebrows-right-down': 1,
      'nose-compression': 1,
      'mouth-compression': 0.4,
      'mouth-part-later': 0.3,
    },
  },
  withdrawn: {
    turns: {
      ...bothArms([-0.22, 0, -0.68], [-0.3, 0, 0.1]),
      ...fingers(0.3),
      spine04: [0.12, 0, 0],
      spine02: [0.16, 0, 0],
      neck01: [0.18, 0, 0],
      head: [0.24, 0, 0],
    },
    face: {
      'eyebrows-left-inner-up': 1,
      'eyebrows-right-inner-up': 1,
      'mouth-depression': 0.8,
      'eye-left-closure': 0.3,
      'eye-right-closure': 0.3,
    },
  },
}
const SITTING: Turns = {
  ...bothArms([-0.45, 0, -0.62], [-0.55, 0, 0.05]),
  upperleg01_L: [-1.45, 0, 0],
  upperleg01_R: [-1.45, 0, 0],
  lowerleg01_L: [1.4, 0, 0],
  lowerleg01_R: [1.4, 0, 0],
}
const RISEN: Turns = { spine03: [0.12, 0, 0], ...fingers(0.9) }
const CLOSED = { 'eye-left-closure': 1, 'eye-right-closure': 1 }

/** The body and face of a state at a moment: the same state and moment always give the same. */
export function moodOf(state: FigureState, timeMs: number, seed: number): Mood {
  const base = MOODS[state.behaviour]
  const sleeps = state.pose === 'sleep'
  // 12 to 24 breaths a minute by tension.
  const breath = Math.sin((timeMs / 60_000) * 2 * Math.PI * (12 + (sleeps ? 0 : state.tension) * 1.2) + seed)
  const blinks = !sleeps && (timeMs + seed * 977) % 4100 < 140
  const lips = state.speaking ? 0.12 + 0.1 * Math.sin(timeMs / 70) : 0
  const risen = state.gesture === 'rise-abruptly'
  return {
    turns: {
      ...base.turns,
      ...(state.pose === 'sit' && !risen
        ? { ...SITTING, ...(state.behaviour === 'withdrawn' ? { head: [0.24, 0, 0] as const } : {}) }
        : {}),
      ...(risen ? RISEN : {}),
      ...(sleeps || state.pose === 'lie' ? { ...HANGING, head: [0.1, 0.2, 0] as const } : {}),
      spine02: [(base.turns.spine02?.[0] ?? 0) + 0.012 * breath, 0, 0],
    },
    face: { ...(sleeps ? CLOSED : base.face), ...(blinks ? CLOSED : {}), ...(lips > 0 ? { 'mouth-open': lips } : {}) },
  }
}
