import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { gainsOf } from './light-mix.ts'
import { buildRoom } from './room-geometry.ts'
import { sheetsOf } from './sheets.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const meshes = buildRoom(place)
const [CELL, CORRIDOR] = [0, 1]
const triangles = (all: readonly { readonly geometry: { getIndex(): { count: number } | null } }[]) =>
  all.reduce((sum, { geometry }) => sum + (geometry.getIndex()?.count ?? 0) / 3, 0)

describe('sheetsOf', () => {
  it('draws every triangle once, merged or not', () => {
    for (const merges of [true, false]) expect(triangles(sheetsOf(meshes, merges).sheets)).toBe(triangles(meshes))
  })
  it('needs a few calls for a room where plain surfaces are merged', () => {
    const calls = (merges: boolean) => sheetsOf(meshes, merges).sheets.filter(({ rooms }) => rooms.has(CELL)).length
    expect(calls(true)).toBeLessThan(14)
    expect(calls(true)).toBeLessThan(calls(false))
  })
  it('shows the frame of a shut door from both of its rooms', () => {
    const frames = sheetsOf(meshes, false).sheets.filter(({ surface, rooms }) => surface === 'frame' && rooms.size > 1)
    expect(frames.map(({ rooms }) => [...rooms].sort())).toEqual([[CELL, CORRIDOR]])
  })
  it('colours merged surfaces by their own colour under the same light', () => {
    const merged = sheetsOf(meshes, true)
    merged.light(undefined, gainsOf(place, { 'light-switch': 'on', lamp: 'examined' }, 'noon'))
    const color = merged.sheets.find(({ surface }) => surface === 'plain')?.geometry.getAttribute('color')
    const shades = new Set(Array.from({ length: color?.count ?? 0 }, (_, n) => color?.getX(n).toFixed(3)))
    expect(shades.size).toBeGreaterThan(8)
  })
})
