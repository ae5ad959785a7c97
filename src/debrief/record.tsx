import type { Debrief } from '#core/scoring'
import { useWords } from '#player'
import { clockTime, useText } from '#ui'
import { recordedFacts } from './recorded-facts.ts'

/** The written record: the trainee's own words, and beside them the facts he noted with what they were scored for. */
export function RecordComparison({ debrief, own }: { readonly debrief: Debrief; readonly own: string }) {
  const text = useText()
  const words = useWords()
  const facts = recordedFacts(debrief)
  return (
    <section aria-label={text('debrief.record')}>
      <h2>{text('debrief.record')}</h2>
      <div className="debrief-pair">
        <div>
          <h3>{text('debrief.record-own')}</h3>
          {own.trim() ? (
            <p className="debrief-own">{own}</p>
          ) : (
            <p className="small">{text('debrief.record-no-words')}</p>
          )}
        </div>
        <div>
          <h3>{text('debrief.record-facts')}</h3>
          {facts.length === 0 && <p className="small">{text('debrief.record-no-facts')}</p>}
          <ul>
            {facts.map(({ said, criteria }) => (
              <li key={`${said.seq} ${said.text}`}>
                <small>{clockTime(said.atMs)}</small> {words(said.text)}
                {criteria.map(({ id, title, outcome }) => (
                  <p key={id} className="small">
                    {words(title)}: {text(`outcomes.${outcome}`)}
                  </p>
                ))}
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}
