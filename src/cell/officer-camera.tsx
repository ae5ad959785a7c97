import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import { MathUtils, type PerspectiveCamera } from 'three'
import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import type { Settings } from '#player'
import { takenBy } from './bodies.ts'
import { createFits, type FloorPoint, moveWithin } from './collision.ts'
import { CHEST_M, EYE_M, type Eyes, leanBack, leanTo, lookOnArrival, lookThrough } from './eyes.ts'
import { fieldOfViewFor } from './field-of-view.ts'
import type { Sticks } from './gamepad.ts'
import { useOfficerInput } from './officer-input.ts'
import { routeTo } from './route.ts'
import { sees } from './sight.ts'
import { angleTo, faceOf, gazeTowards } from './targets.ts'

/** Walking by key and being led to a chosen station, metres a second; turning by key, radians a second. */
const PACE = { walk: 1.3, led: 2.6, slowest: 0.3, turn: 1.5 } as const
/** How quickly one slows down before the end of a way, and how quickly the head turns and sinks; per second. */
const EASE = { arrive: 5, turn: 8, height: 6 } as const
/** Longest step of a movement, seconds. After a rest the first delta is the whole rest; a slow machine needs long later ones. */
const LONGEST_STEP_S = { first: 1 / 30, later: 1 / 5 } as const
/** Radians of turn for one CSS pixel of drag. */
const DRAG_RAD = 0.0045
const MAX_PITCH_RAD = 1.2
/** Nearer to a man's face than this the eyes are on him, radians. */
const ON_HIM_RAD = 0.4
/** One step of a turn in steps, radians; and how far a stick must be pushed for one. */
const SNAP = { turn: Math.PI / 6, push: 0.5 } as const

type Props = {
  readonly place: Place
  readonly snapshot: Snapshot
  /** the person the scenario is about */ readonly focus: string
  readonly eyes: RefObject<Eyes>
  readonly surface: RefObject<HTMLElement | null>
  readonly sticks: RefObject<Sticks>
  readonly reducedMotion: boolean
  readonly comfort: Pick<Settings, 'fieldOfView' | 'snapTurn'>
  /** called when the officer has walked to another spot, metres; tells the station that this amounts to, if another */
  readonly onWalked: (x: number, z: number) => string | undefined
  /** called when the view has changed; `byHand` when the person turned or walked himself */
  readonly onLooked: (byHand: boolean) => void
}

