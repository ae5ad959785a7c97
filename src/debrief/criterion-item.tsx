import { useWords } from '#player'
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
  const { discipline, title, outcome, critical, weight, reason, unscored, evidence, isCalledFor, rules } = criterion
  return (
    <li className="card criterion">
      <DisciplineMark discipline={discipline} />
      <div>
        <strong>{words(title)}</strong>
        {reason && <p>{words(reason)}</p>}
        {unscored && <p>{text(`debrief.unscored.${unscored}`)}</p>}
        <details>
          <summary className="small">
            {text('debrief.rule', { n: rules.length })} {rules.map(({ id }) => id).join(', ')}
          </summary>
          {rules.map((rule) => (
            <p key={rule.id} className="small">
              <b>{rule.id}</b> {words(`rules.${rule.id}.paraphrase`)} {words(`sources.${rule.source}`)}. {rule.mark}:{' '}
              {text(`debrief.marks.${rule.mark}`)}.
            </p>
          ))}
        </details>
      </div>
      <div className="criterion-side">
        <span className={critical && (outcome === 'missed' || outcome === 'violated') ? 'debrief-critical' : 'small'}>
          {text(`outcomes.${outcome}`)}
          {critical ? ` · ${text('debrief.group-critical').toLowerCase()}` : ''} ·{' '}
          {text('debrief.weight', { n: weight })}
        </span>
        {evidence.map(({ seq, atMs }, n) => {
          const time = isCalledFor && n === 0 ? text('debrief.from', { time: clockTime(atMs) }) : clockTime(atMs)
          return onShow ? (
            <Button
              key={`${seq} ${atMs}`}
              className="moment"
              onPress={() => onShow(atMs)}
              aria-label={`${text('debrief.show', { time: clockTime(atMs) })}: ${words(title)}`}
            >
              {time}
            </Button>
          ) : (
            <small key={`${seq} ${atMs}`}>{time}</small>
          )
        })}
      </div>
    </li>
  )
}
