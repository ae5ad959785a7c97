import { ease } from './noise.ts'

/** What a mouth does while it speaks, 0…1. */
export type Lips = { open: number; part: number; pucker: number; stretch: number; press: number }
export const createLips = (): Lips => ({ open: 0, part: 0, pucker: 0, stretch: 0, press: 0 })

/** Letters a second of plain speech. */
const LETTER_MS = 62
const PAUSE_MS = 230

type Shape = readonly [open: number, part: number, pucker: number, stretch: number, press: number]
const WIDE: Shape = [0.2, 0.45, 0, 0.1, 0]
const ROUND: Shape = [0.1, 0.2, 0.75, 0, 0]
const THIN: Shape = [0.06, 0.4, 0, 0.45, 0]
const SHUT: Shape = [0, 0, 0, 0, 0.7]
const TEETH: Shape = [0.02, 0.35, 0, 0.15, 0]
const LOOSE: Shape = [0.05, 0.25, 0, 0, 0]
const REST: Shape = [0, 0, 0, 0, 0]

/** Mouth shapes by letter, in Latin and Cyrillic; other letters are spoken with loose lips. */
const SHAPES: readonly (readonly [letters: string, shape: Shape])[] = [
  ['aáâäàæаяå', WIDE],
  ['oóöôõuúüůоуёю', ROUND],
  ['eéèêiíîyеэиыїі', THIN],
  ['mbpмбп', SHUT],
  ['fvszcšžwфвсзшщжцч', TEETH],
]
const SHAPE_OF = new Map(SHAPES.flatMap(([letters, shape]) => [...letters].map((letter) => [letter, shape] as const)))

/** A text as a row of mouth shapes. */
export type Speech = {
  readonly shapes: readonly Shape[]
  readonly startsMs: readonly number[]
  readonly lengthMs: number
}

/** The mouth of a text, letter by letter, with pauses at its stops. */
export function speechOf(text: string): Speech {
  const shapes: Shape[] = []
  const startsMs: number[] = []
  let at = 0
  for (const letter of text.toLowerCase()) {
    const pause = /[.,;:!?…–—]/.test(letter)
    if (!pause && !/\p{L}/u.test(letter)) continue
    startsMs.push(at)
    shapes.push(pause ? REST : (SHAPE_OF.get(letter) ?? LOOSE))
    at += pause ? PAUSE_MS : LETTER_MS
  }
  shapes.push(REST)
  startsMs.push(at)
  return { shapes, startsMs, lengthMs: at + 160 }
}

/** The lips so long after a speech began. Allocates nothing. */
export function lipsAt({ shapes, startsMs, lengthMs }: Speech, sinceMs: number, out: Lips): void {
  let low = 0
  let high = startsMs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((startsMs[middle] as number) <= sinceMs) low = middle + 1
    else high = middle
  }
  const here = sinceMs < 0 || sinceMs > lengthMs ? REST : (shapes[low - 1] ?? REST)
  const before = sinceMs < 0 || sinceMs > lengthMs ? REST : (shapes[low - 2] ?? REST)
  const t = ease(0, LETTER_MS, sinceMs - (startsMs[low - 1] ?? 0))
  const at = (k: 0 | 1 | 2 | 3 | 4) => before[k] + (here[k] - before[k]) * t
  out.open = at(0)
  out.part = at(1)
  out.pucker = at(2)
  out.stretch = at(3)
  out.press = at(4)
}
