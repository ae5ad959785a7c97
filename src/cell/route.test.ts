import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { createFits, type FloorPoint, isClear } from './collision.ts'
import { routeTo } from './route.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const fits = createFits(place, { props: { door: 'open' } })
const at = (id: string): FloorPoint => place.stations.find((s) => s.id === id)?.at ?? { x: Number.NaN, z: Number.NaN }
const legs = (from: FloorPoint, way: readonly FloorPoint[]) => way.map((to, n) => [way[n - 1] ?? from, to] as const)

describe('the way to a station', () => {
  it.each(place.paths.map((path) => path.between))('leads from %s to %s through nothing', (a, b) => {
    const way = routeTo(fits, at(a), at(b))
    expect(way.at(-1)).toEqual(at(b))
    for (const [from, to] of legs(at(a), way)) expect(isClear(fits, from, to)).toBe(true)
  })

  it('goes round the open leaf, not through it', () => {
    expect(routeTo(fits, at('hinge-side'), at('threshold')).length).toBeGreaterThan(1)
    expect(routeTo(fits, at('door-front'), at('threshold'))).toHaveLength(1)
  })

  it('ends beside somebody who stands at the station', () => {
    const man = { ...at('deep'), metres: 0.44 }
    const beside = createFits(place, { props: { door: 'open' }, people: [man] })
    const end = routeTo(beside, at('bedside'), man).at(-1) ?? man
    expect(beside(end)).toBe(true)
  })

  it('is the straight line where no way leads: the door was shut behind him', () => {
    const shut = createFits(place, { props: { door: 'closed' } })
    expect(routeTo(shut, at('inside'), at('door-front'))).toEqual([at('door-front')])
  })

  it('leads from anywhere to any station without touching anything', () => {
    const centimetres = (from: number, to: number) => fc.integer({ min: from, max: to }).map((n) => n / 100)
    const point = fc.record({ x: centimetres(-340, 520), z: centimetres(-220, 290) })
    fc.assert(
      fc.property(point, fc.constantFrom(...place.stations), (from, station) => {
        fc.pre(fits(from))
        for (const [a, b] of legs(from, routeTo(fits, from, station.at))) expect(isClear(fits, a, b)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
