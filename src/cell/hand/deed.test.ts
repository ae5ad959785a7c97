import { expect, it } from 'vitest'
import { type Affordance, chartFor, openSession, type Snapshot } from '#core/session'
import { headerOf, shippedScenario } from '../../../tests/fixtures/packs.ts'
import { deedOf, HAND_MS, phaseAt } from './deed.ts'

const { place, data, ...scenario } = shippedScenario('cell-entry')
const header = headerOf({ ...scenario, place, data })
const before = openSession(header, chartFor({ ...scenario, place, data }, header)).session.snapshot
const deed = (id: string, part: Partial<Snapshot> = {}) =>
  deedOf(place, data.cast, { ...before, seq: before.seq + 1, lastAct: { id, body: [] }, ...part }, before)

it('turns a key at the height of the lock, and lies flat on what it shuts', () => {
  expect(deed('unlock:door')).toMatchObject({ kind: 'key', at: [expect.any(Number), 1.04, expect.any(Number)] })
  expect(deed('shut:hatch')?.kind).toBe('push')
})
it('is not seen for what is only looked at, walked or said to somebody who stands there', () => {
  const line = before.affordances.find(({ group, target }) => group === 'say' && !data.cast[target]?.radio)
  for (const id of ['look:hatch', 'go:door-front', line?.act.do ?? '']) expect(deed(id)).toBeUndefined()
})
it('holds the radio for whom one speaks to over it', () => {
  const over: Affordance = { group: 'say', target: 'control', verb: 'say', act: { do: 'say:in' } } as Affordance
  const found = deedOf(
    place,
    data.cast,
    { ...before, seq: 9, lastAct: { id: 'say:in', body: [] } },
    { ...before, affordances: [over] },
  )
  expect(found).toEqual({ kind: 'radio', at: undefined, isGloved: false })
})
it('is not seen again for an act that was shown', () => {
  expect(deed('unlock:door', { seq: before.seq })).toBeUndefined()
})
it('comes, does and goes: out of sight at both ends, there in between', () => {
  const phase = { reach: 0, done: 0 }
  expect(phaseAt(0, phase)).toBe(true)
  expect(phase).toEqual({ reach: 0, done: 0 })
  phaseAt(HAND_MS.come + HAND_MS.do / 2, phase)
  expect(phase).toEqual({ reach: 1, done: 0.5 })
  expect(phaseAt(HAND_MS.come + HAND_MS.do + HAND_MS.go, phase)).toBe(false)
  expect(phase.reach).toBeCloseTo(0)
})
