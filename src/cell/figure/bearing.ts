import type { Pose } from '#core/scenario'
import type { Build } from './build.ts'
import { AVERAGE_GIRTH } from './build.ts'
import { ARM_AT, AT, addTraits, type Bearing, bearingWith, createBearing, IN_ARM, mix } from './channels.ts'
import { FACES } from './face.ts'
import { gestureNamed } from './gestures.ts'
import { arousalOf, MOODS, type Mood, moodShares } from './mood.ts'
import { ease } from './noise.ts'
import { asleep, curled, LYING, SITTING } from './seated.ts'
import { type Showing, wallSideOf } from './showing.ts'
import { MISTRUSTING, NEUTRAL, STANDING, TENSE } from './stances.ts'
import { addOwn, wayOf } from './variants.ts'

/** A seat nobody described: an ordinary chair. */
const CHAIR_M = 0.45
/** A mattress and a thigh give, metres. */
export const GIVE_M = 0.015
/** How far the feet stand before the knees, so that calves keep clear of a bed's edge. */
const SHIN_AHEAD_M = 0.03

/** How a body rests once its gesture has had its say; nobody attacks from a seat. */
export function poseOf({ pose, gesture, behaviour }: Pick<Showing, 'pose' | 'gesture' | 'behaviour'>): Pose {
  const asked = (gesture && gestureNamed(gesture).pose) ?? pose
  return behaviour === 'assaultive' && asked === 'sit' ? 'stand' : asked
}

/** How far the feet stand before the hips of somebody who sits, metres. */
export const seatReach = (build: Build): number => build.leg.l.upperM * 0.965 + SHIN_AHEAD_M

/** The bearing of somebody who shows this, before gestures: mood by mood, then tension, mistrust, his own way and seat. */
function bearingOf(showing: Showing, build: Build, seed: number): Bearing {
  const pose = poseOf(showing)
  const shares = moodShares(showing)
  const out = createBearing()
  for (const mood of MOODS) if (shares[mood] > 0) addBearing(out, inMood(mood, showing, seed), shares[mood])
  const arousal = arousalOf(showing)
  if (pose !== 'sleep') {
    addTraits(out, TENSE, Math.max(0, arousal - 0.3))
    tenseHands(out, Math.max(0, arousal - 0.3))
    addTraits(out, MISTRUSTING, Math.max(0, 0.5 - showing.trust / 10) * (pose === 'stand' ? 1 : 0.3))
  }
  if (pose === 'stand' || pose === 'sit') addOwn(out, pose, seed)
  out[AT.arousal] = pose === 'sleep' ? 0 : arousal
  fitTo(out, pose, showing, build)
  return out
}

function inMood(mood: Mood, showing: Showing, seed: number): Bearing {
  const pose = poseOf(showing)
  const standing = bearingWith(bearingWith(NEUTRAL, STANDING[mood]), FACES[mood])
  if (pose === 'stand') return bearingWith(standing, wayOf(mood, pose, seed))
  if (pose === 'sit') return bearingWith(bearingWith(standing, SITTING[mood]), wayOf(mood, pose, seed))
  const wall = wallSideOf(showing)
  if (pose === 'sleep') return bearingWith(bearingWith(NEUTRAL, asleep(wall)), { eyeClose: 1, lipsPart: 0.08 })
  // a man who has shut down turns to the wall
  const turns = mood === 'withdrawn' || mood === 'frightened'
  if (pose === 'lie') return bearingWith(standing, turns ? curled(wall) : LYING)
  return standing
}

/** A tense hand is spread or becomes a fist: fingers half bent would be claws. What holds something keeps its hold. */
const TENSE_HAND = { closing: 0.35, open: { curl: -0.12, spread: 0.5 } } as const
/** A hand more closed than the one closes, one more open than the other spreads. */
const OPEN_TO_FIST = { open: 0.26, fist: 0.6 } as const

function tenseHands(out: Bearing, share: number): void {
  for (const first of [ARM_AT.l, ARM_AT.r]) {
    const at = (channel: keyof typeof IN_ARM) => out[first + IN_ARM[channel]] ?? 0
    const free = Math.max(0, 1 - at('middle') - at('knee') - at('seat') - at('head')) * share
    const closes = ease(OPEN_TO_FIST.open, OPEN_TO_FIST.fist, at('curl'))
    const { closing, open } = TENSE_HAND
    out[first + IN_ARM.curl] = Math.max(0, at('curl') + free * (closing * closes + open.curl * (1 - closes)))
    out[first + IN_ARM.spread] = at('spread') + free * open.spread * (1 - closes)
  }
}

function addBearing(out: Bearing, other: Bearing, share: number): void {
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + (other[i] ?? 0) * share
}

