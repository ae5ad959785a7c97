import { type ReactNode, useMemo, useState } from 'react'
import {
  experienceOf,
  type FeltThere,
  isAnswered,
  type MomentId,
  NOTHING_ANSWERED,
  type OtherSide,
  type SetMoment,
} from '#core/perspective'
import type { Scenario } from '#core/scenario'
import type { Replay } from '#core/session'
import { createReplayPlayer, PlayerProvider, usePlayer, useScenario, useWords } from '#player'
import { Button, useText } from '#ui'
import { Comparison } from './comparison.tsx'
import { Guessing } from './guessing.tsx'
import './other-side.css'
import { Watching } from './watching.tsx'

type Props = {
  readonly replay: Replay
  readonly scenario: Scenario
  /** what was answered before, if anything */ readonly answers: OtherSide | undefined
  /** resolves when the answers are on disk, else rejects with a reason for people */
  readonly onAnswers: (answers: OtherSide) => Promise<void>
  /** the trainee's own session, or a scripted officer whom he meets as the prisoner */ readonly officer:
    | 'own'
    | 'scripted'
  /** what he could do at a moment in the prisoner's place, text keys; only when he plays him */
  readonly responsesAt?: (moment: SetMoment) => readonly string[]
  /** the 3D view from his eyes; the words stand beside it */ readonly cell?: ReactNode
  readonly sounds?: ReactNode
  readonly notice?: ReactNode
  /** the ways on from the comparison, and what belongs to it */ readonly after: ReactNode
}

/** One session from the prisoner's side: guess as the officer, live it in his place, compare. */
export function OtherSidePage(props: Props) {
  const { scenario, replay } = props
  const playedBy = props.officer === 'own' ? 'script' : 'trainee'
  const experience = useMemo(() => experienceOf(scenario, replay, playedBy), [scenario, replay, playedBy])
  const player = useMemo(() => createReplayPlayer(replay, (_, timeMs) => experience.at(timeMs)), [replay, experience])
  return (
    <PlayerProvider store={player} scenario={scenario}>
      <OtherSideSteps {...props} experience={experience} seek={player.seek} />
    </PlayerProvider>
  )
}

type StepsProps = Props & {
  readonly experience: ReturnType<typeof experienceOf>
  readonly seek: (timeMs: number) => void
}
type Step = 'guess' | 'watch' | 'compare'

function OtherSideSteps({ experience, seek, answers: stored, onAnswers, officer, ...props }: StepsProps) {
  const text = useText()
  const words = useWords()
  const { moments } = experience
  const first: Step = officer === 'own' ? 'guess' : 'watch'
  const [answers, setAnswers] = useState(stored ?? NOTHING_ANSWERED)
  const [step, setStep] = useState<Step>(isAnswered(moments, answers) ? 'compare' : first)
  const [failure, setFailure] = useState<string>()
  const focus = useScenario().data.focus
  const him = usePlayer((player) => player.snapshot.characters[focus]?.name ?? focus)
  const give = (next: OtherSide) => {
    setAnswers(next)
    setFailure(undefined)
    onAnswers(next).catch((reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)))
  }
  const feel = (id: MomentId, felt: FeltThere) => {
    const next = { ...answers, felt: { ...answers.felt, [id]: felt } }
    give(next)
    if (isAnswered(moments, next)) setStep('compare')
  }
  const again = () => {
    // The old answers stay on disk until the first new one is given.
    setAnswers(NOTHING_ANSWERED)
    seek(0)
    setStep(first)
  }
  return (
    <main className={step === 'watch' ? 'page dark-surround other-side' : 'page other-side'}>
      <p className="small">
        {text(officer === 'own' ? 'other-side.title' : 'other-side.title-played', { name: words(him) })}
      </p>
      <h1>{words('title')}</h1>
      {props.notice}
      {failure && (
        <p className="alert" role="alert">
          {failure}
        </p>
      )}
      {moments.length === 0 && <p>{text('other-side.too-short')}</p>}
      {moments.length > 0 && step === 'guess' && (
        <Guessing
          moments={moments}
          guesses={answers.guesses}
          onGuessed={(guesses) => {
            give({ guesses, felt: {} })
            setStep('watch')
          }}
        />
      )}
      {moments.length > 0 && step === 'watch' && (
        <>
          {props.sounds}
          <Watching
            experience={experience}
            felt={answers.felt}
            seek={seek}
            responsesAt={props.responsesAt ?? (() => [])}
            onFelt={feel}
            cell={props.cell}
          />
        </>
      )}
      {step === 'compare' && (
        <>
          <Comparison moments={moments} answers={answers} officerIs={officer === 'own' ? 'you' : 'officer'} />
          <p>
            <Button onPress={again}>{text('other-side.again')}</Button>
          </p>
        </>
      )}
      {(step === 'compare' || moments.length === 0) && props.after}
    </main>
  )
}
