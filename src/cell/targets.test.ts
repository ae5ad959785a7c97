import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartFor, openSession, type Snapshot, step } from '#core/session'
import { headerOf, shippedScenario } from '../../tests/fixtures/packs.ts'
import {
  angleTo,
  gazeTowards,
  lookedAt,
  nextTarget,
  stationEntered,
  type Target,
  targetsOf,
  type Vector,
} from './targets.ts'

const target = (id: string, at: Vector, kind: Target['kind'] = 'prop'): Target => ({ id, kind, at, affordances: [] })
const eye: Vector = [0, 1.65, 0]
const point = fc
  .tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: -50, max: 50 }))
  .map(([x, y, z]): Vector => [x / 10, y / 10, z / 10])

describe('what one looks at', () => {
  it('is at angle 0 when the gaze is turned towards it', () => {
    fc.assert(
      fc.property(point, (to) => {
        fc.pre(Math.hypot(to[0], to[2]) > 0.2)
        expect(angleTo({ at: eye, ...gazeTowards(eye, to) }, to)).toBeLessThan(1e-3)
      }),
    )
  })

  it('is a prop before a spot on the floor behind it', () => {
    const gaze = { at: eye, ...gazeTowards(eye, [0, 1, 2]) }
    expect(lookedAt([target('spot', [0, 1, 2], 'station'), target('door', [0.1, 1.1, 2])], gaze)?.id).toBe('door')
  })

  it('is a person near by whose chest one looks at, but not a switch as far beside', () => {
    const gaze = { at: eye, ...gazeTowards(eye, [0, 1.4, 0.6]) }
    expect(lookedAt([target('him', [0, 1.65, 0.6], 'person')], gaze)?.id).toBe('him')
    expect(lookedAt([target('switch', [0, 1.65, 0.6])], gaze)).toBeUndefined()
  })

  it('is nothing when nothing is near the middle of the view', () => {
    expect(lookedAt([target('door', [2, 1, 0])], { at: eye, yaw: 0, pitch: 0 })).toBeUndefined()
  })

  it('goes round every target once with the keys and comes back', () => {
    const targets = [target('a', [-1, 1, 2]), target('b', [1, 1, 2]), target('c', [0, 1, -2])]
    const gaze = { at: eye, yaw: 0, pitch: 0 }
    const seen: string[] = []
    let current: string | undefined
    for (let n = 0; n < 3; n++) {
      current = nextTarget(targets, gaze, current, 1)?.id
      seen.push(current ?? '')
    }
    expect([...seen].sort()).toEqual(['a', 'b', 'c'])
    expect(nextTarget(targets, gaze, current, 1)?.id).toBe(seen[0])
  })
})

const scenario = shippedScenario('cell-entry')
const header = headerOf(scenario)
const { place } = scenario
const opened = openSession(header, chartFor(scenario, header)).session
const playing = (...acts: readonly string[]): Snapshot =>
  acts.reduce((session, act, n) => {
    const next = step(session, { do: act }, (n + 1) * 1000)
    if ('refused' in next) throw new Error(`${act} is ${next.refused}`)
    return next.session
  }, opened).snapshot
const AT_DOOR: Vector = [1.4, 1.66, -1.25]
const find = (snapshot: Snapshot, id: string, eyes = AT_DOOR) =>
  targetsOf(place, snapshot, eyes).find((one) => one.id === id)

describe('targets', () => {
  it('a person with whom one can only talk is one, when he is in sight', () => {
    expect(find(opened.snapshot, 'colleague', [-2.2, 1.66, -1.2])).toMatchObject({ talks: true, affordances: [] })
    expect(find(opened.snapshot, 'prisoner')).toBeUndefined()
  })
  it('what hangs on a door swings with it', () => {
    const shut = playing('go:door-front', 'unlock:door')
    const open = playing('go:door-front', 'unlock:door', 'open:door')
    const [boltShut, boltOpen] = [find(shut, 'bolt')?.at ?? [], find(open, 'bolt')?.at ?? []]
    const hinge = [1.84, -0.22]
    const fromHinge = ([x = 0, , z = 0]: readonly number[]) => Math.hypot(x - (hinge[0] ?? 0), z - (hinge[1] ?? 0))
    expect(fromHinge(boltOpen)).toBeCloseTo(fromHinge(boltShut), 1)
    expect(boltOpen[2]).toBeLessThan(-0.8)
    expect(boltOpen[1]).toBe(boltShut[1])
  })
})

describe('a free step', () => {
  const snapshot = playing('go:door-front', 'unlock:door', 'open:door')
  const towards = (share: number) => stationEntered(place, snapshot, 1.4 + 0.02 * share, -1.25 + 0.99 * share)?.target
  it('counts as gone to the next station when that is clearly nearer, not before', () => {
    expect(towards(0.5)).toBeUndefined()
    expect(towards(0.55)).toBeUndefined()
    expect(towards(0.7)).toBe('threshold')
  })
})
