import { describe, expect, it } from 'vitest'
import { headerOf, shippedScenario } from '../../../tests/fixtures/packs.ts'
import { heardAt, lastingAt } from './hearing.ts'
import { chartFor, openSession } from './session.ts'
import type { Snapshot } from './snapshot.ts'

const scenario = shippedScenario('cell-entry')
const { place } = scenario
const header = headerOf(scenario)
const { snapshot: begun } = openSession(header, chartFor(scenario, header)).session
const moment = (part: Partial<Snapshot>): Snapshot => ({ ...begun, ...part })
const at = (station: string) => ({
  officer: { ...begun.officer, station, room: place.stations.find(({ id }) => id === station)?.room ?? '' },
})
const did = (id: string) => ({ lastAct: { id, body: [] } })
const only = (snapshot: Snapshot) => heardAt(place, snapshot)[0]

describe('a sound', () => {
  it('comes from the thing an act was done to, as one faces it', () => {
    const hatch = moment({ ...at('door-front'), ...did('open:hatch'), sounds: ['hatch'] })
    expect(only(hatch)).toMatchObject({ sound: 'hatch', from: 'ahead', isMuffled: false })
    const behind = moment({ ...at('inside'), ...did('throw:bolt'), sounds: ['bolt'] })
    expect(only(behind)).toMatchObject({ sound: 'bolt', from: 'behind' })
    const aside = moment({ ...at('deep'), ...did('look-into:locker'), sounds: ['locker'] })
    expect(only(aside)).toMatchObject({ sound: 'locker', from: 'right' })
    expect(only(aside)?.pan).toBeGreaterThan(0)
  })
  it('of one’s own steps is here, and tells the floor', () => {
    const steps = moment({ ...at('door-front'), ...did('go:door-front'), sounds: ['footstep'] })
    const floor = place.rooms.find(({ id }) => id === 'corridor')?.floor
    expect(only(steps)).toMatchObject({ from: 'here', sound: floor ? `footstep-${floor}` : 'footstep' })
  })
  it('of a man behind a shut door is muffled, and clear when the door opens', () => {
    const cloth = (door: string) =>
      moment({ ...at('door-front'), props: { ...begun.props, door }, lastAct: undefined, sounds: ['cloth'] })
    // the colleague stands on the landing: only he who is in the cell is heard through its door
    const alone = (snapshot: Snapshot): Snapshot => ({
      ...snapshot,
      characters: Object.fromEntries(Object.entries(snapshot.characters).filter(([role]) => role === 'prisoner')),
    })
    expect(only(alone(cloth('locked')))?.isMuffled).toBe(true)
    expect(only(alone(cloth('open')))?.isMuffled).toBe(false)
  })
  it('of the alarm is everywhere', () => {
    expect(only(moment({ sounds: ['alarm'] }))).toMatchObject({ from: 'around', pan: 0 })
  })
})

describe('what is heard all the while', () => {
  const sounds = (snapshot: Snapshot) => lastingAt(place, snapshot).map(({ sound }) => sound)
  it('is the wing of the hour; a television in the evening', () => {
    expect(sounds(moment({ time: 'night', characters: {} }))).toEqual(['wing-night'])
    expect(sounds(moment({ time: 'noon', characters: {} }))).toEqual(['wing-day'])
    expect(sounds(moment({ time: 'evening', characters: {} }))).toEqual(['wing-murmur', 'tv-wall'])
  })
  it('is a call bell until somebody answers it', () => {
    const other = shippedScenario('door-aggression')
    const start = openSession(headerOf(other), chartFor(other, headerOf(other))).session.snapshot
    const bells = (bell: string) =>
      lastingAt(other.place, { ...start, props: { ...start.props, 'call-bell': bell } }).filter(
        ({ sound }) => sound === 'bell',
      )
    expect(start.props['call-bell']).toBe('ringing')
    expect(bells('ringing')).toHaveLength(1)
    expect(bells('answered')).toEqual([])
  })
  it('is dull in a cell whose door is shut', () => {
    const inside = (door: string) =>
      lastingAt(place, moment({ ...at('inside'), props: { ...begun.props, door }, characters: {} }))[0]?.isMuffled
    expect([inside('closed'), inside('open')]).toEqual([true, false])
  })
  it('is the breath of who is near, fast when he is tense', () => {
    const [position] = place.positions.filter(({ room }) => room === 'cell')
    const near = place.stations
      .filter(({ room }) => room === 'cell')
      .sort((a, b) => apart(a.at, position?.at) - apart(b.at, position?.at))[0]
    const breathing = (tension: number) => {
      const prisoner = begun.characters.prisoner
      if (!prisoner || !position || !near) throw new Error('The cell has nobody to breathe.')
      return sounds(
        moment({ ...at(near.id), characters: { prisoner: { ...prisoner, tension, position: position.id } } }),
      )
    }
    expect(breathing(2)).toContain('breath-calm')
    expect(breathing(9)).toContain('breath-tense')
  })
})

const apart = (a: { x: number; z: number }, b: { x: number; z: number } | undefined) =>
  b ? Math.hypot(a.x - b.x, a.z - b.z) : Number.POSITIVE_INFINITY
