import fc from 'fast-check'
import { type Quaternion, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { BEHAVIOURS, POSES } from '#core/scenario'
import { MODELS, skeletonOf } from '../../../tests/fixtures/models.ts'
import { poseOf } from './bearing.ts'
import { type Build, buildOf } from './build.ts'
import { AT } from './channels.ts'
import { GESTURE_NAMES } from './gestures.ts'
import { type Around, createFigured, type Figured, poseAt } from './pose.ts'
import type { Showing } from './showing.ts'
import { beginTrack, cueTrack, type Track } from './track.ts'

const builds = MODELS.map((model): readonly [string, Build] => {
  const { joints, girth } = skeletonOf(model)
  return [model, buildOf(joints, girth)]
})
const [, build] = builds.find(([name]) => name === 'prisoner-a') ?? builds[0] ?? []
if (!build) throw new Error('There are no models.')

const AROUND: Around = { officer: { x: 0.3, y: 1.62, z: 2.2 }, pressure: 0.4 }
const CALM: Showing = { behaviour: 'calm', tension: 2, trust: 5, pose: 'stand', at: { x: 0, z: 0 }, yaw: 0 }
const BED = { heightM: 0.505, headYaw: 0 }

const showing = fc.record({
  behaviour: fc.constantFrom(...BEHAVIOURS),
  tension: fc.integer({ min: 0, max: 10 }),
  trust: fc.integer({ min: 0, max: 10 }),
  pose: fc.constantFrom(...POSES),
  gesture: fc.option(fc.constantFrom(...GESTURE_NAMES), { nil: undefined }),
  at: fc.record({ x: fc.double({ min: -1, max: 1, noNaN: true }), z: fc.double({ min: -1, max: 1, noNaN: true }) }),
  yaw: fc.double({ min: -4, max: 4, noNaN: true }),
  seat: fc.constant(BED),
}) satisfies fc.Arbitrary<Showing>
const stream = fc.array(fc.record({ gapMs: fc.integer({ min: 40, max: 4000 }), showing }), {
  minLength: 1,
  maxLength: 5,
})

/** Everybody has his own way to stand in each mood. */
const anySeed = fc.integer({ min: 0, max: 60 })

/** A stream as a track, and the moment it has come to rest. */
function play(
  one: readonly { readonly gapMs: number; readonly showing: Showing }[],
  of: Build = build as Build,
  seed = 3,
) {
  let track: Track = beginTrack(CALM, of, seed)
  let atMs = 0
  for (const { gapMs, showing: next } of one) {
    atMs += gapMs
    track = cueTrack(track, next, atMs)
  }
  return { track, endMs: atMs + 3500 }
}

const world = (figured: Figured, name: string, out = new Vector3()): Vector3 => {
  const { stand, bones } = figured
  out.copy(bones.position[bones.build.index[name] ?? 0] as Vector3)
  out.applyAxisAngle(new Vector3(0, 1, 0), stand.yaw)
  out.x += stand.x
  out.z += stand.z
  return out
}

/** Radians a second no joint exceeds, and metres a second no hand does: the quickest found is 25, a flip is over 200. */
const FASTEST = { joint: 40, hand: 9, turn: 9 } as const
const FRAME_MS = 1000 / 120

/** Fails where a joint turns or a hand, a foot or the head moves faster than a body does. */
function expectSmooth(track: Track, endMs: number): void {
  const [now, before] = [createFigured(track.build), createFigured(track.build)]
  poseAt(track, 0, AROUND, before)
  const seconds = FRAME_MS / 1000
  for (let ms = FRAME_MS; ms < endMs; ms += FRAME_MS) {
    poseAt(track, ms, AROUND, now)
    for (const [i, turn] of now.bones.local.entries()) {
      const speed = turn.angleTo(before.bones.local[i] as Quaternion) / seconds
      if (speed > FASTEST.joint)
        throw new Error(`${track.build.joints[i]?.name} turns at ${speed.toFixed(1)} rad/s at ${ms.toFixed(0)} ms`)
    }
    for (const name of ['wrist_L', 'wrist_R', 'head', 'foot_L', 'foot_R']) {
      const speed = world(now, name).distanceTo(world(before, name)) / seconds
      if (speed > FASTEST.hand) throw new Error(`${name} moves at ${speed.toFixed(1)} m/s at ${ms.toFixed(0)} ms`)
    }
    copyInto(now, before)
  }
}

describe('a figure at any moment', () => {
  it('never jumps, whatever follows what', () => {
    fc.assert(
      fc.property(stream, anySeed, (one, seed) => {
        const { track, endMs } = play(one, build, seed)
        expectSmooth(track, endMs)
      }),
      { numRuns: 40 },
    )
  })

  it('does not let the elbows swing round when hands come down from the head', () => {
    const down = { ...CALM, behaviour: 'wary', pose: 'sit', gesture: 'hug-self', seat: BED } as const
    const { track, endMs } = play([
      { gapMs: 40, showing: { ...CALM, gesture: 'hands-on-head' } },
      { gapMs: 921, showing: down },
    ])
    expectSmooth(track, endMs)
  })

  it('does not jump when a replay is scrubbed: many states within a moment, and back through them', () => {
    const scrub = fc.array(
      fc.record({
        gapMs: fc.integer({ min: 16, max: 90 }),
        showing: showing.map((one) => ({ ...one, at: CALM.at })),
      }),
      { minLength: 4, maxLength: 14 },
    )
    fc.assert(
      fc.property(scrub, (forth) => {
        const { track, endMs } = play([...forth, ...[...forth].reverse()])
        expectSmooth(track, endMs - 1500)
      }),
      { numRuns: 25 },
    )
  })

  it('is the same in whatever order moments are asked for', () => {
    fc.assert(
      fc.property(
        stream,
        fc.array(fc.integer({ min: 0, max: 12_000 }), { minLength: 2, maxLength: 12 }),
        (one, times) => {
          const { track } = play(one)
          const figured = createFigured(track.build)
          const seen = new Map(times.map((ms) => [ms, shot(track, ms, figured)]))
          for (const ms of [...times].reverse()) expect(shot(track, ms, figured)).toEqual(seen.get(ms))
        },
      ),
      { numRuns: 60 },
    )
  })

  it('has its eyes open in a single picture, whatever the moment', () => {
    const track = beginTrack(CALM, build, 3)
    const figured = createFigured(build)
    const lids = (ms: number, around: Around) => {
      poseAt(track, ms, around, figured)
      return figured.bearing[AT.eyeClose] ?? 1
    }
    const moments = Array.from({ length: 600 }, (_, n) => n * 50)
    expect(Math.max(...moments.map((ms) => lids(ms, AROUND)))).toBeGreaterThan(0.8)
    expect(Math.max(...moments.map((ms) => lids(ms, { ...AROUND, still: true })))).toBeLessThan(0.4)
  })

  it('is made of numbers only', () => {
    fc.assert(
      fc.property(stream, fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(...builds), (one, ms, [, of]) => {
        const { track } = play(one, of)
        for (const value of shot(track, ms, createFigured(of))) expect(Number.isFinite(value)).toBe(true)
      }),
      { numRuns: 120 },
    )
  })

  it('keeps a planted foot where it is: it slides by less than two centimetres', () => {
    const walking = fc.array(
      fc.record({
        gapMs: fc.integer({ min: 200, max: 3000 }),
        showing: showing.map((one) => ({ ...one, pose: 'stand' as const, gesture: undefined })),
      }),
      { minLength: 1, maxLength: 4 },
    )
    fc.assert(
      fc.property(walking, (one) => {
        const { track, endMs } = play(one)
        const figured = createFigured(track.build)
        const planted: Record<string, Vector3 | undefined> = {}
        for (let ms = 0; ms < endMs; ms += 10) {
          poseAt(track, ms, AROUND, figured)
          for (const name of ['foot_L', 'foot_R']) {
            const at = world(figured, name, new Vector3())
            const onFloor = at.y < track.build.leg.l.ankleM + 0.001
            const first = planted[name]
            if (!onFloor) planted[name] = undefined
            else if (!first) planted[name] = at
            else if (Math.hypot(at.x - first.x, at.z - first.z) > 0.02)
              throw new Error(`${name} slid ${Math.hypot(at.x - first.x, at.z - first.z).toFixed(3)} m by ${ms} ms`)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe.each(builds)('%s', (_, of) => {
  it('stands, sits and lies on what is under him', () => {
    for (const pose of POSES)
      for (const behaviour of BEHAVIOURS) {
        if (behaviour === 'assaultive') continue
        const figured = createFigured(of)
        poseAt(beginTrack({ ...CALM, pose, behaviour, seat: BED }, of, 1), 3000, AROUND, figured)
        const [left, right] = [world(figured, 'foot_L').clone(), world(figured, 'foot_R').clone()]
        if (pose === 'stand' || pose === 'sit')
          for (const foot of [left, right]) expect(foot.y).toBeCloseTo(of.leg.l.ankleM, 1)
        const hip = world(figured, 'upperleg01_L').y
        if (pose === 'stand') expect(hip).toBeGreaterThan(of.hips.y - 0.12)
        if (pose === 'sit') expect(Math.abs(hip - (BED.heightM + of.girth.thigh))).toBeLessThan(0.05)
        if (pose === 'lie' || pose === 'sleep') {
          for (const name of ['head', 'foot_L', 'foot_R', 'lowerleg01_L', 'wrist_L', 'wrist_R'])
            expect(world(figured, name).y, `${behaviour} ${pose} ${name}`).toBeGreaterThan(BED.heightM - 0.01)
          expect(world(figured, 'head').y).toBeLessThan(BED.heightM + 0.4)
        }
      }
  })

  it('keeps its hands out of the mattress it sits on but for fingertips, in every gesture', () => {
    for (const behaviour of ['calm', 'agitated', 'hostile', 'withdrawn'] as const)
      for (const gesture of [undefined, ...GESTURE_NAMES])
        for (const seed of [0, 17, 34]) {
          const showing: Showing = { ...CALM, behaviour, tension: 6, pose: 'sit', gesture, seat: BED }
          if (poseOf(showing) !== 'sit') continue
          const figured = createFigured(of)
          poseAt(beginTrack(showing, of, seed), 2600, AROUND, figured)
          for (const name of ['wrist_L', 'wrist_R', 'finger3-3_L', 'finger3-3_R']) {
            const { y, z } = figured.bones.position[of.index[name] ?? 0] as Vector3
            if (z < -0.14) expect(y, `${behaviour} ${gesture} ${seed} ${name}`).toBeGreaterThan(BED.heightM - 0.06)
          }
        }
  })

  it('lies down and gets up without putting a foot through the floor, nor its head round', () => {
    const seated: Showing = { ...CALM, behaviour: 'withdrawn', tension: 7, trust: 1, pose: 'sit', seat: BED }
    const down: Showing = { ...seated, pose: 'lie' }
    const [head, chest] = [new Vector3(), new Vector3()]
    for (const [from, to] of [
      [seated, down],
      [down, seated],
    ] as const)
      for (const x of [-2, 0, 2])
        for (let ms = 0; ms < 2500; ms += 50) {
          const figured = createFigured(of)
          const around: Around = { officer: { x, y: 1.62, z: 1.5 }, pressure: 0.4 }
          poseAt(cueTrack(beginTrack(from, of, 2), to, 0), ms, around, figured)
          for (const side of ['l', 'r'] as const) {
            const { y } = figured.bones.position[figured.bones.of.leg[side].foot] as Vector3
            expect(y, `${to.pose} ${ms} ms`).toBeGreaterThan(of.leg[side].ankleM - 0.015)
          }
          const turn = (joint: number | undefined, out: Vector3) =>
            out.set(0, 0, 1).applyQuaternion(figured.bones.global[joint ?? 0] as Quaternion)
          const apart = turn(figured.bones.of.head, head).angleTo(turn(figured.bones.of.spine[4], chest))
          expect(apart, `${to.pose} ${ms} ms`).toBeLessThan((100 * Math.PI) / 180)
        }
  })

  it('bends elbows and knees the right way, in every gesture', () => {
    const axis = new Vector3()
    for (const gesture of GESTURE_NAMES)
      for (const pose of ['stand', 'sit'] as const) {
        const figured = createFigured(of)
        poseAt(beginTrack({ ...CALM, pose, gesture, seat: BED }, of, 1), 900, AROUND, figured)
        for (const [side, name] of [
          ['l', 'L'],
          ['r', 'R'],
        ] as const) {
          const forearm = figured.bones.global[of.index[`lowerarm01_${name}`] ?? 0] as Quaternion
          const upper = figured.bones.global[of.index[`upperarm02_${name}`] ?? 0] as Quaternion
          const bend = upper.clone().invert().multiply(forearm)
          if (bend.w < 0) bend.set(-bend.x, -bend.y, -bend.z, -bend.w)
          const rest = Math.acos(of.arm[side].upper.dot(of.arm[side].lower))
          const more = 2 * Math.atan2(axis.set(bend.x, bend.y, bend.z).dot(of.arm[side].normal), bend.w)
          expect(rest + more, `${gesture} ${pose} elbow ${name}`).toBeGreaterThan(0)
          const knee = world(figured, `lowerleg01_${name}`).clone()
          const hip = world(figured, `upperleg01_${name}`).clone()
          const ankle = world(figured, `foot_${name}`).clone()
          const forward = new Vector3(0, 0, 1).applyQuaternion(figured.bones.global[of.index.root ?? 0] as Quaternion)
          forward.applyAxisAngle(new Vector3(0, 1, 0), figured.stand.yaw)
          const between = hip.lerp(ankle, 0.5)
          expect(knee.sub(between).dot(forward), `${gesture} ${pose} knee ${name}`).toBeGreaterThan(-0.02)
        }
      }
  })
})

function shot(track: Track, ms: number, figured: Figured): readonly number[] {
  poseAt(track, ms, AROUND, figured)
  return [
    figured.stand.x,
    figured.stand.z,
    figured.stand.yaw,
    ...figured.bones.local.flatMap((turn) => turn.toArray()),
    ...figured.bearing,
  ]
}

function copyInto(from: Figured, to: Figured): void {
  Object.assign(to.stand, from.stand)
  for (const [i, turn] of from.bones.local.entries()) (to.bones.local[i] as Quaternion).copy(turn)
  for (const [i, at] of from.bones.position.entries()) (to.bones.position[i] as Vector3).copy(at)
}
