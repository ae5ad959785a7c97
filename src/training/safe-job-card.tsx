import { SAFE_JOB_ANALYSIS, type SafeJobQuestion } from '#core/scenario'
import { type Saved, SavedStatus, useText } from '#ui'

type Props = {
  readonly answers: Readonly<Partial<Record<SafeJobQuestion, string>>>
  readonly onChange: (answers: Props['answers']) => void
  readonly onLeave: () => void
  readonly saved: Saved
}

/** The Safe Job Analysis card: seven questions before the clock starts. Nothing has to be written. */
export function SafeJobCard({ answers, onChange, onLeave, saved }: Props) {
  const text = useText()
  return (
    <section className="card" aria-label={text('safe-job-analysis.title')}>
      <h2>{text('safe-job-analysis.title')}</h2>
      <p className="small">{text('safe-job-analysis.hint')}</p>
      <ol className="safe-job">
        {SAFE_JOB_ANALYSIS.map((question) => (
          <li key={question}>
            <label className="stack tight">
              {text(`safe-job-analysis.questions.${question}`)}
              <textarea
                value={answers[question] ?? ''}
                onChange={(event) => onChange({ ...answers, [question]: event.target.value })}
                onBlur={onLeave}
                maxLength={2000}
                rows={2}
              />
            </label>
          </li>
        ))}
      </ol>
      <SavedStatus saved={saved} />
    </section>
  )
}
