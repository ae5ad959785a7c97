import { type Phrase, phraseAt, phraseOf, poseOf, seatReach } from './bearing.ts'
import type { Build } from './build.ts'
import { AT, type Bearing, createBearing, mix } from './channels.ts'
import { type Footing, type Stand, standAt, standing, type Walk, walkOn } from './gait.ts'
import { type Aim, createLook, type Gazer, gazerOf, type Look, lookAt, type Sights } from './gaze.ts'
import { gestureNamed } from './gestures.ts'
import { breathsPerMs } from './life.ts'
import { arousalOf } from './mood.ts'
import { ease } from './noise.ts'
import type { Showing } from './showing.ts'

/** From a moment on a figure shows something else; it goes over in its own time. */
type Cue = {
  readonly atMs: number
  readonly easeMs: number
  readonly showing: Showing
  readonly phrase: Phrase
  /** when the gesture began; it does not begin again because tension changed */ readonly phraseMs: number
  readonly gazer: Gazer
  readonly walk: Walk
  readonly breath: { readonly taken: number; readonly perMs: number }
}

/**
 * What a figure has shown and shows: a few cues, oldest first. Every moment of it is a blend of what the cues ask for,
 * each going over into the next, so that no moment jumps, however they follow one another; and every moment can be
 * shown without the ones before.
 */
export type Track = { readonly build: Build; readonly seed: number; readonly cues: readonly Cue[] }

/** More are never half shown at once. */
const KEPT = 12
const EASE_MS = { usual: 800, abrupt: 420, seat: 1000, lie: 1500, overhead: 1300 } as const
/** Metres beyond which somebody first gets up or walks, and only then sits down. */
const WALKS_M = 0.75
/** He is half up before he walks, ms. */
const RISES_MS = 650
/** Who gets up from a seat takes half a step off it, metres. */
const RISES_AHEAD_M = 0.16
/** Metres a second: at ease, and driven. */
const SPEED = { calm: 0.75, tense: 1.25 } as const
const PACE = { turns: 8, reachM: 1.1 } as const

const forward = (yaw: number) => ({ x: Math.sin(yaw), z: Math.cos(yaw) })

/** Where the feet stand of somebody who shows this. */
function standOf(showing: Showing, build: Build): Stand {
  const pose = poseOf(showing)
  if (pose === 'lie' || pose === 'sleep') {
    const yaw = showing.seat?.headYaw === undefined ? showing.yaw : showing.seat.headYaw + Math.PI
    return { ...showing.at, yaw }
  }
  const gesture = showing.gesture && gestureNamed(showing.gesture)
  const beside = showing.pose === 'lie' || showing.pose === 'sleep' ? showing.seat?.beside : undefined
  if (beside) return { x: beside.x, z: beside.z, yaw: Math.atan2(beside.x - showing.at.x, beside.z - showing.at.z) }
  const seated = showing.pose === 'sit' || pose === 'sit'
  const rises = seated && pose === 'stand' ? RISES_AHEAD_M : 0
  const ahead = (seated ? seatReach(build) : 0) + rises + (pose === 'stand' ? (gesture?.stepM ?? 0) : 0)
  const { x, z } = forward(showing.yaw)
  return {
    x: showing.at.x + x * ahead,
    z: showing.at.z + z * ahead,
    yaw: showing.yaw + (pose === 'stand' ? (gesture?.turnRad ?? 0) : 0),
  }
}

const footingOf = (bearing: Bearing): Footing => ({
  width: bearing[AT.footWidth] ?? 0.1,
  stagger: bearing[AT.footStagger] ?? 0,
  toeOut: bearing[AT.toeOut] ?? 0,
})

/** A figure that has shown this for ever. */
export function beginTrack(showing: Showing, build: Build, seed: number, atMs = 0): Track {
  const phrase = phraseOf(showing, build, seed)
  const stand = standOf(showing, build)
  const first: Cue = {
    // it is already there: nothing to go over from
    atMs: atMs - 60_000,
    easeMs: 1,
    showing,
    phrase,
    phraseMs: atMs - 60_000,
    gazer: gazerOf(showing, seed),
    walk: standing(stand, footingOf(phrase.base), atMs - 60_000),
    breath: { taken: seed * 0.37, perMs: breathsPerMs(arousalOf(showing), showing.pose === 'sleep') },
  }
  return { build, seed, cues: [first] }
}

/** The track with something else shown from a moment on; cues that were still to come are given up. */
export function cueTrack(track: Track, showing: Showing, atMs: number): Track {
  const cues = track.cues.filter((cue) => cue.atMs <= atMs)
  const last = cues.at(-1) ?? track.cues[0]
  if (!last) return beginTrack(showing, track.build, track.seed, atMs)
  const pose = poseOf(showing)
  const stand = { x: 0, z: 0, yaw: 0 }
  standAt(walkAt(track, atMs), atMs, stand)
  const there = standOf(showing, track.build)
  const far = Math.hypot(there.x - stand.x, there.z - stand.z) > WALKS_M
  if (!far || pose === 'stand') return { ...track, cues: [...cues, nextCue(track, last, showing, atMs)].slice(-KEPT) }
  // first on his feet to the place, then down
  const upright: Showing = { ...showing, pose: 'stand', gesture: undefined, at: there, yaw: there.yaw }
  const walking = nextCue(track, last, upright, atMs)
  const arrived = walking.walk.startMs + walking.walk.path.durMs
  const { route: _, ...resting } = showing
  const seated = nextCue({ ...track, cues: [...cues, walking] }, walking, resting, arrived)
  return { ...track, cues: [...cues, walking, seated].slice(-KEPT) }
}

