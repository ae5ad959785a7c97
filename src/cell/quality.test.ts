import { describe, expect, it } from 'vitest'
import { measureQuality } from './quality.ts'

const frames = (ms: number) => Array.from({ length: 9 }, () => ms)

describe('measureQuality', () => {
  it('gives a quick machine the full picture', () => expect(measureQuality(frames(4))).toBe('high'))
  it('keeps the middle for an ordinary one', () => expect(measureQuality(frames(20))).toBe('medium'))
  it('spares a slow one', () => expect(measureQuality(frames(120))).toBe('low'))
  it('is not misled by a few slow frames', () => expect(measureQuality([900, 700, ...frames(5)])).toBe('high'))
  it('does not judge by too few frames', () => expect(measureQuality([900, 900])).toBe('medium'))
})
