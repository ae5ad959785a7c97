import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Discipline, type ProgrammeData, parseProgramme } from '#core/scenario'
import { tinyWith } from '../../../tests/fixtures/tiny-pack.ts'
import type { Attempt } from './attempt.ts'
import { nextStep, rungsOf, standingIn } from './programme.ts'

const LAYERS: readonly Discipline[] = ['tactics', 'law', 'communication']
const programme: ProgrammeData = { simcell: 1, id: 'p', ladders: [{ scenario: 'entry', layers: [...LAYERS] }] }
const VARIATIONS = { entry: ['none', 'night', 'toilet'] }
const DAY_MS = 86_400_000

let count = 0
const attempt = (
  rungs: number,
  part: Partial<Attempt> & { readonly rest?: number; readonly fails?: boolean; readonly tooLittle?: true } = {},
): Attempt => {
  const { rest = 90, fails = false, tooLittle, ...fields } = part
  const stack = LAYERS.slice(0, rungs)
  count += 1
  return {
    sessionId: `s${count}`,
    scenario: 'entry',
    stack,
    variation: 'none',
    mode: 'practice',
    ending: 'done',
    endedAtMs: count * 1000,
    scoring: 1,
    disciplines: Object.fromEntries(
      stack.map((one) => [one, { percent: rest, rest, fails, ...(tooLittle && { tooLittle }) }]),
    ),
    ...fields,
  }
}
const states = (attempts: readonly Attempt[], nowMs = count * 1000) =>
  standingIn(programme, attempts, VARIATIONS, nowMs)[0]?.map(({ state }) => state)

describe('a ladder', () => {
  it('puts on one layer at a time, in the programme’s order, and ends with all together', () => {
    expect(rungsOf(programme)[0]).toMatchObject([
      { id: 'entry/1', stack: ['tactics'], adds: 'tactics', isCapstone: false },
      { id: 'entry/2', stack: ['tactics', 'law'], adds: 'law', isCapstone: false },
      { id: 'entry/3', stack: LAYERS, adds: 'communication', isCapstone: true },
    ])
  })
  it('begins with its first rung open and the others locked', () => {
    expect(states([])).toEqual(['open', 'locked', 'locked'])
  })
  it('opens the next rung after passes on two different variations', () => {
    const first = attempt(1)
    expect(states([first])).toEqual(['open', 'locked', 'locked'])
    expect(states([first, attempt(1)])).toEqual(['open', 'locked', 'locked'])
    expect(states([first, attempt(1, { variation: 'night' })])).toEqual(['mastered', 'open', 'locked'])
  })
  it('counts no run with hints, broken off, with a critical fail, with too little to judge by, or below eighty percent of the rest', () => {
    const night = attempt(1, { variation: 'night' })
    for (const poor of [
      { mode: 'guided' },
      { ending: 'stopped' },
      { fails: true },
      { tooLittle: true as const },
      { rest: 79 },
    ])
      expect(states([night, attempt(1, poor)])).toEqual(['open', 'locked', 'locked'])
    expect(states([night, attempt(1, { rest: 80 })])).toEqual(['mastered', 'open', 'locked'])
  })
  it('gives hints for the first meeting only, and leads to a variation not yet passed', () => {
    const at = (attempts: readonly Attempt[]) => standingIn(programme, attempts, VARIATIONS, 0)[0]?.[0]
    expect(at([])).toMatchObject({ mode: 'guided', variation: 'none' })
    expect(at([attempt(1, { mode: 'guided' })])).toMatchObject({ mode: 'practice', variation: 'night' })
    expect(at([attempt(1, { mode: 'guided' }), attempt(1)])).toMatchObject({ mode: 'practice', variation: 'night' })
  })
})

describe('what was mastered', () => {
  const mastered = () => [attempt(1), attempt(1, { variation: 'night' })]
  it('falls due after some days, stays unlocked above, and comes before new steps', () => {
    const done = mastered()
    const soon = standingIn(programme, done, VARIATIONS, count * 1000)
    const dueAtMs = soon[0]?.[0]?.dueAtMs ?? 0
    expect(dueAtMs - count * 1000).toBeGreaterThanOrEqual(DAY_MS)
    expect(nextStep(soon)?.rung.id).toBe('entry/2')
    expect(states(done, dueAtMs)).toEqual(['due', 'open', 'locked'])
    expect(nextStep(standingIn(programme, done, VARIATIONS, dueAtMs))?.rung.id).toBe('entry/1')
  })
  it('falls due later after a good review than after a failed one', () => {
    const done = mastered()
    const dueAtMs = standingIn(programme, done, VARIATIONS, 0)[0]?.[0]?.dueAtMs ?? 0
    const dueAfter = (part: object) =>
      standingIn(programme, [...done, attempt(1, { endedAtMs: dueAtMs, ...part })], VARIATIONS, dueAtMs)[0]?.[0]
        ?.dueAtMs ?? 0
    expect(dueAfter({})).toBeGreaterThan(dueAfter({ rest: 20 }))
    expect(dueAfter({ rest: 20 })).toBeGreaterThan(dueAtMs)
  })
})

describe('a standing', () => {
  it('does not depend on the order in which sessions are read, and never locks what was open before', () => {
    const some = fc.array(
      fc.record({
        rungs: fc.integer({ min: 1, max: 3 }),
        rest: fc.constantFrom(50, 80, 100),
        fails: fc.boolean(),
        variation: fc.constantFrom('none', 'night'),
      }),
      { maxLength: 20 },
    )
    fc.assert(
      fc.property(some, (list) => {
        const attempts = list.map(({ rungs, ...part }) => attempt(rungs, part))
        expect(states([...attempts].reverse())).toEqual(states(attempts))
        const openBefore = attempts.map(
          (_, n) => states(attempts.slice(0, n))?.filter((state) => state !== 'locked').length ?? 0,
        )
        expect(openBefore).toEqual([...openBefore].sort((a, b) => a - b))
      }),
    )
  })
})

describe('a programme file', () => {
  const file = (ladders: string) =>
    tinyWith({
      'programmes/basics.yaml': `simcell: 1\nid: basics\nladders: ${ladders}\n`,
      'programmes/text/en.yaml': 'programmes: { basics: { title: Basics, summary: The first. } }\n',
    })
  it('is read with the scenarios it names', () => {
    expect(parseProgramme(file('[{ scenario: tiny, layers: [law] }]'), 'basics')).toMatchObject({
      ok: true,
      value: { id: 'basics' },
    })
  })
  it('tells every wrong name with its place', () => {
    const read = parseProgramme(
      file('[{ scenario: tinny, layers: [law] }, { scenario: tiny, layers: [tactics, law, law] }]'),
      'basics',
    )
    const told = read.ok ? [] : read.diagnostics.map(({ code, field, cure }) => [code, field, cure])
    expect(told).toEqual([
      ['E010', 'ladders.0.scenario', expect.stringContaining('tiny')],
      ['E010', 'ladders.1.layers.0', expect.stringContaining('law')],
      ['E011', 'ladders.1.layers.2', expect.any(String)],
    ])
  })
})
