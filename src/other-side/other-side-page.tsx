import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import {
  type Experience,
  experienceOf,
  type FeltThere,
  isAnswered,
  type MomentId,
  NOTHING_ANSWERED,
  type OtherSide,
  playedOn,
  responsesAt,
  type SetMoment,
} from '#core/perspective'
import type { GivenAnswer, Scenario } from '#core/scenario'
import type { Replay } from '#core/session'
import { createReplayPlayer, PlayerProvider, usePlayer, useScenario, useWords } from '#player'
import { Button, useText } from '#ui'
import { Comparison } from './comparison.tsx'
import { Guessing } from './guessing.tsx'
import { Meeting } from './meeting.tsx'
import './other-side.css'
import { Watching } from './watching.tsx'

type Props = {
  /** the trainee's own session, or a scripted officer whom he meets as the prisoner and who takes his answers */
  readonly session:
    | { readonly officer: 'own'; readonly replay: Replay }
    | { readonly officer: 'scripted'; readonly play: (answers: readonly GivenAnswer[]) => Replay }
  readonly scenario: Scenario
  /** what was answered before, if anything */ readonly answers: OtherSide | undefined
  /** resolves when the answers are on disk, else rejects with a reason for people */
  readonly onAnswers: (answers: OtherSide) => Promise<void>
  /** the 3D view from his eyes; the words stand beside it */ readonly cell?: ReactNode
  readonly sounds?: ReactNode
  readonly notice?: ReactNode
  /** the ways on from the comparison, and what belongs to it, of the session as it went */
  readonly after: (replay: Replay) => ReactNode
}

/** One session from the prisoner's side: guess as the officer, live it in his place, compare. */
export function OtherSidePage(props: Props) {
  const { scenario, session } = props
  const [answers, setAnswers] = useState(props.answers ?? NOTHING_ANSWERED)
  const { replay, experience } = useSession(session, scenario, answers.felt)
  const [player] = useState(() => createReplayPlayer(replay, (_, timeMs) => experience.at(timeMs)))
  useLayoutEffect(() => player.goOnWith(replay, (_, timeMs) => experience.at(timeMs)), [player, replay, experience])
  const responses = (moment: SetMoment) =>
    session.officer === 'own' ? [] : responsesAt(replay, moment).map(({ key }) => key)
  return (
    <PlayerProvider store={player} scenario={scenario}>
      <OtherSideSteps
        {...props}
        officer={session.officer}
        replay={replay}
        experience={experience}
        answers={answers}
        setAnswers={setAnswers}
        responsesAt={responses}
        seek={player.seek}
      />
    </PlayerProvider>
  )
}

/** The session as it went, or as it goes after what was answered so far. */
function useSession(session: Props['session'], scenario: Scenario, felt: OtherSide['felt']) {
  const play = session.officer === 'scripted' ? session.play : undefined
  const own = session.officer === 'own' ? session.replay : undefined
  const played = useMemo(() => play && playedOn(play, felt), [play, felt])
  const replay = own ?? played?.replay
  const moments = played?.moments
  if (!replay) throw new Error('A session is one’s own or played.')
  const experience = useMemo(
    () => experienceOf(scenario, replay, moments ? 'trainee' : 'script', moments),
    [scenario, replay, moments],
  )
  return { replay, experience }
}

type StepsProps = Omit<Props, 'session' | 'answers'> & {
  readonly officer: Props['session']['officer']
  readonly replay: Replay
  readonly experience: Experience
  readonly answers: OtherSide
  readonly setAnswers: (answers: OtherSide) => void
  /** what he could do at a moment in the prisoner's place, text keys; only when he plays him */
  readonly responsesAt: (moment: SetMoment) => readonly string[]
  readonly seek: (timeMs: number) => void
}
type Step = 'guess' | 'meet' | 'watch' | 'compare'

function OtherSideSteps({ experience, seek, answers, setAnswers, onAnswers, officer, ...props }: StepsProps) {
  const text = useText()
  const words = useWords()
  const { moments } = experience
  const first: Step = officer === 'own' ? 'guess' : 'meet'
  const [begun, setBegun] = useState<Step>(Object.keys(answers.felt).length > 0 ? 'watch' : first)
  // An answer may change which moments are still to come, so the last one is known only when none is left.
  const step = isAnswered(moments, answers) ? 'compare' : begun
  const [failure, setFailure] = useState<string>()
  const focus = useScenario().data.focus
  const him = usePlayer((player) => player.snapshot.characters[focus]?.name ?? focus)
  const give = (next: OtherSide) => {
    setAnswers(next)
    setFailure(undefined)
    onAnswers(next).catch((reason: unknown) => setFailure(reason instanceof Error ? reason.message : String(reason)))
  }
  const feel = (id: MomentId, felt: FeltThere) => {
    give({ ...answers, felt: { ...answers.felt, [id]: felt } })
  }
  const again = () => {
    // The old answers stay on disk until the first new one is given.
    setAnswers(NOTHING_ANSWERED)
    seek(0)
    setBegun(first)
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
            setBegun('watch')
          }}
        />
      )}
      {moments.length > 0 && step === 'meet' && <Meeting onBegin={() => setBegun('watch')} />}
      {moments.length > 0 && step === 'watch' && (
        <>
          {props.sounds}
          <Watching
            experience={experience}
            felt={answers.felt}
            seek={seek}
            responsesAt={props.responsesAt}
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
      {(step === 'compare' || moments.length === 0) && props.after(props.replay)}
    </main>
  )
}
