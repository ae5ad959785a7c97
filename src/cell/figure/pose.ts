import { Quaternion, Vector3 } from 'three'
import { poseArm, type Rest } from './arms.ts'
import { GIVE_M } from './bearing.ts'
import { blinkAt } from './blink.ts'
import { type Bones, createBones } from './bones.ts'
import type { Build } from './build.ts'
import { ARM_AT, AT, type Bearing, type Channel, createBearing, IN_ARM } from './channels.ts'
import { type Foot, footAt, type Side, type Stand, standAt } from './gait.ts'
import { createLook, type Sights } from './gaze.ts'
import { lowerHips, poseLeg } from './legs.ts'
import { heelAt, live } from './life.ts'
import { createLips, lipsAt, type Speech } from './lips.ts'
import { ease, wander } from './noise.ts'
import { react } from './reaction.ts'
import type { Point } from './showing.ts'
import { poseHead, poseHips, poseSpine } from './torso.ts'
import { blendBearing, blendLook, type Track, walkAt } from './track.ts'

/** A figure at an instant: where it stands, how each bone is turned, what its face does. */
export type Figured = {
  /** the figure's own frame: on the floor between the feet */ readonly stand: Stand
  readonly bones: Bones
  /** the blend that is shown; its face is what the morphs take */ readonly bearing: Bearing
}
export const createFigured = (build: Build): Figured => ({
  stand: { x: 0, z: 0, yaw: 0 },
  bones: createBones(build),
  bearing: createBearing(),
})

/** What is said and when it began. */
export type Said = { readonly speech: Speech; readonly atMs: number }
/** Everything around a figure that its pose depends on. */
export type Around = {
  readonly officer: Point
  readonly pressure: number
  readonly said?: Said | undefined /** a single picture: the eyes are open in it */
  readonly still?: boolean
}

const newFoot = (): Foot => ({ x: 0, z: 0, yaw: 0, lift: 0, roll: 0, swing: 0 })
const feet: Readonly<Record<Side, Foot>> = { l: newFoot(), r: newFoot() }
const look = createLook()
const lips = createLips()
const hips = new Vector3()
const lying = new Quaternion()
const X = new Vector3(1, 0, 0)
const eye = { x: 0, y: 0, z: 0 }
const sights: { officer: Point; eye: Point; yaw: number; lie: number } & Sights = {
  officer: eye,
  eye,
  yaw: 0,
  lie: 0,
}

/**
 * The whole figure at a moment: a pure function of what it shows, what is around it and the time. Any moment can be
 * asked for, in any order. Allocates nothing.
 */
export function poseAt(track: Track, timeMs: number, around: Around, out: Figured): void {
  const { bones, bearing, stand } = out
  const { build, seed } = track
  const breath = blendBearing(track, timeMs, bearing)
  const walk = walkAt(track, timeMs)
  standAt(walk, timeMs, stand)
  footAt(walk, 'l', timeMs, feet.l)
  footAt(walk, 'r', timeMs, feet.r)
  live(bearing, timeMs, breath, seed)
  react(bearing, around.pressure)
  swingAlong(bearing, stand)
  speak(bearing, around.said, timeMs, seed)
  const closed = AT.eyeClose
  // before the blink: who blinks goes on looking
  const awake = 1 - ease(0.7, 1, bearing[closed] as number)
  const blink = around.still ? 0 : blinkAt(timeMs, seed, bearing[AT.arousal] as number)
  bearing[closed] = Math.max(bearing[closed] as number, blink)

  const lie = bearing[AT.lie] as number
  placeEye(bearing, stand, build)
  sights.officer = around.officer
  sights.yaw = stand.yaw
  sights.lie = lie
  blendLook(track, timeMs, sights, look)

  lying.setFromAxisAngle(X, (-lie * Math.PI) / 2)
  const heel = heelAt(bearing[AT.jiggle] as number, timeMs) * 0.16
  hips.set(
    bearing[AT.hipsLeft] as number,
    build.hips.y - (bearing[AT.hipsDown] as number),
    (bearing[AT.hipsFwd] as number) + build.hips.z,
  )
  poseHips(bones, bearing, hips, lying)
  lowerHips(bones, hips, feet.l, 0, stand, 'l', 1 - lie)
  lowerHips(bones, hips, feet.r, heel, stand, 'r', 1 - lie)
  poseHips(bones, bearing, hips, lying)
  poseLeg(bones, bearing, feet.l, 0, stand, 'l')
  poseLeg(bones, bearing, feet.r, heel, stand, 'r')
  poseSpine(bones, bearing)
  poseHead(bones, bearing, look, lying, awake)
  restOf(bearing, build)
  poseArm(bones, bearing, 'l', rest)
  poseArm(bones, bearing, 'r', rest)
}

