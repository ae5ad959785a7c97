import { BEHAVIOURS, FIGURES, HEADWEAR, type Headwear, type Place, POSES } from '#core/scenario'
import { type GESTURE_NAMES, toGesture } from '../figure/gestures.ts'
import type { FloorPoint, Showing } from '../figure/showing.ts'
import { bodyAt, seatAt, sightsOf } from '../people-rest.ts'

/** Everybody there is a model of. */
export const PEOPLE = FIGURES.filter((figure) => figure !== 'none')
export const VIEWS = ['whole', 'half', 'face', 'hands', 'side'] as const

/** A plain room instead of a place. */
export const STUDIO = 'studio'

/** What the viewer shows: everything in it can be written into the address, so that a picture can be pointed at. */
export type Choice = {
  readonly person: (typeof PEOPLE)[number]
  /** on his head */ readonly wears: Headwear | 'nothing'
  readonly behaviour: Showing['behaviour']
  readonly tension: number
  readonly trust: number
  readonly pose: Showing['pose']
  readonly gesture: (typeof GESTURE_NAMES)[number] | 'none'
  /** id of a position in the place, or the studio */ readonly where: string
  readonly view: (typeof VIEWS)[number]
  /** how far the officer stands away, metres */ readonly distance: number
  /** ms since the state began; below 0 it is shown living */ readonly at: number
  /** whose way of moving it is: people of one figure differ by it */ readonly seed: number
}

const ORDINARY: Choice = {
  person: 'prisoner-a',
  wears: 'nothing',
  behaviour: 'calm',
  tension: 2,
  trust: 5,
  pose: 'stand',
  gesture: 'none',
  where: STUDIO,
  view: 'whole',
  distance: 3,
  at: 3000,
  seed: 7,
}

const oneOf = <T extends string>(list: readonly T[], word: string | null, otherwise: T): T =>
  list.find((one) => one === word) ?? otherwise
const within = (low: number, high: number, word: string | null, otherwise: number): number => {
  const value = word === null ? Number.NaN : Number(word)
  return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : otherwise
}

/** The choice an address makes; what it leaves out or gets wrong is ordinary. */
export function choiceFrom(address: string): Choice {
  const asked = new URLSearchParams(address)
  return {
    person: oneOf(PEOPLE, asked.get('person'), ORDINARY.person),
    wears: oneOf([...HEADWEAR, 'nothing'] as const, asked.get('wears'), ORDINARY.wears),
    behaviour: oneOf(BEHAVIOURS, asked.get('behaviour'), ORDINARY.behaviour),
    tension: within(0, 10, asked.get('tension'), ORDINARY.tension),
    trust: within(0, 10, asked.get('trust'), ORDINARY.trust),
    pose: oneOf(POSES, asked.get('pose'), ORDINARY.pose),
    gesture: toGesture(asked.get('gesture') ?? undefined) ?? 'none',
    where: asked.get('where') ?? ORDINARY.where,
    view: oneOf(VIEWS, asked.get('view'), ORDINARY.view),
    distance: within(0.5, 12, asked.get('distance'), ORDINARY.distance),
    at: within(-1, 20_000, asked.get('at'), ORDINARY.at),
    seed: Math.round(within(0, 99_999, asked.get('seed'), ORDINARY.seed)),
  }
}

export const addressOf = (choice: Choice): string =>
  new URLSearchParams(Object.entries(choice).map(([name, value]) => [name, String(value)])).toString()

/** Height of the seat in the viewer, as a made bed has it, metres. */
export const SEAT_M = 0.505

/** What the figure shows. In the studio he faces the camera, and lies with his head to the left of the picture. */
export function showingOf({ behaviour, tension, trust, pose, gesture, where }: Choice, place: Place): Showing {
  const position = place.positions.find(({ id }) => id === where)
  const state = { behaviour, tension, trust, gesture: gesture === 'none' ? undefined : gesture }
  if (position)
    return {
      ...state,
      pose: position.pose,
      at: bodyAt(place, position),
      yaw: Math.PI - (position.turn * Math.PI) / 180,
      seat: seatAt(place, position),
      ...sightsOf(place),
    }
  return {
    ...state,
    pose,
    at: { x: 0, z: 0 },
    yaw: 0,
    seat: pose === 'stand' ? undefined : { heightM: SEAT_M, headYaw: -Math.PI / 2, beside: { x: 0, z: 0.9 } },
    door: { x: 2.5, y: 1.1, z: 2 },
    hidden: { x: -1.5, y: 2.3, z: 0.6 },
  }
}

/** Where an officer stands who looks at a position: the station in its room that is nearest to a man's length away. */
export function eyesFor(place: Place, where: string, distance: number): FloorPoint | undefined {
  const position = place.positions.find(({ id }) => id === where)
  if (!position) return undefined
  const metres = ({ x, z }: FloorPoint) => Math.abs(Math.hypot(x - position.at.x, z - position.at.z) - distance)
  return place.stations
    .filter(({ room }) => room === position.room)
    .map(({ at }) => at)
    .sort((a, b) => metres(a) - metres(b))[0]
}

/** `?quality=low` draws without shadows. */
export const isPlain = (address: string): boolean => new URLSearchParams(address).get('quality') === 'low'
