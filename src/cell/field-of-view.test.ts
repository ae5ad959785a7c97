import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldOfViewFor } from './field-of-view.ts'

const px = fc.integer({ min: 200, max: 4000 })
const across = (vertical: number, width: number, height: number) =>
  (Math.atan(Math.tan((vertical * Math.PI) / 360) * (width / height)) * 360) / Math.PI

it('is 66 degrees for a picture of ordinary shape, and 78 for a phone held upright', () => {
  expect(fieldOfViewFor(1280, 720)).toBe(66)
  expect(fieldOfViewFor(390, 700)).toBe(78)
})

it('never shows more than 115 degrees from side to side, nor less than it must', () => {
  fc.assert(
    fc.property(px, px, (width, height) => {
      const vertical = fieldOfViewFor(width, height)
      expect(across(vertical, width, height)).toBeLessThanOrEqual(115.001)
      expect(vertical).toBeGreaterThan(0)
      if (vertical < 66) expect(across(vertical, width, height)).toBeCloseTo(115, 3)
    }),
  )
})