/** First-person camera: drag or arrow keys to look, WASD to walk; led along a way when a station is chosen. */
export function OfficerCamera({
  place,
  snapshot,
  focus,
  eyes,
  surface,
  sticks,
  reducedMotion,
  comfort: { fieldOfView, snapTurn },
  onWalked,
  onLooked,
}: Props) {
  const invalidate = useThree((three) => three.invalidate)
  const camera = useThree((three) => three.camera) as PerspectiveCamera
  const { width, height } = useThree((three) => three.size)
  const walkedTo = useRef<string>(undefined)
  const moved = useRef(false)
  const snapped = useRef(false)
  const { props, characters, officer } = snapshot
  const taken = takenBy(place, characters)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what people take up changes with every snapshot, its numbers seldom
  const fits = useMemo(() => createFits(place, { props, people: taken }), [place, props, JSON.stringify(taken)])

  const goTo = (to: FloorPoint) => {
    const [x, , z] = eyes.current.gaze.at
    eyes.current.route = routeTo(fits, { x, z }, to)
    eyes.current.heightM = EYE_M
    eyes.current.leansFrom = undefined
    invalidate()
  }
  const station = place.stations.find((s) => s.id === officer.station)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the station's id is what one is led to
  useEffect(() => {
    if (walkedTo.current !== officer.station && station) {
      goTo(station.at)
      const { x, z } = eyes.current.route.at(-1) ?? station.at
      eyes.current.turnTo = lookOnArrival(place, snapshot, focus, station, [x, EYE_M, z])
    }
    walkedTo.current = undefined
  }, [officer.station])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a door or a person has moved
  useEffect(() => {
    const { gaze, route, leansFrom } = eyes.current
    const here = route.at(-1) ?? { x: gaze.at[0], z: gaze.at[2] }
    if (!leansFrom && (route.length > 0 || !fits(here))) goTo(here)
  }, [fits])
  const face = faceOf(place, snapshot, focus)
  const seen = useRef(face)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the eyes follow a man who gets up or goes, if they are on him
  useEffect(() => {
    const [before, self] = [seen.current, eyes.current]
    seen.current = face
    if (!before || !face || self.route.length > 0 || angleTo(self.gaze, before) > ON_HIM_RAD) return
    if (!sees(place, props, self.gaze.at, face)) return
    self.turnTo = gazeTowards(self.gaze.at, [face[0], face[1] - CHEST_M, face[2]])
    invalidate()
  }, [face?.join()])
  // biome-ignore lint/correctness/useExhaustiveDependencies: an act is done once
  useEffect(() => {
    const [verb, target] = snapshot.lastAct?.id.split(':') ?? []
    const hatch = verb === 'look' ? place.props.find(({ id, kind }) => id === target && kind === 'hatch') : undefined
    if (hatch) leanTo(eyes.current, lookThrough(place, snapshot, focus, hatch))
    else if (place.props.some(({ id }) => id === target)) leanBack(eyes.current)
    invalidate()
  }, [snapshot.seq])

  useEffect(() => {
    camera.fov = fieldOfView === 'auto' ? fieldOfViewFor(width, height) : Number(fieldOfView)
    camera.near = 0.05
    camera.updateProjectionMatrix()
    invalidate()
  }, [camera, width, height, fieldOfView, invalidate])

  const turn = useCallback(
    (dx: number, dy: number) => {
      const { gaze } = eyes.current
      eyes.current.turnTo = undefined
      eyes.current.gaze = {
        ...gaze,
        yaw: gaze.yaw + dx * DRAG_RAD,
        pitch: MathUtils.clamp(gaze.pitch + dy * DRAG_RAD, -MAX_PITCH_RAD, MAX_PITCH_RAD),
      }
      invalidate()
      onLooked(true)
    },
    [eyes, invalidate, onLooked],
  )
  const held = useOfficerInput(surface, turn, invalidate)

  useFrame((_, rest) => {
    const delta = Math.min(rest, moved.current ? LONGEST_STEP_S.later : LONGEST_STEP_S.first)
    const self = eyes.current
    const share = (quickness: number) => (reducedMotion ? 1 : 1 - Math.exp(-quickness * delta))
    let { yaw, pitch } = self.gaze
    let [x, y, z] = self.gaze.at
    let byHand = false
    moved.current =
      self.route.length > 0 ||
      self.turnTo !== undefined ||
      y !== self.heightM ||
      held.current.size > 0 ||
      isPushed(sticks.current)
    surface.current?.toggleAttribute('data-moving', moved.current)
    const left = wayLeft({ x, z }, self.route)
    let stride = reducedMotion ? left : Math.min(left, paceBefore(left) * delta)
    for (let [corner] = self.route; corner; [corner] = self.route) {
      const away = Math.hypot(corner.x - x, corner.z - z)
      if (away > stride + 1e-4) {
        x += ((corner.x - x) / away) * stride
        z += ((corner.z - z) / away) * stride
        break
      }
      x = corner.x
      z = corner.z
      stride -= away
      self.route = self.route.slice(1)
    }
    y += (self.heightM - y) * share(EASE.height)
    if (Math.abs(self.heightM - y) < 0.002) y = self.heightM
    if (self.turnTo) {
      const turnBy = Math.atan2(Math.sin(self.turnTo.yaw - yaw), Math.cos(self.turnTo.yaw - yaw))
      yaw += turnBy * share(EASE.turn)
      pitch += (self.turnTo.pitch - pitch) * share(EASE.turn)
      if (Math.abs(turnBy) < 0.01 && Math.abs(self.turnTo.pitch - pitch) < 0.01) self.turnTo = undefined
    }
    const keys = held.current
    const stick = sticks.current
    if (keys.size > 0 || isPushed(stick)) {
      byHand = true
      const ahead = Number(keys.has('ahead')) - Number(keys.has('back')) + stick.ahead
      const side = Number(keys.has('left')) - Number(keys.has('right')) + stick.side
      const turns = Number(keys.has('turnLeft')) - Number(keys.has('turnRight')) + stick.turn
      if (turns !== 0 || stick.pitch !== 0) self.turnTo = undefined
      if (!snapTurn) yaw += turns * PACE.turn * delta
      else if (Math.abs(turns) > SNAP.push && !snapped.current) yaw += Math.sign(turns) * SNAP.turn
      snapped.current = Math.abs(turns) > SNAP.push
      pitch = MathUtils.clamp(pitch + stick.pitch * PACE.turn * delta, -MAX_PITCH_RAD, MAX_PITCH_RAD)
      if (ahead !== 0 || side !== 0) {
        self.route = []
        self.heightM = EYE_M
        self.leansFrom = undefined
        const step = (PACE.walk * delta) / Math.max(1, Math.hypot(ahead, side))
        const free = moveWithin(
          fits,
          { x, z },
          {
            x: x + (Math.sin(yaw) * ahead + Math.cos(yaw) * side) * step,
            z: z + (Math.cos(yaw) * ahead - Math.sin(yaw) * side) * step,
          },
        )
        x = free.x
        z = free.z
        walkedTo.current = onWalked(x, z) ?? walkedTo.current
      }
    } else snapped.current = false
    self.gaze = { at: [x, y, z], yaw, pitch }
    camera.position.set(x, y, z)
    camera.rotation.set(pitch, yaw + Math.PI, 0, 'YXZ')
    if (moved.current) {
      onLooked(byHand)
      invalidate()
    }
  })
  return null
}

const isPushed = ({ ahead, side, turn, pitch }: Sticks): boolean =>
  ahead !== 0 || side !== 0 || turn !== 0 || pitch !== 0

const paceBefore = (leftM: number): number => Math.max(PACE.slowest, Math.min(PACE.led, leftM * EASE.arrive))

function wayLeft(from: FloorPoint, route: readonly FloorPoint[]): number {
  let length = 0
  let at = from
  for (const corner of route) {
    length += Math.hypot(corner.x - at.x, corner.z - at.z)
    at = corner
  }
  return length
}
