import './programme.css'
import { masteryOf, nextStep, type RungStanding, type RungState } from '#core/assessment'
import { DISCIPLINES, type ProgrammeData } from '#core/scenario'
import { Button, DisciplineMark, useFormat, useText } from '#ui'

/** What the page shows of a scenario. */
type Situation = {
  readonly id: string
  readonly title: string
  readonly variations: readonly { readonly id: string; readonly title: string }[]
}
type Props = {
  readonly programme: { readonly data: ProgrammeData; readonly title: string; readonly summary: string }
  readonly standing: readonly (readonly RungStanding[])[]
  readonly scenarios: readonly Situation[]
  readonly onBegin: (rung: RungStanding, view: '3d' | 'panels') => void
}

/** A sign beside the word: what one sees at a glance is not told by colour alone. */
const SIGN: Readonly<Record<RungState, string>> = { locked: '–', open: '○', mastered: '●', due: '↻' }

/** A programme as a map: a row for each situation, a step for each subject that is put on. */
export function ProgrammePage({ programme, standing, scenarios, onBegin }: Props) {
  const text = useText()
  const next = nextStep(standing)
  const { rest, variations } = masteryOf(programme.data)
  const titleOf = (id: string) => scenarios.find((scenario) => scenario.id === id)?.title ?? id
  const all = standing.flat()
  return (
    <>
      <h1>{programme.title}</h1>
      <p>{programme.summary}</p>
      <p className="small">{text('programme.rule', { rest, n: variations })}</p>
      <section aria-label={text('programme.next')} className="card">
        <h2>{text('programme.next')}</h2>
        {next ? (
          <NextStep step={next} title={titleOf(next.rung.scenario)} scenarios={scenarios} onBegin={onBegin} />
        ) : (
          <p>{text('programme.all-done')}</p>
        )}
      </section>
      <section aria-label={text('programme.subjects')}>
        <h2>{text('programme.subjects')}</h2>
        <ul className="subject-map">
          {DISCIPLINES.filter((discipline) => all.some(({ rung }) => rung.adds === discipline)).map((discipline) => {
            const own = all.filter(({ rung }) => rung.adds === discipline)
            const done = own.filter(({ state }) => state === 'mastered' || state === 'due').length
            return (
              <li key={discipline}>
                <DisciplineMark discipline={discipline} />
                <span className="bar" aria-hidden="true">
                  <span style={{ width: `${(done / own.length) * 100}%` }} />
                </span>
                <span className="small">{text('programme.of', { n: done, all: own.length })}</span>
              </li>
            )
          })}
        </ul>
      </section>
      {standing.map((ladder) => (
        <section key={ladder[0]?.rung.scenario} aria-label={titleOf(ladder[0]?.rung.scenario ?? '')}>
          <h2>{titleOf(ladder[0]?.rung.scenario ?? '')}</h2>
          <ol className="ladder">
            {ladder.map((step) => (
              <Step key={step.rung.id} step={step} needed={variations} isNext={step === next} onBegin={onBegin} />
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

type StepProps = {
  readonly step: RungStanding
  readonly needed: number
  readonly isNext: boolean
  readonly onBegin: Props['onBegin']
}

function Step({ step, needed, isNext, onBegin }: StepProps) {
  const text = useText()
  const { day } = useFormat()
  const { rung, state, passed, dueAtMs, attempts } = step
  return (
    <li className={`step ${state}`} aria-current={isNext ? 'step' : undefined}>
      <p className="step-adds">
        {rung.stack.length > 1 && <span aria-hidden="true">+ </span>}
        <DisciplineMark discipline={rung.adds} />
      </p>
      <p>
        <span aria-hidden="true">{SIGN[state]} </span>
        <strong>{text(`programme.states.${state}`)}</strong>
      </p>
      {state === 'locked' && <p className="small">{text('programme.opens')}</p>}
      {rung.isCapstone && <p className="small">{text('programme.capstone')}</p>}
      {state === 'open' && (
        <p className="small">
          {attempts === 0 ? text('programme.not-met') : text('programme.passed', { n: passed.length, needed })}
        </p>
      )}
      {dueAtMs !== undefined && (
        <p className="small">
          {text(state === 'due' ? 'programme.due-since' : 'programme.due-on', { day: day(dueAtMs) })}
        </p>
      )}
      {state !== 'locked' && !isNext && (
        <Button onPress={() => onBegin(step, '3d')}>
          {text(state === 'mastered' ? 'programme.again' : 'start.begin')}
        </Button>
      )}
    </li>
  )
}

type NextProps = Pick<Props, 'scenarios' | 'onBegin'> & { readonly step: RungStanding; readonly title: string }

/** The one thing to do now, with how it will be met. */
function NextStep({ step, title, scenarios, onBegin }: NextProps) {
  const text = useText()
  const { rung, state, mode, variation } = step
  const situation = scenarios
    .find(({ id }) => id === rung.scenario)
    ?.variations.find(({ id }) => id === variation)?.title
  return (
    <>
      <p>
        <strong>{title}</strong>
        {situation && ` · ${situation}`}
      </p>
      <p className="row">
        {rung.stack.map((layer) => (
          <DisciplineMark key={layer} discipline={layer} />
        ))}
      </p>
      <p className="small">
        {text(
          state === 'due' ? 'programme.why-due' : mode === 'guided' ? 'programme.why-guided' : 'programme.why-practice',
        )}
      </p>
      <p className="row">
        <Button className="primary" onPress={() => onBegin(step, '3d')}>
          {text('programme.begin-3d')}
        </Button>
        <Button onPress={() => onBegin(step, 'panels')}>{text('programme.begin-panels')}</Button>
      </p>
    </>
  )
}
