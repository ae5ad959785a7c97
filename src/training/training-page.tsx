import { type KeyboardEvent, type ReactNode, useState } from 'react'
import type { SafeJobQuestion } from '#core/scenario'
import {
  ActPanel,
  CaptionLine,
  DialoguePanel,
  PhraseBook,
  RadioPanel,
  SurroundingsPanel,
  useHasPhraseBook,
} from '#panels'
import { usePlayer, useScenario, useWords } from '#player'
import { Button, clockTime, DisciplineMark, SavedStatus, useSaved, useText } from '#ui'
import { Briefing } from './briefing.tsx'
import { Coach } from './coach.tsx'
import { EndButton } from './end-button.tsx'
import { SafeJobCard } from './safe-job-card.tsx'
import './training.css'

/** What the trainee writes for the work itself: on the card before it, and in the record. */
export type Notes = { readonly card: Readonly<Partial<Record<SafeJobQuestion, string>>>; readonly record: string }

type Props = {
  /** the 3D view, or nothing in panels-only view */ readonly cell: ReactNode
  /** what stands at the end of the bar, e.g. the settings */ readonly tools: ReactNode
  /** it is only shown: over, damaged, or written by another tab */ readonly isReadOnly: boolean
  /** what must be known of this session, above everything */ readonly notices: ReactNode
  readonly toDebrief: ReactNode
  /** the way back to all scenarios; what was done stays, and can be gone on with */ readonly home: ReactNode
  readonly notes: Notes
  /** resolves when what he wrote is kept */ readonly onNotes: (notes: Notes) => Promise<void>
  readonly onExport: () => void
}

/** What already does something at a press of the space bar. */
const HAS_OWN_SPACE = 'button, a, input, select, textarea, summary'

/** A live session: the cell (if shown), captions, speech, body and surroundings. Without the cell it is complete. */
export function TrainingPage({ cell, tools, isReadOnly, notices, toDebrief, home, notes, onNotes, onExport }: Props) {
  const text = useText()
  const words = useWords()
  const scenario = useScenario()
  const hasPhraseBook = useHasPhraseBook()
  const [begun, setBegun] = useState(false)
  const ending = usePlayer((player) => player.snapshot.ending)
  const beat = usePlayer((player) => player.snapshot.beat)
  const stack = usePlayer((player) => player.header.stack)
  const isAssessed = usePlayer((player) => player.header.mode === 'assessment')
  const started = usePlayer((player) => player.snapshot.seq > 0)
  const paused = usePlayer((player) => player.paused)
  const setPaused = usePlayer((player) => player.setPaused)
  const saving = usePlayer((player) => player.saving)
  const reason = usePlayer((player) => player.reason)
  const send = usePlayer((player) => player.send)
  const written = useSaved(notes, onNotes)
  // What cannot be done now does not look as if it could; notes may still be written.
  const standsStill = paused && !isReadOnly

  if (!begun && !started && !isReadOnly)
    return (
      <Briefing
        tools={tools}
        notices={notices}
        home={home}
        onBegin={() => {
          setBegun(true)
          setPaused(false)
          // The briefing is long and was read to its end; the session begins at its top, where the cell is.
          window.scrollTo(0, 0)
        }}
      >
        {scenario.data['safe-job-analysis'] && (
          <SafeJobCard
            answers={written.value.card}
            onChange={(card) => written.change({ card })}
            onLeave={written.save}
            saved={written.saved}
          />
        )}
      </Briefing>
    )
  const silent = (event: KeyboardEvent) => {
    const { target, currentTarget } = event
    if (event.code !== 'Space' || !(target instanceof Element)) return
    // Keys of a dialog come here too, for React passes them up its own tree.
    if (!currentTarget.contains(target) || target.closest(HAS_OWN_SPACE)) return
    event.preventDefault()
    void send({ do: 'stay:silent' })
  }
  return (
    <main className="dark-surround training" data-view={cell ? '3d' : 'panels'} onKeyDown={silent}>
      <header className="row training-bar">
        <h1 className="visually-hidden">{words('title')}</h1>
        <Clock />
        {stack.map((discipline) => (
          <DisciplineMark key={discipline} discipline={discipline} />
        ))}
        <span className="training-beat">{ending ? text('training.ended') : words(`beats.${beat}`)}</span>
        {!isReadOnly && ending === undefined && (
          <>
            <Button onPress={() => setPaused(!paused)}>{text(paused ? 'training.go-on' : 'training.pause')}</Button>
            <EndButton />
          </>
        )}
        {tools}
      </header>
      <div role="status">{notices}</div>
      {standsStill && (
        <p className="notice">
          {text('training.paused')} {home}
        </p>
      )}
      {saving === 'blocked' && (
        <div className="alert" role="alert">
          <p>{text('training.blocked', { reason: reason ?? '' })}</p>
          <Button onPress={onExport}>{text('start.export')}</Button>
        </div>
      )}
      {ending && (
        <div className="notice" role="status">
          <h2>{isAssessed ? text('assessment.with-assessor') : words(`endings.${ending}.title`)}</h2>
          <p>{isAssessed ? text('assessment.ended') : words(`endings.${ending}.text`)}</p>
          {toDebrief}
        </div>
      )}
      {cell && (
        <div className="training-cell" inert={standsStill}>
          {cell}
        </div>
      )}
      <CaptionLine lines={cell ? 2 : 5} underPicture={Boolean(cell)} />
      <div className="training-panels">
        <section aria-label={text('panels.say')} inert={standsStill}>
          <Coach title={text('panels.say')} isSilent={isReadOnly} />
          <DialoguePanel channel="face" />
        </section>
        {hasPhraseBook && (
          <section aria-label={text('phrases.title')} className="training-phrases" inert={standsStill}>
            <h2>{text('phrases.title')}</h2>
            <PhraseBook />
          </section>
        )}
        <section aria-label={text('panels.body')} inert={standsStill}>
          <h2>{text('panels.body')}</h2>
          <ActPanel />
        </section>
        <section aria-label={text('panels.around')} inert={standsStill}>
          <h2>{text('panels.around')}</h2>
          <SurroundingsPanel />
        </section>
        <div className="training-column">
          <section aria-label={text('panels.radio')} inert={standsStill}>
            <h2>{text('panels.radio')}</h2>
            <RadioPanel />
          </section>
          <section aria-label={text('panels.notes')}>
            <h2>{text('panels.notes')}</h2>
            <DialoguePanel channel="notes" />
            <label className="stack tight own-words">
              <span>
                {text('panels.own-words')} <small>{text('panels.own-words-hint')}</small>
              </span>
              <textarea
                value={written.value.record}
                onChange={(event) => written.change({ record: event.target.value })}
                onBlur={written.save}
                maxLength={4000}
                readOnly={isReadOnly}
              />
            </label>
            <SavedStatus saved={written.saved} />
            <details>
              <summary>{text('training.help')}</summary>
              <p className="small">{text('training.help-text')}</p>
            </details>
          </section>
        </div>
      </div>
    </main>
  )
}

function Clock() {
  const text = useText()
  const seconds = usePlayer((player) => Math.floor(player.snapshot.timeMs / 1000))
  return (
    <span role="timer" aria-label={text('training.time')}>
      {clockTime(seconds * 1000)}
    </span>
  )
}
