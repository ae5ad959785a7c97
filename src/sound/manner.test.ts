import { expect, it } from 'vitest'
import { lengthOfMs, mannerOf } from './manner.ts'

it('speaks faster and higher the tenser he is', () => {
  const [calm, tense] = [mannerOf(0, 'parv'), mannerOf(10, 'parv')]
  expect(tense.rate).toBeGreaterThan(calm.rate)
  expect(tense.pitch).toBeGreaterThan(calm.pitch)
})
it('keeps a tension out of range within the range', () => expect(mannerOf(40, 'parv')).toEqual(mannerOf(10, 'parv')))
it('gives a speaker the same voice every time', () => expect(mannerOf(3, 'tamm')).toEqual(mannerOf(3, 'tamm')))
it('makes a longer line take longer, within bounds', () => {
  expect(lengthOfMs('No.', 1)).toBe(600)
  expect(lengthOfMs('x'.repeat(28), 1)).toBe(2000)
  expect(lengthOfMs('x'.repeat(28), 2)).toBe(1000)
  expect(lengthOfMs('x'.repeat(9000), 1)).toBe(8000)
})
