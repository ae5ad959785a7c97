import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { angleTo, gazeTowards, lookedAt, nextTarget, type Target, type Vector } from './targets.ts'

const target = (id: string, at: Vector, kind: Target['kind'] = 'prop'): Target => ({ id, kind, at, affordances: [] })
const eye: Vector = [0, 1.65, 0]
const point = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: -50, max: 50 }))
  .map(([x, y, z]): Vector => [x / 10, y / 10, z / 10])

describe('what one looks at', () => {
  it('is at angle 0 when the gaze is turned towards it', () => {
    fc.assert(
      fc.property(point, (to) => {
        fc.pre(Math.hypot(to[0], to[2]) > 0.2)
        expect(angleTo({ at: eye, ...gazeTowards(eye, to) }, to)).toBeLessThan(1e-3)
      }),
    )
  })

  it('is a prop before a spot on the floor behind it', () => {
    const gaze = { at: eye, ...gazeTowards(eye, [0, 1, 2]) }
    expect(lookedAt([target('spot', [0, 1, 2], 'station'), target('door', [0.1, 1.1, 2])], gaze)?.id).toBe('door')
  })

  it('is nothing when nothing is near the middle of the view', () => {
    expect(lookedAt([target('door', [2, 1, 0])], { at: eye, yaw: 0, pitch: 0 })).toBeUndefined()
  })

  it('goes round every target once with the keys and comes back', () => {
    const targets = [target('a', [-1, 1, 2]), target('b', [1, 1, 2]), target('c', [0, 1, -2])]
    const gaze = { at: eye, yaw: 0, pitch: 0 }
    const seen: string[] = []
    let current: string | undefined
    for (let n = 0; n < 3; n++) {
      current = nextTarget(targets, gaze, current, 1)?.id
      seen.push(current ?? '')
    }
    expect([...seen].sort()).toEqual(['a', 'b', 'c'])
    expect(nextTarget(targets, gaze, current, 1)?.id).toBe(seen[0])
  })
})
