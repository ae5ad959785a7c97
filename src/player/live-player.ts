import { createStore } from 'zustand/vanilla'
import { monitorsFor, watchOf } from '#core/scoring'
import type { Happening } from '#core/session'
import {
  type Act,
  type ActRecord,
  hintFor,
  type LogRecord,
  type OutcomeRecord,
  pass,
  type Session,
  step,
} from '#core/session'
import type { CoachNote, Player } from './player.ts'

/** What a live session needs from outside: the app gives disk and clock, a test gives fakes. */
export type LivePorts = {
  /** resolves once the record is on disk, else rejects with a reason for people */ readonly append: (
    record: LogRecord,
  ) => Promise<void>
  /** keeps the session time now and then: the last act tells only when it was done */ readonly keepTime: (
    timeMs: number,
  ) => void
  /** ms of wall time, only ever used for differences */ readonly now: () => number
  /** calls back after some ms; returns how to cancel */ readonly later: (ms: number, call: () => void) => () => void
}

export type LivePlayer = ReturnType<typeof createLivePlayer>

/** How long a wait may be before the clock is shown again, ms; the view's clock needs no more. */
const CLOCK_MS = 250
/** How much time may be lost when the machine stops, ms. */
const KEPT_MS = 2000

/**
 * A session that goes on now. An act is stamped when it is done, written, and only then shown. Timers of the scenario
 * fire by themselves at their own session time.
 */
export function createLivePlayer(opened: Session, earlier: readonly Happening[], ports: LivePorts) {
  let session = opened
  let queue: Promise<void> = Promise.resolve()
  let sessionMs = opened.run.timeMs
  let wallMs = ports.now()
  let cancel = () => {}
  let stopped = false
  let keptMs = sessionMs
  const coach = createCoach(opened, earlier)

  const store = createStore<Player>((set, get) => {
    const clock = (): number => {
      const now = ports.now()
      if (!get().paused) sessionMs += Math.max(0, now - wallMs)
      wallMs = now
      return Math.floor(sessionMs)
    }
    const finish = async () => {
      if (session.snapshot.ending === undefined || stopped) return
      stopped = true
      cancel()
      const outcome: OutcomeRecord = {
        kind: 'outcome',
        seq: session.seq + 1,
        timeMs: session.run.timeMs,
        ending: session.snapshot.ending,
      }
      await ports.append(outcome)
    }
    const keep = (nowMs: number, since = KEPT_MS) => {
      if (stopped || nowMs - keptMs < since) return
      keptMs = nowMs
      ports.keepTime(nowMs)
    }
    const tick = () => {
      if (stopped || get().paused || get().saving === 'blocked') return
      const nowMs = clock()
      keep(nowMs)
      const next = pass(session, nowMs)
      session = next.session
      set({ snapshot: session.snapshot, coach: coach(next.happenings, session) })
      void finish().catch(block)
      schedule()
    }
    const schedule = () => {
      cancel()
      if (!stopped) cancel = ports.later(CLOCK_MS, () => void (queue = queue.then(tick, tick).catch(block)))
    }
    const block = (reason: unknown) =>
      set({ saving: 'blocked', reason: reason instanceof Error ? reason.message : String(reason) })
    const perform = async (act: Act, timeMs: number) => {
      if (stopped || get().saving === 'blocked') return
      const next = step(session, act, Math.max(timeMs, session.run.timeMs))
      if ('refused' in next) return
      set({ saving: 'saving' })
      await ports.append(next.record satisfies ActRecord)
      session = next.session
      // The end is on disk before the screen tells it: whoever leaves at once loses nothing.
      await finish()
      set({ snapshot: session.snapshot, saving: 'saved', coach: coach(next.happenings, session) })
    }
    queueMicrotask(() => {
      queue = queue.then(finish).catch(block)
      schedule()
    })
    return {
      header: session.header,
      snapshot: session.snapshot,
      saving: 'saved',
      reason: undefined,
      paused: false,
      coach: coach([], session),
      hint: () => (session.header.mode === 'guided' ? hintFor(session.run)?.text : undefined),
      send: (act) => {
        if (get().paused) return Promise.resolve()
        const timeMs = clock()
        queue = queue.then(() => perform(act, timeMs)).catch(block)
        return queue
      },
      setPaused: (paused) => {
        const nowMs = clock()
        if (paused) keep(nowMs, 1)
        set({ paused })
        if (!paused) schedule()
      },
    }
  })
  return Object.assign(store, {
    /** Stops the clock; the log is already on disk. */
    close: () => {
      stopped = true
      cancel()
    },
  })
}

/** Guided mode: runs the monitors along and tells what each new verdict was, as soon as it is decided. */
function createCoach(opened: Session, earlier: readonly Happening[]) {
  if (opened.header.mode !== 'guided') return () => []
  const monitoring = watchOf(monitorsFor(opened.run.chart))
  let states = monitoring.initial
  let notes: readonly CoachNote[] = []
  const watch = (happenings: readonly Happening[], session: Session) => {
    for (const happening of happenings) {
      const before = states
      states = monitoring.step(before, happening, { seq: session.seq, atMs: happening.atMs })
      for (const [n, { criterion }] of monitoring.monitors.entries()) {
        const outcome = states[n]?.decided
        if (before[n]?.decided || !outcome) continue
        const { id, owner } = criterion
        const reason = `${owner}.criteria.${id.slice(owner.length + 1)}.${outcome}`
        notes = [...notes, { id, atMs: happening.atMs, discipline: owner, outcome, reason }]
      }
    }
    return notes
  }
  watch(earlier, opened)
  return watch
}
