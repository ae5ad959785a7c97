import { Link } from '@tanstack/react-router'
import type { Quality } from '#cell'
import { responsesAt } from '#core/perspective'
import { OfficerReport } from '#debrief'
import { OtherSidePage } from '#other-side'
import { useText } from '#ui'
import { store } from './compose.ts'
import { Failed } from './failed.tsx'
import { scriptedSession } from './scripted.ts'
import { Sounds } from './sounds.tsx'
import { TheirView } from './their-view.tsx'
import { useLoading } from './use-loading.ts'

type Props = {
  readonly scenarioId: string
  readonly seed: number
  readonly view: '3d' | 'panels'
  readonly quality: Quality | undefined
}

/** The trainee as the prisoner, before an officer of the script whom he learns to know only afterwards. */
export function PrisonerRoute({ scenarioId, seed, view, quality }: Props) {
  const text = useText()
  const id = `prisoner ${scenarioId} ${seed}`
  const { value, failed } = useLoading(id, async () => ({
    ...(await scriptedSession(scenarioId, seed)),
    answers: await store.readOtherSide(id),
  }))
  if (failed !== undefined) return <Failed reason={failed} />
  if (!value) return <p className="page">{text('app.loading')}</p>
  const { officer, replay, scenario, answers } = value
  return (
    <OtherSidePage
      replay={replay}
      scenario={scenario}
      answers={answers}
      onAnswers={(given) => store.saveOtherSide(id, given)}
      officer="scripted"
      responsesAt={(moment) => responsesAt(replay, moment)}
      cell={view === '3d' ? <TheirView asked={quality} /> : null}
      sounds={<Sounds by="prisoner" />}
      after={
        <>
          <p className="notice">{text(`other-side.officers.${officer}`)}</p>
          <OfficerReport replay={replay} />
          <p>
            <Link to="/">{text('app.home')}</Link>
          </p>
        </>
      }
    />
  )
}
