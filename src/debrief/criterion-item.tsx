import { usePlayer, useWords } from '#player'
import { Button, clockTime, DisciplineMark, useText } from '#ui'
import type { ListedCriterion } from './groups.ts'

/** One criterion: what became of it, why, on which rule it rests, and the moments that decided it. */
export function CriterionItem({
  criterion,
  onShow,
}: {
  readonly criterion: ListedCriterion
  /** without it the moments stand there as times */ readonly onShow?: (atMs: number) => void
}) {
  const text = useText()
  const words = useWords()
  const locale = usePlayer((player) => player.header.locale)
  return (
    <li className="card" lang={locale}>
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
        {criterion.evidence.map(({ seq, atMs }) =>
          onShow ? (
            <Button
              key={`${seq} ${atMs}`}
              onPress={() => onShow(atMs)}
              aria-label={`${text('debrief.show', { time: clockTime(atMs) })}: ${words(criterion.title)}`}
            >
              {text('debrief.show', { time: clockTime(atMs) })}
            </Button>
          ) : (
            <small key={`${seq} ${atMs}`}>{clockTime(atMs)}</small>
          ),
        )}
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
