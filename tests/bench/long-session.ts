import type { Scenario } from '#core/scenario'
import {
  type Act,
  chartFor,
  type Header,
  type LogRecord,
  openSession,
  pass,
  type Session,
  type SessionStep,
  step,
} from '#core/session'
import { numbers } from '../fixtures/packs.ts'

/** A session played by chance, with everything it went through. */
export type Played = {
  readonly header: Header
  readonly records: readonly LogRecord[]
  /** session before each act, the act, and the step it led to */
  readonly acts: readonly {
    readonly before: Session
    readonly act: Act
    readonly timeMs: number
    readonly done: SessionStep
  }[]
  readonly endMs: number
}

const TRIES = 60

/**
 * Plays acts that are possible, drawn from the seed, and none that would end the session.
 *
 * @param paceMs mean time between two acts; 0 for all at once
 * @param untilMs when to stop; the session may get stuck before
 */
export function playAtRandom(scenario: Scenario, header: Header, paceMs: number, acts: number): Played {
  const next = numbers(header.seed * 2654435761 + 17)
  let { session } = openSession(header, chartFor(scenario, header))
  const records: LogRecord[] = [header]
  const played: Played['acts'][number][] = []
  for (let n = 0; n < acts; n++) {
    const timeMs = session.run.timeMs + (paceMs === 0 ? 0 : Math.round((paceMs * (50 + next(101))) / 100))
    const found = goingOn(session, timeMs, next)
    if (!found) break
    played.push({ before: session, timeMs, ...found })
    records.push(found.done.record)
    session = found.done.session
  }
  const endMs = session.run.timeMs
  records.push({ kind: 'outcome', seq: session.seq + 1, timeMs: endMs, ending: '' })
  return { header, records, acts: played, endMs }
}

function goingOn(session: Session, timeMs: number, next: (below: number) => number) {
  const { affordances } = pass(session, timeMs).session.snapshot
  for (let n = 0; n < TRIES; n++) {
    const chosen = affordances[next(Math.max(1, affordances.length))]
    if (!chosen || chosen.group === 'end') continue
    const tone = chosen.tones?.[next(chosen.tones.length)]
    const act: Act = { do: chosen.act.do, ...(tone && { tone }) }
    const done = step(session, act, timeMs)
    if (!('refused' in done) && done.session.snapshot.ending === undefined) return { act, done }
  }
  return undefined
}
