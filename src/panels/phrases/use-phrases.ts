import { OFFICER_LANGUAGE, type PhraseMark, phraseKey } from '#core/scenario'
import type { Affordance } from '#core/session'
import { usePlayer, useScenario, useSettings, useWords, type Words } from '#player'

/** A phrase that can be said now, with everything that is told of it. */
export type BookPhrase = {
  readonly affordance: Affordance
  readonly id: string
  readonly language: string
  readonly text: string
  /** what it means, where it is not in the language of the page */ readonly meaning: string | undefined
  readonly use: string
  readonly roman: string | undefined
  /** a respelling nobody has checked */ readonly sounds: string | undefined
  /** how sure the source is; nothing of the officer's own language */ readonly mark: PhraseMark | undefined
}

/** What the phrase book, the picture cards and one's own words offer now. */
export function usePhrases() {
  const scenario = useScenario()
  const words = useWords()
  const locale = useSettings((settings) => settings.language)
  const affordances = usePlayer((player) => player.snapshot.affordances)
  const own = scenario.data.language ?? OFFICER_LANGUAGE
  const said = (key: string) => (words(key) === key ? undefined : words(key))
  const phrases = affordances.flatMap((affordance): BookPhrase[] => {
    const { id, language } = affordance.phrase ?? { id: '', language: '' }
    const known = scenario.phrases[id]
    const wording = known?.in[language]
    if (!known || !wording) return []
    const isOwn = language === own
    return [
      {
        affordance,
        id,
        language,
        text: words(affordance.text),
        meaning: meaningOf({ id, language }, locale, words),
        use: known.use,
        roman: wording.roman,
        sounds: said(`phrase-sounds.${id}.${language}`),
        mark: isOwn ? undefined : (wording.mark ?? known.mark),
      },
    ]
  })
  return {
    own,
    locale,
    phrases: phrases.toSorted((one, other) => order(scenario.phrases, one) - order(scenario.phrases, other)),
    attempts: affordances.filter(({ intent }) => intent === 'attempt'),
    cards: affordances.filter(({ cards }) => cards !== undefined),
  }
}

/** What a phrase means in the language of the page; nothing where it is in that language. */
export function meaningOf(
  { id, language }: { readonly id: string; readonly language: string },
  locale: string,
  words: Words,
): string | undefined {
  const key = phraseKey(id, locale)
  const meaning = words(key) === key ? words(phraseKey(id, 'en')) : words(key)
  return language === locale ? undefined : meaning
}

/** Phrases stand in the order of the book, whatever the seed did to the lines. */
const order = (book: Readonly<Record<string, unknown>>, { id }: BookPhrase): number => Object.keys(book).indexOf(id)

/** What a language is called in another. */
export function languageName(language: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(language) ?? language
  } catch {
    return language
  }
}
