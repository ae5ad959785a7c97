import { type Criterion, OUTCOMES, type Pattern } from '#core/scenario'
import type { Draft } from './draft.ts'
import { allOf, type Formula, TRUE } from './formula.ts'
import { type Cause, type Operator, PARTS } from './operator.ts'

/** What moves a criterion's parts, after its monitor in `#core/scoring`. */
export function addCriterion(draft: Draft, criterion: Criterion): void {
  const { add, causes, formula, criterionAt } = draft
  const { acts } = draft.tables.chart
  const at = criterionAt.get(criterion.id) as number
  const part = (name: keyof typeof PARTS, ...values: readonly number[]): Formula => ({
    kind: 'is',
    at: at + PARTS[name],
    values,
  })
  const open = part('decided', 0)
  const when = (
    pattern: Pattern | undefined,
    needs: Formula,
    sets: readonly (readonly [keyof typeof PARTS, number])[],
    adds: Operator['adds'] = [],
  ) => {
    for (const cause of pattern ? causes(pattern) : [])
      add(
        { ...cause, needs: allOf(cause.needs, needs) },
        sets.map(([name, value]) => [at + PARTS[name], value]),
        adds,
      )
  }
  const outcome = (word: (typeof OUTCOMES)[number]) => OUTCOMES.indexOf(word) + 1
  when(criterion.applies, TRUE, [['armed', 1]])
  switch (criterion.kind) {
    case 'before':
      when(criterion.do, part('seen', 0), [['seen', 2]])
      when(criterion.do, part('seen', 1), [['seen', 3]])
      when(criterion.partly, part('seen', 0), [['seen', 1]])
      when(criterion.then, allOf(open, part('seen', 2, 3)), [['decided', outcome('met')]])
      when(criterion.then, allOf(open, part('seen', 1)), [['decided', outcome('partly')]])
      when(criterion.then, allOf(open, part('seen', 0)), [['decided', outcome('missed')]])
      break
    case 'after':
    case 'within':
      when(criterion.once, open, [['since', 1]])
      when(criterion.do, allOf(open, part('since', 1)), [['decided', outcome('met')]])
      break
    case 'never': {
      when(criterion.do, allOf(open, part('armed', 1)), [['decided', outcome('violated')]])
      // `since`: it applied from a moment on at which it was not violated as well.
      const { while: holds, tone, body, understood, any, becomes, ends } = criterion.do
      const isPlain = !(tone ?? body ?? understood ?? any ?? becomes ?? ends)
      const wrong = isPlain ? new Set(causes(criterion.do).flatMap((cause) => cause.acts ?? [])) : new Set()
      for (const cause of criterion.applies ? causes(criterion.applies) : []) {
        const [bad, good] = [true, false].map((is) => cause.acts?.filter((act) => wrong.has(act) === is))
        add({ ...cause, acts: good }, [[at + PARTS.since, 1]])
        if (bad) add({ ...cause, acts: bad, needs: allOf(cause.needs, formula(holds, false)) }, [[at + PARTS.since, 1]])
      }
      break
    }
    case 'always': {
      const any: Cause = { acts: acts.map((_, act) => act), tone: undefined, timer: undefined, needs: open }
      const during = allOf(open, formula(criterion.during))
      add({ ...any, needs: allOf(during, formula(criterion.hold)) }, [[at + PARTS.seen, 1]])
      add({ ...any, needs: allOf(during, formula(criterion.hold, false)) }, [[at + PARTS.decided, outcome('violated')]])
      break
    }
    case 'count':
      when(criterion.do, open, [], [[at + PARTS.count, 1]])
      break
    case 'order':
      for (const [n, step] of criterion.steps.entries()) when(step, part('count', n), [['count', n + 1]])
      break
    case 'level-at-end':
  }
}
