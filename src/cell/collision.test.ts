import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { BODY_RADIUS_M, createFits, moveWithin, nearestStation } from './collision.ts'
import { blocksOf, distanceTo } from './room/footprints.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const OPEN = new Set(['door'])
const SHUT = new Set<string>()
const at = (id: string) => place.stations.find((s) => s.id === id)?.at ?? { x: Number.NaN, z: Number.NaN }
const INSIDE = at('inside')

describe('moveWithin', () => {
  it('goes where nothing is in the way', () => {
    expect(moveWithin(place, SHUT, at('corridor-end'), at('door-front'))).toEqual({
      x: expect.closeTo(at('door-front').x),
      z: expect.closeTo(at('door-front').z),
    })
  })
  it('stops at a closed door and passes an open one', () => {
    expect(moveWithin(place, SHUT, at('door-front'), INSIDE).z).toBeLessThan(-0.4)
    expect(moveWithin(place, OPEN, at('door-front'), INSIDE).z).toBeCloseTo(INSIDE.z)
  })
  it('slides along a wall', () => {
    const end = moveWithin(place, SHUT, { x: -1, z: -1.2 }, { x: 0, z: 0.5 })
    expect(end.x).toBeCloseTo(0)
    expect(end.z).toBeLessThanOrEqual(-0.22 - BODY_RADIUS_M)
  })
  it('lets nobody out through the window', () => {
    expect(moveWithin(place, OPEN, at('deep'), { x: 1, z: 6 }).z).toBeLessThanOrEqual(2.9 - BODY_RADIUS_M)
  })
  it('never ends inside furniture', () => {
    const coordinate = fc.double({ min: -4, max: 6, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: coordinate, z: coordinate }), { maxLength: 6 }),
        fc.boolean(),
        (goals, open) => {
          const end = goals.reduce((here, goal) => moveWithin(place, open ? OPEN : SHUT, here, goal), INSIDE)
          for (const block of blocksOf(place))
            expect(distanceTo(block, end.x, end.z)).toBeGreaterThanOrEqual(BODY_RADIUS_M)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('the single cell', () => {
  const fits = createFits(place, OPEN)
  it.each(place.stations.map((s) => [s.id, s.at] as const))('has room to stand at %s', (_, point) =>
    expect(fits(point)).toBe(true),
  )
  it.each(place.paths.map((path) => path.between))('can be walked from %s to %s', (a, b) => {
    const once = moveWithin(place, OPEN, at(a), at(b))
    const end = moveWithin(place, OPEN, once, at(b)) // sliding round the door post takes a second step
    expect(Math.hypot(end.x - at(b).x, end.z - at(b).z)).toBeLessThan(0.05)
  })
})

describe('nearestStation', () => {
  it('keeps the current station until another is clearly nearer', () => {
    const middle = { x: (INSIDE.x + at('under-lamp').x) / 2, z: (INSIDE.z + at('under-lamp').z) / 2 + 0.05 }
    expect(nearestStation(place, middle, 'inside')).toBe('inside')
    expect(nearestStation(place, at('under-lamp'), 'inside')).toBe('under-lamp')
  })
  it('does not reach through the wall', () => {
    expect(nearestStation(place, { x: 1.44, z: 0.2 }, 'inside')).toBe('inside')
  })
})
