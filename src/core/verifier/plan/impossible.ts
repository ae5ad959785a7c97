import type { Place } from '../table-run.ts'
import { Costs } from './costs.ts'
import { FALSE, type Formula } from './formula.ts'
import type { Model } from './model.ts'
import { PARTS } from './operator.ts'
import type { Wish } from './wish.ts'

/** Ways to make a formula true that are looked at one by one; beyond this it is taken as it is. */
const MOST_TERMS = 400

/**
 * Wishes that no run grants. The relaxation reaches everything that any run reaches, and more: people feel and remember
 * whatever they can, and nothing is ever lost again. What is out of its reach from every start is impossible.
 *
 * @returns keys of the impossible ones
 */
export function impossibleOf(model: Model, starts: readonly Place[], wishes: readonly Wish[]): ReadonlySet<string> {
  const costs = new Costs(model)
  const open = new Map(wishes.map((wish) => [wish.key, provable(wish.proof ?? wish.formula)]))
  const { criteria } = model.tables.chart.world.composition
  for (const { values } of starts) {
    if (open.size === 0) break
    const begin = new Uint8Array(model.sizes.length)
    begin.set(values)
    for (const { id, applies } of criteria) if (!applies) begin[(model.criterionAt.get(id) as number) + PARTS.armed] = 1
    costs.begin(begin, model.free)
    for (const [key, formula] of open) if (costs.distance(formula) < Number.POSITIVE_INFINITY) open.delete(key)
  }
  return new Set(open.keys())
}

/** A formula, or `FALSE` when every way to make it true asks for two values of one variable at once. */
function provable(formula: Formula): Formula {
  const terms = termsOf(formula)
  return terms === undefined || terms.length > 0 ? formula : FALSE
}

type Term = ReadonlyMap<number, readonly number[]>

/** Every way to make a formula true, contradictory ones left out; `undefined` when there are too many. */
function termsOf(formula: Formula): readonly Term[] | undefined {
  if (formula.kind === 'is') return [new Map([[formula.at, formula.values]])]
  if (formula.kind === 'any') {
    const all: Term[] = []
    for (const part of formula.parts) {
      const terms = termsOf(part)
      if (!terms || all.length + terms.length > MOST_TERMS) return undefined
      all.push(...terms)
    }
    return all
  }
  let all: readonly Term[] = [new Map()]
  for (const part of formula.parts) {
    const terms = termsOf(part)
    if (!terms || all.length * terms.length > MOST_TERMS) return undefined
    all = all.flatMap((one) => terms.flatMap((other) => both(one, other) ?? []))
  }
  return all
}

function both(one: Term, other: Term): Term | undefined {
  const joined = new Map(one)
  for (const [at, values] of other) {
    const known = joined.get(at)
    const left = known ? values.filter((value) => known.includes(value)) : values
    if (left.length === 0) return undefined
    joined.set(at, left)
  }
  return joined
}
