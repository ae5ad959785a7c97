import { type Condition, type Effects, type Pattern, valueOf } from '#core/scenario'
import { actsFitting } from '#core/statechart'
import type { Tables } from '../tables.ts'
import { allOf, FALSE, type Formula, formulaOf, holding, is, TRUE } from './formula.ts'
import { BY_ITSELF, type Cause, type Operator, PART_SIZES } from './operator.ts'

/** A model in the making: its variables and formulas are there, and operators are added to it. */
export type Draft = ReturnType<typeof draftOf>

export function draftOf(tables: Tables) {
  const { chart } = tables
  const { world, acts } = chart
  const { composition, index } = world
  const sizes = world.variables.map(({ max }) => max + 1)
  const operators: Operator[] = []
  const place = (size: number) => sizes.push(size) - 1
  const injectAt = new Map(composition.injects.map(({ id }) => [id, place(2)]))
  const criterionAt = new Map(
    composition.criteria.map(({ id }) => [id as string, PART_SIZES.map(place)[0] as number] as const),
  )
  const formula = (condition: Condition | undefined, wanted = true) => formulaOf(world, condition, wanted)
  const possible = acts.map((act) => {
    const { line, deed } = act
    if (!line && !deed) return holding(world, act.reads, act.isPossible)
    const hears = line && !line['from-afar'] ? composition.scenario.data.cast[line.to]?.hears : undefined
    return allOf(formula(hears), formula((line ?? deed)?.when))
  })
  const understood = acts.map((act) =>
    act.understood ? holding(world, act.understoodReads ?? [], act.understood) : TRUE,
  )
  const unheard = acts.map((act) => {
    const { understood: test } = act
    return test ? holding(world, act.understoodReads ?? [], (values) => !test(values)) : FALSE
  })
  const numbers = new Map(acts.map(({ id }, act) => [id as string, act]))

  const add = (cause: Cause, sets: Operator['sets'], adds: Operator['adds'] = []) => {
    if (cause.acts?.length !== 0 && (sets.length > 0 || adds.length > 0)) operators.push({ ...cause, sets, adds })
  }
  const writes = (effects: Effects | undefined) => ({
    sets: Object.entries(effects?.set ?? {}).flatMap(([name, to]): Operator['sets'] => {
      const known = index.get(name)
      const value = known && valueOf(known.variable, to)
      return known && value !== undefined ? [[known.at, value]] : []
    }),
    adds: Object.entries(effects?.add ?? {}).flatMap(([name, by]): Operator['adds'] => {
      const known = index.get(name)
      return known ? [[known.at, by]] : []
    }),
  })

  /** Everything that can be what a pattern waits for. */
  const causes = (pattern: Pattern): readonly Cause[] => {
    const needs = formula(pattern.while)
    if (pattern.any) return pattern.any.flatMap(causes).map((cause) => ({ ...cause, needs: allOf(needs, cause.needs) }))
    if (pattern.becomes) return [{ ...BY_ITSELF, needs: allOf(needs, formula(pattern.becomes)) }]
    if (pattern.ends) {
      const wanted = [pattern.ends].flat()
      const beats = [...chart.endings].flatMap(([beat, ending]) => (wanted.includes(ending) ? beat : []))
      return [{ ...BY_ITSELF, needs: allOf(needs, is(world, world.plot, beats)) }]
    }
    const fitting = [...(actsFitting(pattern, acts) ?? [])].map((id) => numbers.get(id) as number)
    const tones = pattern.tone === undefined ? [undefined] : [pattern.tone].flat()
    return tones.flatMap((tone): readonly Cause[] => {
      if (pattern.understood === undefined) return [{ acts: fitting, tone, timer: undefined, needs }]
      const arrives = pattern.understood ? understood : unheard
      return fitting.map((act) => ({
        acts: [act],
        tone,
        timer: undefined,
        needs: allOf(needs, arrives[act] as Formula),
      }))
    })
  }

  return {
    tables,
    sizes,
    operators,
    possible,
    understood,
    unheard,
    injectAt,
    criterionAt,
    /** the formula of a condition, or of its opposite */ formula,
    /** adds an operator, unless it changes nothing or nothing can bring it about */ add,
    /** what effects set and add, by variable */ writes,
    causes,
  }
}
