import { expect, it } from 'vitest'
import { pressedNow, readSticks } from './gamepad.ts'

const pad = (axes: readonly number[], ...down: number[]) => ({
  axes,
  buttons: Array.from({ length: 16 }, (_, n) => ({ pressed: down.includes(n) })),
})
const sticks = { ahead: 0, side: 0, turn: 0, pitch: 0 }

it('takes a stick that rests off its middle for one at rest', () => {
  expect(readSticks(pad([0.1, -0.15, 0.17, 0]), sticks)).toBe(false)
  expect(sticks).toEqual({ ahead: 0, side: 0, turn: 0, pitch: 0 })
})
it('walks ahead when the left stick is pushed away, and looks left and up with the right one', () => {
  expect(readSticks(pad([0, -1, -1, -0.6]), sticks)).toBe(true)
  expect(sticks.ahead).toBe(1)
  expect(sticks.turn).toBe(1)
  expect(sticks.pitch).toBeCloseTo((0.6 - 0.18) / 0.82)
})
it('tells of a button once, however long it is held', () => {
  const held = new Set<number>()
  expect(pressedNow(pad([], 0, 5), held)).toEqual(['use', 'next'])
  expect(pressedNow(pad([], 0), held)).toEqual([])
  expect(pressedNow(pad([], 0, 5), held)).toEqual(['next'])
})
it('reads a pad that has fewer buttons than the standard one', () => {
  expect(pressedNow({ axes: [], buttons: [] }, new Set())).toEqual([])
})
