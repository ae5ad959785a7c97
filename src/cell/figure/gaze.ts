import type { Glance } from './gestures.ts'
import { gestureNamed } from './gestures.ts'
import { MOODS, type Mood, moodShares } from './mood.ts'
import { chance, ease } from './noise.ts'
import type { Point, Showing } from './showing.ts'

/** Where a head points in the body's own frame: to the left, and down. Radians. */
export type Aim = { yaw: number; pitch: number }
type Target = Glance | 'hidden' | 'aside'

/** How often each mood looks where, how long it stays (ms), and how much of a look the head makes itself. */
type Habit = {
  readonly looks: readonly (readonly [target: Target, share: number])[]
  readonly dwellMs: number
  readonly head: number
}
const HABITS: Readonly<Record<Mood, Habit>> = {
  calm: {
    looks: [
      ['officer', 0.72],
      ['aside', 0.2],
      ['floor', 0.08],
    ],
    dwellMs: 2600,
    head: 0.85,
  },
  compliant: {
    looks: [
      ['officer', 0.8],
      ['hands', 0.12],
      ['floor', 0.08],
    ],
    dwellMs: 2400,
    head: 0.9,
  },
  // the head stays half away, the eyes come back to you
  wary: {
    looks: [
      ['officer', 0.62],
      ['hidden', 0.16],
      ['door', 0.12],
      ['aside', 0.1],
    ],
    dwellMs: 1700,
    head: 0.6,
  },
  agitated: {
    looks: [
      ['officer', 0.5],
      ['door', 0.18],
      ['aside', 0.2],
      ['hands', 0.12],
    ],
    dwellMs: 800,
    head: 0.9,
  },
  hostile: { looks: [['officer', 1]], dwellMs: 5000, head: 1 },
  assaultive: { looks: [['officer', 1]], dwellMs: 5000, head: 1 },
  withdrawn: {
    looks: [
      ['floor', 0.92],
      ['officer', 0.08],
    ],
    dwellMs: 4200,
    head: 0.55,
  },
  frightened: {
    looks: [
      ['officer', 0.85],
      ['door', 0.15],
    ],
    dwellMs: 1100,
    head: 0.8,
  },
}

/** Eyes jump; the head starts a sixth of a second later and takes its time. */
const EYE_MS = 120
const HEAD = { afterMs: 150, takesMs: 420 } as const

/** What somebody can look at now, in the place's metres. */
export type Sights = {
  readonly officer: Point
  readonly eye: Point
  readonly yaw: number
  /** 1 on the back */ readonly lie: number
}
export type Look = { readonly eyes: Aim; readonly head: Aim }
export const createLook = (): Look => ({ eyes: { yaw: 0, pitch: 0 }, head: { yaw: 0, pitch: 0 } })

/** Who looks: his habits and the things of the place, found once for what he shows. */
export type Gazer = {
  readonly habit: Habit
  readonly fixed: Glance | undefined
  readonly seed: number
  readonly door: Point | undefined
  readonly hidden: Point | undefined
}

export function gazerOf(showing: Showing, seed: number): Gazer {
  const shares = moodShares(showing)
  const mood = MOODS.reduce((best, one) => (shares[one] > shares[best] ? one : best), 'calm' as Mood)
  return {
    habit: HABITS[mood],
    fixed: showing.gesture && gestureNamed(showing.gesture).glance,
    seed,
    door: showing.door,
    hidden: showing.hidden,
  }
}

const [now, before] = [
  { yaw: 0, pitch: 0 },
  { yaw: 0, pitch: 0 },
]

