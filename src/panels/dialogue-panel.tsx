import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Affordance } from '#core/session'
import { useAttention, usePlayer, useScenario, useTurnTo, useWords } from '#player'
import { Button, useText } from '#ui'
import { type Channel, channelOf, isFromBook, radioRoles } from './lines.ts'

/** Where one is in speaking: to whom, what one wants, which words; the tone sends it. */
type Speaking = {
  readonly to?: string | undefined
  readonly intent?: string | undefined
  readonly line?: Affordance | undefined
}

type Props = {
  readonly channel: Channel
  /** called when a line was sent or none is wanted */ readonly onDone?: () => void
}

/** Lines grouped by person and intent, in the order of the snapshot, then a tone. Nothing tells the good ones apart. */
export function DialoguePanel({ channel, onDone }: Props) {
  const text = useText()
  const words = useWords()
  const affordances = usePlayer((player) => player.snapshot.affordances)
  const characters = usePlayer((player) => player.snapshot.characters)
  const send = usePlayer((player) => player.send)
  const attention = useAttention()
  const turnTo = useTurnTo()
  const panel = useRef<HTMLDivElement>(null)
  const [speaking, setStep] = useState<Speaking>({})
  /** The hands follow from step to step: whoever chose a step chooses in the next. */
  const setSpeaking = (next: Speaking) => {
    follows.current = next
    setStep(next)
  }
  /** the step the hands are on their way to */ const follows = useRef<Speaking>(undefined)
  const onRadio = radioRoles(useScenario())
  const lines = affordances.filter((a) => a.group === 'say' && channelOf(a, onRadio) === channel && !isFromBook(a))
  const people = [...new Set(lines.map((line) => line.target))].sort()
  const to = people.includes(speaking.to ?? '') ? speaking.to : people.includes('prisoner') ? 'prisoner' : people[0]
  const forPerson = lines.filter((line) => line.target === to)
  const intents = [...new Set(forPerson.map((line) => line.intent ?? ''))]
  const intent = intents.find((one) => one === speaking.intent)
  const choices = forPerson.filter((line) => line.intent === intent)
  const line = choices.find((choice) => choice.act.do === speaking.line?.act.do)
  const tones = line?.tones ?? []

  // biome-ignore lint/correctness/useExhaustiveDependencies: a request is followed once, when it is made
  useEffect(() => {
    if (attention?.on !== 'speech' || !people.includes(attention.to)) return
    setSpeaking({ to: attention.to })
    panel.current?.closest('section')?.scrollIntoView({ block: 'start' })
  }, [attention])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is what the hands follow
  useEffect(() => {
    if (follows.current !== speaking) return
    follows.current = undefined
    panel.current?.querySelector<HTMLElement>('[data-step] button')?.focus()
  }, [speaking])
  const choose = (chosen: Affordance) =>
    chosen.tones?.length === 1 ? say(chosen, chosen.tones[0]) : setSpeaking({ to, intent, line: chosen })
  /** Done speaking: back to the room if it asked, else to the beginning. */
  const leave = () => {
    onDone?.()
    const asked = attention?.on === 'speech' && people.includes(attention.to)
    if (asked) {
      setStep({ to })
      turnTo({ on: 'room' })
    } else setSpeaking({ to })
  }
  const say = (chosen: Affordance, tone: string | undefined) => {
    leave()
    void send({ ...chosen.act, ...(tone && { tone: tone as NonNullable<Affordance['tones']>[number] }) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (intent) setSpeaking(line ? { to, intent } : { to })
      else leave()
      return
    }
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (!digit || event.ctrlKey || event.metaKey) return
    const n = Number(digit) - 1
    const [pickedIntent, pickedLine, pickedTone] = [intents[n], choices[n], tones[n]]
    if (line && pickedTone) say(line, pickedTone)
    else if (!line && intent && pickedLine) choose(pickedLine)
    else if (!intent && pickedIntent) setSpeaking({ to, intent: pickedIntent })
    else return
    event.preventDefault()
  }
  const nameOf = (role: string) => words(characters[role]?.name ?? role)

  if (lines.length === 0) return <p className="small">{text(`panels.nobody-${channel}`)}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a shortcut for the buttons inside
    <div ref={panel} className="stack" onKeyDown={onKeyDown}>
      {channel !== 'notes' && (
        <div className="row" role="group" aria-label={text('panels.to')}>
          <span className="small">{text('panels.to')}</span>
          {people.map((role) => (
            <Button key={role} aria-pressed={role === to} onPress={() => setSpeaking({ to: role })}>
              {nameOf(role)}
            </Button>
          ))}
        </div>
      )}
      {!intent && (
        <div className="row" role="group" aria-label={text('panels.intent')} data-step>
          {intents.map((one, n) => (
            <Button key={one} onPress={() => setSpeaking({ to, intent: one })}>
              {n < 9 && <kbd>{n + 1}</kbd>} {text(`intents.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {intent && !line && (
        <div className="stack" role="group" aria-label={text('panels.line')} data-step>
          {choices.map((choice, n) => (
            <Button key={choice.act.do} onPress={() => choose(choice)}>
              {n < 9 && <kbd>{n + 1}</kbd>} {words(choice.text)} <small>{choice.topic && words(choice.topic)}</small>
            </Button>
          ))}
        </div>
      )}
      {line && (
        <div className="stack" role="group" aria-label={text('panels.tone')} data-step>
          <p>{text('ui.said', { words: words(line.text) })}</p>
          <div className="row">
            {tones.map((tone, n) => (
              <Button key={tone} onPress={() => say(line, tone)}>
                <kbd>{n + 1}</kbd> {text(`tones.${tone}`)}
              </Button>
            ))}
          </div>
        </div>
      )}
      {intent && (
        <div>
          <Button onPress={() => setSpeaking(line ? { to, intent } : { to })}>{text('panels.back')}</Button>
        </div>
      )}
    </div>
  )
}
