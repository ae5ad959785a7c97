import { useState } from 'react'
import type { Felt, MomentId, OtherSide, SetMoment } from '#core/perspective'
import { Button, clockTime, useText } from '#ui'
import { type Answering, feltIn, Scales, UNANSWERED } from './scale.tsx'
import { Doings } from './telling.tsx'

type Props = {
  readonly moments: readonly SetMoment[]
  readonly guesses: OtherSide['guesses']
  readonly onGuessed: (guesses: OtherSide['guesses']) => void
}

/** Before the replay: what the officer believes the other felt, moment by moment. */
export function Guessing({ moments, guesses, onGuessed }: Props) {
  const text = useText()
  const [answers, setAnswers] = useState<Readonly<Partial<Record<MomentId, Answering>>>>(guesses)
  const given = moments.flatMap(({ id }): [MomentId, Felt][] => {
    const felt = feltIn(answers[id] ?? UNANSWERED)
    return felt ? [[id, felt]] : []
  })
  return (
    <>
      <p>{text('other-side.guess.intro')}</p>
      {moments.map((moment, n) => (
        <section key={moment.id} className="card" aria-label={text('other-side.moment', { n: n + 1 })}>
          <h2>
            {text('other-side.moment', { n: n + 1 })} <small>{clockTime(moment.atMs)}</small>
          </h2>
          <Doings of={moment.before} officerIs="you" />
          <Scales
            asks="guess"
            value={answers[moment.id] ?? UNANSWERED}
            onChange={(answer) => setAnswers({ ...answers, [moment.id]: answer })}
          />
        </section>
      ))}
      {given.length < moments.length && (
        <p className="small">{text('other-side.left', { n: moments.length - given.length })}</p>
      )}
      <Button
        className="primary"
        isDisabled={given.length < moments.length}
        onPress={() => onGuessed(Object.fromEntries(given))}
      >
        {text('other-side.begin')}
      </Button>
    </>
  )
}
