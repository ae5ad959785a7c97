import { distance } from 'fastest-levenshtein'
import { transliterate } from 'transliteration'

/** Something of the phrase book that can be said now, in one language. */
export type Candidate = {
  readonly id: string
  readonly text: string
  /** in Latin letters, where the source gives it */ readonly roman?: string | undefined
}
/** How a word of a phrase was typed: as it is, without its accents, with other letters, or not at all. */
export type Typed = 'same' | 'accents' | 'letters' | 'missing'
export type Match = {
  readonly id: string
  /** 0: nothing alike · 1: the same letters */ readonly likeness: number
  readonly words: readonly { readonly text: string; readonly typed: Typed }[]
  /** words were typed that the phrase has not */ readonly hasMore: boolean
}

/** From this likeness on a phrase is what was meant (design value: one letter of a word of four may be wrong). */
export const MEANT = 0.74
/** Below this likeness a phrase is not even shown. */
const SHOWN = 0.45
/** A word of a phrase was tried when the typed one is as like as this. */
const TRIED = 0.55

/** Ways of writing the same sound in Latin letters, brought together; longer ones first. */
const SPELLINGS: readonly (readonly [from: RegExp, to: string])[] = [
  [/shch|sch|stsh/g, 's'],
  [/zh/g, 'z'],
  [/sh/g, 's'],
  [/tch|tsh|ts|tz|ch/g, 'c'],
  [/kh/g, 'h'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
]

/** Letters without case, accents, script and habits of spelling; words with one space between them. */
const folded = (text: string): string => {
  const latin = transliterate(text)
    .toLowerCase()
    .replace(/['’`~]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  return SPELLINGS.reduce((so, [from, to]) => so.replace(from, to), latin)
}
/** Letters as they are written, case and punctuation aside. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’`]/g, "'")
    .replace(/[^\p{L}\p{M}\p{N}']+/gu, ' ')
    .trim()

const likeness = (one: string, other: string): number => {
  const longer = Math.max(one.length, other.length)
  return longer === 0 || !one || !other ? 0 : 1 - distance(one, other) / longer
}

/**
 * What of a phrase book somebody means who types it by ear: accents may be left out, another script may be written in
 * Latin letters, a few letters may be wrong. The likest first, those that are nothing like it left out.
 */
export function nearest(typed: string, candidates: readonly Candidate[]): readonly Match[] {
  const wanted = folded(typed)
  if (!wanted) return []
  return candidates
    .map(({ id, text, roman }) => {
      const forms = [folded(text), ...(roman ? [folded(roman)] : [])]
      const alike = Math.max(...forms.map((form) => likeness(wanted, form)))
      return { id, likeness: alike, text, roman }
    })
    .filter(({ likeness: alike }) => alike >= SHOWN)
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ id, likeness: alike, text, roman }) => ({ id, likeness: alike, ...comparedWith(typed, text, roman) }))
}

/** Word by word, how a phrase was typed. */
function comparedWith(typed: string, text: string, roman: string | undefined): Pick<Match, 'words' | 'hasMore'> {
  const left = plain(typed)
    .split(' ')
    .filter(Boolean)
    .map((word) => ({ word, latin: folded(word) }))
  const [shown, romans] = [wordsOf(text), wordsOf(roman ?? '')]
  const isLatin = /^[\p{Script=Latin}\p{P}\p{Z}\p{N}]*$/u.test(text)
  const words = shown.map((word, n) => {
    const forms = [folded(word), ...(romans.length === shown.length ? [folded(romans[n] ?? '')] : [])]
    const at = bestOf(left.map(({ latin }) => Math.max(...forms.map((form) => likeness(latin, form)))))
    const found = at < 0 ? undefined : left.splice(at, 1)[0]
    return { text: word, typed: found ? typedAs(found, word, forms, isLatin) : ('missing' as const) }
  })
  return { words, hasMore: left.length > 0 }
}

/** A phrase in words; what a hyphen joins is two. */
const wordsOf = (text: string): readonly string[] => text.split(/\s+|(?<=-)/).filter((word) => plain(word) !== '')

const bestOf = (likenesses: readonly number[]): number => {
  const best = Math.max(0, ...likenesses)
  return best >= TRIED ? likenesses.indexOf(best) : -1
}

function typedAs(
  found: { readonly word: string; readonly latin: string },
  word: string,
  forms: readonly string[],
  isLatin: boolean,
): Typed {
  if (found.word === plain(word)) return 'same'
  if (!forms.includes(found.latin)) return 'letters'
  // Where the script is another one, every way of writing the sound in Latin letters is as good.
  if (!isLatin) return 'same'
  return found.word.normalize('NFD').replace(/\p{M}/gu, '') === plain(word).normalize('NFD').replace(/\p{M}/gu, '')
    ? 'accents'
    : 'letters'
}
