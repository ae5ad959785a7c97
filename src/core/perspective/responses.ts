import { BEHAVIOURS } from '#core/scenario'
import { pick, type Replay } from '#core/session'
import { arrives } from '#core/statechart'
import type { SetMoment } from './moments.ts'

/** Ways to answer without a word; interface words, for they are no persona's. */
export const WORDLESS = ['other-side.responses.silent', 'other-side.responses.turn-away'] as const
/** More wordings than this are a menu, not a mood. */
const WORDINGS = 3

/**
 * What somebody who plays the prisoner can do at a moment: answer in words of the persona's own that fit how he is then,
 * or say nothing, or turn away. In an order fixed by the seed.
 *
 * @returns text keys; those of `WORDLESS` are the interface's, the others the scenario's
 */
export function responsesAt(replay: Replay, { atMs }: SetMoment): readonly string[] {
  const { world } = replay.chart
  const { role } = world.focus
  const persona = world.composition.cast[role]
  const before = replay.steps.filter(({ happening }) => happening.atMs <= atMs)
  const values = before.at(-1)?.happening.after ?? world.initial
  const behaviour = BEHAVIOURS[values[world.index.get(role)?.at ?? -1] ?? 0] ?? 'calm'
  const last = before.findLast(({ happening: { act } }) => act?.line?.to === role || act?.deed?.on === role)?.happening
  const { [behaviour]: own = {}, any = {} } = persona?.repertoire ?? {}
  const act = last?.act
  const kind = act?.say ?? act?.deed?.body
  const isHeard = !act || !last || arrives(act, last.before)
  const keys = isHeard
    ? [kind && own[kind], own.default, kind && any[kind], any.default]
    : [own['not-understood'] ?? any['not-understood'], own.default]
  const wordings = [...new Set(keys.flatMap((some) => some ?? []))].slice(0, WORDINGS)
  const all = [...wordings.map((key) => `personas.${persona?.id}.replies.${key}`), ...WORDLESS]
  return all
    .map((key) => ({ key, at: pick(replay.header.seed, `${atMs} ${key}`, 0x7fffffff) }))
    .sort((a, b) => a.at - b.at)
    .map(({ key }) => key)
}
