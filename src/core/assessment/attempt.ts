import type { Discipline } from '#core/scenario'
import { type Debrief, isTooLittle, percentOf, scoreDiscipline } from '#core/scoring'

/** What one discipline of one session came to. */
export type DisciplineResult = {
  /** whole percent of everything that applied; absent when nothing did */ readonly percent?: number
  /** whole percent of what is not critical; absent when nothing of it applied */ readonly rest?: number
  /** a critical criterion was violated or missed */ readonly fails: boolean
  /** less than half of its weight applied: the percentage says nothing */ readonly tooLittle?: true
}

/** A finished session as a programme sees it. Small, so that the standing needs no replay. */
export type Attempt = {
  readonly sessionId: string
  readonly scenario: string
  readonly stack: readonly Discipline[]
  readonly variation: string
  readonly mode: string
  readonly ending: string
  /** wall-clock end, ms since 1970: due dates are days of life, not of the session */ readonly endedAtMs: number
  /** version of the scoring rules; an old result keeps its own */ readonly scoring: number
  readonly disciplines: Readonly<Partial<Record<Discipline, DisciplineResult>>>
}

/** The part of an attempt that a debrief tells. */
export function resultsOf(debrief: Debrief): Attempt['disciplines'] {
  return Object.fromEntries(
    debrief.disciplines.map(({ discipline, score, percent, fails, criteria }) => {
      const uncritical = criteria.filter((criterion) => !criterion.critical)
      const rest = percentOf(
        scoreDiscipline(
          uncritical,
          uncritical.map(({ id, outcome }) => ({ criterion: id as never, outcome })),
        ),
      )
      return [
        discipline,
        {
          ...(percent !== undefined && { percent }),
          ...(rest !== undefined && { rest }),
          fails,
          ...(isTooLittle(score) && { tooLittle: true }),
        },
      ]
    }),
  )
}
