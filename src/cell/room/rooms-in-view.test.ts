import { describe, expect, it } from 'vitest'
import type { Place } from '#core/scenario'
import { roomsInView } from './rooms-in-view.ts'

const room = (id: string, x: number) => ({ id, from: { x, z: 0 }, to: { x: x + 2, z: 2 }, height: 2.5 })
const doorway = (id: string, of: string) => ({
  id,
  kind: 'doorway' as const,
  wall: 'east' as const,
  room: of,
  from: 0.5,
  to: 1.4,
  bottom: 0,
  top: 2,
})
/** Cell, landing, office and store in a row: a door with a hatch, an arch, a barred gate. */
const place: Place = {
  simcell: 1,
  id: 'row',
  rooms: [room('cell', 0), room('landing', 2.2), room('office', 4.4), room('store', 6.6)],
  openings: [
    { ...doorway('one', 'cell'), prop: 'door' },
    doorway('two', 'landing'),
    { ...doorway('three', 'office'), prop: 'gate', bars: true },
  ],
  furniture: [],
  props: [
    { id: 'door', kind: 'cell-door', at: { x: 2.1, z: 1 }, reach: ['here'] },
    { id: 'hatch', kind: 'hatch', at: { x: 2.1, z: 1.1 }, reach: ['here'] },
    { id: 'gate', kind: 'cell-door', at: { x: 6.5, z: 1 }, reach: ['here'] },
  ],
  stations: [{ id: 'here', room: 'landing', at: { x: 3, z: 1 }, turn: 0 }],
  paths: [],
  positions: [{ id: 'there', room: 'cell', at: { x: 1, z: 1 }, turn: 0, pose: 'stand' }],
  exit: 'here',
}
const [CELL, LANDING] = [0, 1]
const seen = (states: Record<string, string>, from: number) => [...roomsInView(place, states, from)].sort()

describe('roomsInView', () => {
  it('stops at a door that is shut, and goes on through arches and bars', () => {
    expect(seen({ door: 'locked', hatch: 'shut', gate: 'locked' }, CELL)).toEqual([0])
    expect(seen({ door: 'closed', hatch: 'shut', gate: 'locked' }, LANDING)).toEqual([1, 2, 3])
  })
  it('goes through a door that stands open or ajar, and through an open hatch', () => {
    for (const door of ['ajar', 'open'])
      expect(seen({ door, hatch: 'shut', gate: 'locked' }, CELL)).toEqual([0, 1, 2, 3])
    expect(seen({ door: 'locked', hatch: 'open', gate: 'locked' }, LANDING)).toEqual([0, 1, 2, 3])
  })
})
