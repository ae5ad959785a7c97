import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BEHAVIOURS, POSES } from '#core/scenario'
import { type FigureState, moodOf } from './mood.ts'

const state = fc.record({
  behaviour: fc.constantFrom(...BEHAVIOURS),
  tension: fc.integer({ min: 0, max: 10 }),
  trust: fc.integer({ min: 0, max: 10 }),
  pose: fc.constantFrom(...POSES),
  speaking: fc.boolean(),
}) satisfies fc.Arbitrary<FigureState>

describe('what a figure shows', () => {
  it('keeps every part of the face between 0 and 1, and every turn a number', () => {
    fc.assert(
      fc.property(state, fc.nat(600_000), fc.nat(50), (one, timeMs, seed) => {
        const { turns, face } = moodOf(one, timeMs, seed)
        for (const weight of Object.values(face)) expect(weight >= 0 && weight <= 1).toBe(true)
        for (const turn of Object.values(turns)) for (const part of turn) expect(Number.isFinite(part)).toBe(true)
      }),
    )
  })

  it('bends the elbows forwards in every state', () => {
    fc.assert(
      fc.property(state, (one) => void expect(moodOf(one, 0, 0).turns.lowerarm01_L?.[0]).toBeLessThanOrEqual(0)),
    )
  })

  it('closes the hands of a hostile man and not of a calm one', () => {
    const curl = (behaviour: FigureState['behaviour']) =>
      Math.abs(
        moodOf({ behaviour, tension: 5, trust: 5, pose: 'stand', speaking: false }, 0, 0).turns['finger2-1_L']?.[2] ??
          0,
      )
    expect(curl('hostile')).toBeGreaterThan(curl('calm') * 3)
  })

  it('sleeps with closed eyes', () => {
    expect(
      moodOf({ behaviour: 'calm', tension: 3, trust: 3, pose: 'sleep', speaking: false }, 0, 0).face[
        'eye-left-closure'
      ],
    ).toBe(1)
  })
})
