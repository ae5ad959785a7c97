import { type Source, UNKNOWN, type Vector, valueIn } from './learned.ts'
import type { Notes } from './notes.ts'
import { NotKept, type Slice } from './slice.ts'
import type { Arrow, Event, Tables } from './tables.ts'

/** Microsteps after which a chain without end is one; XState is told the same (`compile.ts`). */
const MAX_MICROSTEPS = 1000

/**
 * Runs steps of a chart on a vector of bytes, in the order of XState's macrostep: the event's arrows in every region,
 * then arrows that are taken by themselves, then orders, until nothing more happens. `tests/core/verifier-differential`
 * proves that it agrees with XState. Regions that write nothing the slice keeps are not
 * run at all; a step that reads something the slice does not keep throws `NotKept`.
 */
export class Stepper implements Source {
  /** values now, then values before the step */ readonly vector: Vector
  /** timers that are running, of regions whose state is kept */ readonly pending: Uint8Array
  /** arrows taken in the last step */ readonly fired: number[] = []
  /** timers set in the last step, in order; the complement of those that were stopped */ readonly clocks: number[] = []
  /** the last step did not come to rest */ looped = false
  /** notes what a step reads and writes, if that is wanted */ notes: Notes | undefined

  private readonly n: number
  private readonly takes: (Event['takes'] | undefined)[] = []
  private readonly always: { readonly region: number; readonly at: number }[] = []
  /** what is not remembered, and forgotten after every microstep */ private readonly loose: readonly number[]
  /** a variable that is only about to be written need not be known */ private isWriting = false
  private readonly queue: Event[] = []
  private readonly taken: number[] = []
  private readonly entered: number[] = []
  private readonly roleOf: Int16Array

  constructor(
    readonly tables: Tables,
    readonly slice: Slice,
  ) {
    this.n = tables.n
    this.vector = new Uint8Array(2 * this.n).fill(UNKNOWN)
    this.pending = new Uint8Array(tables.timers.length)
    this.roleOf = new Int16Array(this.n).fill(-1)
    for (const [number, present] of tables.chart.world.present.entries())
      for (const part of ['distance', 'between', 'room', 'pose'] as const) this.roleOf[present[part]] = number
    this.roleOf[tables.chart.world.officerRoom] = 0
    const { world } = tables.chart
    // What follows from where two people stand is as good as remembered when both places are.
    this.loose = world.variables.flatMap((_, index) => {
      const role = world.present[this.roleOf[index] as number]
      const known = role ? slice.kept[world.officerAt] && slice.kept[role.at] : slice.kept[index]
      return known ? [] : index
    })
    this.always = tables.regions.flatMap(({ always, at }, region) =>
      always && this.matters(region) ? { region, at } : [],
    )
  }

  private matters(region: number): boolean {
    for (const index of this.tables.regions[region]?.footprint ?? []) if (this.slice.kept[index]) return true
    return false
  }

  private takesOf(event: Event): Event['takes'] {
    return (this.takes[event.id] ??= event.takes.filter(({ region }) => this.matters(region)))
  }

  /** Whether an event can do anything within the slice. */
  concerns = (event: Event): boolean => this.takesOf(event).length > 0

  /** Whether a timer can fire next: of timers set at the same moment the shorter comes first. */
  mayFire(timer: number, isRunning: (timer: number) => boolean): boolean {
    const { region, state } = this.tables.timers[timer] as Tables['timers'][number]
    const at = (this.tables.regions[region] as Tables['regions'][number]).at
    // A region whose state is not kept has a timer that may matter: then its state matters.
    if (at >= 0 && !this.slice.kept[at]) {
      if (this.concerns((this.tables.timers[timer] as Tables['timers'][number]).event)) throw new NotKept(at)
      return false
    }
    if (!isRunning(timer)) return false
    for (const other of this.tables.regions[region]?.timers[state] ?? []) {
      if (other === timer) return true
      if (isRunning(other)) return false
    }
    return true
  }

