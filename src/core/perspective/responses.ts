import { ANSWERS, type Answer, BEHAVIOURS, type Behaviour, type Persona } from '#core/scenario'
import { pick, type Replay } from '#core/session'
import { arrives } from '#core/statechart'
import type { SetMoment } from './moments.ts'

/** One way to answer: a text key, and how the officer takes it. */
export type WayToAnswer = { readonly key: string; readonly answer: Answer }

const SILENT: readonly WayToAnswer[] = [
  { key: 'other-side.responses.silent', answer: 'neutral' },
  { key: 'other-side.responses.turn-away', answer: 'resisting' },
]
/** Keys of the ways to answer without a word; interface words, for they are no persona's. */
export const WORDLESS: readonly string[] = SILENT.map(({ key }) => key)

/** Out of which moods somebody answers so; nearest to how he is first, else the first that has words for it. */
const MOODS: Readonly<Record<Answer, readonly Behaviour[]>> = {
  compliant: ['compliant', 'calm'],
  neutral: ['wary', 'withdrawn'],
  resisting: ['agitated', 'hostile', 'assaultive'],
}

/**
 * What somebody who plays the prisoner can do at a moment: go along, bide, or resist, in words of the persona's own for
 * what the officer did, as near to how he is then as they come; or say nothing, or turn away. In an order fixed by the
 * seed.
 *
 * @returns text keys; those in `WORDLESS` are the interface's, the others the scenario's
 */
export function responsesAt(replay: Replay, { atMs }: SetMoment): readonly WayToAnswer[] {
  const { world } = replay.chart
  const { role } = world.focus
  const persona = world.composition.cast[role]
  const before = replay.steps.filter(({ happening }) => happening.atMs <= atMs)
  const values = before.at(-1)?.happening.after ?? world.initial
  const behaviour = BEHAVIOURS[values[world.index.get(role)?.at ?? -1] ?? 0] ?? 'calm'
  const last = before.findLast(({ happening: { act } }) => act?.line?.to === role || act?.deed?.on === role)?.happening
  const act = last?.act
  const isHeard = !act || !last || arrives(act, last.before)
  const kind = isHeard ? (act?.say ?? act?.deed?.body) : 'not-understood'
  const worded = ANSWERS.flatMap((answer): readonly WayToAnswer[] => {
    const words = persona && wordsFor(persona, moodsFor(answer, behaviour), kind)
    return words ? [{ key: `personas.${persona.id}.replies.${words}`, answer }] : []
  })
  const different = worded.filter(({ key }, n) => worded.findIndex((one) => one.key === key) === n)
  return [...different, ...SILENT]
    .map((one) => ({ one, at: pick(replay.header.seed, `${atMs} ${one.key}`, 0x7fffffff) }))
    .sort((a, b) => a.at - b.at)
    .map(({ one }) => one)
}

const moodsFor = (answer: Answer, now: Behaviour): readonly Behaviour[] => {
  const moods = MOODS[answer]
  return moods.includes(now) ? [now, ...moods.filter((mood) => mood !== now)] : moods
}

/** The words of the first of these moods that has some for this kind of act, else of the first that has any. */
function wordsFor({ repertoire }: Persona, moods: readonly Behaviour[], kind: Kind | undefined): string | undefined {
  const has = moods.find((mood) => kind && repertoire[mood]?.[kind])
  if (has && kind) return repertoire[has]?.[kind]?.[0]
  return moods.flatMap((mood) => repertoire[mood]?.default ?? [])[0]
}
type Kind = keyof NonNullable<Persona['repertoire']['any']>
