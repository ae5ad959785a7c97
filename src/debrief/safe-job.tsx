import { SAFE_JOB_ANALYSIS, type SafeJobQuestion } from '#core/scenario'
import { useWords } from '#player'
import { useText } from '#ui'

/** The Safe Job Analysis card after the fact: question by question what was written, and what the situation held. */
export function SafeJobComparison({
  answers,
}: {
  readonly answers: Readonly<Partial<Record<SafeJobQuestion, string>>>
}) {
  const text = useText()
  const words = useWords()
  return (
    <section aria-label={text('safe-job-analysis.title')}>
      <h2>{text('safe-job-analysis.title')}</h2>
      <p className="small">{text('safe-job-analysis.compare')}</p>
      {SAFE_JOB_ANALYSIS.map((question) => (
        <article key={question} className="card debrief-pair">
          <h3>{text(`safe-job-analysis.questions.${question}`)}</h3>
          <div>
            <h4>{text('safe-job-analysis.wrote')}</h4>
            {answers[question]?.trim() ? (
              <p className="debrief-own">{answers[question]}</p>
            ) : (
              <p className="small">{text('safe-job-analysis.nothing')}</p>
            )}
          </div>
          <div>
            <h4>{text('safe-job-analysis.held')}</h4>
            <p>{words(`safe-job-analysis.${question}`)}</p>
          </div>
        </article>
      ))}
    </section>
  )
}