const rest: Rest = { y: 0, share: 0, edge: 0 }
/** Hips so much below standing height sit, metres. */
const SITS = { from: 0.2, full: 0.34 } as const
/** A bed's edge is a little behind the feet of who sits on it; who lies on it has it all round, metres. */
const EDGE_M = { sits: -0.12, lies: 9 } as const

/** What he sits or lies on, told by how high his hips are. */
function restOf(bearing: Bearing, { hips, girth }: Build): void {
  const lie = bearing[AT.lie] as number
  const down = bearing[AT.hipsDown] as number
  const onSide = Math.abs(Math.sin(bearing[AT.pelvisYaw] as number))
  const flesh = girth.thigh * (1 - lie) + (girth.back + (girth.hip - girth.back) * onSide) * lie
  rest.y = hips.y - down - flesh + GIVE_M
  rest.share = Math.max(lie, ease(SITS.from, SITS.full, down) * (1 - lie))
  rest.edge = EDGE_M.sits + (EDGE_M.lies - EDGE_M.sits) * lie
}

/** Who walks swings his arms and turns his hips against his shoulders, as far as his feet are apart. */
function swingAlong(bearing: Bearing, { x, z, yaw }: Stand): void {
  const [sin, cos] = [Math.sin(yaw), Math.cos(yaw)]
  const ahead = (foot: Foot) => (foot.x - x) * sin + (foot.z - z) * cos
  const apart = ahead(feet.l) - ahead(feet.r) - (bearing[AT.footStagger] as number)
  const stride = 0.6 * Math.tanh(apart / 0.6) * (1 - (bearing[AT.lie] as number))
  const upright = ease(-0.3, -0.1, bearing[AT.hipsFwd] as number)
  add(bearing, 'pelvisYaw', -0.3 * stride * upright)
  add(bearing, 'spineTwist', 0.45 * stride * upright)
  add(bearing, 'hipsLeft', 0.03 * (feet.r.swing - feet.l.swing) * upright)
  for (let n = 0; n < 2; n++) {
    const first = n === 0 ? ARM_AT.l : ARM_AT.r
    // hands that hold each other do not swing
    const free = 1 - (bearing[first + IN_ARM.middle] as number)
    const hangs = free * (1 - ease(-0.42, -0.25, bearing[first + IN_ARM.up] as number))
    const at = first + IN_ARM.fwd
    bearing[at] = (bearing[at] as number) + (n === 0 ? -0.42 : 0.42) * stride * hangs * upright
  }
}

/** A mouth that speaks, and a head that goes with it. */
function speak(bearing: Bearing, said: Said | undefined, timeMs: number, seed: number): void {
  if (!said) return
  const since = timeMs - said.atMs
  if (since < 0 || since > said.speech.lengthMs) return
  lipsAt(said.speech, since, lips)
  const low = 0.75 + 0.5 * (bearing[AT.arousal] as number)
  add(bearing, 'mouthOpen', lips.open * low)
  add(bearing, 'lipsPart', lips.part * 0.6)
  add(bearing, 'pucker', lips.pucker * 0.7)
  add(bearing, 'stretch', lips.stretch * 0.5)
  bearing[AT.lipPress] = Math.max((bearing[AT.lipPress] as number) * (1 - lips.part), lips.press)
  const beat = ease(0, 200, since) * (1 - ease(said.speech.lengthMs - 300, said.speech.lengthMs, since))
  add(bearing, 'headPitch', beat * 0.05 * wander(since / 330, seed + 51))
  add(bearing, 'headYaw', beat * 0.05 * wander(since / 480, seed + 52))
  add(bearing, 'browUp', beat * 0.25 * Math.max(0, wander(since / 520, seed + 53)))
}

/** About where the eyes are, for where they look. */
function placeEye(bearing: Bearing, stand: Stand, build: Build): void {
  const at = (channel: Channel) => bearing[AT[channel]] as number
  const lie = at('lie')
  const bend = at('flexLow') + at('flexHigh') * 0.5 + at('pelvisPitch')
  const above = build.eyeM - build.hips.y
  const ahead = (at('hipsFwd') + above * Math.sin(bend)) * (1 - lie) - above * lie
  eye.x = stand.x + Math.sin(stand.yaw) * ahead
  eye.z = stand.z + Math.cos(stand.yaw) * ahead
  eye.y = build.hips.y - at('hipsDown') + (1 - lie) * above * Math.cos(bend) + lie * 0.12
}

function add(bearing: Bearing, channel: Channel, by: number): void {
  const at = AT[channel]
  bearing[at] = (bearing[at] as number) + by
}
