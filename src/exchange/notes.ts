import { SAFE_JOB_ANALYSIS } from '#core/scenario'
import { type Notes, REFLECTION_LIMIT, type Reflection } from './stored-session.ts'

/** Notes as they stand in a file: the questions in the card's order, so that equal notes are equal bytes. */
export function writeNotes({ card, record }: Notes): string {
  const answered = SAFE_JOB_ANALYSIS.flatMap((question) => (card[question] ? [[question, card[question]]] : []))
  return `${JSON.stringify({ card: Object.fromEntries(answered), record })}\n`
}

/** Reads notes; `undefined` when they are none. What is no question of the card is dropped. */
export function readNotes(value: unknown): Notes | undefined {
  if (!isObject(value) || !isObject(value.card) || !isText(value.record)) return undefined
  const { card } = value
  const answers = SAFE_JOB_ANALYSIS.flatMap((question) =>
    Object.hasOwn(card, question) ? [[question, card[question]] as const] : [],
  )
  return answers.every(([, answer]) => isText(answer))
    ? { card: Object.fromEntries(answers) as Notes['card'], record: value.record }
    : undefined
}

/** Reads a reflection; `undefined` when it is none. */
export const readReflection = (value: unknown): Reflection | undefined =>
  isObject(value) && isText(value.keep) && isText(value.change) ? { keep: value.keep, change: value.change } : undefined

const isText = (part: unknown): part is string => typeof part === 'string' && part.length <= REFLECTION_LIMIT
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
