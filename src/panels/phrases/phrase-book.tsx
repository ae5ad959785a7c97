import { useEffect, useRef, useState } from 'react'
import { TONES, type Tone } from '#core/scenario'
import type { Affordance } from '#core/session'
import { useAttention, usePlayer, useScenario, useTurnTo, useWords } from '#player'
import { Button, useText } from '#ui'
import './phrases.css'
import { PhraseRow } from './phrase-row.tsx'
import { PictureCards } from './picture-cards.tsx'
import { TypedPhrase } from './typed-phrase.tsx'
import { type BookPhrase, languageName, usePhrases } from './use-phrases.ts'

/** Whether the layers that are on have anything for who shares no language with the man. */
export const useHasPhraseBook = (): boolean => {
  const { data, layers } = useScenario()
  const stack = usePlayer((player) => player.header.stack)
  return [data, ...stack.flatMap((name) => layers[name] ?? [])].some(
    ({ lines = [], deeds = [] }) => lines.some(({ phrase }) => phrase) || deeds.some(({ cards }) => cards),
  )
}

/** The phrase book with its pages in other languages, a field for one's own words, and the picture cards. */
export function PhraseBook() {
  const text = useText()
  const words = useWords()
  const { own, locale, phrases, attempts, cards } = usePhrases()
  const characters = usePlayer((player) => player.snapshot.characters)
  const send = usePlayer((player) => player.send)
  const attention = useAttention()
  const turnTo = useTurnTo()
  const panel = useRef<HTMLDivElement>(null)
  const [wanted, setWanted] = useState<{ readonly to?: string; readonly language?: string }>({})
  const [tone, setTone] = useState<Tone>('calm')
  const [use, setUse] = useState('')
  const [search, setSearch] = useState('')
  const people = [...new Set([...phrases.map(({ affordance }) => affordance.target)])].sort()
  const to = people.includes(wanted.to ?? '') ? wanted.to : people[0]
  const forPerson = phrases.filter(({ affordance }) => affordance.target === to)
  const languages = [...new Set(forPerson.map(({ language }) => language))].sort((one, other) =>
    languageName(one, locale).localeCompare(languageName(other, locale), locale),
  )
  const language = languages.includes(wanted.language ?? '')
    ? (wanted.language ?? '')
    : (languages.find((one) => one === own) ?? languages[0] ?? '')
  const page = forPerson.filter((phrase) => phrase.language === language)
  const uses = [...new Set(page.map((phrase) => phrase.use))]
  const shownUse = uses.includes(use) ? use : ''
  const listed = page.filter((phrase) => (!shownUse || phrase.use === shownUse) && holds(phrase, search))
  const attempt = attempts.find(({ target }) => target === to)

  useEffect(() => {
    if (attention?.on !== 'phrases') return
    setWanted((so) => ({ ...so, to: attention.to }))
    const section = panel.current?.closest('section')
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector<HTMLElement>('select, button')?.focus({ preventScroll: true })
  }, [attention])
  const say = ({ act }: Affordance, typed?: string) => {
    if (attention?.on === 'phrases') turnTo({ on: 'room' })
    return send({ ...act, tone, ...(typed && { typed }) })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key is a shortcut for going back to the room
    <div
      ref={panel}
      className="stack phrase-book"
      onKeyDown={({ key }) => {
        if (key === 'Escape' && attention?.on === 'phrases') turnTo({ on: 'room' })
      }}
    >
      {page.length === 0 ? (
        <p className="small">{text('phrases.nobody')}</p>
      ) : (
        <>
          <div className="phrase-choices">
            {people.length > 1 && (
              <label>
                {text('panels.to')}
                <select value={to} onChange={(event) => setWanted({ ...wanted, to: event.target.value })}>
                  {people.map((role) => (
                    <option key={role} value={role}>
                      {words(characters[role]?.name ?? role)}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              {text('phrases.language')}
              <select value={language} onChange={(event) => setWanted({ ...wanted, language: event.target.value })}>
                {languages.map((one) => (
                  <option key={one} value={one}>
                    {languageName(one, locale)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {text('phrases.use')}
              <select value={shownUse} onChange={(event) => setUse(event.target.value)}>
                <option value="">{text('phrases.every-use')}</option>
                {uses.map((one) => (
                  <option key={one} value={one}>
                    {words(`phrase-uses.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {text('phrases.search')}
              <input type="search" value={search} onChange={(event) => setSearch(event.target.value)} maxLength={60} />
            </label>
          </div>
          {languages.length === 1 && <p className="small">{text('phrases.only-own')}</p>}
          <div className="row" role="group" aria-label={text('panels.tone')}>
            <span className="small">{text('panels.tone')}</span>
            {TONES.map((one) => (
              <Button key={one} aria-pressed={one === tone} onPress={() => setTone(one)}>
                {text(`tones.${one}`)}
              </Button>
            ))}
          </div>
          {language !== own && attempt && (
            <TypedPhrase
              key={language}
              phrases={page}
              language={language}
              locale={locale}
              onSay={({ affordance }, typed) => say(affordance, typed)}
              onTry={(typed) => say(attempt, typed)}
            />
          )}
          {page.some(({ sounds }) => sounds) && <p className="small">{text('phrases.sounds-note')}</p>}
          <ul className="phrase-list" aria-label={text('phrases.list', { language: languageName(language, locale) })}>
            {listed.map((phrase) => (
              <PhraseRow key={phrase.affordance.act.do} phrase={phrase} onSay={() => void say(phrase.affordance)} />
            ))}
            {listed.length === 0 && <li className="small">{text('phrases.none-found')}</li>}
          </ul>
        </>
      )}
      <PictureCards cards={cards} />
    </div>
  )
}

/** Whether a phrase has what is looked for, in any of its words; accents and case aside. */
function holds({ text, meaning, roman }: BookPhrase, search: string): boolean {
  const bare = (words: string) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return bare([text, meaning, roman].join(' ')).includes(bare(search.trim()))
}
