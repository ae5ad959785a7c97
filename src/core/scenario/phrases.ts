import type { Condition } from './clause-schema.ts'
import type { Diagnostic } from './diagnostic.ts'
import type { Phrase, PhraseData } from './phrase-schema.ts'
import type { LayerData, Line, PhraseUse, ScenarioData } from './schema.ts'
import { MAX_TOLD } from './source-limits.ts'
import type { SourceFile } from './source-map.ts'
import { unsafeIn } from './text-safety.ts'

/** Phrases by id, in the order of the files. */
export type PhraseBook = Readonly<Record<string, Phrase>>
/** The language the officer speaks where a scenario names none. */
export const OFFICER_LANGUAGE = 'en'
/** Key of what is shown of words of one's own that nobody can follow. */
export const OWN_WORDS = 'phrase-book.own-words'

export const usesPhrases = (parts: readonly (ScenarioData | LayerData)[]): boolean =>
  parts.some(({ phrases = [] }) => phrases.length > 0)

/** The book of some files, and what is wrong with it: a phrase given twice, a text that must not be shown. */
export function bookOf(files: readonly { readonly source: SourceFile; readonly data: PhraseData }[]) {
  const book: Record<string, Phrase> = {}
  const problems: Diagnostic[] = []
  for (const { source, data } of files)
    for (const [n, phrase] of data.phrases.entries()) {
      if (Object.hasOwn(book, phrase.id))
        problems.push(
          source.diagnose('E011', ['phrases', n, 'id'], `There are two phrases "${phrase.id}".`, 'Rename one of them.'),
        )
      book[phrase.id] = phrase
      for (const [language, wording] of Object.entries(phrase.in))
        for (const part of ['text', 'roman'] as const) {
          const unsafe = unsafeIn(wording[part] ?? '')
          if (unsafe)
            problems.push(
              source.diagnose(
                'E013',
                ['phrases', n, 'in', language, part],
                `The text holds ${unsafe.what}.`,
                unsafe.cure,
              ),
            )
        }
    }
  return { book: book as PhraseBook, problems: problems.slice(0, MAX_TOLD.file) }
}

/**
 * Puts what can be said of the phrase book among the lines: one line for each language a phrase has, so that everything
 * else knows lines only. Beside them, for each listener, stands the attempt: words of one's own that do not arrive.
 */
export function withPhrases<Part extends ScenarioData | LayerData>(
  part: Part,
  book: PhraseBook,
  { language: own = OFFICER_LANGUAGE, 'phrase-book': open }: ScenarioData,
): Part {
  const uses = part.phrases ?? []
  if (uses.length === 0) return part
  const listeners = [...new Set(uses.map(({ to }) => to))]
  const lines = [...uses.flatMap((use) => linesOf(use, book[use.phrase], own, open)), ...listeners.map(attemptOf)]
  return { ...part, lines: [...(part.lines ?? []), ...lines] }
}

function linesOf(
  use: PhraseUse,
  phrase: Phrase | undefined,
  own: string,
  open: Condition | undefined,
): readonly Line[] {
  if (!phrase) return []
  const { phrase: name, id = name, languages = Object.keys(phrase.in), when, say = phrase.say, ...rest } = use
  return languages
    .filter((language) => phrase.in[language])
    .map((language) => {
      const isOwn = language === own
      const both = isOwn || !open ? when : when ? { all: [open, when] } : open
      return {
        ...rest,
        say,
        level: use.level ?? phrase.level ?? 'A1',
        id: `${language}-${id}`,
        ...(!isOwn && { language }),
        ...(both && { when: both }),
        phrase: { id: name, language },
      }
    })
}

const attemptOf = (to: string): Line => ({ id: `own-words-to-${to}`, to, say: 'attempt', about: '' })

/** Key of the words of a phrase in a language. */
export const phraseKey = (id: string, language: string): string => `phrases.${id}.${language}`

/** The words of a book by key; the same in every language of the interface. */
export const phraseTexts = (book: PhraseBook): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(book).flatMap(({ id, in: wordings }) =>
      Object.entries(wordings).map(([language, { text }]) => [phraseKey(id, language), text]),
    ),
  )

/** Whether a line came out of the phrase book, and was hence checked there. */
export const isOfBook = ({ phrase, say }: Line): boolean => phrase !== undefined || say === 'attempt'
