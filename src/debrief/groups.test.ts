import { describe, expect, it } from 'vitest'
import type { Debrief, ExplainedCriterion } from '#core/scoring'
import { groupCriteria } from './groups.ts'

const criterion = (id: string, outcome: ExplainedCriterion['outcome'], critical = false): ExplainedCriterion => ({
  id,
  outcome,
  critical,
  weight: 1,
  title: '',
  reason: '',
  unscored: undefined,
  rules: [],
  evidence: [],
  isCalledFor: false,
})
const debrief = (criteria: readonly ExplainedCriterion[]): Debrief => ({
  disciplines: [
    {
      discipline: 'law',
      score: { earned: 0, possible: 0, whole: 0, failedBy: [] },
      percent: 0,
      fails: false,
      applied: criteria.length,
      attainable: undefined,
      criteria,
    },
  ],
  curve: [],
  turningPoints: [],
  transcript: [],
  ending: undefined,
  endMs: 0,
})

describe('the order of a debrief', () => {
  it('shows critical failures first, and folds what was met', () => {
    const groups = groupCriteria(
      debrief([
        criterion('a', 'met'),
        criterion('b', 'violated', true),
        criterion('c', 'missed'),
        criterion('d', 'partly'),
      ]),
    )
    expect(groups.map((g) => [g.id, g.folded, g.criteria.map((c) => c.id)])).toEqual([
      ['critical', false, ['b']],
      ['missed', false, ['c']],
      ['partly', false, ['d']],
      ['met', true, ['a']],
    ])
  })

  it('loses no criterion', () => {
    const all = (['met', 'partly', 'missed', 'violated', 'not-applicable'] as const).map((outcome, n) =>
      criterion(`c${n}`, outcome, n % 2 === 0),
    )
    expect(groupCriteria(debrief(all)).flatMap((g) => g.criteria)).toHaveLength(all.length)
  })
})
