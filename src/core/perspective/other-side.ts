import { MOMENT_IDS, type MomentId, type SetMoment } from './moments.ts'

/** How safe and how respected somebody feels, 1 (not at all) to 5 (wholly). */
export type Felt = { readonly safe: number; readonly respected: number }
/** What was felt at a moment from his place, and what one thought would come next. */
export type FeltThere = Felt & {
  readonly next: string /** what one did in his place, when one played him */
  readonly response?: string
}

/** Everything a trainee answered about one session from the other side. Nothing of it is scored. */
export type OtherSide = {
  /** before the replay, as the officer he was */ readonly guesses: Readonly<Partial<Record<MomentId, Felt>>>
  /** during it, in the prisoner's place */ readonly felt: Readonly<Partial<Record<MomentId, FeltThere>>>
}
export const NOTHING_ANSWERED: OtherSide = { guesses: {}, felt: {} }
/** Longest text that is kept of what one thought would come next, in UTF-16 units. */
export const NEXT_LIMIT = 500
export const DEGREES = [1, 2, 3, 4, 5] as const

/** One moment side by side: guessed, felt, and where he really stood. */
export type Compared = {
  readonly moment: SetMoment
  readonly guess: Felt | undefined
  readonly felt: FeltThere | undefined
  /** felt minus guessed, −4 … 4; `undefined` while one of them is missing */ readonly safeBy: number | undefined
  readonly respectedBy: number | undefined
}

export const compareSides = (moments: readonly SetMoment[], { guesses, felt }: OtherSide): readonly Compared[] =>
  moments.map((moment) => {
    const [guess, there] = [guesses[moment.id], felt[moment.id]]
    const by = (part: keyof Felt) => (guess && there ? there[part] - guess[part] : undefined)
    return { moment, guess, felt: there, safeBy: by('safe'), respectedBy: by('respected') }
  })

/** Whether every moment was answered from his place. */
export const isAnswered = (moments: readonly SetMoment[], { felt }: OtherSide): boolean =>
  moments.length > 0 && moments.every(({ id }) => felt[id])

/** Reads answers from a file; `undefined` when they are none. What is no moment is dropped. */
export function readOtherSide(value: unknown): OtherSide | undefined {
  if (!isObject(value) || !isObject(value.guesses) || !isObject(value.felt)) return undefined
  const guesses: Partial<Record<MomentId, Felt>> = {}
  const felt: Partial<Record<MomentId, FeltThere>> = {}
  for (const id of MOMENT_IDS) {
    const [guess, there] = [ownOf(value.guesses, id), ownOf(value.felt, id)]
    if (guess !== undefined) {
      if (!isFelt(guess)) return undefined
      guesses[id] = { safe: guess.safe, respected: guess.respected }
    }
    if (there !== undefined) {
      if (!isFelt(there) || !isText(there.next) || !(there.response === undefined || isText(there.response)))
        return undefined
      const { safe, respected, next, response } = there
      felt[id] = { safe, respected, next, ...(response !== undefined && { response }) }
    }
  }
  return { guesses, felt }
}

type Json = Readonly<Record<string, unknown>>
const ownOf = (object: Json, key: string): unknown => (Object.hasOwn(object, key) ? object[key] : undefined)
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= NEXT_LIMIT
const isDegree = (value: unknown): value is number => (DEGREES as readonly unknown[]).includes(value)
const isFelt = (value: unknown): value is Felt & Json =>
  isObject(value) && isDegree(value.safe) && isDegree(value.respected)
