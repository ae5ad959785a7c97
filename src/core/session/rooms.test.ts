import { describe, expect, it } from 'vitest'
import { headerOf, shippedScenario } from '../../../tests/fixtures/packs.ts'
import { roomsInSight } from './rooms.ts'
import { chartFor, openSession } from './session.ts'
import type { Snapshot } from './snapshot.ts'

describe('what the officer sees into', () => {
  const count = shippedScenario('standing-count')
  const begin = openSession(headerOf(count), chartFor(count, headerOf(count))).session.snapshot
  const seenFrom = (station: string, props: Snapshot['props']) =>
    [
      ...roomsInSight(count.place, {
        officer: { ...begin.officer, station, room: 'landing' },
        props: { ...begin.props, ...props },
      }),
    ].filter((room) => room.startsWith('cell-'))
  it('is no cell while every door and hatch is shut', () => {
    expect(seenFrom('front-21', {})).toEqual([])
  })
  it('is the one cell behind the open hatch he stands at, and none behind one he has left open', () => {
    expect(seenFrom('front-21', { 'hatch-21': 'open' })).toEqual(['cell-21'])
    expect(seenFrom('front-24', { 'hatch-21': 'open' })).toEqual([])
  })
  it('is a cell whose door stands open', () => {
    expect(seenFrom('front-22', { 'door-22': 'open' })).toEqual(['cell-22'])
  })
})
