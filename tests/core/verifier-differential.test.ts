import { describe, expect, it } from 'vitest'
import { type Discipline, type Scenario, scenarioIdsIn, stacksOf } from '#core/scenario'
import { verdictsOf } from '#core/scoring'
import { chartFor, replayLog, valuesOf } from '#core/session'
import { startOf, TableRun, tablesOf, Watching, watchersFor } from '#core/verifier'
import { headerOf, randomRun, shippedPack, shippedScenario } from '../fixtures/packs.ts'
import { tinyScenario } from '../fixtures/tiny-pack.ts'

const scenarios: readonly Scenario[] = [...scenarioIdsIn(shippedPack).map(shippedScenario), tinyScenario()]

/** Plays one random session through XState and through the tables, and compares everything at every act. */
function compare(scenario: Scenario, stack: readonly Discipline[], seed: number, variation: string): number {
  const header = headerOf(scenario, { stack, seed, variation })
  const { records, sessions } = randomRun(scenario, header, seed, 70)
  const chart = chartFor(scenario, header)
  const tables = tablesOf(chart)
  const run = new TableRun(tables)
  const watching = new Watching(watchersFor(tables))
  run.goTo(startOf(tables))
  watching.tell(tables.begin, run.stepper, 0)
  const tell: Parameters<TableRun['advance']>[1] = (event, stepper, atMs) => watching.tell(event, stepper, atMs)
  let acts = 0
  for (const [n, record] of records.slice(1).entries()) {
    if (record.kind !== 'act') continue
    run.advance(record.timeMs, tell)
    const event = tables.moveOf(record.act.do, record.act.tone)
    expect(event && run.canDo(event), record.act.do).toBe(true)
    run.does(event!, tell)
    const session = sessions[n + 1]!
    expect(run.values()).toEqual(valuesOf(session.run))
    expect(run.place().due.map(({ timer, atMs }) => [tables.timers[timer]?.id, atMs])).toEqual(
      session.run.due.map(({ id, atMs }) => [id, atMs]),
    )
    const affordances = new Set<string>(session.snapshot.affordances.map(({ act }) => act.do))
    if (session.snapshot.ending === undefined)
      expect(new Set(tables.moves.filter(run.canDo).map(({ type }) => type))).toEqual(affordances)
    acts++
  }
  const verdicts = verdictsOf(replayLog(scenario, records, chart))
  expect(watching.outcomes(run.stepper)).toEqual(verdicts.map(({ outcome }) => outcome))
  return acts
}

describe('the verifier’s tables and XState', () => {
  for (const scenario of scenarios)
    it(`agree on values, timers, acts and verdicts over random runs of every stack of ${scenario.id}`, () => {
      const variations = ['none', ...(scenario.data.variations ?? []).map(({ id }) => id)]
      let acts = 0
      for (const [n, stack] of stacksOf(scenario.data.layers).entries())
        acts += compare(scenario, stack, n + 1, variations[n % variations.length]!)
      expect(acts).toBeGreaterThan(30)
    })
})
