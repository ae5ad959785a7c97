import { OUTCOMES } from '#core/scenario'
import type { Mark, PlayedRun, Player } from '../player.ts'
import type { Event } from '../tables.ts'
import { Costs, type PlanStep } from './costs.ts'
import { type Model, modelOf } from './model.ts'
import { PARTS } from './operator.ts'
import { isSeen, type Wish } from './wish.ts'

/** Time between two acts of a plan, ms. */
const PACE_MS = 1000
/** Acts between two states from which a plan may begin. */
const STRIDE = 5
/** States from which each wish is tried. */
const BEGINNINGS = 3
/** States that are looked at for one wish, and what is tried in each. */
const LOOKS = 24
const TRIES = 5
const DEEPEST = 40

type Node = { readonly mark: Mark; readonly distance: number; readonly depth: number }

/** Plays towards what no run has shown yet: best first by the distance in the relaxation, with the acts of its plan. */
export class Aim {
  readonly model: Model
  readonly costs: Costs
  private readonly values: Uint8Array

  constructor(readonly player: Player) {
    this.model = modelOf(player.cast.tables)
    this.costs = new Costs(this.model)
    this.values = new Uint8Array(this.model.sizes.length)
  }

  /** States along some runs, to begin from. */
  marksOf(runs: readonly PlayedRun[]): readonly Mark[] {
    const { player } = this
    return runs.flatMap(({ start, steps }) => {
      player.begin(start)
      const marks = [player.mark()]
      for (const [n, step] of steps.entries()) {
        player.plays([step])
        if (player.table.hasEnded) break
        if (n % STRIDE === STRIDE - 1) marks.push(player.mark())
      }
      return marks
    })
  }

  /** Works out how far everything is from where the player is. */
  look(): void {
    const { player, values, model } = this
    const { watchers, watching, table } = player
    values.set(table.stepper.vector.subarray(0, model.tables.n))
    for (const [n, watcher] of watchers.entries()) {
      const at = model.criterionAt.get(watcher.criterion.id) as number
      const { armed, since, seen, count, decided } = watcher.stateOf(watching.stateOf(n))
      values[at + PARTS.armed] = Number(armed)
      values[at + PARTS.since] = Number(
        watcher.criterion.kind === 'never' ? armed && decided === undefined : since !== undefined,
      )
      values[at + PARTS.seen] = watcher.criterion.kind === 'before' ? seen : Number(seen > 0)
      values[at + PARTS.count] = count
      values[at + PARTS.decided] = decided ? OUTCOMES.indexOf(decided) + 1 : 0
    }
    this.costs.begin(values)
  }

  /** Tries each wish from the states nearest to it. Runs that showed one are added to the corpus. */
  reaches(wishes: readonly Wish[], corpus: PlayedRun[]): void {
    if (wishes.length === 0) return
    const near = wishes.map((): Node[] => [])
    for (const mark of this.marksOf(corpus)) {
      this.player.goTo(mark)
      this.look()
      for (const [n, { formula }] of wishes.entries()) {
        const distance = this.costs.distance(formula)
        const list = near[n] as Node[]
        if (list.length === BEGINNINGS && distance >= (list.at(-1)?.distance ?? 0)) continue
        if (distance === Number.POSITIVE_INFINITY) continue
        list.push({ mark, distance, depth: 0 })
        list.sort((a, b) => a.distance - b.distance)
        list.length = Math.min(list.length, BEGINNINGS)
      }
    }
    const order = [...wishes.keys()].sort((a, b) => (near[a]?.[0]?.distance ?? 1e9) - (near[b]?.[0]?.distance ?? 1e9))
    for (const n of order) {
      const wish = wishes[n] as Wish
      if (isSeen(this.player, wish)) continue
      if (this.reach(wish, near[n] as Node[])) corpus.push({ start: this.player.start, steps: [...this.player.done] })
    }
  }

  /** Best first from some states. The player is left in a run that shows the wish, if one was found. */
  reach(wish: Wish, beginnings: readonly Node[], looks = LOOKS): boolean {
    const { player, costs } = this
    const open: Node[] = [...beginnings]
    const seen = new Set<string>()
    for (let look = 0; look < looks && open.length > 0; look++) {
      open.sort((a, b) => b.distance - a.distance || b.depth - a.depth)
      const { mark, depth } = open.pop() as Node
      player.goTo(mark)
      this.look()
      if (costs.distance(wish.formula) === 0 && this.shows(wish)) return true
      const tried = new Set<string>()
      let left = TRIES
      for (const step of near(costs.plan(wish.formula))) {
        const event = this.eventOf(step)
        const key = `${event?.id ?? ''} ${step.timer}`
        if (tried.has(key) || left === 0) continue
        tried.add(key)
        player.goTo(mark)
        if (!this.takes(step, event)) continue
        left--
        if (isSeen(player, wish)) return true
        if (player.table.hasEnded) {
          if (wish.criterion && this.shows(wish)) return true
          continue
        }
        const state = player.table.stepper.vector.subarray(0, this.model.tables.n).join()
        this.look()
        const distance = costs.distance(wish.formula)
        const place = `${state} ${distance}`
        if (distance === Number.POSITIVE_INFINITY || seen.has(place) || depth > DEEPEST) continue
        seen.add(place)
        const next = { mark: player.mark(), distance, depth: depth + 1 }
        if (distance === 0 && this.shows(wish)) return true
        open.push(next)
      }
    }
    return false
  }

  /** Does what shows a wish whose formula holds: the act, or the end. */
  private shows(wish: Wish): boolean {
    const { player } = this
    if (wish.criterion) {
      const n = player.watchers.findIndex(({ criterion }) => criterion.id === wish.criterion?.id)
      const { outcomes } = player.finishes(player.table.timeMs + PACE_MS)
      const outcome = OUTCOMES[outcomes[n] ?? -1]
      return wish.criterion.isMet
        ? outcome === 'met'
        : outcome !== undefined && outcome !== 'met' && outcome !== 'not-applicable'
    }
    if (wish.act === undefined) return isSeen(player, wish)
    const mark = player.mark()
    const id = this.model.tables.chart.acts[wish.act]?.id
    for (const event of player.cast.tables.moves) {
      if (event.type !== id) continue
      player.goTo(mark)
      if (player.does(event, player.table.timeMs + PACE_MS) && isSeen(player, wish)) return true
    }
    return false
  }

  private eventOf({ act, tone }: PlanStep): Event | undefined {
    const spec = this.model.tables.chart.acts[act]
    if (!spec) return undefined
    const { tones } = spec
    const plain = tones?.find((one) => one === 'neutral') ?? tones?.find((one) => one === 'calm') ?? tones?.[0]
    return this.model.tables.moveOf(spec.id, tone ?? plain)
  }

  private takes({ timer }: PlanStep, event: Event | undefined): boolean {
    const { player } = this
    if (event) return player.does(event, player.table.timeMs + PACE_MS)
    const atMs = player.table.dueMs(timer)
    if (atMs === undefined) return false
    player.advance(atMs)
    return true
  }
}

/** What can be done at once comes first. */
const near = (steps: readonly PlanStep[]): readonly PlanStep[] => [
  ...steps.filter(({ isNear }) => isNear),
  ...steps.filter(({ isNear }) => !isNear),
]
