import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { BODY_RADIUS_M, createFits, isClear, moveWithin } from './collision.ts'
import { doorwayOf, hingeAngleOf, leafBlock } from './room/doorway.ts'
import { blocksOf, distanceTo } from './room/footprints.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const OPEN = createFits(place, { props: { door: 'open' } })
const SHUT = createFits(place, { props: { door: 'closed' } })
const at = (id: string) => place.stations.find((s) => s.id === id)?.at ?? { x: Number.NaN, z: Number.NaN }
const INSIDE = at('inside')

describe('moveWithin', () => {
  it('goes where nothing is in the way', () => {
    expect(moveWithin(SHUT, at('corridor-end'), at('door-front'))).toEqual({
      x: expect.closeTo(at('door-front').x),
      z: expect.closeTo(at('door-front').z),
    })
  })
  it('stops at a closed door and passes an open one', () => {
    expect(moveWithin(SHUT, at('door-front'), INSIDE).z).toBeLessThan(-0.4)
    expect(moveWithin(OPEN, at('door-front'), INSIDE).z).toBeCloseTo(INSIDE.z)
  })
  it('slides along a wall', () => {
    const end = moveWithin(SHUT, { x: -1, z: -1.2 }, { x: 0, z: 0.5 })
    expect(end.x).toBeCloseTo(0)
    expect(end.z).toBeLessThanOrEqual(-0.22 - BODY_RADIUS_M)
  })
  it('lets nobody out through the window', () => {
    expect(moveWithin(OPEN, at('deep'), { x: 1, z: 6 }).z).toBeLessThanOrEqual(2.9 - BODY_RADIUS_M)
  })
  it('never ends inside furniture', () => {
    const coordinate = fc.double({ min: -4, max: 6, noNaN: true })
    fc.assert(
      fc.property(
        fc.array(fc.record({ x: coordinate, z: coordinate }), { maxLength: 6 }),
        fc.boolean(),
        (goals, open) => {
          const end = goals.reduce((here, goal) => moveWithin(open ? OPEN : SHUT, here, goal), INSIDE)
          for (const block of blocksOf(place))
            expect(distanceTo(block, end.x, end.z)).toBeGreaterThanOrEqual(BODY_RADIUS_M)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('an open door', () => {
  it.each(['ajar', 'open'])('that stands %s is in the way with its leaf', (state) => {
    const fits = createFits(place, { props: { door: state } })
    const leaf = leafBlock(doorwayOf(place, 'door'), hingeAngleOf(state))
    const edge = (share: number) => ({
      x: leaf.x + leaf.across.x * leaf.halfWidth * share,
      z: leaf.z + leaf.across.z * leaf.halfWidth * share,
    })
    for (const share of [-1, -0.5, 0, 0.5, 1]) expect(fits(edge(share))).toBe(false)
    expect(SHUT({ x: leaf.x, z: leaf.z - 0.3 })).toBe(true)
  })
  it('opens into the corridor, its lock side away from the wall', () => {
    const leaf = leafBlock(doorwayOf(place, 'door'), hingeAngleOf('open'))
    expect(leaf.z).toBeLessThan(-0.5)
    expect(leaf.x).toBeGreaterThan(1.7)
  })
})

describe('somebody who stands there', () => {
  it('is not walked through', () => {
    const man = { ...at('under-lamp'), metres: 2 * BODY_RADIUS_M }
    const fits = createFits(place, { props: { door: 'open' }, people: [man] })
    const end = moveWithin(fits, INSIDE, at('bedside'))
    expect(Math.hypot(end.x - man.x, end.z - man.z)).toBeGreaterThanOrEqual(2 * BODY_RADIUS_M)
    expect(isClear(fits, INSIDE, at('bedside'))).toBe(false)
  })
})

describe('the single cell', () => {
  it.each(place.stations.map((s) => [s.id, s.at] as const))('has room to stand at %s', (_, point) =>
    expect(OPEN(point)).toBe(true),
  )
})

describe('what stands on the floor', () => {
  const bay = PlaceFile.parse(parse(readFileSync('scenarios/places/search-area.yaml', 'utf8')))
  const room = PlaceFile.parse(parse(readFileSync('scenarios/places/interview-room.yaml', 'utf8')))
  const standing = (from: typeof place, id: string) => from.stations.find((s) => s.id === id)?.at ?? INSIDE
  it('is not walked through: a drawn screen stops one, a folded one lets one pass', () => {
    const screen = bay.props.find(({ id }) => id === 'screen')?.at ?? INSIDE
    const [before, behind] = [
      { x: screen.x, z: screen.z + 0.6 },
      { x: screen.x, z: screen.z - 0.5 },
    ]
    const through = (state: string) => moveWithin(createFits(bay, { props: { screen: state } }), before, behind).z
    expect(through('drawn')).toBeGreaterThan(screen.z)
    expect(through('folded')).toBeLessThan(screen.z)
  })
  it('is a chair until somebody takes it', () => {
    const fits = (seat: string) => createFits(room, { props: { seat } })(standing(room, 'table-side'))
    expect([fits('free'), fits('taken')]).toEqual([false, true])
  })
})
