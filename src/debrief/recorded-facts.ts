import type { Debrief, ExplainedCriterion } from '#core/scoring'

export type RecordedFact = {
  readonly said: Debrief['transcript'][number]
  /** what it was evidence of */ readonly criteria: readonly ExplainedCriterion[]
}

/** What was written down in the session, each with the criteria its writing decided. */
export function recordedFacts({ transcript, disciplines }: Debrief): readonly RecordedFact[] {
  const criteria = disciplines.flatMap((discipline) => discipline.criteria)
  return transcript
    .filter(({ by, to }) => by === 'officer' && to === 'notes')
    .map((said) => ({
      said,
      criteria: criteria.filter(({ evidence }) => evidence.some(({ seq }) => seq === said.seq)),
    }))
}
