import { type Condition, type Variable, valueOf } from '#core/scenario'

/** The values of all variables, by index; small whole numbers. */
export type Values = readonly number[]
export type Test = (values: Values) => boolean
export type Index = ReadonlyMap<string, { readonly at: number; readonly variable: Variable }>

export const indexOf = (variables: readonly Variable[]): Index =>
  new Map(variables.map((variable, at) => [variable.name, { at, variable }]))

const always: Test = () => true
const COMPARE: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '=': (a, b) => a === b,
}

/** Numbers of the variables a condition reads. */
export function variablesIn(condition: Condition | undefined, index: Index): readonly number[] {
  return Object.entries(condition ?? {}).flatMap(([name, wanted]) => {
    if (name === 'any' || name === 'all')
      return (wanted as readonly Condition[]).flatMap((part) => variablesIn(part, index))
    if (name === 'not') return variablesIn(wanted as Condition, index)
    return index.get(name)?.at ?? []
  })
}

/**
 * Turns a condition into a test over values. A variable the composition does not have (its layer is off) makes the
 * term false, so that a rubric with one layer more can still be read against an old log.
 */
export function compileCondition(condition: Condition | undefined, index: Index): Test {
  if (!condition) return always
  const tests = Object.entries(condition).map(([name, wanted]): Test => {
    if (name === 'any' || name === 'all') {
      const parts = (wanted as readonly Condition[]).map((part) => compileCondition(part, index))
      return name === 'any' ? (v) => parts.some((test) => test(v)) : (v) => parts.every((test) => test(v))
    }
    if (name === 'not') {
      const inner = compileCondition(wanted as Condition, index)
      return (v) => !inner(v)
    }
    const known = index.get(name)
    if (!known) return () => false
    const { at, variable } = known
    if (typeof wanted === 'string' && /^[<>=]/.test(wanted)) {
      const [, sign = '=', number = '0'] = /^(>=|<=|>|<|=) ?(-?\d+)$/.exec(wanted) ?? []
      const compare = COMPARE[sign]
      const limit = Number(number)
      return (v) => compare?.(v[at] ?? 0, limit) ?? false
    }
    if (typeof wanted === 'boolean') return (v) => (v[at] ?? 0) > 0 === wanted
    const accepted = ([wanted].flat() as (string | number)[]).flatMap((one) => valueOf(variable, one) ?? [])
    if (accepted.length === 1) {
      const only = accepted[0]
      return (v) => v[at] === only
    }
    return (v) => accepted.includes(v[at] ?? -1)
  })
  if (tests.length === 1 && tests[0]) return tests[0]
  return (v) => {
    for (const test of tests) if (!test(v)) return false
    return true
  }
}
