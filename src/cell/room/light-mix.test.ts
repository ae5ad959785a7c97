import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile, type TimeOfDay } from '#core/scenario'
import { DAYLIGHT } from './daylight.ts'
import { decodeLight, encodeLight, fingerprintOf } from './light-file.ts'
import { gainsOf, lampsOn } from './light-mix.ts'
import { buildRoom } from './room-geometry.ts'

const place = PlaceFile.parse(parse(readFileSync('scenarios/places/single-cell.yaml', 'utf8')))
const PLACES = readdirSync('scenarios/places').flatMap((name) => /^(.+)\.yaml$/.exec(name)?.[1] ?? [])
const CELL = 0
const [LAMP, SPILL] = [0, 3]
const gain = (states: Record<string, string>, channel: number) =>
  gainsOf(place, states, 'evening')[CELL]?.[channel]?.[0] ?? Number.NaN

describe('light', () => {
  it('goes out with the switch, and when the lamp is made safe', () => {
    expect(lampsOn(place, { 'light-switch': 'on', lamp: 'unexamined' })).toBe(true)
    expect(gain({ 'light-switch': 'off', lamp: 'unexamined' }, LAMP)).toBe(0)
    expect(gain({ 'light-switch': 'on', lamp: 'made-safe' }, LAMP)).toBe(0)
  })
  it('comes in from the corridor as the door opens', () => {
    const spill = ['closed', 'ajar', 'open'].map((door) => gain({ door }, SPILL))
    expect([...spill].sort((a, b) => a - b)).toEqual(spill)
  })
  it('leaves a cell dark at night but for what comes in, and dims the corridor', () => {
    const byDay = {
      ...place,
      rooms: place.rooms.map((room, n) => (n === CELL ? { ...room, lamps: 'by-day' as const } : room)),
    }
    const steady = (time: TimeOfDay, room: number) =>
      gainsOf(byDay, { door: 'closed' }, time)[room]?.[1]?.[0] ?? Number.NaN
    expect(steady('night', CELL)).toBe(0)
    expect(steady('night', 1)).toBeGreaterThan(0)
    expect(steady('night', 1)).toBeLessThan(steady('noon', 1))
  })
  it('falls on the outside of a frame although its door is shut', () => {
    const [inside, outside] = [3, 4].map((n) => gain({ door: 'locked' }, n))
    expect(inside).toBeLessThan((outside ?? 0) / 10)
    expect(buildRoom(place).some(({ surface, outer }) => surface === 'frame' && outer.some(Boolean))).toBe(true)
  })
  it('brings more sky in at noon than in the morning, and hardly any at night', () => {
    const [night, morning, noon] = (['night', 'morning', 'noon'] as const).map((time) => DAYLIGHT[time].sky[1])
    expect(night).toBeLessThan((morning ?? 0) / 5)
    expect(morning).toBeLessThan(noon ?? 0)
  })
  it('survives its file to a hundredth, and refuses a file that is cut off', () => {
    const channels = Float32Array.from({ length: 400 }, (_, n) => (n % 97) / 97)
    const bytes = encodeLight({ fingerprint: 42, channels })
    const back = decodeLight(bytes)
    expect(back?.fingerprint).toBe(42)
    for (const [n, value] of channels.entries()) expect(back?.channels[n]).toBeCloseTo(value, 2)
    expect(decodeLight(bytes.subarray(0, 100))).toBeUndefined()
  })
  it.each(PLACES)('was baked for %s as it is now', (id) => {
    const baked = decodeLight(readFileSync(`public/places/${id}.light`))
    const built = buildRoom(PlaceFile.parse(parse(readFileSync(`scenarios/places/${id}.yaml`, 'utf8'))))
    expect(baked?.fingerprint, 'run: npx tsx tools/bake-place.ts').toBe(fingerprintOf(built))
  })
})