function nextCue(track: Track, last: Cue, showing: Showing, atMs: number): Cue {
  const { build, seed } = track
  const phrase = phraseOf(showing, build, seed)
  const gesture = showing.gesture && gestureNamed(showing.gesture)
  const [from, to] = [poseOf(last.showing), poseOf(showing)]
  const lies = (pose: string) => pose === 'lie' || pose === 'sleep'
  // hands that come down from the head have the longest way, and shoulders turn half round on it
  const least = overhead(phrase) !== overhead(last.phrase) ? EASE_MS.overhead : 0
  const easeMs = Math.max(
    least,
    gesture?.abrupt
      ? EASE_MS.abrupt
      : lies(from) !== lies(to)
        ? EASE_MS.lie
        : from !== to
          ? EASE_MS.seat
          : EASE_MS.usual,
  )
  const there = standOf(showing, build)
  const now = { x: 0, z: 0, yaw: 0 }
  const before = walkAt(track, atMs)
  standAt(before, atMs, now)
  const far = Math.hypot(there.x - now.x, there.z - now.z) > WALKS_M
  const startMs = atMs + (far && from !== 'stand' ? RISES_MS : 0)
  const arousal = arousalOf(showing)
  const route = gesture?.pace ? pacing(there) : far ? (showing.route ?? []) : []
  const speed = SPEED.calm + (SPEED.tense - SPEED.calm) * arousal
  const footing = footingOf(restOf(phrase))
  const goesOn = last.showing.gesture === showing.gesture && from === to
  const stays = goesOn && sameStand(standOf(last.showing, build), there) && sameFooting(last.phrase, footing)
  return {
    atMs,
    easeMs,
    showing,
    phrase,
    phraseMs: goesOn ? last.phraseMs : atMs,
    gazer: gazerOf(showing, seed),
    walk: stays ? last.walk : walkOn(before, there, route, footing, startMs, speed),
    breath: {
      taken: last.breath.taken + (atMs - last.atMs) * last.breath.perMs,
      perMs: breathsPerMs(arousal, showing.pose === 'sleep'),
    },
  }
}

/** The bearing a phrase comes to rest in, which is what the feet are set for. */
const restOf = ({ base, stops }: Phrase): Bearing => stops.at(-1)?.bearing ?? base

const overhead = (phrase: Phrase): boolean => (restOf(phrase)[AT['r.head']] ?? 0) > 0.5

const sameStand = (a: Stand, b: Stand) => a.x === b.x && a.z === b.z && a.yaw === b.yaw
/** Feet are not set anew for a few millimetres. */
const sameFooting = (phrase: Phrase, { width, stagger, toeOut }: Footing) => {
  const had = footingOf(restOf(phrase))
  return Math.hypot(had.width - width, (had.stagger - stagger) / 2) < 0.02 && Math.abs(had.toeOut - toeOut) < 0.1
}

function pacing(at: Stand) {
  const { x, z } = forward(at.yaw)
  const turn = { x: at.x + x * PACE.reachM, z: at.z + z * PACE.reachM }
  return Array.from({ length: PACE.turns }, (_, n) => (n % 2 === 0 ? turn : { x: at.x, z: at.z }))
}

/** The walk that is under way at a moment. */
export function walkAt({ cues }: Track, timeMs: number): Walk {
  for (let i = cues.length - 1; i > 0; i--) {
    const cue = cues[i] as Cue
    if (cue.atMs <= timeMs && cue.walk.startMs <= timeMs) return cue.walk
  }
  return (cues[0] as Cue).walk
}

const part = createBearing()
const look: Look = createLook()

/** How far a cue is shown at a moment, 0…1. */
const shown = ({ atMs, easeMs }: Cue, timeMs: number): number => ease(atMs, atMs + easeMs, timeMs)

/** The newest cue that is shown whole: what came before it no longer matters. */
function settled(cues: readonly Cue[], timeMs: number): number {
  let first = cues.length - 1
  while (first > 0 && shown(cues[first] as Cue, timeMs) < 1) first--
  return first
}

/** The bearing of a moment; the breaths taken until then. Allocates nothing. */
export function blendBearing({ cues }: Track, timeMs: number, out: Bearing): number {
  const first = settled(cues, timeMs)
  let breath = 0
  for (let i = first; i < cues.length; i++) {
    const cue = cues[i] as Cue
    if (i > first && cue.atMs > timeMs) break
    breath = cue.breath.taken + (timeMs - cue.atMs) * cue.breath.perMs
    phraseAt(cue.phrase, timeMs - cue.phraseMs, i === first ? out : part)
    if (i > first) mix(out, part, shown(cue, timeMs))
  }
  return breath
}

/** Where eyes and head are aimed at a moment. Allocates nothing. */
export function blendLook({ cues }: Track, timeMs: number, sights: Sights, out: Look): void {
  const first = settled(cues, timeMs)
  for (let i = first; i < cues.length; i++) {
    const cue = cues[i] as Cue
    if (i > first && cue.atMs > timeMs) break
    lookAt(cue.gazer, sights, timeMs, i === first ? out : look)
    if (i > first) {
      const share = shown(cue, timeMs)
      lean(out.eyes, look.eyes, share)
      lean(out.head, look.head, share)
    }
  }
}

function lean(aim: Aim, to: Aim, share: number): void {
  aim.yaw += (to.yaw - aim.yaw) * share
  aim.pitch += (to.pitch - aim.pitch) * share
}
