import { begin, valuesOf } from '#core/session'
import type { Chart, Values } from '#core/statechart'
import { wholeOf } from './slice.ts'
import { Stepper } from './stepper.ts'
import type { Event, Tables, Timer } from './tables.ts'

/** A timer that runs, and when it will fire. */
export type Running = { readonly timer: number; readonly atMs: number }
/** Where a chart is, by value: what `Run` of the session is, without XState. */
export type Place = {
  readonly values: Uint8Array
  /** values before the step that led here */ readonly before: Uint8Array
  readonly due: readonly Running[]
  readonly timeMs: number
}
/** What is told of each step: the event, and the stepper with the values now and before. */
export type Told = (event: Event, stepper: Stepper, timeMs: number) => void

/** Where a chart begins. The one step that XState itself does: what happens before anything can be done. */
export function startOf(tables: Tables, chart: Chart = tables.chart): Place {
  const { run } = begin(chart)
  const byId = new Map(tables.timers.map(({ id }, timer) => [id, timer]))
  return {
    values: Uint8Array.from(valuesOf(run)),
    before: Uint8Array.from(chart.world.initial),
    due: run.due.flatMap(({ id, atMs }) => {
      const timer = byId.get(id)
      return timer === undefined ? [] : { timer, atMs }
    }),
    timeMs: 0,
  }
}

/** Runs acts with their times on tables alone: as `advance` and `take` of the session do, some fifty times as fast. */
export class TableRun {
  readonly stepper: Stepper
  private due: Running[] = []
  timeMs = 0

  constructor(private readonly tables: Tables) {
    this.stepper = new Stepper(tables, wholeOf(tables))
  }

  goTo({ values, before, due, timeMs }: Place): void {
    this.stepper.vector.set(values)
    this.stepper.vector.set(before, this.tables.n)
    this.stepper.pending.fill(0)
    for (const { timer } of due) this.stepper.pending[timer] = 1
    this.due = [...due]
    this.timeMs = timeMs
  }

  /** Where it is now, to come back to. */
  place(): Place {
    const { vector } = this.stepper
    const { n } = this.tables
    return { values: vector.slice(0, n), before: vector.slice(n), due: [...this.due], timeMs: this.timeMs }
  }

  values = (): Values => [...this.stepper.vector.subarray(0, this.tables.n)]
  get hasEnded(): boolean {
    return this.tables.isEnding[this.stepper.vector[this.tables.chart.world.plot] as number] === 1
  }
  /** When a timer fires that runs. */
  dueMs = (timer: number): number | undefined => this.due.find((one) => one.timer === timer)?.atMs

  /** Lets time pass; timers on the way fire at their own moment, ties in the order they were set. */
  advance(untilMs: number, tell: Told): void {
    for (let next = this.due[0]; next && next.atMs <= untilMs && !this.hasEnded; next = this.due[0]) {
      this.due.shift()
      this.stepper.pending[next.timer] = 0
      this.timeMs = next.atMs
      this.does((this.tables.timers[next.timer] as Timer).event, tell)
    }
    this.timeMs = Math.max(untilMs, this.timeMs)
  }

  canDo = (event: Event): boolean => !this.hasEnded && this.stepper.isPossible(event)

  /** Does an act, or fires a timer, now. The act must be possible. */
  does(event: Event, tell: Told): void {
    this.stepper.step(event)
    for (const clock of this.stepper.clocks) {
      const timer = clock < 0 ? ~clock : clock
      this.due = this.due.filter((other) => other.timer !== timer)
      if (clock < 0) continue
      const atMs = this.timeMs + (this.tables.timers[timer] as Timer).ms
      const after = this.due.findIndex((other) => other.atMs > atMs)
      this.due.splice(after < 0 ? this.due.length : after, 0, { timer, atMs })
    }
    tell(event, this.stepper, this.timeMs)
  }
}
