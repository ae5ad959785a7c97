import { describe, expect, it } from 'vitest'
import { BEHAVIOURS } from '#core/scenario'
import { MODELS, skeletonOf } from '../../../tests/fixtures/models.ts'
import { phraseOf } from './bearing.ts'
import { buildOf } from './build.ts'
import { AT } from './channels.ts'
import { seedOf } from './noise.ts'

const [model = ''] = MODELS
const { joints, girth } = skeletonOf(model)
const build = buildOf(joints, girth)
const SEEDS = Array.from({ length: 24 }, (_, n) => n)
const bearing = (behaviour: (typeof BEHAVIOURS)[number], pose: 'stand' | 'sit', seed: number) =>
  phraseOf({ behaviour, tension: 3, trust: 5, pose, at: { x: 0, z: 0 }, yaw: 0 }, build, seed).base
const hands = (one: Float32Array) =>
  (['l.out', 'l.up', 'l.fwd', 'r.out', 'r.up', 'r.fwd'] as const).map((channel) => one[AT[channel]]?.toFixed(2)).join()

describe("somebody's own way", () => {
  it('is the same whenever he is seen', () => {
    for (const behaviour of BEHAVIOURS) expect(bearing(behaviour, 'stand', 5)).toEqual(bearing(behaviour, 'stand', 5))
    expect(seedOf('prisoner rahimi')).toBe(seedOf('prisoner rahimi'))
    expect(seedOf('prisoner rahimi')).not.toBe(seedOf('prisoner gill'))
  })
  it.each(BEHAVIOURS.filter((one) => one !== 'assaultive'))(
    'holds the hands in more ways than three when %s',
    (behaviour) => {
      // left and right count as two ways
      expect(new Set(SEEDS.map((seed) => hands(bearing(behaviour, 'stand', seed)))).size).toBeGreaterThan(2)
    },
  )
  it('stands wider or narrower, and on either leg', () => {
    const all = SEEDS.map((seed) => bearing('calm', 'stand', seed))
    const widths = all.map((one) => one[AT.footWidth] ?? 0)
    expect(Math.max(...widths) - Math.min(...widths)).toBeGreaterThan(0.02)
    const legs = all.map((one) => Math.sign(one[AT.hipsLeft] ?? 0))
    expect(new Set(legs)).toEqual(new Set([-1, 1]))
  })
  it('leaves the face to the mood', () => {
    for (const seed of SEEDS)
      for (const channel of ['browDown', 'smile', 'eyeWide', 'lipPress'] as const)
        expect(bearing('hostile', 'stand', seed)[AT[channel]]).toBe(bearing('hostile', 'stand', 0)[AT[channel]])
  })
})
