import { type AnyStateMachine, createMachine } from 'xstate'
import { type ChosenEffects, type Composition, type Condition, type Effects, STOPPED } from '#core/scenario'
import { type ActSpec, actsOf, arrives } from './acts.ts'
import { characterRegion } from './character-region.ts'
import { compileCondition, type Test } from './condition.ts'
import { type Arrow, actionsFor, authoredRegion, ownedBy, type RegionNode } from './region.ts'
import { createWorld, type World } from './world.ts'
import { positionRegion, propRegion, stanceRegion, stationRegion } from './world-regions.ts'

/** A composition as a statechart: one XState machine of parallel regions, and the acts it answers to. */
export type Chart = {
  readonly machine: AnyStateMachine
  readonly world: World
  readonly acts: readonly ActSpec[]
  readonly actById: ReadonlyMap<string, ActSpec>
  /** ending by number of the plot's beat */ readonly endings: ReadonlyMap<number, string>
  /** name of the variable each region mirrors, for the proof that they agree */ readonly regionVariables: Readonly<
    Record<string, string>
  >
}

/** Joins the regions, sorted by id. Adding a layer adds regions and arrows and edits none. */
export function compileChart(composition: Composition): Chart {
  const world = createWorld(composition)
  const acts = actsOf(world)
  const { place, data } = composition.scenario
  const regions: Record<string, RegionNode> = {
    'officer.at': stationRegion(world, acts),
    'officer.stance': stanceRegion(world, acts),
    plot: withStop(world, acts, authoredRegion(world, acts, composition.plot)),
  }
  for (const prop of place.props) regions[prop.id] = propRegion(world, acts, prop)
  for (const { role, at } of world.present) regions[`${role}.at`] = positionRegion(world, at)
  for (const [role, member] of Object.entries(data.cast))
    if (member.reacts) regions[role] = characterRegion(world, acts, role)
  for (const region of composition.regions) regions[region.id] = authoredRegion(world, acts, region)
  const regionVariables = Object.fromEntries(Object.keys(regions).map((name) => [regionKey(name), name]))
  for (const owner of [undefined, ...composition.stack]) {
    const region = effectsRegion(world, acts, owner)
    if (region) regions[`${owner ?? 'base'}.acts`] = region
  }
  const config = {
    id: composition.scenario.id,
    type: 'parallel',
    // Beats that lead to each other without end are an author's mistake; they must stop, not hang.
    options: { maxIterations: 1000 },
    context: { values: world.initial },
    states: Object.fromEntries(
      Object.entries(regions)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, region]) => [regionKey(name), region]),
    ),
  }
  const words = world.variables[world.plot]?.words ?? []
  const endings = words.flatMap((beat, n): [number, string][] => {
    const ending = beat === STOPPED ? STOPPED : data.plot.beats[beat]?.ending
    return ending ? [[n, ending]] : []
  })
  return {
    machine: createMachine(config as unknown as Parameters<typeof createMachine>[0]),
    world,
    acts,
    actById: new Map(acts.map((act) => [act.id, act])),
    endings: new Map(endings),
    regionVariables,
  }
}

/** XState reads a dot in a state's name as a path, hence the underscore. */
const regionKey = (name: string): string => name.replaceAll('.', '_')

/** The trainee can end any session; an author's own arrow for it comes first. */
function withStop(world: World, acts: readonly ActSpec[], plot: RegionNode): RegionNode {
  const end = acts.find((act) => act.group === 'end')?.id ?? ''
  const stop: Arrow = {
    target: STOPPED,
    actions: actionsFor(world, undefined, [
      { at: world.plot, set: (world.variables[world.plot]?.words?.length ?? 1) - 1 },
    ]),
  }
  const beats = world.composition.plot.states
  const states = Object.entries(plot.states).map(([id, node]) => [
    id,
    beats[id]?.ending ? {} : { ...node, on: { ...node.on, [end]: [...(node.on?.[end] ?? []), stop] } },
  ])
  return { ...plot, states: { ...Object.fromEntries(states), [STOPPED]: {} } }
}

/** What a line or deed does, as arrows of which the first that fits is taken. */
const arrowsOf = (
  world: World,
  owner: string | undefined,
  effects: ChosenEffects | undefined,
  counts: Test,
): readonly Arrow[] =>
  [effects ?? []].flat().map((one) => {
    const { when, ...effect } = one as Effects & { readonly when?: Condition }
    const holds = compileCondition(when, world.index)
    return {
      guard: ({ context }) => counts(context.values) && holds(context.values),
      actions: ownedBy(owner, actionsFor(world, effect)),
    }
  })

/** One state that carries the effects of an owner's lines and deeds. */
function effectsRegion(world: World, acts: readonly ActSpec[], owner: string | undefined): RegionNode | undefined {
  const on = acts.flatMap((act): [string, readonly Arrow[]][] => {
    if (act.owner !== owner) return []
    const arrows = [
      ...arrowsOf(world, owner, act.line?.effects ?? act.deed?.effects, (values) => arrives(act, values)),
      ...(act.understood ? arrowsOf(world, owner, act.line?.unheard?.effects, (values) => !arrives(act, values)) : []),
    ]
    return arrows.length > 0 ? [[act.id, arrows]] : []
  })
  return on.length > 0 ? { initial: 'ready', on: Object.fromEntries(on), states: { ready: {} } } : undefined
}
