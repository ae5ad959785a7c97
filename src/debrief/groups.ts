import type { Discipline } from '#core/scenario'
import type { Debrief, ExplainedCriterion } from '#core/scoring'

export type ListedCriterion = ExplainedCriterion & { readonly discipline: Discipline }
export type Group = {
  readonly id: 'critical' | 'missed' | 'partly' | 'met' | 'na'
  readonly folded: boolean
  readonly criteria: readonly ListedCriterion[]
}

/**
 * Criteria in the order a person should read them: what failed first and the heaviest of it on top, what went well
 * folded at the end; of one discipline where `only` names it.
 */
export function groupCriteria(debrief: Debrief, only?: Discipline): readonly Group[] {
  const all = debrief.disciplines
    .filter(({ discipline }) => !only || discipline === only)
    .flatMap(({ discipline, criteria }) => criteria.map((criterion) => ({ ...criterion, discipline })))
    .toSorted((a, b) => b.weight - a.weight)
  const lost = (c: ListedCriterion) => c.outcome === 'missed' || c.outcome === 'violated'
  const groups: readonly Group[] = [
    { id: 'critical', folded: false, criteria: all.filter((c) => lost(c) && c.critical) },
    { id: 'missed', folded: false, criteria: all.filter((c) => lost(c) && !c.critical) },
    { id: 'partly', folded: false, criteria: all.filter((c) => c.outcome === 'partly') },
    { id: 'met', folded: true, criteria: all.filter((c) => c.outcome === 'met') },
    { id: 'na', folded: true, criteria: all.filter((c) => c.outcome === 'not-applicable') },
  ]
  return groups.filter((group) => group.criteria.length > 0)
}
