import { PROP_KINDS, type PropKindName, type Verb } from '#core/scenario'
import type { ActSpec } from './acts.ts'
import { type Arrow, type Node, type RegionNode, setArrows, toWrite } from './region.ts'
import type { World } from './world.ts'

/** Where the officer stands: one state per station, one arrow per path that is free. */
export function stationRegion(world: World, acts: readonly ActSpec[]): RegionNode {
  return choiceRegion(
    world,
    world.officerAt,
    acts.filter((act) => act.group === 'move'),
  )
}

/** How the officer holds himself. */
export function stanceRegion(world: World, acts: readonly ActSpec[]): RegionNode {
  return choiceRegion(
    world,
    world.officerStance,
    acts.filter((act) => act.group === 'stance'),
  )
}

/** A region in which every act leads to the state it is named after. */
function choiceRegion(world: World, at: number, acts: readonly ActSpec[]): RegionNode {
  const variable = world.variables[at]
  const words = variable?.words ?? []
  const on = Object.fromEntries(
    acts.map((act) => [
      act.id,
      [
        {
          target: act.target,
          guard: possible(act),
          actions: [toWrite(world, () => [{ at, set: words.indexOf(act.target) }])],
        },
      ],
    ]),
  )
  return {
    initial: words[world.initial[at] ?? 0] ?? '',
    states: Object.fromEntries(words.map((word) => [word, { on }])),
  }
}

/** One prop: its kind's states and verbs, and orders from effects. */
export function propRegion(
  world: World,
  acts: readonly ActSpec[],
  prop: { readonly id: string; readonly kind: PropKindName },
): RegionNode {
  const known = world.index.get(prop.id)
  if (!known) throw new Error(`The prop "${prop.id}" has no variable.`)
  const { at, variable } = known
  const verbs: Readonly<Record<string, Verb>> = PROP_KINDS[prop.kind].verbs
  const words = variable.words ?? []
  const own = acts.filter((act) => act.group === 'prop' && act.target === prop.id)
  const states = words.map((state): [string, Node] => {
    const on: Record<string, Arrow[]> = setArrows(world, variable, at)
    for (const act of own) {
      const verb = verbs[act.verb]
      if (!verb?.to || !verb.from.includes(state)) continue
      const set = words.indexOf(verb.to)
      on[act.id] = [{ target: verb.to, guard: possible(act), actions: [toWrite(world, () => [{ at, set }])] }]
    }
    return [state, { on }]
  })
  return { initial: words[world.initial[at] ?? 0] ?? '', states: Object.fromEntries(states) }
}

/** Where somebody is: moved by effects only. */
export function positionRegion(world: World, at: number): RegionNode {
  const variable = world.variables[at]
  if (!variable?.words) throw new Error('A position region needs its variable.')
  const on = setArrows(world, variable, at)
  return {
    initial: variable.words[world.initial[at] ?? 0] ?? '',
    states: Object.fromEntries(variable.words.map((word) => [word, { on }])),
  }
}

const possible =
  (act: ActSpec): NonNullable<Arrow['guard']> =>
  ({ context }) =>
    act.isPossible(context.values)
