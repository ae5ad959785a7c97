import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stacksOf } from '#core/scenario'
import { monitorsFor, watchOf } from '#core/scoring'
import { chartFor, replayLog, sessionAt, valuesOf } from '#core/session'
import { headerOf, randomRun, shippedScenario } from '../fixtures/packs.ts'

const scenario = shippedScenario('cell-entry')
const stacks = stacksOf(scenario.data.layers)

describe('replay', () => {
  it('compiles all 32 stacks', () => {
    expect(stacks).toHaveLength(32)
    for (const stack of stacks)
      expect(chartFor(scenario, headerOf(scenario, { stack })).acts.length).toBeGreaterThan(20)
  })

  it('gives the same snapshots again, for random runs of every stack, at every act', () => {
    const charts = stacks.map((stack) => chartFor(scenario, headerOf(scenario, { stack })))
    for (const [n, stack] of stacks.entries())
      fc.assert(
        fc.property(fc.nat(1_000_000), (seed) => {
          const header = headerOf(scenario, { stack, seed })
          const run = randomRun(scenario, header, seed, 30)
          const replay = replayLog(scenario, run.records, charts[n])
          expect(replay.stoppedAt).toBeUndefined()
          expect(replay.end.snapshot).toEqual(run.sessions.at(-1)?.snapshot)
          for (const session of run.sessions.filter((_, at) => at % 7 === 3)) {
            const later = run.sessions.find((other) => other.seq === session.seq + 1)
            if (later && later.run.timeMs === session.run.timeMs) continue
            expect(sessionAt(replay, session.run.timeMs).snapshot).toEqual(session.snapshot)
          }
        }),
        { numRuns: 4 },
      )
  })

  it('shows any instant by seeking as it showed it by playing up to it', () => {
    const header = headerOf(scenario)
    fc.assert(
      fc.property(fc.nat(100_000), fc.array(fc.nat(200_000), { minLength: 1, maxLength: 5 }), (seed, instants) => {
        const { records } = randomRun(scenario, header, seed, 60)
        const replay = replayLog(scenario, records)
        for (const at of instants) {
          const timeMs = Math.min(at, replay.endMs)
          const until = records.filter((record) => record.kind !== 'act' || record.timeMs <= timeMs)
          const short = replayLog(scenario, [...until, { kind: 'outcome', seq: until.length, timeMs, ending: '' }])
          expect(sessionAt(replay, timeMs).snapshot).toEqual(short.end.snapshot)
        }
      }),
      { numRuns: 20 },
    )
  })

  it('keeps at every act what a look at everything would find: what can be done, and what each monitor has seen', () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const { sessions, steps } = randomRun(scenario, headerOf(scenario), seed, 50)
        for (const { snapshot, staging, run } of sessions) {
          const possible = staging.options.filter(({ isPossible }) => isPossible(valuesOf(run)))
          expect(snapshot.affordances).toEqual(
            snapshot.ending === undefined ? possible.map(({ affordance }) => affordance) : [],
          )
        }
        const watch = watchOf(monitorsFor(chartFor(scenario, headerOf(scenario))))
        let together = watch.initial
        let alone = watch.initial
        for (const { happenings, session } of steps)
          for (const happening of happenings) {
            const position = { seq: session.seq, atMs: happening.atMs }
            together = watch.step(together, happening, position)
            alone = watch.monitors.map((monitor, n) => monitor.step(alone[n] ?? monitor.initial, happening, position))
          }
        expect(together).toEqual(alone)
      }),
      { numRuns: 12 },
    )
  })
})
