import { type Discipline, OUTCOMES } from '#core/scenario'
import { earned, watchersOf } from './exact.ts'
import type { Goal } from './goals.ts'
import { Observer } from './observer.ts'
import { actOf, type TimedAct } from './schedule.ts'
import type { Cast } from './setups.ts'
import { type Place, TableRun, type Told } from './table-run.ts'
import type { Event } from './tables.ts'
import { type Watcher, watchersFor } from './watcher.ts'
import { type Watched, Watching } from './watching.ts'
import type { SetupOf, Witness } from './witness.ts'

/** A run to begin from: the number of its start, and its acts. */
export type PlayedRun = { readonly start: number; readonly steps: readonly TimedAct[] }
/** Best and worst that was seen of a discipline. */
type Extreme = { readonly percent: number; readonly witness: Witness }
export type Extremes = { min?: Extreme; max?: Extreme }
/** Everything a player can go back to. */
export type Mark = {
  readonly start: number
  readonly steps: readonly TimedAct[]
  readonly place: Place
  readonly watched: Watched
}
/** What a session came to. */
export type Closed = { readonly outcomes: readonly number[]; readonly isNew: boolean }

/**
 * Plays runs on tables, one at a time, and notes all that any of them reaches: goals with the run that reached them first,
 * the best and worst of each discipline, and which criteria were met together.
 */
export class Player {
  readonly table: TableRun
  readonly watchers: readonly Watcher[]
  readonly watching: Watching
  readonly reached = new Map<string, { readonly goal: Goal; readonly witness: Witness }>()
  readonly extremes = new Map<Discipline, Extremes>()
  /** acts of the run that is being played */ done: TimedAct[] = []
  start = 0
  acts = 0
  runs = 0
  /** how often each event was done */ readonly counts: Int32Array

  private readonly observer: Observer
  private readonly pairs: Uint8Array
  private readonly disciplines: readonly {
    readonly discipline: Discipline
    readonly own: readonly Watcher[]
    readonly numbers: readonly number[]
  }[]
  private readonly tell: Told
  private readonly end: Event | undefined

  constructor(readonly cast: Cast) {
    const { tables } = cast
    this.table = new TableRun(tables)
    this.watchers = watchersFor(tables)
    this.watching = new Watching(this.watchers)
    this.counts = new Int32Array(tables.moves.length + tables.timers.length + 4096)
    this.pairs = new Uint8Array(this.watchers.length ** 2)
    this.end = tables.moveOf('end:session', undefined)
    this.disciplines = tables.chart.world.composition.stack.map((discipline) => {
      const own = watchersOf(this.watchers, discipline)
      return { discipline, own, numbers: own.map((watcher) => this.watchers.indexOf(watcher)) }
    })
    this.observer = new Observer(tables, (key, goal) => this.reached.set(key, { goal, witness: this.witness() }))
    this.tell = (event, stepper, atMs) => {
      this.watching.tell(event, stepper, atMs)
      this.observer.step(event, stepper)
    }
  }

  /** The run so far. */
  witness = (): Witness => ({
    setup: this.cast.setups[this.start] as SetupOf,
    acts: [...this.done],
    endMs: Math.max(this.done.at(-1)?.timeMs ?? 0, this.table.timeMs),
  })

  begin(from: number): void {
    const { tables, starts } = this.cast
    this.runs++
    this.start = from
    this.done = []
    this.table.goTo(starts[from] as Place)
    this.watching.reset()
    this.tell(tables.begin, this.table.stepper, 0)
    this.observer.affords(this.table.stepper)
  }

  mark = (): Mark => ({
    start: this.start,
    steps: [...this.done],
    place: this.table.place(),
    watched: this.watching.place(),
  })
  goTo({ start, steps, place, watched }: Mark): void {
    this.start = start
    this.done = [...steps]
    this.table.goTo(place)
    this.watching.goTo(watched)
  }

  /** Lets time pass. */
  advance = (untilMs: number): void => this.table.advance(untilMs, this.tell)

  /** Does an act at a moment, if it can be done then. */
  does(event: Event, timeMs: number): boolean {
    this.advance(timeMs)
    if (!this.table.canDo(event)) return false
    this.done.push({ act: actOf(event), timeMs })
    this.acts++
    this.counts[event.id] = (this.counts[event.id] as number) + 1
    this.table.does(event, this.tell)
    if (!this.table.hasEnded) this.observer.affords(this.table.stepper)
    return true
  }

  /** Plays acts at their times; what cannot be done is passed over. */
  plays(steps: readonly TimedAct[]): void {
    for (const { act, timeMs } of steps) {
      const event = this.cast.tables.moveOf(act.do, act.tone)
      if (event) this.does(event, Math.max(timeMs, this.table.timeMs))
    }
  }

  /** Ends the session, if it has not ended, and notes what it came to. */
  finishes(timeMs: number): Closed {
    if (!this.table.hasEnded && this.end) this.does(this.end, timeMs)
    if (!this.table.hasEnded) return { outcomes: [], isNew: false }
    const { watchers } = this
    const outcomes = this.watching.outcomes(this.table.stepper).map((outcome) => OUTCOMES.indexOf(outcome))
    this.observer.ended(watchers, outcomes)
    let isNew = this.pairsOf(outcomes)
    for (const { discipline } of this.disciplines) {
      const { percent, fails } = this.earns(discipline, outcomes)
      if (percent === undefined) continue
      const known: Extremes = this.extremes.get(discipline) ?? {}
      this.extremes.set(discipline, known)
      if (percent < (known.min?.percent ?? 101)) {
        known.min = { percent, witness: this.witness() }
        isNew = true
      }
      if (!fails && percent > (known.max?.percent ?? -1)) {
        known.max = { percent, witness: this.witness() }
        isNew = true
      }
    }
    return { outcomes, isNew }
  }

  /** What outcomes earn in a discipline. */
  earns(discipline: Discipline, outcomes: readonly number[]) {
    const { own, numbers } = this.disciplines.find((one) => one.discipline === discipline)!
    return earned(own, { outcomes: numbers.map((n) => outcomes[n] as number) })
  }

  /** Pairs of criteria that some run met together, or met one while the other did not apply: `a b`, in order. */
  together(): Set<string> {
    const ids = this.watchers.map(({ criterion }) => criterion.id)
    const found = new Set<string>()
    for (const [at, is] of this.pairs.entries()) {
      if (!is) continue
      const [a, b] = [ids[Math.floor(at / ids.length)] as string, ids[at % ids.length] as string]
      found.add(a < b ? `${a} ${b}` : `${b} ${a}`)
    }
    return found
  }

  /** Notes the pairs of a run; true when one of them is new. */
  private pairsOf(outcomes: readonly number[]): boolean {
    const count = this.watchers.length
    let isNew = false
    for (let a = 0; a < count; a++) {
      if (outcomes[a] !== MET) continue
      for (let b = 0; b < count; b++) {
        if (outcomes[b] !== MET && outcomes[b] !== IDLE) continue
        isNew ||= this.pairs[a * count + b] === 0 && this.pairs[b * count + a] === 0
        this.pairs[a * count + b] = 1
        this.pairs[b * count + a] = 1
      }
    }
    return isNew
  }
}

const MET = OUTCOMES.indexOf('met')
const IDLE = OUTCOMES.indexOf('not-applicable')
