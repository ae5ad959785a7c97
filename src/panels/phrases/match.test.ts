import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedScenario } from '../../../tests/fixtures/packs.ts'
import { type Candidate, MEANT, nearest } from './match.ts'

const { phrases } = shippedScenario('arrival-interview')
const page = (language: string): readonly Candidate[] =>
  Object.values(phrases).flatMap(({ id, in: wordings }) => {
    const wording = wordings[language]
    return wording ? [{ id, text: wording.text, roman: wording.roman }] : []
  })
const LANGUAGES = ['en', 'et', 'ru', 'es', 'fr', 'de', 'sv', 'ro', 'sq', 'ar']
const every = LANGUAGES.flatMap((language) => page(language).map((phrase) => ({ ...phrase, language })))
const anyPhrase = fc.constantFrom(...every)
const meant = (typed: string, language: string) => {
  const [best] = nearest(typed, page(language))
  return best && best.likeness >= MEANT ? best : undefined
}
const bare = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '')
const how = (typed: string, language: string) => meant(typed, language)?.words.map((word) => word.typed)

describe('what somebody means who types a phrase', () => {
  it('holds the whole book', () => {
    expect(page('ru')).toHaveLength(45)
    expect(page('ar')).toHaveLength(4)
  })

  it('is the phrase itself when it is typed as it is written, and nothing is off', () => {
    for (const { id, text, language } of every) {
      expect(meant(text, language)?.id, text).toBe(id)
      expect(new Set(how(text, language)), text).toEqual(new Set(['same']))
    }
  })

  it('is the phrase without accents, punctuation and capitals', () => {
    for (const { id, text, language } of every)
      if (!['ru', 'ar'].includes(language))
        expect(
          meant(
            bare(text)
              .replace(/[.,?!¿¡…]/g, ' ')
              .toLowerCase(),
            language,
          )?.id,
          text,
        ).toBe(id)
    expect(how('kas te vajate tolki', 'et')).toEqual(['same', 'same', 'same', 'accents'])
  })

  it('is the phrase in Latin letters: those of the source, of an Estonian, of a German', () => {
    for (const { id, roman, language } of every) if (roman) expect(meant(roman, language)?.id, roman).toBe(id)
    for (const typed of ['vam nuzhen perevodchik', 'Vam nužen perevodtšik?', 'wam nuschen perewodtschik'])
      expect(meant(typed, 'ru')?.id, typed).toBe('need-interpreter')
    expect(how('vam nuzhen perevodchik', 'ru')).toEqual(['same', 'same', 'same'])
    expect(meant('Ja pozovu medsestru', 'ru')?.id).toBe('nurse')
  })

  it('is the phrase with one letter wrong, left out, or too many', () => {
    fc.assert(
      fc.property(
        anyPhrase,
        fc.nat(),
        fc.constantFrom('swap', 'drop', 'add'),
        fc.constantFrom(...'aeiknprst'),
        (phrase, at, change, letter) => {
          const letters = [...phrase.text]
          const where = letters.flatMap((one, n) => (/\p{L}/u.test(one) ? n : []))
          const n = where[at % where.length] ?? 0
          letters.splice(n, change === 'add' ? 0 : 1, ...(change === 'drop' ? [] : [letter]))
          const [best] = nearest(letters.join(''), page(phrase.language))
          // "Pare" and "Seis" may become another word with one letter; the rest stays what it is.
          if (where.length >= 6) expect(best?.id).toBe(phrase.id)
          if (where.length >= 12) expect(best?.likeness).toBeGreaterThanOrEqual(MEANT)
        },
      ),
      { numRuns: 400 },
    )
  })

  it('names what was off: letters, a missing word, one too many', () => {
    expect(how('Kas te vajatte tõlkki', 'et')).toEqual(['same', 'same', 'letters', 'letters'])
    expect(how('Palun näidake käsi', 'et')).toEqual(['same', 'same', 'missing', 'same'])
    expect(meant('Palun näidake kohe oma käsi', 'et')).toMatchObject({ id: 'hands', hasMore: true })
  })

  it('is nothing for nothing, for signs, and for what is not in the book', () => {
    for (const language of LANGUAGES)
      for (const typed of ['', '   ', '?!', '…', '\u0301'])
        expect(nearest(typed, page(language)), JSON.stringify(typed)).toEqual([])
    for (const typed of ['aitäh', 'hola', 'kas sul on nälg', 'у меня болит голова и я хочу домой', 'x'])
      for (const language of LANGUAGES) expect(meant(typed, language), typed).toBeUndefined()
  })

  it('never means something by words made of other letters, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'qxzw '), maxLength: 40 }),
        fc.constantFrom(...LANGUAGES),
        (typed, language) => {
          expect(meant(typed, language)).toBeUndefined()
        },
      ),
      { numRuns: 200 },
    )
  })

  it('never fails, and lists the likest first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom(...LANGUAGES), (typed, language) => {
        const found = nearest(typed, page(language)).map((match) => match.likeness)
        expect(found).toEqual([...found].sort((one, other) => other - one))
      }),
      { numRuns: 200 },
    )
  })
})
