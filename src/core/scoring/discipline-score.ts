import type { CriterionId, Outcome } from '#core/scenario'
import type { Verdict } from './verdict.ts'

/** What one discipline earned in one session. Half-points keep every sum a whole number. */
export type DisciplineScore = {
  /** half-points, 0 … `possible` */ readonly earned: number
  /** half-points: twice the weight of what applied; 0 when nothing did */ readonly possible: number
  /** half-points: twice the weight of all its criteria, whether they applied or not */ readonly whole: number
  /** critical criteria that were violated or missed; one fails the discipline */ readonly failedBy: readonly CriterionId[]
}
/** What scoring needs of a criterion. */
export type Weighted = {
  readonly id: string
  readonly weight?: number | undefined
  readonly critical?: boolean | undefined
}

/** Half-points earned per point of weight; `null` leaves the criterion out of the sum. */
const SHARE: Readonly<Record<Outcome, number | null>> = {
  met: 2,
  partly: 1,
  missed: 0,
  violated: 0,
  'not-applicable': null,
}

/**
 * Adds up one discipline: earned / possible = Σ weight × share / Σ weight, over what applied.
 *
 * @param criteria the criteria this discipline owns; weights in whole points, 1 unless given
 * @param verdicts one for each criterion, in any order
 * @throws {Error} a criterion without a verdict: the two come from different rubric versions
 */
export function scoreDiscipline(
  criteria: readonly Weighted[],
  verdicts: readonly Pick<Verdict, 'criterion' | 'outcome'>[],
): DisciplineScore {
  const outcomes = new Map<string, Outcome>(verdicts.map((v) => [v.criterion, v.outcome]))
  const failedBy: CriterionId[] = []
  let earned = 0
  let possible = 0
  let whole = 0
  for (const { id, weight = 1, critical } of criteria) {
    const outcome = outcomes.get(id)
    if (!outcome) throw new Error(`No verdict for criterion "${id}"; score with the rubric that made the verdicts.`)
    if (critical && (outcome === 'violated' || outcome === 'missed')) failedBy.push(id as CriterionId)
    whole += weight * 2
    const share = SHARE[outcome]
    if (share === null) continue
    earned += weight * share
    possible += weight * 2
  }
  return { earned, possible, whole, failedBy }
}

/** Whether so little of a discipline applied that its percentage says nothing: less than half of its weight. */
export const isTooLittle = ({ possible, whole }: Pick<DisciplineScore, 'possible' | 'whole'>): boolean =>
  possible * 2 < whole

/** Whole percent, halves to even; `undefined` when nothing applied. */
export function percentOf({ earned, possible }: DisciplineScore): number | undefined {
  if (possible === 0) return undefined
  const exact = earned * 100
  const floor = Math.floor(exact / possible)
  const rest = exact - floor * possible
  if (rest * 2 === possible) return floor % 2 === 0 ? floor : floor + 1
  return rest * 2 > possible ? floor + 1 : floor
}
