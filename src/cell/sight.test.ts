import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { sees } from './sight.ts'
import type { Vector } from './targets.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const eye = (id: string): Vector => {
  const { x, z } = place.stations.find((s) => s.id === id)?.at ?? { x: Number.NaN, z: Number.NaN }
  return [x, 1.66, z]
}
const SITTING: Vector = [1.5, 1.15, 2.0]

describe('sight', () => {
  it('reaches everywhere in a room', () => expect(sees(place, {}, eye('inside'), SITTING)).toBe(true))
  it('ends at a closed door', () => {
    expect(sees(place, { door: 'closed', hatch: 'shut' }, eye('door-front'), SITTING)).toBe(false)
    expect(sees(place, { door: 'ajar', hatch: 'shut' }, eye('door-front'), SITTING)).toBe(false)
  })
  it('goes through an open door, and not round its corner', () => {
    expect(sees(place, { door: 'open', hatch: 'shut' }, eye('door-front'), SITTING)).toBe(true)
    expect(sees(place, { door: 'open', hatch: 'shut' }, eye('hinge-side'), SITTING)).toBe(false)
  })
  it('goes through an open hatch, as far as the hatch shows', () => {
    const props = { door: 'locked', hatch: 'open' }
    const close: Vector = [1.33, 1.55, -0.36]
    const asleep: Vector = [1.67, 0.6, 1.9]
    expect(sees(place, props, eye('door-front'), SITTING)).toBe(true)
    expect(sees(place, props, eye('door-front'), asleep)).toBe(false)
    expect(sees(place, props, close, asleep)).toBe(true)
    expect(sees(place, props, eye('hinge-side'), SITTING)).toBe(false)
  })
})
