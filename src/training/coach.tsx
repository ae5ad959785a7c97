import { useState } from 'react'
import { usePlayer, useWords } from '#player'
import { Button, useText } from '#ui'

/** How many of the newest verdicts are read before one speaks again. */
const NEWEST = 2

type Props = {
  /** of the panel it stands over: what is explained is read before the next word is chosen */ readonly title: string
  /** nobody here plays */ readonly isSilent: boolean
}

/** A panel's title; in guided mode with a hint when asked for, and each verdict as it falls. */
export function Coach({ title, isSilent }: Props) {
  const text = useText()
  const words = useWords()
  const mode = usePlayer((player) => player.header.mode)
  const notes = usePlayer((player) => player.coach)
  const hint = usePlayer((player) => player.hint)
  const seq = usePlayer((player) => player.snapshot.seq)
  const isOver = usePlayer((player) => player.snapshot.ending !== undefined)
  const [asked, setAsked] = useState<{ readonly seq: number; readonly hint: string }>()
  // What was a hint before an act is none after it.
  const shown = asked?.seq === seq ? asked.hint : undefined
  if (mode !== 'guided' || isSilent) return <h2>{title}</h2>
  return (
    <>
      <div className="row training-coach">
        <h2>{title}</h2>
        {!isOver && <Button onPress={() => setAsked({ seq, hint: hint() ?? '' })}>{text('training.hint')}</Button>}
      </div>
      <div aria-live="polite">
        {shown !== undefined && <p>{shown ? words(shown) : text('training.no-hint')}</p>}
        {notes.length > 0 && <h3 className="visually-hidden">{text('training.coach')}</h3>}
        {notes.slice(-NEWEST).map((note) => (
          <p key={note.id} className="small">
            <strong>{text(`outcomes.${note.outcome}`)}</strong>: {words(note.reason)}
          </p>
        ))}
      </div>
    </>
  )
}
