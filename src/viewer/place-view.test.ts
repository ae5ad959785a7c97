import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { addressOf, statesOf, viewFrom } from './place-view.ts'

const places = ['single-cell', 'wing'].map((id) =>
  PlaceFile.parse(parse(readFileSync(`scenarios/places/${id}.yaml`, 'utf8'))),
)
const view = (search: string) => viewFrom(places, new URLSearchParams(search))

describe('a view of a place', () => {
  it('is found again from its address', () => {
    const asked = view('place=wing&station=office&turn=-30&time=night&near=log-book&states=door-1:open,log-book:read')
    expect(asked).toMatchObject({ station: 'office', turn: -30, time: 'night', near: 'log-book' })
    expect(asked && view(addressOf(asked))).toEqual(asked)
  })
  it('begins at the first place, its first station and noon', () => {
    expect(view('')).toMatchObject({ place: { id: 'single-cell' }, station: 'corridor-end', time: 'noon', states: {} })
  })
  it('passes over what the place does not have', () => {
    expect(view('place=attic&station=roof&time=dawn&turn=up&states=door:flying,ghost:open')).toEqual(view(''))
  })
  it('gives every prop a state', () => {
    const asked = view('place=wing&states=door-1:open')
    const states = asked ? statesOf(asked) : {}
    expect(Object.keys(states).length).toBe(places[1]?.props.length)
    expect(states).toMatchObject({ 'door-1': 'open', 'door-2': 'locked', 'bell-1': 'quiet' })
  })
})
