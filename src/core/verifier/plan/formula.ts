import type { Condition } from '#core/scenario'
import { compileCondition, type Test, type Values, type World } from '#core/statechart'

/** A condition over single variables, without negation: what a plan needs to hold, part by part. */
export type Formula =
  | { readonly kind: 'is'; readonly at: number; readonly values: readonly number[] }
  | { readonly kind: 'all'; readonly parts: readonly Formula[] }
  | { readonly kind: 'any'; readonly parts: readonly Formula[] }

export const TRUE: Formula = { kind: 'all', parts: [] }
export const FALSE: Formula = { kind: 'any', parts: [] }
const isTrue = (formula: Formula) => formula.kind === 'all' && formula.parts.length === 0
const isFalse = (formula: Formula) => formula.kind === 'any' && formula.parts.length === 0

export function allOf(...given: readonly Formula[]): Formula {
  const parts = given.flatMap((one) => (one.kind === 'all' ? one.parts : one))
  if (parts.some(isFalse)) return FALSE
  return parts.length === 1 ? (parts[0] as Formula) : { kind: 'all', parts }
}

export function anyOf(...given: readonly Formula[]): Formula {
  const parts = given.flatMap((one) => (one.kind === 'any' ? one.parts : one))
  if (parts.some(isTrue)) return TRUE
  return parts.length === 1 ? (parts[0] as Formula) : { kind: 'any', parts }
}

/** One variable has one of some values. What follows from where people stand is said of where they stand. */
export function is(world: World, at: number, values: readonly number[]): Formula {
  const variable = world.variables[at]
  if (variable?.kind !== 'derived') {
    if (values.length === 0) return FALSE
    return values.length > (variable?.max ?? Number.POSITIVE_INFINITY) ? TRUE : { kind: 'is', at, values }
  }
  const { officerAt, officerRoom, relations, present } = world
  if (at === officerRoom)
    return holding(world, [officerAt], (v) =>
      values.includes(relations[v[officerAt] as number]?.[0]?.officerRoom ?? -1),
    )
  for (const person of present)
    for (const part of ['distance', 'between', 'room', 'pose'] as const)
      if (person[part] === at)
        return holding(world, part === 'room' || part === 'pose' ? [person.at] : [officerAt, person.at], (v) =>
          values.includes(relations[v[officerAt] ?? 0]?.[v[person.at] as number]?.[part] ?? -1),
        )
  throw new Error(`"${variable.name}" follows from nothing.`)
}

/** Every assignment of a few variables for which a test holds, values that make no difference taken together. */
export function holding(world: World, ats: readonly number[], test: Test): Formula {
  const values: number[] = []
  const build = (n: number): Formula => {
    const at = ats[n]
    if (at === undefined) return test(values) ? TRUE : FALSE
    const groups = new Map<string, { readonly part: Formula; readonly values: number[] }>()
    for (let value = 0; value <= (world.variables[at]?.max ?? 0); value++) {
      values[at] = value
      const part = build(n + 1)
      const key = JSON.stringify(part)
      const group = groups.get(key)
      if (group) group.values.push(value)
      else groups.set(key, { part, values: [value] })
    }
    return anyOf(...[...groups.values()].map((group) => allOf(is(world, at, group.values), group.part)))
  }
  return build(0)
}

/** A condition of a pack, or its contrary. Each of its terms is asked value by value: what it means stays where it is. */
export function formulaOf(world: World, condition: Condition | undefined, wanted = true): Formula {
  const join = wanted ? allOf : anyOf
  return join(
    ...Object.entries(condition ?? {}).map(([name, term]): Formula => {
      if (name === 'not') return formulaOf(world, term as Condition, !wanted)
      if (name === 'any' || name === 'all') {
        const parts = (term as readonly Condition[]).map((part) => formulaOf(world, part, wanted))
        return (name === 'all') === wanted ? allOf(...parts) : anyOf(...parts)
      }
      const known = world.index.get(name)
      if (!known) return wanted ? FALSE : TRUE
      const test = compileCondition({ [name]: term } as Condition, world.index)
      const values = Array.from({ length: known.variable.max + 1 }, (_, value) => value).filter((value) => {
        const one: number[] = []
        one[known.at] = value
        return test(one as Values) === wanted
      })
      return is(world, known.at, values)
    }),
  )
}

/** Variables a formula speaks of. */
export const variablesOf = (formula: Formula): readonly number[] =>
  formula.kind === 'is' ? [formula.at] : formula.parts.flatMap(variablesOf)

/** A formula with some of its terms put otherwise. */
export const mapTerms = (formula: Formula, map: (at: number, values: readonly number[]) => Formula): Formula =>
  formula.kind === 'is'
    ? map(formula.at, formula.values)
    : (formula.kind === 'all' ? allOf : anyOf)(...formula.parts.map((part) => mapTerms(part, map)))
