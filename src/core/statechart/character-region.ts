import {
  BEHAVIOURS,
  type Behaviour,
  type BodyAct,
  DISTANCE_BANDS,
  type Persona,
  POSES,
  type SpeechAct,
  STANCES,
  type Tone,
} from '#core/scenario'
import { type ActSpec, arrives, bodyActsOf, canSee } from './acts.ts'
import { behaviourLadder } from './behaviour-ladder.ts'
import type { Values } from './condition.ts'
import { reactTo } from './reaction.ts'
import { type Arrow, type Node, type RegionNode, toWrite } from './region.ts'
import { memoriesOf, type World, type Write } from './world.ts'

/** One person's behaviour: reacts to acts by his temperament, and steps along the ladder with hysteresis. */
export function characterRegion(world: World, acts: readonly ActSpec[], role: string): RegionNode {
  const persona = world.composition.cast[role]
  const at = world.index.get(role)?.at
  const tension = world.index.get(`${role}.tension`)?.at
  const trust = world.index.get(`${role}.trust`)?.at
  if (!persona || at === undefined || tension === undefined || trust === undefined)
    throw new Error(`${role} does not react.`)
  const on: Record<string, readonly Arrow[]> = {}
  for (const act of acts) {
    const writesOf = reactionTo(world, act, role, persona, { tension, trust })
    if (writesOf)
      on[act.id] = [{ actions: [toWrite(world, ({ context, event }) => writesOf(context.values, event.tone))] }]
  }
  const step = (to: Behaviour, when: (tension: number, trust: number) => boolean): Arrow => ({
    target: to,
    guard: ({ context }) => when(context.values[tension] ?? 0, context.values[trust] ?? 0),
    actions: [toWrite(world, () => [{ at, set: BEHAVIOURS.indexOf(to) }])],
  })
  const states = Object.entries(behaviourLadder(persona)).map(([behaviour, rungs]) => [
    behaviour,
    { always: rungs.map(({ to, when }) => step(to, when)) },
  ])
  return { initial: BEHAVIOURS[world.initial[at] ?? 0] ?? 'calm', on, states: Object.fromEntries(states) }
}

/** What is noticed through a shut door as well. */
const NOTICED: ReadonlySet<BodyAct> = new Set(['knock', 'look-in'])

/** How one act is felt, as writes; `undefined` for acts this person never feels. */
function reactionTo(
  world: World,
  act: ActSpec,
  role: string,
  persona: Persona,
  levels: { readonly tension: number; readonly trust: number },
) {
  const isFocus = world.focus.role === role
  const spoken = act.group === 'say' && act.target === role ? act.say : undefined
  const done = act.group === 'deed' && act.target === role
  if (!spoken && !done && !(isFocus && act.group !== 'say' && act.group !== 'deed' && act.group !== 'end'))
    return undefined
  const where = world.present.find((p) => p.role === role)
  const explained = memoriesOf(world, role, persona, 'explain').map((memory) => memory.at)

  return (values: Values, tone: Tone | undefined): readonly Write[] => {
    const noticed = spoken !== undefined || done || act.body.some((body) => NOTICED.has(body)) || canSee(world, values)
    // Words that do not arrive have only their tone.
    const words = spoken && (arrives(act, values) ? spoken : ('unheard' as const))
    const felt: readonly (SpeechAct | BodyAct | 'unheard')[] = noticed
      ? [...(words ? [words] : []), ...bodyActsOf(world, act, values)]
      : []
    const writes: Write[] = []
    const asleep = where !== undefined && values[where.pose] === POSES.indexOf('sleep')
    for (const one of felt) {
      const memories = memoriesOf(world, role, persona, one)
      const change = reactTo(one, persona, {
        tension: values[levels.tension] ?? 0,
        trust: values[levels.trust] ?? 0,
        asleep,
        tone: one === words ? (tone ?? 'neutral') : undefined,
        stance: STANCES[values[world.officerStance] ?? 0] ?? 'relaxed',
        touchingDistance:
          where !== undefined &&
          values[where.distance] === DISTANCE_BANDS.indexOf('touching') &&
          values[world.officerRoom] === values[where.room],
        explained: explained.some((at) => (values[at] ?? 0) > 0),
        wornOff: memories.length > 0 && memories.every(({ at, limit }) => (values[at] ?? 0) >= limit),
      })
      if (change.tension !== 0) writes.push({ at: levels.tension, add: change.tension })
      if (change.trust !== 0) writes.push({ at: levels.trust, add: change.trust })
      if (!asleep) for (const { at } of memories) writes.push({ at, add: 1 })
    }
    return writes
  }
}
