import { useWords } from '#player'
import { Button, clockTime, DisciplineMark, useText } from '#ui'
import type { ListedCriterion } from './groups.ts'

/** One criterion: what became of it, why, on which rule it rests, and the moments that decided it. */
export function CriterionItem({
  criterion,
  onShow,
}: {
  readonly criterion: ListedCriterion
  readonly onShow: (atMs: number) => void
}) {
  const text = useText()
  const words = useWords()
  return (
    <li className="card">
      <div className="row">
        <DisciplineMark discipline={criterion.discipline} />
        <strong>{words(criterion.title)}</strong>
        <span className={criterion.critical && criterion.outcome !== 'met' ? 'debrief-critical' : 'small'}>
          {text(`outcomes.${criterion.outcome}`)}
          {criterion.critical ? ` · ${text('debrief.group-critical').toLowerCase()}` : ''} ·{' '}
          {text('debrief.weight', { n: criterion.weight })}
        </span>
      </div>
      {criterion.reason && <p>{words(criterion.reason)}</p>}
      <div className="row">
        {criterion.evidence.map((position) => (
          <Button
            key={`${position.seq} ${position.atMs}`}
            onPress={() => onShow(position.atMs)}
            aria-label={`${text('debrief.show', { time: clockTime(position.atMs) })}: ${words(criterion.title)}`}
          >
            {text('debrief.show', { time: clockTime(position.atMs) })}
          </Button>
        ))}
      </div>
      {criterion.rules.map((rule) => (
        <details key={rule.id}>
          <summary>
            {text('debrief.rule')} {rule.id}
          </summary>
          <p className="small">
            {words(`rules.${rule.id}.paraphrase`)} {words(`sources.${rule.source}`)}. {rule.mark}:{' '}
            {text(`debrief.marks.${rule.mark}`)}.
          </p>
        </details>
      ))}
    </li>
  )
}
