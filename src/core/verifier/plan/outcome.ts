import { type Criterion, OUTCOMES } from '#core/scenario'
import { allOf, anyOf, FALSE, type Formula, is } from './formula.ts'
import type { Model } from './model.ts'
import { PART_SIZES, PARTS } from './operator.ts'

/** What a session must come to so that a criterion is met, or lost, when it ends. */
export function outcomeFormula({ tables, criterionAt }: Model, criterion: Criterion, isMet: boolean): Formula {
  const { world } = tables.chart
  const at = criterionAt.get(criterion.id) ?? 0
  const part = (name: keyof typeof PARTS, ...values: readonly number[]): Formula => ({
    kind: 'is',
    at: at + PARTS[name],
    values,
  })
  const decided = (...words: readonly (typeof OUTCOMES)[number][]) =>
    part('decided', ...words.map((word) => OUTCOMES.indexOf(word) + 1))
  const open = part('decided', 0)
  const counted = (fits: (count: number) => boolean) =>
    part('count', ...Array.from({ length: PART_SIZES[PARTS.count] as number }, (_, n) => n).filter(fits))
  const rule = (): Formula => {
    switch (criterion.kind) {
      case 'before':
        return isMet ? decided('met') : decided('partly', 'missed')
      case 'after':
      case 'within':
        return isMet ? decided('met') : anyOf(allOf(part('since', 1), open), decided('partly', 'missed'))
      case 'never':
        return isMet ? allOf(open, part('since', 1)) : decided('violated')
      case 'always':
        return isMet ? allOf(part('seen', 1), open) : decided('violated')
      case 'count': {
        const least = criterion['at-least'] ?? 0
        const most = criterion['at-most'] ?? Number.POSITIVE_INFINITY
        return counted((count) => (count >= least && count <= most) === isMet)
      }
      case 'order':
        return counted((count) => (count === criterion.steps.length) === isMet)
      case 'level-at-end': {
        const known = world.index.get(criterion.level)
        if (!known) return FALSE
        const least = criterion['at-least'] ?? 0
        const most = criterion['at-most'] ?? Number.POSITIVE_INFINITY
        const values = Array.from({ length: known.variable.max + 1 }, (_, n) => n)
        return is(
          world,
          known.at,
          values.filter((value) => (value >= least && value <= most) === isMet),
        )
      }
    }
  }
  return allOf(part('armed', 1), rule())
}
