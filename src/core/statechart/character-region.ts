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
import type { Values } from './condition.ts'
import { reactTo } from './reaction.ts'
import { type Arrow, type Node, type RegionNode, toWrite } from './region.ts'
import { memoriesOf, type World, type Write } from './world.ts'

const THRESHOLDS = { wary: 4, agitated: 6, hostile: 8, assaultive: 10 } as const
/** Trust from which a calm person goes along, and below which he no longer does (hysteresis of two). */
const COMPLIANT = { from: 7, until: 5, tension: 3 } as const
/** Trust at which a withdrawing person shuts down, and at which he opens again. */
const WITHDRAWN = { from: 1, until: 3 } as const

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
  return { initial: 'calm', on, states: ladder(persona, step) }
}

type Step = (to: Behaviour, when: (tension: number, trust: number) => boolean) => Arrow

/** The arrows of each behaviour: up at a threshold, down only when tension has fallen clearly below it. */
function ladder(persona: Persona, step: Step): Readonly<Record<Behaviour, Node>> {
  const limits = persona.thresholds ?? THRESHOLDS
  const gap = persona.hysteresis ?? 1
  const up = (to: 'wary' | 'agitated' | 'hostile' | 'assaultive') => step(to, (tension) => tension >= limits[to])
  const down = (to: Behaviour, from: 'wary' | 'agitated' | 'hostile' | 'assaultive') =>
    step(to, (tension) => tension < limits[from] - gap)
  const shut = persona.withdraws
    ? [step('withdrawn', (tension, trust) => trust <= WITHDRAWN.from && tension < limits.hostile)]
    : []
  return {
    calm: {
      always: [
        up('wary'),
        ...shut,
        step('compliant', (tension, trust) => trust >= COMPLIANT.from && tension <= COMPLIANT.tension),
      ],
    },
    wary: { always: [up('agitated'), ...shut, down('calm', 'wary')] },
    agitated: { always: [up('hostile'), ...shut, down('wary', 'agitated')] },
    hostile: { always: [up('assaultive'), down('agitated', 'hostile')] },
    assaultive: { always: [down('hostile', 'assaultive')] },
    withdrawn: { always: [up('hostile'), step('wary', (_, trust) => trust >= WITHDRAWN.until)] },
    compliant: { always: [up('wary'), step('calm', (_, trust) => trust < COMPLIANT.until)] },
  }
}

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
    const seen = spoken !== undefined || done || act.group === 'prop' || canSee(world, values)
    // Words that do not arrive have only their tone.
    const words = spoken && (arrives(act, values) ? spoken : ('unheard' as const))
    const felt: readonly (SpeechAct | BodyAct | 'unheard')[] = seen
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