/** Puts the hips where the seat is, and the hands outside the person's own girth. */
function fitTo(out: Bearing, pose: Pose, { seat }: Showing, build: Build): void {
  const { girth } = build
  const standing = build.hips.y
  if (pose === 'sit') {
    const height = seat?.heightM ?? CHAIR_M
    out[AT.hipsDown] = standing - (height + girth.thigh - GIVE_M)
    out[AT.hipsFwd] = -seatReach(build)
    for (const name of ['hipsLeft', 'pelvisRoll', 'spineSide'] as const) out[AT[name]] = 0
  }
  if (pose === 'lie' || pose === 'sleep') {
    out[AT.lie] = 1
    const side = Math.abs(Math.sin(out[AT.pelvisYaw] ?? 0))
    const thick = girth.back + (girth.hip - girth.back) * side
    out[AT.hipsDown] = standing - ((seat?.heightM ?? CHAIR_M) + thick - GIVE_M)
    out[AT.hipsFwd] = 0
  }
  const wider = girth.hip - AVERAGE_GIRTH.hip
  for (const first of [ARM_AT.l, ARM_AT.r]) {
    const middle = out[first + IN_ARM.middle] ?? 0
    const placed = (out[first + IN_ARM.knee] ?? 0) + (out[first + IN_ARM.seat] ?? 0) + (out[first + IN_ARM.head] ?? 0)
    out[first + IN_ARM.fwd] = (out[first + IN_ARM.fwd] ?? 0) + deeper(out[first + IN_ARM.up] ?? 0, build) * middle
    out[first + IN_ARM.out] = (out[first + IN_ARM.out] ?? 0) + wider * Math.max(0, 1 - middle - placed)
  }
}

/** Hands below the shoulders by the one meet the belly, by the other the chest; metres. */
const BEFORE = { belly: -0.32, chest: -0.2 } as const

/** How much further forward than an average man's a hand must be so as not to be in the body; `up` is above the shoulders. */
function deeper(up: number, { girth }: Build): number {
  const share = ease(BEFORE.belly, BEFORE.chest, up)
  return (girth.belly - AVERAGE_GIRTH.belly) * (1 - share) + (girth.chest - AVERAGE_GIRTH.chest) * share
}

/** A gesture over a bearing: whole bearings to pass through, so that a moment of it is one blend. */
export type Phrase = {
  readonly base: Bearing
  readonly stops: readonly { readonly atMs: number; readonly bearing: Bearing }[]
  /** where it starts again; below 0 it stays at the last stop */ readonly againAt: number
}

export function phraseOf(showing: Showing, build: Build, seed: number): Phrase {
  const base = bearingOf(showing, build, seed)
  const gesture = showing.gesture && gestureNamed(showing.gesture)
  const pose = poseOf(showing)
  // who lies makes no gestures: the only one that counts is getting up
  if (!gesture || pose === 'sleep' || pose === 'lie') return { base, stops: [], againAt: -1 }
  const stops = gesture.stops.map(({ atMs, traits }) => ({ atMs, bearing: gestured(base, traits, build) }))
  const last = stops.at(-1)
  if (gesture.after === 'pass' && last) stops.push({ atMs: last.atMs + 500, bearing: base })
  return { base, stops, againAt: typeof gesture.after === 'object' ? gesture.after.again : -1 }
}

function gestured(base: Bearing, traits: Parameters<typeof bearingWith>[1], build: Build): Bearing {
  const out = bearingWith(base, traits)
  for (const [side, first] of [
    ['l', ARM_AT.l],
    ['r', ARM_AT.r],
  ] as const)
    if (
      traits[`${side}.fwd`] !== undefined &&
      (out[first + IN_ARM.middle] ?? 0) > 0 &&
      (traits[`${side}.fwd`] ?? 0) > 0
    )
      out[first + IN_ARM.fwd] = (out[first + IN_ARM.fwd] ?? 0) + deeper(out[first + IN_ARM.up] ?? 0, build)
  // who sits keeps his seat: a gesture that leans or steps back does so only on his feet
  if ((base[AT.hipsFwd] ?? 0) < -0.2 || (base[AT.lie] ?? 0) > 0)
    for (const name of ['hipsDown', 'hipsFwd', 'footWidth', 'footStagger'] as const) out[AT[name]] = base[AT[name]] ?? 0
  return out
}

const scratch = createBearing()

/** Where a phrase is some time after it began. Allocates nothing. */
export function phraseAt({ base, stops, againAt }: Phrase, sinceMs: number, out: Bearing): void {
  out.set(base)
  const last = stops[stops.length - 1]
  if (!last) return
  let at = Math.max(0, sinceMs)
  const again = stops[againAt]
  if (again && at > last.atMs) at = again.atMs + ((at - again.atMs) % Math.max(1, last.atMs - again.atMs))
  let from = base
  let fromMs = 0
  for (let i = 0; i < stops.length; i++) {
    const stop = stops[i] as (typeof stops)[number]
    if (at < stop.atMs) {
      const t = (at - fromMs) / (stop.atMs - fromMs)
      scratch.set(from)
      mix(scratch, stop.bearing, t * t * (3 - 2 * t))
      out.set(scratch)
      return
    }
    from = stop.bearing
    fromMs = stop.atMs
  }
  out.set(last.bearing)
}
