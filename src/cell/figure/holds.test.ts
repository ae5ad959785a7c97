import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { MODELS, skeletonOf } from '../../../tests/fixtures/models.ts'
import { type Build, buildOf } from './build.ts'
import type { GestureName } from './gestures.ts'
import { type Around, createFigured, type Figured, poseAt } from './pose.ts'
import type { Showing } from './showing.ts'
import { beginTrack } from './track.ts'

/** Hands that hold something are numbers in tables: here flesh is measured, so that no number puts a limb into another. */

const AROUND: Around = { officer: { x: 0, y: 1.62, z: 2.2 }, pressure: 0.2 }
const CALM: Showing = { behaviour: 'calm', tension: 2, trust: 5, pose: 'stand', at: { x: 0, z: 0 }, yaw: 0 }
/** How thick limbs are without their sleeves, metres. */
const RADIUS = { upperArm: 0.036, forearm: 0.036, palm: 0.0135, finger: 0.0085 } as const
/** Flesh and cloth give this much. */
const GIVES_M = { forearm: 0.01, hand: 0.018 } as const

/** A hand that lies by an arm is no further off; a sleeve and the other forearm may be between. */
const HELD_M = 0.055

type Bone = { readonly from: Vector3; readonly to: Vector3; readonly radius: number }

const shown = (of: Build, more: Partial<Showing>, seed: number): Figured => {
  const figured = createFigured(of)
  poseAt(beginTrack({ ...CALM, ...more }, of, seed), 2400, AROUND, figured)
  return figured
}
const joint = ({ bones }: Figured, name: string) => bones.position[bones.build.index[name] ?? 0] as Vector3
const forearm = (figured: Figured, side: 'L' | 'R'): Bone => ({
  from: joint(figured, `lowerarm01_${side}`),
  to: joint(figured, `wrist_${side}`),
  radius: RADIUS.forearm,
})
const handOf = (figured: Figured, side: 'L' | 'R'): readonly Bone[] =>
  [2, 3, 4, 5].flatMap((finger): readonly Bone[] => {
    const [first, second, third] = [1, 2, 3].map((n) => joint(figured, `finger${finger}-${n}_${side}`)) as [
      Vector3,
      Vector3,
      Vector3,
    ]
    const palm = joint(figured, `wrist_${side}`).clone().lerp(first, 0.25)
    return [
      { from: palm, to: first, radius: RADIUS.palm },
      { from: first, to: second, radius: RADIUS.finger },
      { from: second, to: third, radius: RADIUS.finger },
    ]
  })

/** How far apart the surfaces of two bones are, by trying points along them; below 0 they are in one another. */
function apart(one: Bone, other: Bone): number {
  let least = Infinity
  const [p, q] = [new Vector3(), new Vector3()]
  for (let i = 0; i <= 12; i++)
    for (let k = 0; k <= 12; k++)
      least = Math.min(
        least,
        p.lerpVectors(one.from, one.to, i / 12).distanceTo(q.lerpVectors(other.from, other.to, k / 12)),
      )
  return least - one.radius - other.radius
}

describe.each(MODELS)('%s', (model) => {
  const { joints, girth } = skeletonOf(model)
  const build = buildOf(joints, girth)

  it.each<GestureName>(['arms-crossed', 'hug-self', 'rock'])('keeps one forearm before the other: %s', (gesture) => {
    for (const seed of [1, 2, 5]) {
      const figured = shown(build, { gesture }, seed)
      const gap = apart(forearm(figured, 'L'), forearm(figured, 'R'))
      expect(gap, `seed ${seed}`).toBeGreaterThan(-GIVES_M.forearm)
    }
  })

  it.each<GestureName>(['arms-crossed', 'hug-self'])('lays each hand by the other upper arm: %s', (gesture) => {
    for (const seed of [1, 2, 5]) {
      const figured = shown(build, { gesture }, seed)
      for (const [side, other] of [
        ['L', 'R'],
        ['R', 'L'],
      ] as const) {
        const arm: Bone = {
          from: joint(figured, `upperarm01_${other}`),
          to: joint(figured, `lowerarm01_${other}`),
          radius: RADIUS.upperArm,
        }
        const knuckle = joint(figured, `finger3-1_${side}`)
        const gap = apart({ from: knuckle, to: knuckle, radius: RADIUS.palm }, arm)
        expect(gap, `seed ${seed} ${side}`).toBeGreaterThan(-GIVES_M.hand)
        expect(gap, `seed ${seed} ${side}`).toBeLessThan(HELD_M)
        // elbows hang: arms held out before the chest are two bars
        const low = arm.from.y - arm.to.y
        expect(low / arm.from.distanceTo(arm.to), `seed ${seed} ${side}`).toBeGreaterThan(0.7)
      }
    }
  })

  it.each([
    ['folded', { gesture: 'arms-crossed' }],
    ['round himself', { gesture: 'hug-self' }],
    ['wringing them', { gesture: 'wring-hands' }],
    ['on the head', { gesture: 'hands-on-head' }],
    ['before the face', { gesture: 'face-in-hands' }],
    ['withdrawn', { behaviour: 'withdrawn', tension: 3, trust: 1 }],
    ['frightened', { behaviour: 'withdrawn', tension: 7, trust: 1 }],
    ['wary', { behaviour: 'wary', tension: 6, trust: 3 }],
    ['sitting, withdrawn', { behaviour: 'withdrawn', tension: 3, trust: 1, pose: 'sit' }],
  ] satisfies readonly (readonly [string, Partial<Showing>])[])('keeps the hands out of one another: %s', (_, more) => {
    for (const seed of [1, 2, 3, 5]) {
      const figured = shown(build, more, seed)
      const [left, right] = [handOf(figured, 'L'), handOf(figured, 'R')]
      const gap = Math.min(...left.flatMap((one) => right.map((other) => apart(one, other))))
      expect(gap, `seed ${seed}`).toBeGreaterThan(-GIVES_M.hand)
    }
  })
})
