import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import type { FloorPoint } from './collision.ts'
import { doorOf, doorwayOf, hingeAngleOf } from './room/doorway.ts'
import { sees } from './sight.ts'
import { faceOf, type Gaze, gazeTowards, type Vector } from './targets.ts'

/** Height of the officer's eyes above the floor, metres. */
export const EYE_M = 1.66
/** Where one looks when nothing asks for the eyes: a little down, radians. */
const REST_PITCH_RAD = -0.04

export type Look = { readonly yaw: number; readonly pitch: number }

/** The officer's eyes, shared with what reads them in the same frame: highlighting, pose recording, tests. */
export type Eyes = {
  gaze: Gaze
  /** corners of the way still to go, when a station was chosen rather than walked to */ route: readonly FloorPoint[]
  /** height the eyes go to, metres; lower when one leans to a hatch */ heightM: number
  /** set to look somewhere, e.g. by the keys that go from one thing to the next */ turnTo: Look | undefined
  /** where one stood and looked before leaning to a hatch */ leansFrom: (FloorPoint & Look) | undefined
}

/** The eyes of an officer who stands at a station. */
export function eyesAt(station: Place['stations'][number] | undefined): Eyes {
  const yaw = ((station?.turn ?? 0) * Math.PI) / 180
  return {
    gaze: { at: [station?.at.x ?? 0, EYE_M, station?.at.z ?? 0], yaw, pitch: REST_PITCH_RAD },
    route: [],
    heightM: EYE_M,
    turnTo: undefined,
    leansFrom: undefined,
  }
}

/** How far beside the station's own direction somebody may be and still be looked at on arrival, radians. */
const BESIDE_RAD = 1
/** Below the eyes of somebody one looks at his face and still sees his hands, metres. */
export const CHEST_M = 0.2

/**
 * Where one looks on arriving at a point: as the station says, and at the person it is about when he is there. An
 * officer who enters does not look over the man's head.
 */
export function lookOnArrival(
  place: Place,
  snapshot: Snapshot,
  focus: string,
  station: Place['stations'][number],
  eye: Vector,
): Look {
  const ahead = { yaw: (station.turn * Math.PI) / 180, pitch: REST_PITCH_RAD }
  return towardsPerson(place, snapshot, focus, eye, ahead) ?? ahead
}

function towardsPerson(place: Place, snapshot: Snapshot, role: string, eye: Vector, ahead: Look): Look | undefined {
  const face = faceOf(place, snapshot, role)
  if (!face || !sees(place, snapshot.props, eye, face)) return undefined
  const look = gazeTowards(eye, [face[0], face[1] - CHEST_M, face[2]])
  const beside = Math.atan2(Math.sin(look.yaw - ahead.yaw), Math.cos(look.yaw - ahead.yaw))
  return Math.abs(beside) < BESIDE_RAD ? look : undefined
}

/** How near the eyes come to the pane of a hatch, metres. */
const PEEP_M = 0.06

type View = { readonly at: Vector; readonly look: Look }

/** Where the eyes are and look when one looks through a hatch: close to the pane, at the man if he can be seen. */
export function lookThrough(
  place: Place,
  snapshot: Snapshot,
  focus: string,
  hatch: Place['props'][number],
): View | undefined {
  const door = doorOf(place, hatch)
  if (!door) return undefined
  const { turn } = doorwayOf(place, door.id)
  const into = { x: Math.sin(turn), z: Math.cos(turn) }
  const at: Vector = [hatch.at.x - into.x * PEEP_M, hatch.y ?? EYE_M, hatch.at.z - into.z * PEEP_M]
  const ahead = { yaw: Math.atan2(into.x, into.z), pitch: -0.25 }
  return { at, look: towardsPerson(place, snapshot, focus, at, ahead) ?? ahead }
}

/** The open hatch of a shut door through which the officer, where he stands, can talk to somebody behind it. */
export function hatchBetween(place: Place, { props, officer, characters }: Snapshot, role: string) {
  if (characters[role]?.room === officer.room) return undefined
  return place.props.find((prop) => {
    const door = prop.kind === 'hatch' && props[prop.id] === 'open' && doorOf(place, prop)
    return door && hingeAngleOf(props[door.id]) === 0 && prop.reach.includes(officer.station)
  })
}

/** Where the eyes will be when the way they are on has been walked. */
export const eyesThere = ({ gaze, route, heightM }: Eyes): Vector => {
  const end = route.at(-1)
  return end ? [end.x, heightM, end.z] : gaze.at
}

/** Brings the eyes to a hatch. */
export function leanTo(eyes: Eyes, view: View | undefined): void {
  if (!view) return
  const { at, yaw, pitch } = eyes.gaze
  eyes.leansFrom ??= { x: at[0], z: at[2], yaw, pitch }
  eyes.route = [{ x: view.at[0], z: view.at[2] }]
  eyes.heightM = view.at[1]
  eyes.turnTo = view.look
}

/** Back from a hatch to where one stood. */
export function leanBack(eyes: Eyes): void {
  if (!eyes.leansFrom) return
  const { x, z, yaw, pitch } = eyes.leansFrom
  eyes.route = [{ x, z }]
  eyes.heightM = EYE_M
  eyes.turnTo = { yaw, pitch }
  eyes.leansFrom = undefined
}
