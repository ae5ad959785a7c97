import { OUTCOMES } from '#core/scenario'
import { specialReplyTo } from '#core/session'
import { type Goal, keyOf } from './goals.ts'
import { tracedValues, UNKNOWN, valueIn } from './learned.ts'
import type { Stepper } from './stepper.ts'
import type { Event, Tables } from './tables.ts'
import type { Watcher } from './watcher.ts'

/** Sees which goals a step reaches. What was seen once is not looked for again. */
export class Observer {
  private readonly seen = new Set<string>()
  private readonly seenArrows: Uint8Array
  private readonly regions: readonly {
    readonly at: number
    readonly id: string
    readonly words: readonly string[]
    readonly seen: Uint8Array
  }[]
  private acts: Event[]

  constructor(
    private readonly tables: Tables,
    private readonly reached: (key: string, goal: Goal) => void,
  ) {
    const { composition, index } = tables.chart.world
    this.seenArrows = new Uint8Array(4096)
    this.regions = [composition.plot, ...composition.regions].map(({ id }) => {
      const known = index.get(id)
      return { id, at: known?.at ?? 0, words: known?.variable.words ?? [], seen: new Uint8Array(256) }
    })
    const acts = new Set<string>()
    this.acts = tables.moves.filter(({ type, act }) => {
      if ((act?.group !== 'say' && act?.group !== 'deed') || acts.has(type)) return false
      acts.add(type)
      return true
    })
  }

  tell(goal: Goal): void {
    const key = keyOf(goal)
    if (this.seen.has(key)) return
    this.seen.add(key)
    this.reached(key, goal)
  }

  /** A step was done. */
  step(event: Event, stepper: Stepper): void {
    const { tables } = this
    for (const arrow of stepper.fired) {
      if (this.seenArrows[arrow]) continue
      this.seenArrows[arrow] = 1
      const { region, target, shown } = tables.arrows[arrow] as Tables['arrows'][number]
      // A state that is left at once was reached all the same.
      const passed = this.regions.find(({ at }) => target >= 0 && at === tables.regions[region]?.at)
      if (passed) this.tell({ kind: 'state', region: passed.id, state: passed.words[target] ?? '' })
      for (const { kind, params } of shown)
        if (kind === 'inject') this.tell({ kind: 'inject', inject: String(params.id) })
    }
    const { act } = event
    if (act && (act.replies?.length ?? 0) + (act.unheardReplies?.length ?? 0) > 0) {
      const half = (from: number) => tracedValues(tables.n, (index) => valueIn(stepper, from + index))
      const given = specialReplyTo(tables.chart.world, act, half(tables.n), half(0))
      if (given) this.tell({ kind: 'reply', act: event.type, reply: given.number, unheard: given.unheard })
    }
    this.stands(stepper)
  }

  /** What the values themselves show. */
  stands({ vector }: Stepper): void {
    for (const { at, id, words, seen } of this.regions) {
      const value = vector[at] as number
      if (seen[value] || value === UNKNOWN) continue
      seen[value] = 1
      this.tell({ kind: 'state', region: id, state: words[value] ?? '' })
    }
    if (!this.tables.isEnding[vector[this.tables.chart.world.plot] as number]) return
    const ending = this.tables.chart.endings.get(vector[this.tables.chart.world.plot] as number)
    if (ending !== undefined) this.tell({ kind: 'ending', ending })
  }

  /** Looks which acts that were never possible are possible now. */
  affords(stepper: Stepper): void {
    if (this.acts.some((event) => stepper.isPossible(event)))
      this.acts = this.acts.filter((event) => {
        if (!stepper.isPossible(event)) return true
        this.tell({ kind: 'act', act: event.type })
        return false
      })
  }

  /** The session ended, and every criterion has its outcome. */
  ended(watchers: readonly Watcher[], outcomes: readonly number[]): void {
    for (const [n, { criterion }] of watchers.entries())
      this.tell({ kind: 'outcome', criterion: criterion.id, outcome: OUTCOMES[outcomes[n] as number] ?? 'missed' })
  }
}
