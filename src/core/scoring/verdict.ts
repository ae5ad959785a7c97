import type { CriterionId, Discipline, Outcome } from '#core/scenario'
import { type Replay, valuesOf } from '#core/session'
import { type LogPosition, type Monitor, monitorsFor } from './monitor.ts'
import { watchOf } from './watch.ts'

/** What became of one criterion in one session, with the log positions that decided it. */
export type Verdict = {
  readonly criterion: CriterionId
  readonly discipline: Discipline
  readonly outcome: Outcome
  readonly evidence: readonly LogPosition[]
}

/** A fold over the log: every monitor over every step, closed at the end. Pure, so that a new rubric re-scores old logs. */
export function verdictsOf(
  replay: Replay,
  monitors: readonly Monitor[] = monitorsFor(replay.chart),
): readonly Verdict[] {
  const at: LogPosition = { seq: replay.end.seq, atMs: replay.endMs }
  const end = valuesOf(replay.end.run)
  const watch = watchOf(monitors)
  let states = watch.initial
  for (const { seq, happening } of replay.steps) states = watch.step(states, happening, { seq, atMs: happening.atMs })
  return monitors.map((monitor, n) => ({
    criterion: monitor.criterion.id as CriterionId,
    discipline: monitor.criterion.owner,
    ...monitor.close(states[n] ?? monitor.initial, end, at),
  }))
}
