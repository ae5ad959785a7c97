import { expect, it } from 'vitest'
import { createNoise } from './prng.ts'
import { draw } from './signal.ts'
import { centroidOf } from './spectrum.ts'

it.each([220, 1000, 9000])('finds a tone of %i Hz where it is', (hz) => {
  const tone = draw(0.5, (t) => Math.sin(2 * Math.PI * hz * t) * Math.sin(Math.PI * t * 2))
  expect(centroidOf(tone)).toBeGreaterThan(hz * 0.99)
  expect(centroidOf(tone)).toBeLessThan(hz * 1.01)
})
it('finds white noise in the middle of the band', () => {
  const noise = createNoise(1)
  const centroid = centroidOf(draw(1, noise.sample))
  expect(centroid).toBeGreaterThan(11_500)
  expect(centroid).toBeLessThan(12_500)
})
it('finds silence nowhere', () => expect(centroidOf(draw(0.1, () => 0))).toBe(0))
