import type { Condition, Pattern } from './clause-schema.ts'
import { ownedId } from './ids.ts'
import type { Scenario } from './scenario.ts'
import type { Criterion, Deed, Inject, LayerData, Line, Persona, Region, RegionState, ScenarioData } from './schema.ts'
import { type Variable, valueOf, variablesOf } from './variables.ts'
import { DISCIPLINES, type Discipline, type TimeOfDay } from './vocabulary.ts'

/** What a session runs with: the layers that are on, who plays whom, and the variation. */
export type Setup = {
  readonly stack: readonly Discipline[]
  /** role → persona; the first of the cast unless given */ readonly personas?: Readonly<Record<string, string>>
  readonly variation?: string
}

export type Owned<Item> = Item & { readonly owner: Discipline | undefined }
export type OwnedRegion = {
  readonly id: string
  readonly owner: Discipline | undefined
  readonly initial: string
  readonly states: Readonly<Record<string, RegionState>>
}

/** A scenario joined with a stack: a plain union. No layer has been edited by another; ids carry their owner. */
export type Composition = {
  readonly scenario: Scenario
  readonly stack: readonly Discipline[]
  readonly variation: string
  readonly cast: Readonly<Record<string, Persona>>
  readonly variables: readonly Variable[]
  readonly time: TimeOfDay
  /** props of the place that are not there this time */ readonly absent: ReadonlySet<string>
  readonly lines: readonly Owned<Line>[]
  readonly deeds: readonly Owned<Deed>[]
  readonly injects: readonly Owned<Inject>[]
  readonly plot: OwnedRegion
  readonly regions: readonly OwnedRegion[]
  readonly criteria: readonly (Criterion & { readonly owner: Discipline })[]
  readonly hints: readonly { readonly id: string; readonly owner: Discipline; readonly when: Condition }[]
}

/** All 2^n stacks of n layers, the empty one first; the order of layers is that of the vocabulary. */
export function stacksOf(layers: readonly Discipline[]): readonly (readonly Discipline[])[] {
  const ordered = DISCIPLINES.filter((d) => layers.includes(d))
  return Array.from({ length: 2 ** ordered.length }, (_, bits) => ordered.filter((_, n) => bits & (1 << n)))
}

/**
 * Joins a scenario with a setup.
 *
 * @throws {Error} a layer, persona or variation the scenario does not have: the caller asked for what is not there
 */
export function compose(scenario: Scenario, setup: Setup): Composition {
  const { data } = scenario
  const stack = DISCIPLINES.filter((d) => setup.stack.includes(d))
  const layers = stack.map((name) => {
    const layer = scenario.layers[name]
    if (!layer)
      throw new Error(
        `The scenario "${scenario.id}" has no layer "${name}"; it has ${Object.keys(scenario.layers).join(', ')}.`,
      )
    return layer
  })
  const variation = (data.variations ?? []).find((v) => v.id === setup.variation)
  if (setup.variation && setup.variation !== 'none' && !variation)
    throw new Error(`The scenario "${scenario.id}" has no variation "${setup.variation}".`)
  const cast = Object.fromEntries(
    Object.entries(data.cast).map(([role, member]) => {
      const name = setup.personas?.[role] ?? variation?.personas?.[role] ?? member.personas[0] ?? ''
      const persona = member.personas.includes(name) ? scenario.personas[name] : undefined
      if (!persona)
        throw new Error(
          `"${name}" cannot play ${role} in "${scenario.id}"; choose one of ${member.personas.join(', ')}.`,
        )
      return [role, persona]
    }),
  )
  const here = <Item extends { readonly variation?: string | readonly string[] | undefined }>(
    items: readonly Item[] = [],
  ) => items.filter((item) => item.variation === undefined || [item.variation].flat().includes(variation?.id ?? 'none'))
  // who stands there only in other variations stands nowhere
  const standing = Object.fromEntries(
    Object.entries(data.cast).map(([role, member]) => [
      role,
      here([member]).length > 0 ? member : { ...member, at: undefined },
    ]),
  )
  const absent = new Set([...(data.without ?? []), ...(variation?.without ?? [])])
  for (const prop of variation?.with ?? []) absent.delete(prop)
  const content = [{ owner: undefined, data }, ...layers.map((layer) => ({ owner: layer.discipline, data: layer }))]
  const resolvers = content.map(({ owner, data: part }) => ({ owner, part, own: resolverOf(owner, part.topics ?? []) }))
  return {
    scenario,
    stack,
    variation: variation?.id ?? 'none',
    cast,
    variables: withStart(variablesOf({ ...data, cast: standing }, layers, scenario.place), cast, variation),
    time: variation?.time ?? data.time ?? 'evening',
    absent,
    lines: resolvers.flatMap(({ owner, part, own }) =>
      here(part.lines).map((line) => ({ ...line, owner, id: ownedId(owner, line.id), about: own.topic(line.about) })),
    ),
    deeds: resolvers.flatMap(({ owner, part }) =>
      here(part.deeds).map((deed) => ({ ...deed, owner, id: ownedId(owner, deed.id) })),
    ),
    injects: resolvers.flatMap(({ owner, part }) =>
      (part.injects ?? []).map((i) => ({ ...i, owner, id: ownedId(owner, i.id) })),
    ),
    plot: {
      id: 'plot',
      owner: undefined,
      initial: data.plot.initial,
      states: plotStates(data, resolverOf(undefined, [])),
    },
    regions: resolvers.flatMap(({ owner, part, own }) =>
      Object.entries((owner ? (part as LayerData).regions : undefined) ?? {}).map(([id, region]) =>
        own.region(id, region),
      ),
    ),
    criteria: resolvers.flatMap(({ owner, part, own }) =>
      owner ? here((part as LayerData).criteria).map((criterion) => ({ ...own.criterion(criterion), owner })) : [],
    ),
    hints: resolvers.flatMap(({ owner, part }) =>
      owner ? here((part as LayerData).hints).map((hint) => ({ ...hint, owner })) : [],
    ),
  }
}

