import { BEHAVIOURS, type Composition, memoryName, type Persona, type Variable } from '#core/scenario'
import { behaviourAt } from './behaviour-ladder.ts'
import { type Index, indexOf, type Values } from './condition.ts'
import { type Relation, relationsOf } from './geometry.ts'

/** The part of one role that stands somewhere: where to look up what follows from it. */
type Present = {
  readonly role: string
  readonly at: number
  readonly distance: number
  readonly between: number
  readonly room: number
  readonly pose: number
}

/** The variables of one composition and how they are written; shared by every part of the chart. */
export type World = {
  readonly composition: Composition
  readonly variables: readonly Variable[]
  readonly index: Index
  readonly initial: Values
  readonly present: readonly Present[]
  readonly relations: readonly (readonly Relation[])[]
  readonly officerAt: number
  readonly officerRoom: number
  readonly officerStance: number
  readonly plot: number
  readonly focus: Present
}

export function createWorld(composition: Composition): World {
  const { variables, scenario } = composition
  const index = indexOf(variables)
  const at = (name: string): number => {
    const found = index.get(name)
    if (!found) throw new Error(`The composition of "${scenario.id}" has no variable "${name}".`)
    return found.at
  }
  const present = Object.keys(scenario.data.cast)
    .filter((role) => index.has(`${role}.at`))
    .map((role) => ({
      role,
      at: at(`${role}.at`),
      distance: at(`${role}.distance`),
      between: at(`${role}.between`),
      room: at(`${role}.room`),
      pose: at(`${role}.pose`),
    }))
  const focus = present.find(({ role }) => role === scenario.data.focus)
  if (!focus) throw new Error(`The focus "${scenario.data.focus}" of "${scenario.id}" stands nowhere.`)
  const bare = {
    composition,
    variables,
    index,
    present,
    relations: relationsOf(scenario.place),
    officerAt: at('officer.at'),
    officerRoom: at('officer.room'),
    officerStance: at('officer.stance'),
    plot: at('plot'),
    focus,
  }
  const initial = variables.map((v) => v.initial)
  for (const [role, persona] of Object.entries(composition.cast)) {
    const [behaviour, tension, trust] = [role, `${role}.tension`, `${role}.trust`].map((name) => index.get(name)?.at)
    if (behaviour === undefined || tension === undefined || trust === undefined) continue
    initial[behaviour] = BEHAVIOURS.indexOf(behaviourAt(persona, initial[tension] ?? 0, initial[trust] ?? 0))
  }
  derive(bare, initial)
  return { ...bare, initial }
}

/** Recomputes in place what follows from where everyone stands. */
function derive(world: Omit<World, 'initial'>, values: number[]): void {
  const row = world.relations[values[world.officerAt] ?? 0]
  for (const { at, distance, between, room, pose } of world.present) {
    const relation = row?.[values[at] ?? 0]
    if (!relation) continue
    values[distance] = relation.distance
    values[between] = relation.between
    values[room] = relation.room
    values[pose] = relation.pose
    values[world.officerRoom] = relation.officerRoom
  }
}

/** One change of one variable: add to it, or set it. */
export type Write = { readonly at: number; readonly add?: number; readonly set?: number }

/** Values after some writes, each kept within its variable's range; the same array when nothing changes. */
export function write(world: World, values: Values, writes: readonly Write[]): Values {
  let next: number[] | undefined
  let moved = false
  for (const { at, add, set } of writes) {
    const variable = world.variables[at]
    if (!variable) continue
    const old = (next ?? values)[at] ?? 0
    const wanted = set ?? old + (add ?? 0)
    const value = Math.min(variable.max, Math.max(variable.min, wanted))
    if (value === old) continue
    next ??= values.slice()
    next[at] = value
    moved ||= variable.kind === 'station' || variable.kind === 'position'
  }
  if (!next) return values
  if (moved) derive(world, next)
  return next
}

/** Index of every memory of a persona that holds the given act, with its limit. */
export function memoriesOf(
  world: World,
  role: string,
  persona: Persona,
  act: string,
): readonly { readonly at: number; readonly limit: number }[] {
  return Object.entries(persona.memory ?? {}).flatMap(([id, { acts, limit }]) => {
    const at = world.index.get(memoryName(role, id))?.at
    return at !== undefined && (acts as readonly string[]).includes(act) ? [{ at, limit }] : []
  })
}
