import type { Tone } from '#core/scenario'
import type { Formula } from './formula.ts'
import { type Model, readsOf } from './model.ts'

const FAR = 1e9

/** One step of a plan: an act, in a tone if that matters, or a timer to be waited for. */
export type PlanStep = {
  readonly act: number
  readonly timer: number
  readonly tone: Tone | undefined
  /** as far as is known, it can be done at once */ readonly isNear: boolean
}

/**
 * How far every value is from a state, in acts, when nothing that was reached is lost again: the additive heuristic of
 * planning (Bonet and Geffner, "Planning as heuristic search", 2001), and the plan it stands for (Hoffmann and Nebel,
 * "The FF planning system", 2001). What it calls unreachable from values that cover a state is unreachable.
 */
export class Costs {
  private readonly first: Int32Array
  private readonly cost: Float64Array
  private readonly by: Int32Array
  private readonly through: Int32Array
  private readonly from: Int32Array
  private readonly actCost: Float64Array
  private readonly operatorReads: readonly (readonly number[])[]
  private readonly actReads: readonly (readonly number[])[]
  private readonly changed: Uint8Array
  private readonly changedNext: Uint8Array

  constructor(private readonly model: Model) {
    const { sizes, possible, operators } = model
    this.first = new Int32Array(sizes.length + 1)
    for (const [at, size] of sizes.entries()) this.first[at + 1] = (this.first[at] as number) + size
    const total = this.first[sizes.length] as number
    this.cost = new Float64Array(total)
    this.by = new Int32Array(total)
    this.through = new Int32Array(total)
    this.from = new Int32Array(total)
    this.actCost = new Float64Array(possible.length)
    this.operatorReads = operators.map(({ needs, adds }) => [...readsOf([needs]), ...adds.map(([at]) => at)])
    this.actReads = possible.map((formula) => readsOf([formula]))
    this.changed = new Uint8Array(sizes.length)
    this.changedNext = new Uint8Array(sizes.length)
  }

  /** Begins from one value of each variable, and from every value of some. */
  begin(values: ArrayLike<number>, free: readonly number[] = []): void {
    const { model, first, cost, by, actCost, changed, changedNext } = this
    const { operators, possible, sizes } = model
    cost.fill(FAR)
    by.fill(-1)
    for (let at = 0; at < sizes.length; at++) cost[(first[at] as number) + (values[at] ?? 0)] = 0
    for (const at of free) cost.fill(0, first[at], first[at + 1])
    actCost.fill(FAR)
    changed.fill(1)
    const cheaper = new Uint8Array(possible.length)
    for (let isFirst = true, moves = true; moves; isFirst = false) {
      moves = false
      changedNext.fill(0)
      for (let act = 0; act < possible.length; act++) {
        cheaper[act] = 0
        if (!isFirst && !this.touches(this.actReads[act] as readonly number[])) continue
        const now = this.of(possible[act] as Formula)
        if (now < (actCost[act] as number)) {
          actCost[act] = now
          cheaper[act] = 1
        }
      }
      for (let number = 0; number < operators.length; number++) {
        const operator = operators[number] as Model['operators'][number]
        const { acts, needs, sets, adds } = operator
        let best = 0
        let through = -1
        let isNew = isFirst || this.touches(this.operatorReads[number] as readonly number[])
        if (acts) {
          best = FAR
          for (const act of acts) {
            if (cheaper[act]) isNew = true
            if ((actCost[act] as number) < best) {
              best = actCost[act] as number
              through = act
            }
          }
          best += 1
        } else if (operator.timer !== undefined) best = 1
        if (!isNew || best >= FAR) continue
        const total = best + this.of(needs)
        if (total >= FAR) continue
        for (const [at, value] of sets) if (this.put(at, value, total, number, through, -1)) moves = true
        for (const [at, add] of adds) {
          const from = first[at] as number
          const most = (first[at + 1] as number) - from - 1
          const rises = add > 0
          for (let n = 0; n <= most; n++) {
            const value = rises ? n : most - n
            const here = cost[from + value] as number
            if (here >= FAR) continue
            const to = Math.min(most, Math.max(0, value + add))
            if (this.put(at, to, total + here, number, through, from + value)) moves = true
          }
        }
      }
      changed.set(changedNext)
    }
  }

  private touches(reads: readonly number[]): boolean {
    for (let n = 0; n < reads.length; n++) if (this.changed[reads[n] as number]) return true
    return false
  }

  private put(at: number, value: number, cost: number, by: number, through: number, from: number): boolean {
    const fact = (this.first[at] as number) + value
    if (cost >= (this.cost[fact] as number)) return false
    this.cost[fact] = cost
    this.by[fact] = by
    this.through[fact] = through
    this.from[fact] = from
    this.changedNext[at] = 1
    return true
  }

  /** How far a formula is; `Infinity` when no run makes it true. */
  distance(formula: Formula): number {
    const cost = this.of(formula)
    return cost >= FAR ? Number.POSITIVE_INFINITY : cost
  }

  private of(formula: Formula): number {
    let total = 0
    switch (formula.kind) {
      case 'is': {
        const from = this.first[formula.at] as number
        total = FAR
        for (const value of formula.values) {
          const here = this.cost[from + value] as number
          if (here < total) total = here
        }
        return total
      }
      case 'all':
        for (const part of formula.parts) {
          total += this.of(part)
          if (total >= FAR) return FAR
        }
        return total
      case 'any':
        total = FAR
        for (const part of formula.parts) {
          const here = this.of(part)
          if (here < total) total = here
        }
        return total
    }
  }

  /** The steps that the distance of a formula counts, what comes first first. */
  plan(formula: Formula): readonly PlanStep[] {
    const { model, cost, first } = this
    const seen = new Set<number>()
    const steps: PlanStep[] = []
    const visitFact = (fact: number): void => {
      if (seen.has(fact) || cost[fact] === 0) return
      seen.add(fact)
      const operator = model.operators[this.by[fact] as number]
      if (!operator) return
      const act = this.through[fact] as number
      if ((this.from[fact] as number) >= 0) visitFact(this.from[fact] as number)
      visit(operator.needs)
      if (act >= 0) visit(model.possible[act] as Formula)
      const { timer, tone } = operator
      if (act < 0 && timer === undefined) return
      const isNear = this.of(operator.needs) === 0 && (act < 0 || this.actCost[act] === 0)
      steps.push({ act, timer: timer ?? -1, tone, isNear })
    }
    const visit = (part: Formula): void => {
      if (part.kind === 'is') {
        const from = first[part.at] as number
        let best = part.values[0] ?? 0
        for (const value of part.values)
          if ((cost[from + value] as number) < (cost[from + best] as number)) best = value
        visitFact(from + best)
      } else if (part.kind === 'all') for (const one of part.parts) visit(one)
      else {
        let best: Formula | undefined
        let least = FAR
        for (const one of part.parts) {
          const here = this.of(one)
          if (here < least) {
            least = here
            best = one
          }
        }
        if (best) visit(best)
      }
    }
    visit(formula)
    return steps
  }
}
