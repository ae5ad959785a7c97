import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import type { SafeJobQuestion, Scenario } from '#core/scenario'
import { debriefOf } from '#core/scoring'
import type { Replay } from '#core/session'
import { CaptionLine, Said } from '#panels'
import { createReplayPlayer, PlayerProvider, usePlayer, useScenario, useWords } from '#player'
import { Button, clockTime, useText } from '#ui'
import { Criteria } from './criteria.tsx'
import { Curve } from './curve.tsx'
import './debrief.css'
import { RecordComparison } from './record.tsx'
import { type Reflection, ReflectionForm } from './reflection.tsx'
import { SafeJobComparison } from './safe-job.tsx'
import { Scores } from './scores.tsx'
import { TurningPoints } from './turning-points.tsx'

type Notes = { readonly card: Readonly<Partial<Record<SafeJobQuestion, string>>>; readonly record: string }

type Props = {
  readonly replay: Replay
  readonly scenario: Scenario
  readonly reflection: Reflection
  /** what he wrote on the card before and in the record */ readonly notes: Notes | undefined
  readonly onReflection: (reflection: Reflection) => Promise<void>
  readonly onExport: () => void
  /** the way to the same session from the other side */ readonly toOtherSide?: ReactNode
  /** what must be known before any score is read */ readonly notice?: ReactNode
  /** the 3D view of the moment, mounted only when asked for; the words of it stand beside it */ readonly cell?: ReactNode
}

/** The explained score of a session, with every moment within one press. */
export function DebriefPage(props: Props) {
  const player = useMemo(() => createReplayPlayer(props.replay), [props.replay])
  return (
    <PlayerProvider store={player} scenario={props.scenario}>
      <Debriefing {...props} seek={player.seek} />
    </PlayerProvider>
  )
}

/** How far the play-head moves at a time while playing, and how often, ms. */
const PLAY_STEP_MS = 250

/** How far a key moves the play-head, ms; a millisecond, the slider's own step, is for the mouse. */
const KEY_STEPS_MS: Readonly<Record<string, number>> = {
  ArrowLeft: -1000,
  ArrowDown: -1000,
  ArrowRight: 1000,
  ArrowUp: 1000,
  PageDown: -10_000,
  PageUp: 10_000,
}

function Debriefing({
  replay,
  scenario,
  reflection,
  notes,
  onReflection,
  onExport,
  toOtherSide,
  notice,
  cell,
  seek,
}: Props & { readonly seek: (timeMs: number) => void }) {
  const text = useText()
  const words = useWords()
  const debrief = useMemo(() => debriefOf(replay), [replay])
  const atMs = usePlayer((player) => player.snapshot.timeMs)
  const [playing, setPlaying] = useState(false)
  const [isInCell, setInCell] = useState(false)
  const slider = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (!playing) return undefined
    const timer = setTimeout(
      () => (atMs >= debrief.endMs ? setPlaying(false) : seek(atMs + PLAY_STEP_MS)),
      PLAY_STEP_MS,
    )
    return () => clearTimeout(timer)
  }, [playing, atMs, debrief.endMs, seek])
  const show = (timeMs: number) => {
    setPlaying(false)
    seek(timeMs)
    slider.current?.focus()
    slider.current?.scrollIntoView({ block: 'center' })
  }
  const lastSaid = debrief.transcript.findLast((said) => said.atMs <= atMs)
  return (
    <main className="page">
      <p className="small">
        {text('debrief.title')} · {clockTime(debrief.endMs)}
      </p>
      <h1>{words('title')}</h1>
      {notice}
      {debrief.ending && <p>{words(`endings.${debrief.ending}.title`)}</p>}
      {toOtherSide && <p>{toOtherSide}</p>}
      <h2>{text('debrief.scores')}</h2>
      <Scores debrief={debrief} />
      <h2>{text('debrief.moment')}</h2>
      <Curve debrief={debrief} atMs={atMs} />
      <div className="row">
        <Button
          onPress={() => {
            if (!playing && atMs >= debrief.endMs) seek(0)
            setPlaying(!playing)
          }}
        >
          {text(playing ? 'debrief.stop' : 'debrief.play')}
        </Button>
        <input
          ref={slider}
          className="debrief-slider"
          type="range"
          min={0}
          max={Math.max(1, debrief.endMs)}
          step={1}
          value={atMs}
          aria-label={text('debrief.slider')}
          aria-valuetext={`${clockTime(atMs)}${lastSaid ? `, ${words(lastSaid.text)}` : ''}`}
          onChange={(event) => seek(Number(event.target.value))}
          onKeyDown={(event) => {
            const byMs = KEY_STEPS_MS[event.key]
            if (byMs === undefined) return
            event.preventDefault()
            seek(atMs + byMs)
          }}
        />
        <span>{clockTime(atMs)}</span>
        {cell && (
          <Button aria-pressed={isInCell} onPress={() => setInCell(!isInCell)}>
            {text('debrief.in-cell')}
          </Button>
        )}
      </div>
      <div className={isInCell ? 'debrief-beside' : undefined}>
        {isInCell && <div className="debrief-cell">{cell}</div>}
        <Moment />
      </div>
      <TurningPoints debrief={debrief} onShow={show} />
      <Criteria debrief={debrief} onShow={show} />
      {scenario.data['safe-job-analysis'] && <SafeJobComparison answers={notes?.card ?? {}} />}
      <RecordComparison debrief={debrief} own={notes?.record ?? ''} />
      <hr className="rule" />
      <ReflectionForm initial={reflection} onSave={onReflection} />
      <details className="debrief-transcript">
        <summary>{text('debrief.transcript')}</summary>
        {debrief.transcript.map((said) => (
          <Said key={`${said.seq} ${said.atMs} ${said.by} ${said.text}`} utterance={said} withTime />
        ))}
      </details>
      <p>
        <Button onPress={onExport}>{text('start.export')}</Button>
      </p>
    </main>
  )
}

/** The moment in words: what was said, where everyone was, what could be seen of him. */
function Moment() {
  const text = useText()
  const words = useWords()
  const snapshot = usePlayer((player) => player.snapshot)
  const place = `places.${useScenario().place.id}`
  return (
    <div className="debrief-moment">
      <CaptionLine lines={3} />
      <p className="small">
        {text('panels.you-are', { place: words(`${place}.stations.${snapshot.officer.station}`) })}.{' '}
        {Object.entries(snapshot.characters)
          .filter(([, character]) => character.position)
          .map(([, character]) => `${words(character.name)}: ${words(`${place}.positions.${character.position}`)}.`)
          .join(' ')}
      </p>
    </div>
  )
}
