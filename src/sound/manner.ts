/** How a line is said. */
export type Manner = {
  /** 1 is the voice's own speed */ readonly rate: number
  /** 1 is the voice's own pitch */ readonly pitch: number
}

/** The highest tension there is; a persona's level runs from 0. */
const HIGHEST_TENSION = 10

/** A tense man speaks faster and higher. Each speaker sits a little off the others, always by the same amount. */
export function mannerOf(tension: number, speaker: string): Manner {
  const share = Math.max(0, Math.min(1, tension / HIGHEST_TENSION))
  return { rate: 0.92 + 0.26 * share, pitch: 0.88 + 0.22 * share + ((hashOf(speaker) % 7) - 3) * 0.03 }
}

/** Characters a second read aloud at rate 1: a round guess at an unhurried voice; only the length of a murmur hangs on it. */
const CHARACTERS_PER_S = 14
const SHORTEST_MS = 600
/** A wordless voice longer than this tells nothing more and tires. */
const LONGEST_MS = 8000

/** About how long a line takes to say, ms. */
export const lengthOfMs = (text: string, rate: number): number =>
  Math.round(Math.max(SHORTEST_MS, Math.min(LONGEST_MS, (text.trim().length / CHARACTERS_PER_S / rate) * 1000)))

/** A small number that is always the same for the same text. */
function hashOf(text: string): number {
  let hash = 0
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) >>> 0
  return hash
}
