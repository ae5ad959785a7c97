import { useFrame, useThree } from '@react-three/fiber'
import { type RefObject, useEffect, useRef } from 'react'
import { MathUtils, type PerspectiveCamera } from 'three'
import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { moveWithin } from './collision.ts'
import type { Gaze } from './targets.ts'

/** Height of the officer's eyes above the floor, metres. */
export const EYE_M = 1.66
/** Walking pace, metres a second, and turning by key, radians a second. */
const PACE = { walk: 1.3, turn: 1.5 } as const
/** Radians of turn for one CSS pixel of drag. */
const DRAG_RAD = 0.0035
const MAX_PITCH_RAD = 1.2
/** How quickly the eyes glide to a station that was chosen rather than walked to; per second. */
const GLIDE = 5

type KeyName = 'ahead' | 'back' | 'left' | 'right' | 'turnLeft' | 'turnRight'
const KEYS: Readonly<Record<string, KeyName>> = {
  KeyW: 'ahead',
  KeyS: 'back',
  KeyA: 'left',
  KeyD: 'right',
  ArrowUp: 'ahead',
  ArrowDown: 'back',
  ArrowLeft: 'turnLeft',
  ArrowRight: 'turnRight',
}

/** The officer's eyes, shared with what reads them in the same frame: highlighting, pose recording, tests. */
export type Eyes = {
  gaze: Gaze
  gliding: boolean /** set to look somewhere, e.g. by the keys that go from one thing to the next */
  turnTo: { yaw: number; pitch: number } | undefined
}

type Props = {
  readonly place: Place
  readonly snapshot: Snapshot
  readonly eyes: RefObject<Eyes>
  readonly surface: RefObject<HTMLElement | null>
  readonly reducedMotion: boolean
  /** called when the officer has walked to another spot, metres */ readonly onWalked: (x: number, z: number) => void
  readonly onLooked: () => void
}

/** First-person camera: drag or arrow keys to look, WASD to walk; glides when a station is chosen from a list. */
export function OfficerCamera({ place, snapshot, eyes, surface, reducedMotion, onWalked, onLooked }: Props) {
  const invalidate = useThree((three) => three.invalidate)
  const camera = useThree((three) => three.camera) as PerspectiveCamera
  const width = useThree((three) => three.size.width)
  const held = useRef(new Set<KeyName>())
  const station = place.stations.find((s) => s.id === snapshot.officer.station)
  const walkedHere = useRef(false)
  const openDoors = useRef<ReadonlySet<string>>(new Set())
  openDoors.current = new Set(place.props.flatMap((prop) => (snapshot.props[prop.id] === 'open' ? prop.id : [])))

  // biome-ignore lint/correctness/useExhaustiveDependencies: the station's id is what a glide follows
  useEffect(() => {
    eyes.current.gliding = !walkedHere.current
    walkedHere.current = false
    invalidate()
  }, [snapshot.officer.station])

  useEffect(() => {
    // A narrow screen needs a wider angle to show the same room.
    camera.fov = width < 600 ? 78 : 66
    camera.near = 0.05
    camera.updateProjectionMatrix()
    invalidate()
  }, [camera, width, invalidate])

  useEffect(() => {
    const element = surface.current
    if (!element) return undefined
    const turn = (dx: number, dy: number) => {
      const { gaze } = eyes.current
      eyes.current.turnTo = undefined
      eyes.current.gaze = {
        ...gaze,
        yaw: gaze.yaw + dx * DRAG_RAD,
        pitch: MathUtils.clamp(gaze.pitch + dy * DRAG_RAD, -MAX_PITCH_RAD, MAX_PITCH_RAD),
      }
      invalidate()
      onLooked()
    }
    let dragging = false
    const down = (event: PointerEvent) => {
      dragging = event.button === 0
    }
    const up = () => {
      dragging = false
    }
    const move = (event: PointerEvent) => {
      if (document.pointerLockElement === element) turn(-event.movementX, -event.movementY)
      else if (dragging) turn(event.movementX, event.movementY)
    }
    const keyDown = (event: KeyboardEvent) => {
      const key = KEYS[event.code]
      if (!key || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      held.current.add(key)
      invalidate()
    }
    const keyUp = (event: KeyboardEvent) => {
      const key = KEYS[event.code]
      if (key) held.current.delete(key)
    }
    const release = () => held.current.clear()
    element.addEventListener('pointerdown', down)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointermove', move)
    element.addEventListener('keydown', keyDown)
    window.addEventListener('keyup', keyUp)
    element.addEventListener('blur', release)
    return () => {
      element.removeEventListener('pointerdown', down)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointermove', move)
      element.removeEventListener('keydown', keyDown)
      window.removeEventListener('keyup', keyUp)
      element.removeEventListener('blur', release)
    }
  }, [surface, eyes, invalidate, onLooked])

  useFrame((_, rest) => {
    const delta = Math.min(rest, 1 / 20)
    const self = eyes.current
    let { yaw, pitch } = self.gaze
    let [x, , z] = self.gaze.at
    let moving = false
    if (self.gliding && station) {
      const yawThere = MathUtils.degToRad(station.turn)
      const turnBy = Math.atan2(Math.sin(yawThere - yaw), Math.cos(yawThere - yaw))
      const share = reducedMotion ? 1 : 1 - Math.exp(-GLIDE * delta)
      x += (station.at.x - x) * share
      z += (station.at.z - z) * share
      yaw += turnBy * share
      pitch += (-0.04 - pitch) * share
      self.gliding = Math.hypot(station.at.x - x, station.at.z - z) > 0.01 || Math.abs(turnBy) > 0.01
      moving = true
    }
    if (self.turnTo) {
      const turnBy = Math.atan2(Math.sin(self.turnTo.yaw - yaw), Math.cos(self.turnTo.yaw - yaw))
      const share = reducedMotion ? 1 : 1 - Math.exp(-8 * delta)
      yaw += turnBy * share
      pitch += (self.turnTo.pitch - pitch) * share
      if (Math.abs(turnBy) < 0.01 && Math.abs(self.turnTo.pitch - pitch) < 0.01) self.turnTo = undefined
      moving = true
    }
    const keys = held.current
    if (keys.size > 0) {
      self.gliding = false
      const ahead = Number(keys.has('ahead')) - Number(keys.has('back'))
      const side = Number(keys.has('left')) - Number(keys.has('right'))
      yaw += (Number(keys.has('turnLeft')) - Number(keys.has('turnRight'))) * PACE.turn * delta
      if (ahead !== 0 || side !== 0) {
        const step = (PACE.walk * delta) / Math.hypot(ahead, side)
        const to = {
          x: x + (Math.sin(yaw) * ahead + Math.cos(yaw) * side) * step,
          z: z + (Math.cos(yaw) * ahead - Math.sin(yaw) * side) * step,
        }
        const free = moveWithin(place, openDoors.current, { x, z }, to)
        x = free.x
        z = free.z
        walkedHere.current = true
        onWalked(x, z)
      }
      moving = true
    }
    self.gaze = { at: [x, EYE_M, z], yaw, pitch }
    camera.position.set(x, EYE_M, z)
    camera.rotation.set(pitch, yaw + Math.PI, 0, 'YXZ')
    if (moving) {
      onLooked()
      invalidate()
    }
  })
  return null
}
