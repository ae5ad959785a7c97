import type { Place } from './place-schema.ts'
import { PROP_KINDS } from './prop-kinds.ts'
import type { LayerData, ScenarioData } from './schema.ts'
import { BEHAVIOURS, CORE_LEVELS, DISTANCE_BANDS, type Discipline, POSES, STANCES } from './vocabulary.ts'

/**
 * One thing that can differ between two moments of a session. Words are numbered in order of `words`;
 * a level is its own number. Every condition of a pack reads these and nothing else.
 */
export type Variable = {
  readonly name: string
  readonly kind:
    | 'station'
    | 'stance'
    | 'prop'
    | 'behaviour'
    | 'position'
    | 'plot'
    | 'region'
    | 'variation'
    | 'level'
    | 'flag'
    | 'derived'
  /** the layer that owns it and alone may write it; `undefined` for the base */ readonly owner: Discipline | undefined
  /** the values in order, for a variable of words */ readonly words?: readonly string[]
  readonly min: number
  readonly max: number
  readonly initial: number
}

/** The beat and the ending every plot has: the trainee ended the session himself. */
export const STOPPED = 'stopped'

const ofWords = (
  name: string,
  kind: Variable['kind'],
  words: readonly string[],
  initial: string | undefined,
  owner?: Discipline,
): Variable => ({
  name,
  kind,
  owner,
  words,
  min: 0,
  max: words.length - 1,
  initial: Math.max(0, words.indexOf(initial ?? '')),
})

/** Every variable of a scenario with the given layers, base first, then layer by layer, each part in file order. */
export function variablesOf(scenario: ScenarioData, layers: readonly LayerData[], place: Place): readonly Variable[] {
  const stations = place.stations.map((s) => s.id)
  const positions = place.positions.map((p) => p.id)
  const rooms = place.rooms.map((r) => r.id)
  const present = Object.entries(scenario.cast).filter(([, member]) => member.at !== undefined)
  const base: Variable[] = [
    ofWords('variation', 'variation', ['none', ...(scenario.variations ?? []).map((v) => v.id)], 'none'),
    ofWords('plot', 'plot', [...Object.keys(scenario.plot.beats), STOPPED], scenario.plot.initial),
    ofWords('officer.at', 'station', stations, scenario.officer.at),
    ofWords('officer.stance', 'stance', STANCES, 'relaxed'),
    ...place.props.map((p) =>
      ofWords(p.id, 'prop', PROP_KINDS[p.kind].states, scenario.props?.[p.id] ?? PROP_KINDS[p.kind].initial),
    ),
    ...present.map(([role, member]) => ofWords(`${role}.at`, 'position', positions, member.at)),
  ]
  for (const [role, member] of Object.entries(scenario.cast)) {
    if (!member.reacts) continue
    base.push(ofWords(role, 'behaviour', BEHAVIOURS, 'calm'))
    for (const [level, range] of Object.entries(CORE_LEVELS))
      base.push({ name: `${role}.${level}`, kind: 'level', owner: undefined, ...range, initial: 0 })
  }
  const content = [{ owner: undefined, data: scenario }, ...layers.map((data) => ({ owner: data.discipline, data }))]
  for (const { owner, data } of content) {
    const named = (id: string) => (owner ? `${owner}.${id}` : id)
    for (const flag of data.flags ?? [])
      base.push({ name: named(flag.id), kind: 'flag', owner, min: 0, max: flag.max ?? 1, initial: 0 })
    for (const level of data.levels ?? [])
      base.push({ name: named(level.id), kind: 'level', owner, min: level.min, max: level.max, initial: level.initial })
    if (owner)
      for (const [id, region] of Object.entries((data as LayerData).regions ?? {}))
        base.push(ofWords(named(id), 'region', Object.keys(region.states), region.initial, owner))
  }
  const derived = [
    ofWords('officer.room', 'derived', rooms, undefined),
    ...present.flatMap(([role]) => [
      ofWords(`${role}.distance`, 'derived', DISTANCE_BANDS, undefined),
      ofWords(`${role}.between`, 'derived', ['no', 'yes'], undefined),
      ofWords(`${role}.room`, 'derived', rooms, undefined),
      ofWords(`${role}.pose`, 'derived', POSES, undefined),
    ]),
  ]
  return [...base, ...derived]
}

/** The number that stands for a written value of a variable; `undefined` when it is outside its domain. */
export function valueOf(variable: Variable, written: string | boolean | number): number | undefined {
  if (typeof written === 'boolean') return variable.words ? undefined : Number(written)
  if (typeof written === 'number')
    return variable.words || written < variable.min || written > variable.max ? undefined : written
  const index = variable.words?.indexOf(written) ?? -1
  return index < 0 ? undefined : index
}

/** How the values of a variable are told to an author. */
export const domainOf = (variable: Variable): string =>
  variable.words
    ? `one of: ${variable.words.join(', ')}`
    : `a whole number from ${variable.min} to ${variable.max}${variable.max === 1 ? ', or true / false' : ''}`