  /** Asked for what the vector does not hold: what follows from where people stand; else the slice is too small. */
  choose(index: number): number {
    const { vector } = this
    const half = index >= this.n ? this.n : 0
    const variable = index - half
    const role = this.roleOf[variable] as number
    if (role >= 0) {
      const { world } = this.tables.chart
      const present = world.present[role] as (typeof world.present)[number]
      const from = valueIn(this, half + world.officerAt)
      const to = valueIn(this, half + present.at)
      const relation = world.relations[from]?.[to]
      if (!relation) throw new Error('Somebody stands nowhere.')
      vector[half + present.distance] = relation.distance
      vector[half + present.between] = relation.between
      vector[half + present.room] = relation.room
      vector[half + present.pose] = relation.pose
      vector[half + world.officerRoom] = relation.officerRoom
      return vector[index] as number
    }
    // Effects add to what is there; of what is forgotten at once any value will do.
    if (this.isWriting && half === 0) return 0
    throw new NotKept(variable)
  }

  /** Whether an act can be done now. */
  isPossible = (event: Event): boolean => event.possible?.answer(this) ?? true

  /** One step. The values before it are found in the vector's second half. */
  step(event: Event): void {
    const { vector } = this
    vector.copyWithin(this.n, 0, this.n)
    clear(this.fired)
    clear(this.clocks)
    clear(this.queue)
    this.looped = false
    this.select(event)
    this.micro(event)
    let looks = true
    for (let count = 1; ; count++) {
      if (count > MAX_MICROSTEPS) {
        this.looped = true
        return
      }
      let now = event
      const byItself: boolean = looks && this.selectAlways()
      if (!byItself) {
        const next = this.queue.shift()
        if (!next) return
        now = next
        this.select(now)
      }
      looks = this.micro(now) || !byItself
    }
  }

  /** The arrows of an event, all chosen before any of them acts. */
  private select(event: Event): void {
    clear(this.taken)
    for (const { arrow } of this.takesOf(event)) {
      const number = arrow.answer(this)
      if (number >= 0) this.taken.push(number)
    }
  }

  private selectAlways(): boolean {
    clear(this.taken)
    for (const { region } of this.always) {
      const number = this.tables.regions[region]?.always?.answer(this) ?? -1
      if (number >= 0) this.taken.push(number)
    }
    return this.taken.length > 0
  }

  /** Leaves, acts, enters; true when something was written or a state changed. */
  private micro(event: Event): boolean {
    const { tables, vector, taken, entered, notes } = this
    if (taken.length === 0) return false
    let changed = false
    clear(entered)
    for (const number of taken) {
      const { region, target } = tables.arrows[number] as Arrow
      this.fired.push(number)
      const { at, timers } = tables.regions[region] as Tables['regions'][number]
      if (target < 0 || at < 0) continue
      const state = valueIn(this, at)
      if (state === target) continue
      changed = true
      entered.push(number)
      for (const timer of timers[state] ?? []) {
        notes?.clocks(timer)
        if (this.pending[timer]) {
          this.pending[timer] = 0
          this.clocks.push(~timer)
        }
      }
    }
    for (const number of taken)
      for (const deed of tables.deedsOf(tables.arrows[number] as Arrow, event)) {
        if ('order' in deed) {
          this.queue.push(deed.order)
          continue
        }
        changed = true
        this.isWriting = deed.isConstant
        const changes = deed.writes.answer(this)
        this.isWriting = false
        for (let n = 0; n < changes.length; n += 2) {
          const index = changes[n] as number
          vector[index] = changes[n + 1] as number
          if (notes) notes.writes(index)
        }
      }
    for (const number of entered) {
      const { region, target } = tables.arrows[number] as Arrow
      const { timers, at } = tables.regions[region] as Tables['regions'][number]
      if (!this.slice.kept[at]) continue
      for (const timer of timers[target] ?? []) {
        this.pending[timer] = 1
        notes?.clocks(timer)
        this.clocks.push(timer)
      }
    }
    for (const index of this.loose) vector[index] = UNKNOWN
    return changed
  }
}

/** Most lists are empty already, and setting a length costs more than looking. */
function clear(list: unknown[]): void {
  if (list.length > 0) list.length = 0
}
