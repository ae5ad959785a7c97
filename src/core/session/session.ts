import { compose, isOfBook, type Scenario } from '#core/scenario'
import { type Chart, compileChart } from '#core/statechart'
import { type Act, type ActRecord, type Header, MAX_TYPED, setupOf } from './record.ts'
import { utterancesOf } from './reply.ts'
import { advance, begin, endingOf, type Happening, possibleAct, type Run, take, valuesOf } from './run.ts'
import { type Heard, type Offer, offerAt, type Snapshot, type Staging, snapshotOf, stage } from './snapshot.ts'

/** How many utterances a snapshot keeps; the debrief reads the whole log instead. */
const KEPT_UTTERANCES = 60

/** A session is a value: what it is about, how far it has run, and what can be shown of it. */
export type Session = {
  readonly header: Header
  readonly run: Run
  readonly staging: Staging
  /** sequence number of the last record */ readonly seq: number
  readonly heard: Heard
  /** what can be done now */ readonly offer: Offer
  readonly snapshot: Snapshot
}

/** What one step did: the session after it, the record of the act if there was one, and what happened. */
export type SessionStep = { readonly session: Session; readonly happenings: readonly Happening[] }

/** Compiles the chart a header asks for. The scenario must be the one the header names. */
export const chartFor = (scenario: Scenario, header: Pick<Header, 'stack' | 'personas' | 'variation'>): Chart =>
  compileChart(compose(scenario, setupOf(header as Header)))

/** Begins a session at time 0. */
export function openSession(header: Header, chart: Chart): SessionStep {
  const staging = stage(chart, header.seed, header.looks)
  const { run, happenings } = begin(chart)
  return shown(
    { header, staging, seq: 0, heard: { utterances: [], sounds: [], lastAct: undefined } },
    run,
    happenings,
    0,
  )
}

/** Lets time pass to `timeMs`; timers on the way fire at their own moments and need no record. */
export function pass(session: Session, timeMs: number): SessionStep {
  const due = session.run.due[0]
  if (!due || due.atMs > timeMs) {
    const run = { ...session.run, timeMs: Math.max(timeMs, session.run.timeMs) }
    return { session: { ...session, run, snapshot: { ...session.snapshot, timeMs: run.timeMs } }, happenings: [] }
  }
  const { run, happenings } = advance(session.run, timeMs)
  return shown(session, run, happenings, session.seq)
}

/** Refused acts say why; nothing is recorded and nothing changes. */
export type Refusal = { readonly refused: 'not-possible' | 'ended' | 'before-now'; readonly act: Act }

/**
 * Does one act at one moment.
 *
 * @param timeMs session time of the act, whole ms; not before the session's own time
 */
export function step(
  session: Session,
  act: Act,
  timeMs: number,
): (SessionStep & { readonly record: ActRecord }) | Refusal {
  if (!Number.isSafeInteger(timeMs) || timeMs < session.run.timeMs) return { refused: 'before-now', act }
  const waited = advance(session.run, timeMs)
  const spec = possibleAct(waited.run, act)
  if (!spec) return { refused: endingOf(waited.run) === undefined ? 'not-possible' : 'ended', act }
  const typed = act.typed?.slice(0, MAX_TYPED)
  if (typed !== undefined && !(spec.line && isOfBook(spec.line))) return { refused: 'not-possible', act }
  const done = take(waited.run, spec, act.tone)
  const seq = session.seq + 1
  const between =
    waited.happenings.length > 0 ? shown(session, waited.run, waited.happenings, session.seq).session : session
  const next = shown(between, done.run, done.happenings, seq, typed)
  return {
    session: next.session,
    happenings: [...waited.happenings, ...done.happenings],
    record: {
      kind: 'act',
      seq,
      timeMs,
      act: { do: act.do, ...(act.tone && { tone: act.tone }), ...(typed && { typed }) },
    },
  }
}

function shown(
  from: Omit<Session, 'run' | 'snapshot' | 'offer'> & { readonly offer?: Offer },
  run: Run,
  happenings: readonly Happening[],
  seq: number,
  typed?: string,
): SessionStep {
  const said = happenings
    .flatMap((happening) => utterancesOf(run, happening, seq, from.header.seed))
    .map((one) => (typed && one.kind === 'line' ? { ...one, typed } : one))
  const acted = happenings.findLast((happening) => happening.act)
  const heard: Heard = {
    utterances: said.length > 0 ? [...from.heard.utterances, ...said].slice(-KEPT_UTTERANCES) : from.heard.utterances,
    sounds: happenings.flatMap(({ act, shown: cues }) => [
      ...(act?.sound ? [act.sound] : []),
      ...cues.flatMap((cue) => (cue.kind === 'sound' ? cue.cue : [])),
    ]),
    lastAct: acted?.act ? { id: acted.act.id, body: acted.body } : from.heard.lastAct,
  }
  const offer = offerAt(from.staging, valuesOf(run), from.offer)
  return {
    session: {
      header: from.header,
      staging: from.staging,
      run,
      seq,
      heard,
      offer,
      snapshot: snapshotOf(run, from.staging, seq, heard, offer),
    },
    happenings,
  }
}
