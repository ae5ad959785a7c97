import { STOPPED } from '#core/scenario'
import { type Debrief, isTooLittle } from '#core/scoring'
import { DisciplineMark, useFormat, useText } from '#ui'

/** What each discipline earned, with the best that is known to be attainable. */
export function Scores({ debrief }: { readonly debrief: Debrief }) {
  const text = useText()
  const { percent: written } = useFormat()
  return (
    <>
      {debrief.ending === STOPPED && <p className="debrief-stopped">{text('debrief.stopped')}</p>}
      {debrief.disciplines.length === 0 && <p>{text('debrief.empty-stack')}</p>}
      <ul className="debrief-scores" aria-label={text('debrief.scores')}>
        {debrief.disciplines.map(({ discipline, score, percent, fails, applied, criteria, attainable }) => (
          <li key={discipline} data-discipline={discipline}>
            <DisciplineMark discipline={discipline} />
            <strong>{percent === undefined ? text('debrief.no-score') : written(percent)}</strong>
            <span className="debrief-bar" aria-hidden="true">
              <span style={{ width: `${percent ?? 0}%`, background: `var(--${discipline})` }} />
              {attainable !== undefined && <i style={{ left: `${attainable}%` }} />}
            </span>
            {isTooLittle(score) && <span>{text('debrief.too-little')}</span>}
            {fails && <span className="debrief-critical">✕ {text('debrief.failed')}</span>}
            <small>
              {[
                applied < criteria.length && text('debrief.applied', { n: applied, all: criteria.length }),
                attainable !== undefined && text('debrief.best', { share: written(attainable) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}
