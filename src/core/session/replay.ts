import type { Scenario } from '#core/scenario'
import type { Chart } from '#core/statechart'
import type { ActRecord, Header, LogRecord } from './record.ts'
import type { Happening } from './run.ts'
import { chartFor, openSession, pass, type Session, step } from './session.ts'
import type { Snapshot } from './snapshot.ts'

/** How many acts lie between two stored sessions; a seek replays at most this many. */
const CHECKPOINT_ACTS = 16

/** One step of a replayed log, tied to the record it belongs to. */
export type ReplayedStep = { readonly seq: number; readonly happening: Happening }

/** A log that has been run again: every happening, and the means to show any moment quickly. */
export type Replay = {
  readonly header: Header
  readonly chart: Chart
  readonly acts: readonly ActRecord[]
  readonly steps: readonly ReplayedStep[]
  readonly end: Session
  readonly endMs: number
  readonly checkpoints: readonly Session[]
  /** set when an act could not be done again: the log is not of this scenario, or was edited */
  readonly stoppedAt: ActRecord | undefined
}

/** Runs a log again from its start. Time that passed after the last act is taken from the outcome record. */
export function replayLog(scenario: Scenario, records: readonly LogRecord[], compiled?: Chart): Replay {
  const header = records.find((record) => record.kind === 'header')
  if (!header) throw new Error('The log has no header.')
  const chart = compiled ?? chartFor(scenario, header)
  const acts = records.filter((record) => record.kind === 'act')
  const outcome = records.find((record) => record.kind === 'outcome')
  const opened = openSession(header, chart)
  const steps: ReplayedStep[] = opened.happenings.map((happening) => ({ seq: 0, happening }))
  const checkpoints: Session[] = [opened.session]
  let session = opened.session
  let stoppedAt: ActRecord | undefined
  for (const record of acts) {
    const next = step(session, record.act, record.timeMs)
    if ('refused' in next) {
      stoppedAt = record
      break
    }
    for (const happening of next.happenings) steps.push({ seq: happening.act ? record.seq : session.seq, happening })
    session = next.session
    if (session.seq % CHECKPOINT_ACTS === 0) checkpoints.push(session)
  }
  if (outcome && !stoppedAt && outcome.timeMs > session.run.timeMs) {
    const last = pass(session, outcome.timeMs)
    for (const happening of last.happenings) steps.push({ seq: session.seq, happening })
    session = last.session
  }
  return { header, chart, acts, steps, end: session, endMs: session.run.timeMs, checkpoints, stoppedAt }
}

/**
 * A script as somebody would do it who passes over what has become impossible, the rest keeping its times. A log needs
 * nothing of the kind: what is in it was done.
 */
export function possibleOf(records: readonly LogRecord[], header: Header, chart: Chart): readonly LogRecord[] {
  let { session } = openSession(header, chart)
  return records.flatMap((record): readonly LogRecord[] => {
    if (record.kind === 'outcome') return [{ ...record, seq: session.seq + 1 }]
    if (record.kind !== 'act') return [record]
    const next = step(session, record.act, record.timeMs)
    if ('refused' in next) return []
    session = next.session
    return [{ ...record, seq: session.seq }]
  })
}

/** The session as it was at a moment: the nearest checkpoint before it, and the acts since. */
export function sessionAt(replay: Replay, timeMs: number): Session {
  let session = replay.checkpoints[0] as Session
  for (const checkpoint of replay.checkpoints) if (checkpoint.run.timeMs <= timeMs) session = checkpoint
  for (const record of replay.acts.slice(session.seq)) {
    if (record.timeMs > timeMs) break
    const next = step(session, record.act, record.timeMs)
    if ('refused' in next) break
    session = next.session
  }
  return pass(session, timeMs).session
}

/** The snapshot of a moment. A replay affords nothing, so that no view needs to know it is one. */
export const snapshotAt = (replay: Replay, timeMs: number): Snapshot => ({
  ...sessionAt(replay, timeMs).snapshot,
  affordances: [],
})
