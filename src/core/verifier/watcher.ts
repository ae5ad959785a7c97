import { OUTCOMES } from '#core/scenario'
import { type Monitor, type MonitorState, monitorsFor } from '#core/scoring'
import type { Happening } from '#core/session'
import { bodyActsOf, type Values } from '#core/statechart'
import { Learned, type Source } from './learned.ts'
import type { Event, Tables } from './tables.ts'

type Criterion = Monitor['criterion']

/**
 * A criterion's monitor as a table. The monitor itself is asked once for each case that differs and stays the only
 * definition of what it means. Of a time since a window opened it is kept only between which of the criterion's limits
 * it lies: `late` 0 is within the first limit, 1 beyond it, and so on.
 */
export class Watcher {
  readonly criterion: Criterion
  /** limits of the window, ms, rising; none for a criterion without a clock */ readonly limitsMs: readonly number[]
  private readonly states: MonitorState[] = []
  private readonly lates: number[] = []
  private readonly numbers = new Map<string, number>()
  /** for each state and event: where it leads, or the table that says so */
  private readonly steps: (number | Learned<number>)[][] = []
  private readonly closings: (Learned<number> | undefined)[] = []

  constructor(
    private readonly tables: Tables,
    private readonly monitor: Monitor,
  ) {
    this.criterion = monitor.criterion
    const { criterion } = monitor
    const seconds =
      criterion.kind === 'within' ? [criterion.seconds, criterion['partly-seconds'] ?? criterion.seconds] : []
    this.limitsMs = [...new Set(seconds.map((limit) => limit * 1000))].sort((a, b) => a - b)
    this.numberOf(monitor.initial, 0)
  }

  /** State it begins in. */
  readonly initial = 0

  /** What a state stands for. */
  stateOf = (state: number): MonitorState => this.states[state] as MonitorState

  /** Whether an event can move it at all, in some state. */
  hears({ act }: Event): boolean {
    const { listens } = this.monitor
    return listens === undefined || (act !== undefined && listens.has(act.id))
  }

  /** The state after a step. */
  next(state: number, event: Event, source: Source): number {
    const known = this.states[state] as MonitorState
    if (known.decided && known.armed) return state
    const step = this.stepFor(state, event)
    return typeof step === 'number' ? step : step.answer(source)
  }

  /** Whether a step by this event changes nothing in this state, whatever the values are. */
  ignores(state: number, event: Event): boolean {
    return this.stepFor(state, event) === state
  }

  /** Outcome, as its place in `OUTCOMES`, if the session ended now. */
  close(state: number, source: Source): number {
    const learned = (this.closings[state] ??= new Learned(this.tables.trace, ({ now }) => {
      const { outcome } = this.monitor.close(this.states[state] as MonitorState, now, { seq: 0, atMs: 0 })
      return OUTCOMES.indexOf(outcome)
    }))
    return learned.answer(source)
  }

  /** Whether nothing can change the outcome any more. */
  isDecided = (state: number): boolean => this.states[state]?.decided !== undefined
  /** Whether the window is open, so that time itself can change what will be. */
  runsClock = (state: number): boolean =>
    this.limitsMs.length > 0 && this.states[state]?.since !== undefined && !this.isDecided(state)
  lateOf = (state: number): number => this.lates[state] ?? 0
  /** The same state with more time gone by. */
  later(state: number, late: number): number {
    return this.numberOf(this.states[state] as MonitorState, Math.min(late, this.limitsMs.length))
  }
  get count(): number {
    return this.states.length
  }

  private numberOf(state: MonitorState, late: number): number {
    const { armed, seen, count, since, decided } = state
    const kept = decided ? 0 : since && this.limitsMs.length > 0 ? late : 0
    // A criterion that is decided and does not apply yet ends as one that does not apply.
    const key = decided ? `${decided} ${armed}` : `${armed} ${seen} ${count} ${since !== undefined} ${kept}`
    const known = this.numbers.get(key)
    if (known !== undefined) return known
    const number = this.states.length
    this.numbers.set(key, number)
    this.states.push({ ...state, since: since && { seq: 0, atMs: 0 }, evidence: [] })
    this.lates.push(kept)
    return number
  }

  private stepFor(state: number, event: Event): number | Learned<number> {
    const row = (this.steps[state] ??= [])
    const known = row[event.id]
    if (known !== undefined) return known
    let step: number | Learned<number> = state
    if (this.hears(event)) {
      const learned = this.learn(state, event)
      step = learned.constant() ?? learned
    }
    row[event.id] = step
    return step
  }

  private learn(state: number, event: Event): Learned<number> {
    const before = this.states[state] as MonitorState
    const late = this.lates[state] ?? 0
    // A moment that stands for every moment between the same limits.
    const atMs = this.limitsMs[late] ?? (this.limitsMs.at(-1) ?? 0) + 1
    return new Learned(this.tables.trace, (trace) => {
      const after = this.monitor.step(before, happening(event, trace.before, trace.now, this.tables, atMs), {
        seq: 0,
        atMs,
      })
      const opened = before.since === undefined && after.since !== undefined
      return this.numberOf(after, opened ? 0 : late)
    })
  }
}

/** One step as monitors see it. Everything that follows from the values is worked out only when it is asked for. */
function happening(event: Event, before: Values, after: Values, { chart }: Tables, atMs: number): Happening {
  return {
    act: event.act,
    tone: event.tone,
    before,
    after,
    atMs,
    get body() {
      return event.act ? bodyActsOf(chart.world, event.act, before) : []
    },
    get ending() {
      return chart.endings.get(after[chart.world.plot] ?? -1)
    },
    get shown(): never {
      throw new Error('A criterion watches what is shown; the tables of the verifier do not hold it.')
    },
  }
}

/** A table for each criterion of a chart's stack. */
export const watchersFor = (tables: Tables): readonly Watcher[] =>
  monitorsFor(tables.chart).map((monitor) => new Watcher(tables, monitor))
