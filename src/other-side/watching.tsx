import { type ReactNode, useEffect, useState } from 'react'
import {
  type Experience,
  type FeltThere,
  type MomentId,
  nextPerception,
  type OtherSide,
  type SetMoment,
} from '#core/perspective'
import { usePlayer } from '#player'
import { Button, clockTime, useText } from '#ui'
import { Question } from './question.tsx'
import { Sight } from './sight.tsx'
import { keyOf, Response, Told } from './telling.tsx'

/** How often the picture goes on, ms; as often as a session's clock. */
const STEP_MS = 250
/** A longer time in which nothing reaches him is a wait, and one may choose to shorten it, ms. */
const WAIT_MS = 4000
/** So much of it is still waited, ms. */
const BEFORE_NEXT_MS = 1000
/** So many of the latest things stay on the page; the others are folded away by time itself. */
const SHOWN = 6

type Props = {
  readonly experience: Experience
  readonly felt: OtherSide['felt']
  readonly seek: (timeMs: number) => void
  readonly responsesAt: (moment: SetMoment) => readonly string[]
  readonly onFelt: (id: MomentId, felt: FeltThere) => void
  readonly cell: ReactNode
}

/** The session at its own pace from his place, standing still at the set moments. */
export function Watching({ experience, felt, seek, responsesAt, onFelt, cell }: Props) {
  const text = useText()
  const { moments, perceptions } = experience
  const atMs = usePlayer((player) => player.snapshot.timeMs)
  const setPaused = usePlayer((player) => player.setPaused)
  const [isRunning, setRunning] = useState(true)
  const coming = moments.find(({ id }) => !felt[id])
  const isAsked = coming !== undefined && coming.atMs <= atMs
  const goes = isRunning && !isAsked && coming !== undefined
  useEffect(() => setPaused(!goes), [goes, setPaused])
  useEffect(() => {
    if (!goes) return undefined
    const timer = setTimeout(() => seek(Math.min(atMs + STEP_MS, coming.atMs)), STEP_MS)
    return () => clearTimeout(timer)
  }, [goes, atMs, coming, seek])
  const next = Math.min(nextPerception(experience, atMs)?.atMs ?? Number.POSITIVE_INFINITY, coming?.atMs ?? atMs)
  const sinceMs = perceptions.findLast((one) => one.atMs <= atMs)?.atMs ?? 0
  const isWaiting = !isAsked && next - sinceMs > WAIT_MS && next - atMs > BEFORE_NEXT_MS
  const reached = perceptions.filter((one) => one.atMs <= atMs)
  const answered = moments.findLast(({ id, atMs: at }) => felt[id] && at <= atMs)
  const response = answered && felt[answered.id]?.response
  return (
    <>
      {cell && <div className="other-side-cell">{cell}</div>}
      <div className="row">
        <span role="timer" aria-label={text('training.time')}>
          {clockTime(atMs)}
        </span>
        {!isAsked && (
          <Button onPress={() => setRunning(!isRunning)}>
            {text(isRunning ? 'training.pause' : 'training.go-on')}
          </Button>
        )}
        <span className="small">
          {text('other-side.moment-of', { n: moments.filter(({ id }) => felt[id]).length, all: moments.length })}
        </span>
      </div>
      <Sight />
      <div role="log" aria-live="polite" aria-label={text('other-side.reached')} className="reached">
        {reached.slice(-SHOWN).map((one) => (
          <Told key={keyOf(one)} perception={one} officerIs="officer" />
        ))}
        {answered?.atMs === reached.at(-1)?.atMs && response && (
          <p className="told">
            <small>{clockTime(answered?.atMs ?? 0)}</small>
            <span>
              <strong>{text('other-side.who.prisoner')}: </strong>
              <Response of={response} />
            </span>
          </p>
        )}
      </div>
      {isWaiting && (
        <p className="row notice">
          <span>{text('other-side.waiting', { n: Math.floor((atMs - sinceMs) / 1000) })}</span>
          <Button onPress={() => seek(next - BEFORE_NEXT_MS)}>{text('other-side.shorten')}</Button>
        </p>
      )}
      {isAsked && (
        <Question
          key={coming.id}
          n={moments.indexOf(coming) + 1}
          responses={responsesAt(coming)}
          onAnswered={(answer) => onFelt(coming.id, answer)}
        />
      )}
    </>
  )
}
