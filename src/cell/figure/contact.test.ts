import { expect, it } from 'vitest'
import { skeletonOf } from '../../../tests/fixtures/models.ts'
import { buildOf } from './build.ts'
import { createContact, placeContact } from './contact.ts'
import { createFigured, poseAt } from './pose.ts'
import type { Showing } from './showing.ts'
import { beginTrack } from './track.ts'

const CALM: Showing = { behaviour: 'calm', tension: 2, trust: 5, pose: 'stand', at: { x: 0, z: 0 }, yaw: 0 }
const BED = { heightM: 0.5, headYaw: -Math.PI / 2 }
const { joints, girth } = skeletonOf('prisoner-a')
const build = buildOf(joints, girth)

/** How dark each spot is and how high it lies: left shoe, right shoe, under him, on the seat. */
function spots(more: Partial<Showing>) {
  const figured = createFigured(build)
  poseAt(beginTrack({ ...CALM, ...more }, build, 1), 2400, { officer: { x: 0, y: 1.6, z: 2 }, pressure: 0 }, figured)
  const contact = createContact()
  placeContact(contact, figured)
  const { position, color } = contact.geometry.attributes
  return [0, 1, 2, 3].map((n) => ({ dark: color?.getW(n * 4) ?? 0, y: position?.getY(n * 4) ?? 0 }))
}

it('lies on the floor under whoever stands', () => {
  const [left, right, under, seat] = spots({})
  for (const spot of [left, right, under]) {
    expect(spot?.dark).toBeGreaterThan(0.2)
    expect(spot?.y).toBeCloseTo(0.004)
  }
  expect(seat?.dark).toBe(0)
})

it('lies on the seat of whoever sits', () => {
  const [left, , under, seat] = spots({ pose: 'sit', seat: BED })
  expect(left?.dark).toBeGreaterThan(0.2)
  expect(under?.dark).toBeCloseTo(0)
  expect(seat?.dark).toBeGreaterThan(0.4)
  expect(Math.abs((seat?.y ?? 0) - BED.heightM)).toBeLessThan(0.02)
})

it('is gone under whoever lies', () => {
  for (const { dark } of spots({ pose: 'lie', seat: BED })) expect(dark).toBeLessThan(0.01)
})
