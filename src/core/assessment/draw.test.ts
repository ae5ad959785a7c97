import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartFor } from '#core/session'
import { headerOf, shippedScenario } from '../../../tests/fixtures/packs.ts'
import { drawSetup, isAsDrawn } from './draw.ts'

const arrival = shippedScenario('arrival-interview')

describe('what an assessment meets', () => {
  it('A1 is the same for the same seed, and can be played', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (seed) => {
        const drawn = drawSetup(arrival, seed)
        expect(drawSetup(arrival, seed)).toEqual(drawn)
        expect(isAsDrawn(arrival, headerOf(arrival, { seed, ...drawn }))).toBe(true)
      }),
    )
    const seed = 4
    expect(() => chartFor(arrival, headerOf(arrival, { seed, ...drawSetup(arrival, seed) }))).not.toThrow()
  })

  it('comes to everybody and every situation an author has written', () => {
    const drawn = Array.from({ length: 400 }, (_, seed) => drawSetup(arrival, seed))
    const variations = new Set(drawn.map(({ variation }) => variation))
    expect(variations).toEqual(new Set(['none', ...(arrival.data.variations ?? []).map(({ id }) => id)]))
    const people = new Set(drawn.map(({ personas }) => personas.prisoner))
    expect(people).toEqual(new Set(arrival.data.cast.prisoner?.personas))
  })

  it('keeps the person a variation is about, in it and out of the others', () => {
    for (const { personas, variation } of Array.from({ length: 200 }, (_, seed) => drawSetup(arrival, seed)))
      expect(personas.prisoner === 'ilie').toBe(variation === 'cannot-read')
  })

  it('is not what was drawn when somebody has chosen', () => {
    const drawn = drawSetup(arrival, 11)
    const other = arrival.data.cast.prisoner?.personas.find((id) => id !== drawn.personas.prisoner) ?? ''
    expect(isAsDrawn(arrival, headerOf(arrival, { seed: 11, ...drawn, personas: { prisoner: other } }))).toBe(false)
    expect(isAsDrawn(arrival, headerOf(arrival, { seed: 11, ...drawn, variation: 'elsewhere' }))).toBe(false)
  })
})
