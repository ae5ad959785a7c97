import { describe, expect, it } from 'vitest'
import { replayLog } from '#core/session'
import { coverageOf, recordsOf, type Witness } from '#core/verifier'
import { soundScenario } from '../fixtures/sound-pack.ts'

describe('coverage of practice', () => {
  const scenario = soundScenario()
  const run = (...acts: readonly string[]): Witness => ({
    setup: { stack: ['law'], variation: 'none', personas: {} },
    acts: acts.map((act, n) => ({ act: { do: act }, timeMs: (n + 1) * 1000 })),
    endMs: (acts.length + 1) * 1000,
  })
  const covered = (...runs: readonly Witness[]) =>
    coverageOf(
      scenario,
      runs.map((one) => replayLog(scenario, recordsOf(scenario, one))),
    )
  const count = (list: readonly { readonly id: string; readonly sessions: number }[]) =>
    Object.fromEntries(list.map(({ id, sessions }) => [id, sessions]))

  it('counts in how many sessions each part was met, however often in one', () => {
    const { sessions, parts, criteria } = covered(
      run('say:good-morning', 'say:good-morning', 'end:session'),
      run('say:good-morning', 'say:or-else', 'end:session'),
    )
    expect(sessions).toBe(2)
    expect(count(parts.lines)).toMatchObject({ 'good-morning': 2, 'or-else': 1 })
    expect(count(parts.replies)).toMatchObject({ 'say:good-morning 0': 2 })
    expect(count(parts.beats)).toMatchObject({ before: 2, within: 0 })
    expect(criteria.find(({ id }) => id === 'law.no-threat')?.outcomes).toMatchObject({ met: 1, violated: 1 })
  })

  it('lists everything of every layer with none, when nobody has played', () => {
    const { parts, criteria } = covered()
    expect(parts.endings.map(({ id, sessions }) => [id, sessions])).toEqual([['left', 0]])
    expect(criteria.map(({ id }) => id)).toContain('law.no-threat')
    expect(Object.values(criteria[0]!.outcomes)).toEqual([0, 0, 0, 0, 0])
  })
})