/** Where eyes and head are aimed at a moment. Allocates nothing. */
export function lookAt(gazer: Gazer, sights: Sights, timeMs: number, out: Look): void {
  const { habit, seed } = gazer
  // looks last between 0.6 and 1.4 of their mean; slots are even, and the change falls somewhere into them
  const slot = Math.floor(timeMs / habit.dwellMs)
  const change = (slot + 0.4 * chance(slot, seed + 7)) * habit.dwellMs
  const current = timeMs >= change ? slot : slot - 1
  const since =
    timeMs >= change ? timeMs - change : timeMs - (slot - 1 + 0.4 * chance(slot - 1, seed + 7)) * habit.dwellMs
  aim(gazer, pick(gazer, current), current, sights, now)
  aim(gazer, pick(gazer, current - 1), current - 1, sights, before)
  const eye = ease(0, EYE_MS, since)
  const head = ease(HEAD.afterMs, HEAD.afterMs + HEAD.takesMs, since)
  // between looks the eyes are never quite still
  const jump = Math.floor(timeMs / 340)
  const [dartX, dartY] = [darting(jump, seed, timeMs), darting(jump, seed + 31, timeMs)]
  out.eyes.yaw = before.yaw + (now.yaw - before.yaw) * eye + dartX
  out.eyes.pitch = before.pitch + (now.pitch - before.pitch) * eye + dartY * 0.6
  out.head.yaw = (before.yaw + (now.yaw - before.yaw) * head) * habit.head
  out.head.pitch = (before.pitch + (now.pitch - before.pitch) * head) * habit.head
}

function darting(jump: number, seed: number, timeMs: number): number {
  const from = chance(jump - 1, seed) - 0.5
  const to = chance(jump, seed) - 0.5
  return (from + (to - from) * ease(0, 60, timeMs - jump * 340)) * 0.035
}

function pick({ habit, fixed, seed }: Gazer, slot: number): Target {
  if (fixed) return fixed
  let rest = chance(slot, seed)
  for (const look of habit.looks) {
    rest -= look[1]
    if (rest < 0) return look[0]
  }
  return habit.looks[0]?.[0] ?? 'officer'
}

function aim(gazer: Gazer, target: Target, slot: number, sights: Sights, out: Aim): void {
  const side = chance(slot, gazer.seed + 3) < 0.5 ? -1 : 1
  if (target === 'floor') {
    out.yaw = side * 0.18
    out.pitch = 0.72
  } else if (target === 'hands') {
    out.yaw = 0
    out.pitch = 0.62
  } else if (target === 'away') {
    out.yaw = side * 0.5
    out.pitch = 0.3
  } else {
    const point = target === 'door' ? gazer.door : target === 'hidden' ? gazer.hidden : undefined
    if (target === 'aside' || ((target === 'door' || target === 'hidden') && !point)) {
      towards(sights, sights.officer, out)
      out.yaw += side * (0.3 + 0.35 * chance(slot, gazer.seed + 5))
      out.pitch += 0.12
    } else towards(sights, point ?? sights.officer, out)
  }
}

/** Beyond this a neck does not go, and what is behind one is looked at less and less. Radians. */
const NECK = { full: 1.15, behind: 2.0 } as const

function towards({ eye, yaw, lie }: Sights, point: Point, out: Aim): void {
  const [dx, dy, dz] = [point.x - eye.x, point.y - eye.y, point.z - eye.z]
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  const [left, ahead] = [dx * cos - dz * sin, dx * sin + dz * cos]
  // for somebody on his back, up is ahead
  const [tiltSin, tiltCos] = [Math.sin((lie * Math.PI) / 2), Math.cos((lie * Math.PI) / 2)]
  const [up, front] = [dy * tiltCos - ahead * tiltSin, dy * tiltSin + ahead * tiltCos]
  const turn = Math.atan2(left, front)
  const far = Math.abs(turn)
  // what is straight over or under one's head has no side
  const aside = ease(0.1, 0.7, Math.hypot(left, front))
  out.yaw = aside * Math.sign(turn) * Math.min(far, NECK.full) * (1 - ease(NECK.behind, Math.PI, far))
  out.pitch = Math.max(-0.6, Math.min(0.8, Math.atan2(-up, Math.max(0.35, Math.hypot(left, front)))))
}
