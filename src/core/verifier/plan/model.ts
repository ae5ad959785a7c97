import type { Tables } from '../tables.ts'
import { addActs } from './act-operators.ts'
import { addCriterion } from './criterion-operators.ts'
import { draftOf } from './draft.ts'
import { type Formula, variablesOf } from './formula.ts'
import type { Operator } from './operator.ts'
import { addPeople } from './people-operators.ts'
import { addRegions } from './region-operators.ts'

/** A chart, its injects and its criteria, as operators over variables with few values. */
export type Model = {
  readonly tables: Tables
  /** number of values of each variable; those of the chart first */ readonly sizes: readonly number[]
  /** what each act needs to be possible */ readonly possible: readonly Formula[]
  /** when the words of an act arrive, and when they do not */ readonly understood: readonly Formula[]
  readonly unheard: readonly Formula[]
  readonly operators: readonly Operator[]
  readonly injectAt: ReadonlyMap<string, number>
  /** first part of each criterion, in the order of the composition */ readonly criterionAt: ReadonlyMap<string, number>
  /** variables of which a proof supposes every value: how people feel and what they remember */
  readonly free: readonly number[]
}

export function modelOf(tables: Tables): Model {
  const draft = draftOf(tables)
  addActs(draft)
  addRegions(draft)
  const free = addPeople(draft)
  for (const criterion of tables.chart.world.composition.criteria) addCriterion(draft, criterion)
  const { sizes, possible, understood, unheard, operators, injectAt, criterionAt } = draft
  return { tables, sizes, possible, understood, unheard, operators, injectAt, criterionAt, free }
}

/** Variables that an act may write, itself or by what follows from it at once. */
export function writtenBy({ operators, free }: Model, act: number): ReadonlySet<number> {
  const own = operators.filter(({ acts, timer }) => (acts ? acts.includes(act) : timer === undefined))
  return new Set([...free, ...own.flatMap(({ sets, adds }) => [...sets, ...adds].map(([at]) => at))])
}

/** Variables an operator or an act reads. */
export const readsOf = (formulas: readonly Formula[]): readonly number[] => [...new Set(formulas.flatMap(variablesOf))]
