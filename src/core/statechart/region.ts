import { assign, raise } from 'xstate'
import { type Effects, type Pattern, type RegionState, type Tone, type Variable, valueOf } from '#core/scenario'
import type { ActSpec } from './acts.ts'
import { compileCondition, type Values } from './condition.ts'
import { compileActPattern, couldMatch } from './pattern.ts'
import { type World, type Write, write } from './world.ts'

/** What the chart carries besides its regions: every variable, region states included, for guards read only context. */
export type ChartContext = { readonly values: Values }
/** An act (with its tone), or a `set:` event by which one region moves another. */
export type ChartEvent = { readonly type: string; readonly tone?: Tone }
type Args = { readonly context: ChartContext; readonly event: ChartEvent }

export type Action =
  | ReturnType<typeof toWrite>
  | { readonly type: string; readonly params: Readonly<Record<string, string | true>> }
export type Arrow = {
  readonly target?: string
  readonly guard?: (args: Args) => boolean
  readonly actions?: readonly Action[]
}
export type Node = {
  readonly on?: Readonly<Record<string, readonly Arrow[]>>
  readonly after?: Readonly<Record<number, readonly Arrow[]>>
  readonly always?: readonly Arrow[]
}
export type RegionNode = Node & { readonly initial: string; readonly states: Readonly<Record<string, Node>> }

/** An action that writes variables; the writes may depend on the event. */
export const toWrite = (world: World, writesOf: (args: Args) => readonly Write[]) =>
  assign<ChartContext, ChartEvent, undefined, ChartEvent, never>((args) => ({
    values: write(world, args.context.values, writesOf(args as Args)),
  }))

/** Event by which an effect puts a region into a state. */
export const setEvent = (name: string, word: string): string => `set:${name}:${word}`

/** An order to another region; XState's own type of it differs in parameters the chart never uses. */
const order = (type: string): Action =>
  raise<ChartContext, ChartEvent, ChartEvent, undefined, string, string>({ type }) as unknown as Action

/** What a transition does: variable writes in one go, then orders to other regions, then what is seen and heard. */
export function actionsFor(
  world: World,
  effects: Effects | undefined,
  enter: readonly Write[] = [],
): readonly Action[] {
  const writes: Write[] = [...enter]
  const orders: Action[] = []
  for (const [name, add] of Object.entries(effects?.add ?? {})) {
    const at = world.index.get(name)?.at
    if (at !== undefined) writes.push({ at, add })
  }
  for (const [name, to] of Object.entries(effects?.set ?? {})) {
    const known = world.index.get(name)
    const value = known && valueOf(known.variable, to)
    if (!known || value === undefined) continue
    if (known.variable.words) orders.push(order(setEvent(name, String(to))))
    else writes.push({ at: known.at, set: value })
  }
  const shown: Action[] = (effects?.says ?? []).map(({ by, text, loud }) => ({
    type: 'says',
    params: { by, text, ...(loud && { loud }) },
  }))
  const by = effects?.['sound-by']
  if (effects?.sound) shown.push({ type: 'sound', params: { cue: effects.sound, ...(by && { by }) } })
  return [...(writes.length > 0 ? [toWrite(world, () => writes)] : []), ...orders, ...shown]
}

/** Says who the owner of a text is, so that a view finds it: `replies.x` of the base or `law.replies.x`. */
export const ownedBy = (owner: string | undefined, actions: readonly Action[]): readonly Action[] =>
  actions.map((action) =>
    'params' in action && action.type === 'says'
      ? { ...action, params: { ...action.params, owner: owner ?? '' } }
      : action,
  )

/** A region written by an author: the plot or one of a layer's. */
export function authoredRegion(
  world: World,
  acts: readonly ActSpec[],
  region: {
    readonly id: string
    readonly owner: string | undefined
    readonly states: Readonly<Record<string, RegionState>>
  },
): RegionNode {
  const known = world.index.get(region.id)
  if (!known?.variable.words) throw new Error(`The region "${region.id}" has no variable.`)
  const { at, variable } = known
  const words = known.variable.words
  const injects = new Map(world.composition.injects.map((inject) => [inject.id, inject]))

  const arrow = (
    transition: {
      readonly to?: string | undefined
      readonly when?: unknown
      readonly effects?: Effects | undefined
      readonly inject?: string | undefined
    },
    extra?: Arrow['guard'],
  ): Arrow => {
    const test = compileCondition(transition.when as Parameters<typeof compileCondition>[0], world.index)
    const inject = transition.inject ? injects.get(transition.inject) : undefined
    const enter = transition.to ? [{ at, set: words.indexOf(transition.to) }] : []
    const actions = ownedBy(region.owner, [
      ...actionsFor(world, transition.effects, enter),
      ...(inject ? [{ type: 'inject', params: { id: inject.id } }, ...actionsFor(world, inject.effects)] : []),
    ])
    return {
      ...(transition.to && { target: transition.to }),
      guard: (args) => test(args.context.values) && (extra?.(args) ?? true),
      ...(actions.length > 0 && { actions }),
    }
  }
  const byAct = new Map(acts.map((act) => [act.id as string, act]))
  const onPattern = (pattern: Pattern): NonNullable<Arrow['guard']> => {
    const fits = compileActPattern(pattern, world)
    return ({ context, event }) => {
      const act = byAct.get(event.type)
      return act !== undefined && fits(act, event.tone, context.values)
    }
  }
  const states = Object.entries(region.states).map(([id, state]): [string, Node] => {
    const on: Record<string, Arrow[]> = setArrows(world, variable, at)
    for (const transition of state.on ?? []) {
      const compiled = arrow(transition, onPattern(transition.do))
      for (const act of acts) if (couldMatch(transition.do, act)) (on[act.id] ??= []).push(compiled)
    }
    const after: Record<number, Arrow[]> = {}
    for (const transition of state.after ?? [])
      (after[Math.round(transition.seconds * 1000)] ??= []).push(arrow(transition))
    return [id, { on, after, always: (state.always ?? []).map((transition) => arrow(transition)) }]
  })
  return { initial: words[world.initial[at] ?? 0] ?? '', states: Object.fromEntries(states) }
}

/** Arrows by which effects elsewhere can put a region into any of its states. */
export function setArrows(world: World, variable: Variable, at: number): Record<string, Arrow[]> {
  return Object.fromEntries(
    (variable.words ?? []).map((word, set) => [
      setEvent(variable.name, word),
      [{ target: word, actions: [toWrite(world, () => [{ at, set }])] }],
    ]),
  )
}
