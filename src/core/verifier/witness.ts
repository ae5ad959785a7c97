import type { Discipline, Scenario } from '#core/scenario'
import { percentOf, scoreDiscipline, verdictsOf } from '#core/scoring'
import { type Header, type LogRecord, type Replay, replayLog } from '#core/session'
import type { Chart } from '#core/statechart'
import type { Timed } from './schedule.ts'

/** What a session runs with. */
export type SetupOf = Pick<Header, 'stack' | 'variation' | 'personas'>
/** A run that shows something: it can be opened in the player, played on the command line and scored. */
export type Witness = Timed & { readonly setup: SetupOf }

/** The log a witness leaves, with a header of nobody. */
export function recordsOf(scenario: Scenario, { setup, acts, endMs }: Witness): readonly LogRecord[] {
  const header: Header = {
    kind: 'header',
    log: 1,
    sessionId: 'witness',
    scenario: scenario.id,
    scenarioVersion: scenario.version,
    packHash: '',
    ...setup,
    mode: 'practice',
    locale: Object.keys(scenario.text)[0] ?? 'en',
    seed: 1,
    trainee: 'verifier',
    appVersion: '',
    startedAt: '',
  }
  return [
    header,
    ...acts.map(({ act, timeMs }, n) => ({ kind: 'act' as const, seq: n + 1, timeMs, act })),
    { kind: 'outcome', seq: acts.length + 1, timeMs: endMs, ending: '' },
  ]
}

/** Replays a witness through the session that trainees use. @throws {Error} it cannot be played: the tables are wrong */
export function replayOf(scenario: Scenario, witness: Witness, chart?: Chart): Replay {
  const replay = replayLog(scenario, recordsOf(scenario, witness), chart)
  if (replay.stoppedAt)
    throw new Error(`A witness stops at "${replay.stoppedAt.act.do}": the tables differ from XState.`)
  return replay
}

/** What a witness really earns in a discipline, by the scorer that trainees meet. */
export function scoreOf(replay: Replay, discipline: Discipline) {
  const criteria = replay.chart.world.composition.criteria.filter(({ owner }) => owner === discipline)
  const score = scoreDiscipline(criteria, verdictsOf(replay))
  return { percent: percentOf(score), fails: score.failedBy.length > 0 }
}
