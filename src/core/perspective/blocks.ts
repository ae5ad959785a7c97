/** One word's worth of sound for every so many letters; a syllable, roughly. */
const LETTERS_A_BLOCK = 3

/**
 * What is left of words in a language one does not follow: their length, their order and the melody of the sentence.
 * Names come through, for everyone hears his own.
 *
 * @param names words that are recognised, e.g. his own name
 * @returns as many blocks as there are syllables, with the marks that can be heard: `?`, `!`, `…`
 */
export function blocksOf(words: string, names: readonly string[] = []): string {
  const known = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)))
  return words
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => {
      const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
      const melody = /([?!…])["”»)]*$/u.exec(word)?.[1] ?? ''
      if (known.has(bare.toLowerCase())) return `${bare}${melody}`
      return `${'▮'.repeat(Math.max(1, Math.round(bare.length / LETTERS_A_BLOCK)))}${melody}`
    })
    .join(' ')
}
