import { describe, expect, it } from 'vitest'
import { scenarioIdsIn } from '#core/scenario'
import { debriefOf, expectationsOf, walkthroughRecords } from '#core/scoring'
import { type Replay, replayLog, valuesOf } from '#core/session'
import { compileCondition } from '#core/statechart'
import { headerOf, shippedPack, shippedScenario } from './fixtures/packs.ts'

/** Every walkthrough of every shipped scenario, run as its author wrote it. */
for (const id of scenarioIdsIn(shippedPack)) {
  const scenario = shippedScenario(id)
  describe(`walkthroughs of ${id}`, () => {
    for (const [name, walkthrough] of Object.entries(scenario.walkthroughs))
      it(`${name}: ${walkthrough.name}`, () => {
        const stack = walkthrough.stack === 'all' ? scenario.data.layers : walkthrough.stack
        const header = headerOf(scenario, {
          stack,
          variation: walkthrough.variation ?? 'none',
          personas: walkthrough.personas ?? {},
        })
        const records = walkthroughRecords(walkthrough, header)
        const replay = replayLog(scenario, records)
        expect(replay.stoppedAt, possibleAt(replay)).toBeUndefined()
        const debrief = debriefOf(replay)
        const outcomes = new Map<string, string>(
          debrief.disciplines.flatMap((d) => d.criteria.map((c) => [c.id, c.outcome])),
        )
        for (const { afterActs, timeMs, expect: wanted } of expectationsOf(walkthrough)) {
          const until = records.filter(
            (record) => record.kind === 'header' || (record.kind === 'act' && record.seq <= afterActs),
          )
          const then = replayLog(
            scenario,
            [...until, { kind: 'outcome', seq: afterActs + 1, timeMs, ending: '' }],
            replay.chart,
          )
          for (const [what, value] of Object.entries(wanted)) {
            if (outcomes.has(what)) expect(outcomes.get(what), what).toBe(value)
            else
              expect(
                compileCondition({ [what]: value }, replay.chart.world.index)(valuesOf(then.end.run)),
                `${what}: ${value} after act ${afterActs}`,
              ).toBe(true)
          }
        }
        const scores = Object.fromEntries(
          debrief.disciplines.map((d) => [d.discipline, { percent: d.percent, fails: d.fails }]),
        )
        const lost = debrief.disciplines.flatMap((d) =>
          d.criteria.filter((c) => c.outcome !== 'met').map((c) => `${c.id} ${c.outcome}`),
        )
        for (const [discipline, wanted] of Object.entries(walkthrough.score ?? {}))
          expect(scores[discipline], lost.join(', ')).toMatchObject(wanted)
      })
  })
}

function possibleAt(replay: Replay): string {
  return `${JSON.stringify(replay.stoppedAt?.act)} was not possible; possible were: ${replay.end.snapshot.affordances.map((a) => a.act.do).join(' ')}`
}
