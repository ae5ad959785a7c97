import { oneOf, type Scenario } from '#core/scenario'
import { walkthroughRecords } from '#core/scoring'
import {
  chartFor,
  type Header,
  type LogRecord,
  openSession,
  pass,
  type Refusal,
  type Session,
  step,
} from '#core/session'
import type { Chart } from '#core/statechart'
import type { Step } from './act-list.ts'
import type { Problem } from './problem.ts'
import { formatTime } from './words.ts'

/** An act that could not be done, and what could have been. */
export type NotDone = {
  /** index of the step */ readonly step: number
  readonly message: string
  readonly cure: string
  readonly possible: readonly string[]
}

/** A session played from a list of steps. */
export type Performance = {
  readonly records: readonly LogRecord[]
  readonly session: Session
  readonly notDone: NotDone | undefined
}

/** Plays steps at the pace of a walkthrough. Stops at the first act that is not possible. */
export function perform(scenario: Scenario, header: Header, steps: readonly Step[], compiled?: Chart): Performance {
  const chart = compiled ?? chartFor(scenario, header)
  const planned = walkthroughRecords({ simcell: 1, name: '', stack: 'all', steps: [...steps] }, header)
  const indexOfAct = steps.flatMap((one, n) => actsIn(one).map(() => n))
  let { session } = openSession(header, chart)
  const records: LogRecord[] = [header]
  for (const record of planned) {
    if (record.kind === 'header') continue
    if (record.kind === 'outcome') {
      session = pass(session, Math.max(record.timeMs, session.run.timeMs)).session
      const { snapshot, run } = session
      records.push({ kind: 'outcome', seq: session.seq + 1, timeMs: run.timeMs, ending: snapshot.ending ?? '' })
      continue
    }
    const next = step(session, record.act, record.timeMs)
    if ('refused' in next) {
      const then = pass(session, record.timeMs).session
      return {
        records,
        session: then,
        notDone: { step: indexOfAct[record.seq - 1] ?? 0, ...whyNot(chart, next, then) },
      }
    }
    session = next.session
    records.push(next.record)
  }
  return { records, session, notDone: undefined }
}

/** The acts a step stands for where nobody plays the prisoner. */
const actsIn = (one: Step): readonly Step[] =>
  'by-his-answer' in one ? (one['by-his-answer'].neutral ?? []).flatMap(actsIn) : 'do' in one ? [one] : []

/** An act that was not possible, as a finding at its line: the files are sound, what they do together is not. */
export const notPossible = (
  place: Pick<Problem, 'file' | 'line' | 'column' | 'field'>,
  { message, cure, possible }: NotDone,
): Problem => ({
  ...place,
  severity: 'error',
  code: 'F001',
  message,
  cure,
  possible,
})

function whyNot(chart: Chart, { act }: Refusal, { snapshot }: Session): Omit<NotDone, 'step'> {
  const possible = snapshot.affordances.map((affordance) => affordance.act.do)
  const when = formatTime(snapshot.timeMs)
  if (snapshot.ending !== undefined)
    return {
      possible,
      message: `"${act.do}" came after the end: the session ended with "${snapshot.ending}" by ${when}.`,
      cure: 'Take it out.',
    }
  const same = snapshot.affordances.find((affordance) => affordance.act.do === act.do)
  if (same)
    return {
      possible,
      message: `"${act.do}" cannot be said in the tone "${act.tone}" at ${when}.`,
      cure: same.tones ? `Its tones are: ${same.tones.join(', ')}.` : 'It has no tone.',
    }
  const list = `Possible then: ${possible.join(', ')}.`
  if (chart.actById.has(act.do)) return { possible, message: `"${act.do}" was not possible at ${when}.`, cure: list }
  const meant = oneOf(act.do, chart.actById.keys())
  const cure = meant.startsWith('Did') ? `${meant} ${list}` : list
  return { possible, message: `There is no act "${act.do}" in this scenario with these layers.`, cure }
}