/** Gives ids inside one file the name of the file's owner. */
function resolverOf(owner: Discipline | undefined, ownTopics: readonly string[]) {
  const topic = (id: string) => (ownTopics.includes(id) ? ownedId(owner, id) : id)
  const many = <T extends string>(value: T | readonly T[] | undefined, map: (id: T) => string) =>
    value === undefined ? undefined : ([value].flat() as T[]).map(map)
  const own = (id: string) => (id.startsWith('base.') ? id.slice('base.'.length) : ownedId(owner, id))
  const pattern = (value: Pattern): Pattern => {
    const about = many(value.about, topic)
    const line = many(value.line, own)
    const deed = many(value.deed, own)
    const any = value.any?.map(pattern)
    return { ...value, ...(about && { about }), ...(line && { line }), ...(deed && { deed }), ...(any && { any }) }
  }
  const criterion = (value: Criterion): Criterion => {
    const mapped: Record<string, unknown> = { ...value, id: ownedId(owner, value.id) }
    for (const field of ['do', 'then', 'once', 'partly', 'applies'] as const)
      if (field in value) mapped[field] = pattern((value as unknown as Record<string, Pattern>)[field] as Pattern)
    if (value.kind === 'order') mapped.steps = value.steps.map(pattern)
    return mapped as unknown as Criterion
  }
  const state = (value: RegionState): RegionState => ({
    ...value,
    ...(value.on && {
      on: value.on.map((t) => ({ ...t, do: pattern(t.do), ...(t.inject && { inject: ownedId(owner, t.inject) }) })),
    }),
    ...(value.after && {
      after: value.after.map((t) => ({ ...t, ...(t.inject && { inject: ownedId(owner, t.inject) }) })),
    }),
    ...(value.always && {
      always: value.always.map((t) => ({ ...t, ...(t.inject && { inject: ownedId(owner, t.inject) }) })),
    }),
  })
  const region = (id: string, value: Region): OwnedRegion => ({
    id: ownedId(owner, id),
    owner,
    initial: value.initial,
    states: Object.fromEntries(Object.entries(value.states).map(([name, body]) => [name, state(body)])),
  })
  return { topic, criterion, region, state }
}

/** The beats of the plot, each with what holds in every one of them; an ending is left by nothing. */
function plotStates(data: ScenarioData, { state }: ReturnType<typeof resolverOf>): OwnedRegion['states'] {
  const { on = [], always = [], beats } = data.plot
  const whole = Object.entries(beats).map(([id, beat]) => {
    if (beat.ending) return [id, state(beat)]
    // What leads to this very beat has arrived already.
    const others = always.filter((transition) => transition.to !== id)
    return [
      id,
      state({
        ...beat,
        ...(on.length > 0 && { on: [...(beat.on ?? []), ...on] }),
        ...(others.length > 0 && { always: [...(beat.always ?? []), ...others] }),
      }),
    ]
  })
  return Object.fromEntries(whole)
}

/** Puts the start levels of the personas, their memories, and what the variation sets into the variables. */
function withStart(
  variables: readonly Variable[],
  cast: Readonly<Record<string, Persona>>,
  variation:
    | { readonly id: string; readonly set?: Readonly<Record<string, string | boolean | number>> | undefined }
    | undefined,
): readonly Variable[] {
  const start = new Map<string, number>()
  for (const [role, persona] of Object.entries(cast))
    for (const [level, value] of Object.entries(persona.start ?? { tension: 3, trust: 4 }))
      start.set(`${role}.${level}`, value)
  for (const variable of variables) {
    const written = variable.name === 'variation' ? variation?.id : variation?.set?.[variable.name]
    const value = written === undefined ? undefined : valueOf(variable, written)
    if (value !== undefined) start.set(variable.name, value)
  }
  const reacting = variables.filter((v) => v.kind === 'behaviour').map((v) => v.name)
  const memories = reacting.flatMap((role) =>
    Object.entries(cast[role]?.memory ?? {}).map(
      ([id, { limit }]): Variable => ({
        name: memoryName(role, id),
        kind: 'flag',
        owner: undefined,
        min: 0,
        max: limit,
        initial: 0,
      }),
    ),
  )
  return [...variables.map((v) => ({ ...v, initial: start.get(v.name) ?? v.initial })), ...memories]
}

/** Variable that counts how often a persona has met the acts of one of his memories. */
export const memoryName = (role: string, memory: string): string => `${role}.memory-${memory}`
