import type { Place } from '#core/scenario'
import type { Affordance, Snapshot } from '#core/session'
import { bodyOf } from './bodies.ts'
import { doorOf, doorwayOf, hingeAngleOf, swungBy } from './room/doorway.ts'
import { sees } from './sight.ts'

/** A point in the place, metres; y is up. */
export type Vector = readonly [x: number, y: number, z: number]

/** Something that can be looked at and used: a prop, a person, or a spot on the floor. */
export type Target = {
  readonly id: string
  readonly kind: 'prop' | 'person' | 'station'
  readonly at: Vector
  /** what can be done with it now, in the snapshot's order */ readonly affordances: readonly Affordance[]
  /** one can speak to him; what is said stands in the panel */ readonly talks?: boolean
}

/**
 * Everything in the room that affords something now. The same list drives mouse, keys and touch.
 *
 * @param eye where the officer's eyes are; only people in sight are targets
 */
export function targetsOf(place: Place, snapshot: Snapshot, eye: Vector): readonly Target[] {
  const by = (group: Affordance['group'], target: string) =>
    snapshot.affordances.filter((a) => a.group === group && a.target === target)
  const props = place.props.map(
    (prop): Target => ({
      id: prop.id,
      kind: 'prop',
      at: pointOf(place, snapshot.props, prop),
      affordances: by('prop', prop.id),
    }),
  )
  const stations = place.stations.map(
    (station): Target => ({
      id: station.id,
      kind: 'station',
      at: [station.at.x, 0, station.at.z],
      affordances: by('move', station.id),
    }),
  )
  const people = Object.keys(snapshot.characters).flatMap((role): Target[] => {
    const at = faceOf(place, snapshot, role)
    if (!at || !sees(place, snapshot.props, eye, at)) return []
    return [{ id: role, kind: 'person', at, affordances: by('deed', role), talks: by('say', role).length > 0 }]
  })
  return [...props, ...people, ...stations].filter(({ affordances, talks }) => affordances.length > 0 || talks)
}

/** Where the face of somebody is; `undefined` for a voice on the radio. */
export function faceOf(place: Place, snapshot: Snapshot, role: string): Vector | undefined {
  const body = bodyOf(place, snapshot.characters[role])
  return body && [body.at.x, body.faceM, body.at.z]
}

/** The middle of a prop as it is now: what hangs on a door, and the door itself, swing with the leaf. */
function pointOf(place: Place, props: Snapshot['props'], prop: Place['props'][number]): Vector {
  const door = prop.kind === 'cell-door' ? prop : doorOf(place, prop)
  const angle = hingeAngleOf(door && props[door.id])
  const { x, z } = door && angle > 0 ? swungBy(doorwayOf(place, door.id), angle, prop.at) : prop.at
  return [x, prop.y ?? 1, z]
}

/** Where the eyes are and look. Yaw 0 looks along +z, growing to the left; pitch up is positive. Radians. */
export type Gaze = { readonly at: Vector; readonly yaw: number; readonly pitch: number }

/** Angle between the gaze and a point, radians. */
export function angleTo(gaze: Gaze, point: Vector): number {
  const [dx, dy, dz] = [point[0] - gaze.at[0], point[1] - gaze.at[1], point[2] - gaze.at[2]]
  const length = Math.hypot(dx, dy, dz) || 1
  const cosPitch = Math.cos(gaze.pitch)
  const dot =
    (Math.sin(gaze.yaw) * cosPitch * dx + Math.sin(gaze.pitch) * dy + Math.cos(gaze.yaw) * cosPitch * dz) / length
  return Math.acos(Math.min(1, Math.max(-1, dot)))
}

/** How far from the middle of the view a target may be to count as looked at, radians. */
const LOOKED_AT_RAD = 0.22
/** Near by, a person is wider than that: half of what one sees of his head and chest, metres. */
const HALF_BUST_M = 0.35

const isNearMiddle = (gaze: Gaze, { kind, at }: Target, angle: number): boolean => {
  const away = Math.hypot(at[0] - gaze.at[0], at[1] - gaze.at[1], at[2] - gaze.at[2])
  return angle < (kind === 'person' ? Math.max(LOOKED_AT_RAD, Math.atan2(HALF_BUST_M, away)) : LOOKED_AT_RAD)
}

/** The target one looks at: the one nearest the middle of the view, props and people before floor spots. */
export function lookedAt(targets: readonly Target[], gaze: Gaze): Target | undefined {
  const near = (kinds: readonly Target['kind'][]) =>
    targets
      .filter((target) => kinds.includes(target.kind))
      .map((target) => ({ target, angle: angleTo(gaze, target.at) }))
      .filter(({ target, angle }) => isNearMiddle(gaze, target, angle))
      .sort((a, b) => a.angle - b.angle)[0]?.target
  return near(['prop', 'person']) ?? near(['station'])
}

/** The next target in a fixed round, from left to right as they are seen; for the keys that go from one to the next. */
export function nextTarget(
  targets: readonly Target[],
  gaze: Gaze,
  current: string | undefined,
  by: 1 | -1,
): Target | undefined {
  const turn = ({ at }: Target) => {
    const angle = Math.atan2(at[0] - gaze.at[0], at[2] - gaze.at[2]) - gaze.yaw
    return Math.atan2(Math.sin(angle), Math.cos(angle))
  }
  const round = [...targets].sort((a, b) => turn(b) - turn(a) || (a.id < b.id ? -1 : 1))
  const index = round.findIndex((target) => target.id === current)
  return round[index < 0 ? (by > 0 ? 0 : round.length - 1) : (index + by + round.length) % round.length]
}

/** Yaw and pitch that look from a point to another, radians. */
export function gazeTowards(from: Vector, to: Vector): { readonly yaw: number; readonly pitch: number } {
  const [dx, dy, dz] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]]
  return { yaw: Math.atan2(dx, dz), pitch: Math.atan2(dy, Math.hypot(dx, dz)) }
}

/** How much nearer another station must be before walking counts as having gone there, metres. */
const STATION_HYSTERESIS_M = 0.2

/**
 * The act a free step in the room amounts to: going to the free station that is now clearly nearest. Body acts thus are
 * the same whether one walks, clicks or chooses from a list. Standing between two stations does not flicker.
 */
export function stationEntered(place: Place, snapshot: Snapshot, x: number, z: number): Affordance | undefined {
  const distance = (id: string) => {
    const station = place.stations.find((s) => s.id === id)
    return station ? Math.hypot(station.at.x - x, station.at.z - z) : Number.POSITIVE_INFINITY
  }
  const here = distance(snapshot.officer.station)
  return snapshot.affordances
    .filter((a) => a.group === 'move' && distance(a.target) + STATION_HYSTERESIS_M < here)
    .sort((a, b) => distance(a.target) - distance(b.target))[0]
}
