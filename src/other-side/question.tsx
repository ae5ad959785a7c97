import { useEffect, useRef, useState } from 'react'
import { type FeltThere, NEXT_LIMIT } from '#core/perspective'
import { Button, useText } from '#ui'
import { feltIn, Scales, UNANSWERED } from './scale.tsx'
import { Response } from './telling.tsx'

type Props = {
  readonly n: number
  /** what one may do in his place: text keys of his own words, or ways to say nothing; empty when one only watches */
  readonly responses: readonly string[]
  readonly onAnswered: (felt: FeltThere) => void
}

/** A moment stands still: what will happen next, how safe, how respected; and what one does, when one plays him. */
export function Question({ n, responses, onAnswered }: Props) {
  const text = useText()
  const [next, setNext] = useState('')
  const [answer, setAnswer] = useState(UNANSWERED)
  const [response, setResponse] = useState<string>()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const felt = feltIn(answer)
  const isReady = felt !== undefined && (responses.length === 0 || response !== undefined)
  return (
    <section className="question" aria-label={text('other-side.moment', { n })}>
      <h2 ref={heading} tabIndex={-1}>
        {text('other-side.stands-still')}
      </h2>
      {responses.length > 0 && (
        <fieldset className="scale question-responses">
          <legend>{text('other-side.respond')}</legend>
          {responses.map((key) => (
            <label key={key}>
              <input type="radio" name="response" checked={response === key} onChange={() => setResponse(key)} />
              <span>
                <Response of={key} />
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <label className="stack">
        {text('other-side.next')}
        <textarea value={next} maxLength={NEXT_LIMIT} rows={2} onChange={(event) => setNext(event.target.value)} />
      </label>
      <Scales asks="feel" value={answer} onChange={setAnswer} />
      <Button
        className="primary"
        isDisabled={!isReady}
        onPress={() => felt && onAnswered({ ...felt, next: next.trim(), ...(response && { response }) })}
      >
        {text('other-side.go-on')}
      </Button>
    </section>
  )
}
