import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Affordance } from '#core/session'
import { usePlayer, useScenario, useWords } from '#player'
import { Button, useText } from '#ui'
import { type Channel, channelOf, radioRoles } from './lines.ts'

/** Where one is in speaking: to whom, what one wants, which words; the tone sends it. */
type Speaking = {
  readonly to?: string | undefined
  readonly intent?: string | undefined
  readonly line?: Affordance | undefined
}

type Props = { readonly channel: Channel /** called when a line was sent */; readonly onSaid?: () => void }

/** Lines grouped by person and intent, in the order of the snapshot, then a tone. Nothing tells the good ones apart. */
export function DialoguePanel({ channel, onSaid }: Props) {
  const text = useText()
  const words = useWords()
  const affordances = usePlayer((player) => player.snapshot.affordances)
  const characters = usePlayer((player) => player.snapshot.characters)
  const send = usePlayer((player) => player.send)
  const [speaking, setSpeaking] = useState<Speaking>({})
  const group = useRef<HTMLDivElement>(null)
  const isMoving = useRef(false)
  const onRadio = radioRoles(useScenario())
  const lines = affordances.filter((a) => a.group === 'say' && channelOf(a, onRadio) === channel)
  const people = [...new Set(lines.map((line) => line.target))].sort()
  const to = people.includes(speaking.to ?? '') ? speaking.to : people.includes('prisoner') ? 'prisoner' : people[0]
  const forPerson = lines.filter((line) => line.target === to)
  const intents = [...new Set(forPerson.map((line) => line.intent ?? ''))]
  const intent = intents.find((one) => one === speaking.intent)
  const choices = forPerson.filter((line) => line.intent === intent)
  const line = choices.find((choice) => choice.act.do === speaking.line?.act.do)
  const tones = line?.tones ?? []

  // The button that was pressed is gone with its step: whoever works by keyboard goes on at the next one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step brings its own buttons
  useEffect(() => {
    if (isMoving.current) group.current?.querySelector('button')?.focus()
    isMoving.current = false
  }, [speaking])
  const goTo = (next: Speaking) => {
    isMoving.current = true
    setSpeaking(next)
  }
  const choose = (chosen: Affordance) =>
    chosen.tones?.length === 1 ? say(chosen, chosen.tones[0]) : goTo({ to, intent, line: chosen })
  const say = (chosen: Affordance, tone: string | undefined) => {
    goTo({ to })
    onSaid?.()
    void send({ ...chosen.act, ...(tone && { tone: tone as NonNullable<Affordance['tones']>[number] }) })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      goTo(line ? { to, intent } : { to })
      return
    }
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1]
    if (!digit || event.ctrlKey || event.metaKey) return
    const n = Number(digit) - 1
    const [pickedIntent, pickedLine, pickedTone] = [intents[n], choices[n], tones[n]]
    if (line && pickedTone) say(line, pickedTone)
    else if (!line && intent && pickedLine) choose(pickedLine)
    else if (!intent && pickedIntent) goTo({ to, intent: pickedIntent })
    else return
    event.preventDefault()
  }
  const nameOf = (role: string) => words(characters[role]?.name ?? role)

  if (lines.length === 0) return <p className="small">{text(`panels.nobody-${channel}`)}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are a shortcut for the buttons inside
    <div className="stack" onKeyDown={onKeyDown}>
      {people.length > 1 && (
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
        <div ref={group} className="row" role="group" aria-label={text('panels.intent')}>
          {intents.map((one, n) => (
            <Button key={one} onPress={() => goTo({ to, intent: one })}>
              {n < 9 && <kbd>{n + 1}</kbd>} {text(`intents.${one}`)}
            </Button>
          ))}
        </div>
      )}
      {intent && !line && (
        <div ref={group} className="stack" role="group" aria-label={text('panels.line')}>
          {choices.map((choice, n) => (
            <Button key={choice.act.do} onPress={() => choose(choice)}>
              {n < 9 && <kbd>{n + 1}</kbd>} {words(choice.text)} <small>{choice.topic && words(choice.topic)}</small>
            </Button>
          ))}
        </div>
      )}
      {line && (
        <div ref={group} className="stack" role="group" aria-label={text('panels.tone')}>
          <p>“{words(line.text)}”</p>
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
          <Button onPress={() => goTo(line ? { to, intent } : { to })}>{text('panels.back')}</Button>
        </div>
      )}
    </div>
  )
}
