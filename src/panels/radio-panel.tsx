import { useEffect, useRef, useState } from 'react'
import { useAttention, usePlayer, useScenario } from '#player'
import { Button, useText } from '#ui'
import { Said } from './caption-line.tsx'
import { DialoguePanel } from './dialogue-panel.tsx'
import { channelOf, radioRoles } from './lines.ts'

/** How many of the last words on the air are shown. */
const SHOWN = 4

/** The radio: what was said on the air, and a key to be pressed before one speaks. It lets go when the line is out. */
export function RadioPanel() {
  const text = useText()
  const onRadio = radioRoles(useScenario())
  const utterances = usePlayer((player) => player.snapshot.utterances)
  const canSpeak = usePlayer((player) => player.snapshot.affordances.some((a) => channelOf(a, onRadio) === 'radio'))
  const [isPressed, setPressed] = useState(false)
  const key = useRef<HTMLButtonElement>(null)
  const lines = useRef<HTMLDivElement>(null)
  const isOpen = isPressed && canSpeak
  const attention = useAttention()
  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is followed once, when it is made
  useEffect(() => {
    if (attention) setPressed(attention.on === 'speech' && onRadio.includes(attention.to))
  }, [attention])
  useEffect(() => {
    if (isOpen) lines.current?.querySelector<HTMLElement>('[data-step] button')?.focus()
  }, [isOpen])
  const heard = utterances.filter(({ by, to }) => onRadio.includes(by) || (to && onRadio.includes(to))).slice(-SHOWN)
  const letGo = () => {
    setPressed(false)
    key.current?.focus()
  }
  return (
    <div className="stack">
      <div role="log" aria-live="off" aria-label={text('radio.heard')} className="radio-heard">
        {heard.length === 0 && <p className="small">{text('radio.quiet')}</p>}
        {heard.map((utterance) => (
          <Said key={`${utterance.seq} ${utterance.atMs} ${utterance.by} ${utterance.text}`} utterance={utterance} />
        ))}
      </div>
      {onRadio.length > 0 && (
        <div>
          <Button
            ref={key}
            className="radio-key"
            aria-pressed={isOpen}
            isDisabled={!canSpeak}
            onPress={() => setPressed(!isPressed)}
          >
            <span className="radio-light" aria-hidden="true" /> {text('radio.press')}
          </Button>
        </div>
      )}
      {isOpen && (
        <div ref={lines}>
          <DialoguePanel channel="radio" onDone={letGo} />
        </div>
      )}
    </div>
  )
}
