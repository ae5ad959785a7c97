import { BEHAVIOURS, type Line, OWN_WORDS, type Pictogram, POSES, phraseKey } from '#core/scenario'
import { type ActSpec, arrives, type Values, type World } from '#core/statechart'
import { pick } from './random.ts'
import type { Happening, Run } from './run.ts'

/** Something said and heard. The text is a key; who says it is a role. */
export type Utterance = {
  readonly atMs: number
  /** log position of the act it belongs to */ readonly seq: number
  readonly by: string
  readonly text: string
  readonly kind: 'line' | 'reply' | 'inject'
  readonly tone?: string
  /** the words of a line did not arrive */ readonly unheard?: true
  /** to whom a line was said */ readonly to?: string
  /** called out, and heard next door */ readonly loud?: true
  /** the phrase of the book it was */ readonly phrase?: Line['phrase']
  /** what was typed for it, letter by letter */ readonly typed?: string
  /** the pictures shown with it */ readonly cards?: readonly Pictogram[]
}

/** What is said at one step, in order: the officer's line, what the scenario makes others say, the answer. */
export function utterancesOf(run: Run, happening: Happening, seq: number, seed: number): readonly Utterance[] {
  const { atMs } = happening
  const said: Utterance[] = []
  const { act, tone } = happening
  if (act?.line) {
    const text = lineKey(act)
    const { to, phrase } = act.line
    const unheard = !arrives(act, happening.before)
    said.push({
      atMs,
      seq,
      by: 'officer',
      text,
      kind: 'line',
      ...(tone && { tone }),
      to,
      ...(run.chart.world.composition.scenario.data.cast[to]?.loud && { loud: true }),
      ...(phrase && { phrase }),
      ...(unheard && { unheard }),
    })
  }
  if (act?.deed) {
    const { id, cards } = act.deed
    said.push({
      atMs,
      seq,
      by: 'officer',
      text: textKey(act.owner, 'deeds', id),
      kind: 'inject',
      ...(cards && { cards }),
    })
  }
  for (const shown of happening.shown) {
    if (shown.kind === 'inject') said.push({ atMs, seq, by: 'narrator', text: injectKey(shown.id), kind: 'inject' })
    if (shown.kind === 'says')
      said.push({
        atMs,
        seq,
        by: shown.by,
        text: textKey(shown.owner || undefined, 'replies', shown.text),
        kind: 'reply',
        ...(shown.loud && { loud: true }),
      })
  }
  const answer =
    happening.shown.some((shown) => shown.kind === 'says') && !hasOwnReply(happening)
      ? undefined
      : answerTo(run, happening, seq, seed)
  if (answer) said.push({ atMs, seq, kind: 'reply', by: answer.by, text: answer.text })
  return said
}

const hasOwnReply = ({ act }: Happening): boolean =>
  (act?.replies?.length ?? 0) + (act?.unheardReplies?.length ?? 0) > 0

function answerTo(
  run: Run,
  happening: Happening,
  seq: number,
  seed: number,
): { readonly by: string; readonly text: string } | undefined {
  const { act, before, after } = happening
  if (!act || !(act.line ?? act.deed)) return undefined
  const { world } = run.chart
  const to = act.line?.to ?? act.deed?.on ?? ''
  const special = specialReplyTo(world, act, before, after)
  if (special) return { by: special.by, text: textKey(act.owner, 'replies', special.text) }
  const heard = arrives(act, before)
  const persona = world.composition.cast[to]
  if (!persona || isAsleep(world, to, after)) return undefined
  const behaviourAt = world.index.get(to)?.at
  const behaviour = behaviourAt === undefined ? 'calm' : (BEHAVIOURS[after[behaviourAt] ?? 0] ?? 'calm')
  const kinds = [act.say, act.deed?.body].filter((kind) => kind !== undefined)
  const { repertoire } = persona
  const keys = !heard
    ? (repertoire[behaviour]?.['not-understood'] ?? repertoire.any?.['not-understood'])
    : (kinds.map((kind) => repertoire[behaviour]?.[kind]).find(Boolean) ??
      (act.line ? repertoire[behaviour]?.default : undefined) ??
      kinds.map((kind) => repertoire.any?.[kind]).find(Boolean) ??
      (act.line ? repertoire.any?.default : undefined))
  const key = keys?.[pick(seed, `${act.id} ${seq}`, keys.length)]
  return key ? { by: to, text: `personas.${persona.id}.replies.${key}` } : undefined
}

/** The special reply of a line or deed that is given: the first that holds and whose speaker is awake. */
export function specialReplyTo(world: World, act: ActSpec, before: Values, after: Values) {
  const unheard = !arrives(act, before)
  const replies = (unheard ? act.unheardReplies : act.replies) ?? []
  const number = replies.findIndex(({ by, holds }) => holds(after) && !isAsleep(world, by, after))
  const given = replies[number]
  return given && { number, unheard, by: given.by, text: given.text }
}

function isAsleep(world: World, role: string, values: Values): boolean {
  const pose = world.present.find((p) => p.role === role)?.pose
  return pose !== undefined && values[pose] === POSES.indexOf('sleep')
}

/** Text key of what a line says: its own, or that of the phrase it is. */
export function lineKey({ owner, line }: ActSpec): string {
  if (line?.phrase) return phraseKey(line.phrase.id, line.phrase.language)
  return line?.say === 'attempt' ? OWN_WORDS : textKey(owner, 'lines', line?.id ?? '')
}

/** Text key of something owned: `lines.x` of the base, `law.lines.x` of a layer whose id is `law.x`. */
export function textKey(owner: string | undefined, part: string, id: string): string {
  return owner ? `${owner}.${part}.${id.startsWith(`${owner}.`) ? id.slice(owner.length + 1) : id}` : `${part}.${id}`
}

function injectKey(id: string): string {
  const dot = id.indexOf('.')
  return dot < 0 ? `injects.${id}` : `${id.slice(0, dot)}.injects.${id.slice(dot + 1)}`
}
