import { type FormEvent, useId, useMemo, useState } from 'react'
import { Button, type Text, useText } from '#ui'
import { type Match, MEANT, nearest } from './match.ts'
import { type BookPhrase, languageName } from './use-phrases.ts'

type Props = {
  readonly phrases: readonly BookPhrase[]
  readonly language: string
  readonly locale: string
  /** says a phrase of the book, which was typed so */
  readonly onSay: (phrase: BookPhrase, typed: string) => Promise<void>
  /** says what was typed, which nobody follows */ readonly onTry: (typed: string) => Promise<void>
}
/** How many of the nearest phrases are shown. */
const SHOWN = 3

/** What was typed last, and what became of it. */
type Said = { readonly typed: string; readonly match: Match | undefined; readonly phrase: BookPhrase | undefined }

/** A field to say it oneself: what comes near enough to a phrase is that phrase, anything else does not come across. */
export function TypedPhrase({ phrases, language, locale, onSay, onTry }: Props) {
  const text = useText()
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<Said>()
  const field = useId()
  const candidates = useMemo(
    () => phrases.map(({ affordance, text: words, roman }) => ({ id: affordance.act.do, text: words, roman })),
    [phrases],
  )
  const found = useMemo(() => nearest(typed, candidates).slice(0, SHOWN), [typed, candidates])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const own = typed.trim()
    if (!own) return
    const [best] = found
    const match = best && best.likeness >= MEANT ? best : undefined
    const phrase = match && phrases.find(({ affordance }) => affordance.act.do === match.id)
    setTyped('')
    // It is kept before the page says what became of it, as with every act.
    await (phrase ? onSay(phrase, own) : onTry(own))
    setSaid({ typed: own, match: phrase && match, phrase })
  }
  return (
    <form className="stack phrase-typed" onSubmit={(event) => void submit(event)}>
      <label htmlFor={field}>{text('phrases.type', { language: languageName(language, locale) })}</label>
      <div className="phrase-field">
        <input
          id={field}
          lang={language}
          dir="auto"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          maxLength={200}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          enterKeyHint="send"
        />
        <Button type="submit">{text('phrases.say-typed')}</Button>
      </div>
      {found.length > 0 && (
        <ol className="phrase-near" aria-label={text('phrases.near')}>
          {found.map((match, n) => (
            <li key={match.id} lang={language} dir="auto">
              <Compared match={match} />{' '}
              <small lang={locale}>
                {text(n === 0 && match.likeness >= MEANT ? 'phrases.is-meant' : 'phrases.not-near-enough')}
              </small>
            </li>
          ))}
        </ol>
      )}
      <div role="status">
        {said && (
          <p>
            {said.phrase
              ? text('phrases.typed-said', { typed: said.typed, words: said.phrase.text })
              : text('phrases.typed-lost', { typed: said.typed })}{' '}
            {said.match && <small>{whatWasOff(said.match, text)}</small>}
          </p>
        )}
      </div>
    </form>
  )
}

/** A phrase with what differs underlined; what it is stands in words once it has been said. */
function Compared({ match }: { readonly match: Match }) {
  return match.words.map(({ text, typed }, n) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of a phrase never change places
    <span key={n}>
      {n > 0 && !match.words[n - 1]?.text.endsWith('-') && ' '}
      {typed === 'same' ? text : <u data-typed={typed}>{text}</u>}
    </span>
  ))
}

/** What was off, in words: accents, letters, what is missing, what was too much. */
function whatWasOff({ words, hasMore }: Match, text: Text): string {
  const of = (kind: string) => words.filter(({ typed }) => typed === kind).map((word) => word.text)
  const told = (['accents', 'letters', 'missing'] as const).flatMap((kind) => {
    const list = of(kind)
    return list.length > 0 ? text(`phrases.off.${kind}`, { words: list.join(', ') }) : []
  })
  if (hasMore) told.push(text('phrases.off.more'))
  return told.length > 0 ? told.join(' ') : text('phrases.off.nothing')
}
