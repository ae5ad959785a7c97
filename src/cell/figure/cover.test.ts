import { Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { MODELS, skeletonOf } from '../../../tests/fixtures/models.ts'
import { buildOf } from './build.ts'
import { type Cover, drape, foldBack } from './cover.ts'
import { createFigured, type Figured, poseAt } from './pose.ts'
import { type Showing, wallSideOf } from './showing.ts'
import { beginTrack } from './track.ts'

const BED_M = 0.505
const AROUND = { officer: { x: 0, y: 1.62, z: 2.2 }, pressure: 0 }
/** Beds along both walls: the open side, where he gets out, is at his left or at his right. */
const BESIDE = [
  { x: 0.9, z: 0 },
  { x: -0.9, z: 0 },
]
const asleep = (beside: { readonly x: number; readonly z: number }): Showing => ({
  behaviour: 'calm',
  tension: 2,
  trust: 5,
  pose: 'sleep',
  at: { x: 0, z: 0 },
  yaw: Math.PI / 2,
  seat: { heightM: BED_M, headYaw: 0, beside },
})
const people = MODELS.flatMap((model) => {
  const { joints, girth } = skeletonOf(model)
  return BESIDE.map((beside) => {
    const build = buildOf(joints, girth)
    const showing = asleep(beside)
    const figured = createFigured(build)
    poseAt(beginTrack(showing, build, 1), 3000, AROUND, figured)
    const open = wallSideOf(showing) > 0 ? -1 : 1
    return { name: `${model}, open at his ${open > 0 ? 'left' : 'right'}`, figured, open } as const
  })
})
const joint = ({ bones }: Figured, name: string) => bones.position[bones.build.index[name] ?? 0] as Vector3
/** The height of the cloth's highest point near a point of the bed: a grid's step or less away. */
function clothAt({ points }: Cover, { x, z }: Vector3): number {
  let height = Number.NEGATIVE_INFINITY
  for (let i = 0; i < points.length; i += 3)
    if (Math.hypot((points[i] ?? 0) - x, (points[i + 2] ?? 0) - z) < 0.035)
      height = Math.max(height, points[i + 1] ?? 0)
  return height
}

describe.each(people)('a blanket over $name', ({ figured, open }) => {
  const cover = drape(figured.bones, { heightM: BED_M, open })

  it('hides the body and leaves the head free', () => {
    for (const side of ['L', 'R'])
      for (const name of ['upperarm01', 'lowerarm01', 'wrist', 'upperleg01', 'lowerleg01', 'foot', 'finger3-3']) {
        const at = joint(figured, `${name}_${side}`)
        expect(Math.abs(at.x), `${name}_${side} on the bed`).toBeLessThan(0.385)
        expect(clothAt(cover, at), `${name}_${side}`).toBeGreaterThan(at.y)
      }
    expect(joint(figured, 'head').z, 'the head').toBeLessThan(cover.from)
  })

  it('lies on the mattress and keeps to the bed', () => {
    for (let i = 0; i < cover.points.length; i += 3) {
      const [x = 0, y = 0, z = 0] = cover.points.slice(i, i + 3)
      if (Math.abs(x) < 0.384) expect(y).toBeGreaterThan(BED_M)
      expect(y).toBeLessThan(BED_M + 0.55)
      expect(Math.abs(x)).toBeLessThan(0.45)
      expect(z).toBeLessThan(0.89)
    }
  })

  it('has him lie on his side, his face to the wall', () => {
    const nose = new Vector3(0, 0, 1).applyQuaternion(figured.bones.global[figured.bones.of.head] ?? never())
    expect(nose.x * open).toBeLessThan(-0.6)
    const between = joint(figured, 'upperarm01_L').clone().sub(joint(figured, 'upperarm01_R'))
    expect(Math.abs(between.y), 'one shoulder above the other').toBeGreaterThan(0.2)
  })

  it('is thrown back without a jump, and lies at the foot of the bed', () => {
    const before = cover.points.slice()
    const after = cover.points.slice()
    foldBack(cover, 0, before)
    for (let i = 0; i < before.length; i++) expect(before[i]).toBeCloseTo(cover.points[i] ?? 0, 5)
    for (let step = 1; step <= 200; step++) {
      foldBack(cover, step / 200, after)
      let most = 0
      for (let i = 0; i < after.length; i += 3) {
        const by = (k: number) => (after[i + k] ?? 0) - (before[i + k] ?? 0)
        most = Math.max(most, Math.hypot(by(0), by(1), by(2)))
      }
      expect(most, `metres at step ${step}`).toBeLessThan(0.06)
      before.set(after)
    }
    expect(Math.min(...after.filter((_, i) => i % 3 === 2))).toBeGreaterThan(0.7)
  })
})

function never(): never {
  throw new Error('The figure has no head.')
}
