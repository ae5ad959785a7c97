import { type Composition, TONES, type Tone } from '#core/scenario'
import type { ActSpec, Chart, Values } from '#core/statechart'
import { footprintsOf } from './footprint.ts'
import { type Changes, changesIn, Learned, Trace } from './learned.ts'

/** What the machine's own configuration holds; the tables are read from it, so that they cannot say something else. */
type Args = { readonly context: { readonly values: Values }; readonly event: ChartEvent }
type ChartEvent = { readonly type: string; readonly tone?: Tone }
type ActionConfig = {
  readonly type: string
  readonly assignment?: (args: Args) => { readonly values: Values }
  readonly event?: { readonly type: string }
  readonly params?: Readonly<Record<string, string>>
}
type ArrowConfig = {
  readonly target?: string
  readonly guard?: (args: Args) => boolean
  readonly actions?: readonly ActionConfig[]
}
type NodeConfig = {
  readonly on?: Readonly<Record<string, readonly ArrowConfig[]>>
  readonly after?: Readonly<Record<string, readonly ArrowConfig[]>>
  readonly always?: readonly ArrowConfig[]
}
type RegionConfig = NodeConfig & { readonly initial: string; readonly states: Readonly<Record<string, NodeConfig>> }

/** One region of the chart. */
export type Region = {
  readonly key: string
  /** the variable that mirrors its state; -1 for a region of one state */ readonly at: number
  /** every variable it may write, those it orders other regions to write included */ readonly footprint: ReadonlySet<number>
  readonly words: readonly string[]
  readonly config: RegionConfig
  /** arrow that is taken by itself, or -1 */ readonly always: Learned<number> | undefined
  /** timers of each state */ readonly timers: readonly (readonly number[])[]
}
export type Shown = { readonly kind: string; readonly params: Readonly<Record<string, string | true>> }
/** One arrow of one region. */
export type Arrow = {
  readonly region: number
  /** state it leads to; -1: none */ readonly target: number
  readonly config: ArrowConfig
  readonly shown: readonly Shown[]
  /** orders and writes, in order, by the number of the event that takes it */ readonly does: (
    | readonly Deed[]
    | undefined
  )[]
}
type Deed =
  | { readonly order: Event }
  | {
      readonly writes: Learned<Changes>
      /** what is written does not depend on anything that is read, but for what it is added to */ readonly isConstant: boolean
    }
/** Something that happens to the chart: an act in a tone, an order of one region to another, a timer. */
export type Event = {
  readonly id: number
  readonly type: string
  readonly tone: Tone | undefined
  readonly act: ActSpec | undefined
  /** whether the act can be done */ readonly possible: Learned<boolean> | undefined
  /** for each region that may answer: the arrow that is taken, or -1 */
  readonly takes: readonly { readonly region: number; readonly arrow: Learned<number> }[]
}
export type Timer = {
  readonly id: string
  readonly region: number
  readonly state: number
  readonly ms: number
  readonly event: Event
}

/** A chart as integers: its regions, arrows, events and timers, and every function of the values as a decision tree. */
export type Tables = {
  readonly chart: Chart
  /** number of variables */ readonly n: number
  /** number of values of each variable, now and before */ readonly sizes: Uint8Array
  /** through which every function of the values is learned */ readonly trace: Trace
  readonly regions: readonly Region[]
  readonly arrows: readonly Arrow[]
  /** what happens before anything is done: nobody's act, and no region answers */ readonly begin: Event
  /** acts, one for each tone they can be said in */ readonly moves: readonly Event[]
  readonly timers: readonly Timer[]
  /** values of the plot that end the session */ readonly isEnding: Uint8Array
  /** what an arrow does when an event takes it: writes and orders, in order */
  readonly deedsOf: (arrow: Arrow, event: Event) => readonly Deed[]
  readonly moveOf: (act: string, tone: string | undefined) => Event | undefined
}

/** Reads a compiled chart into tables. Nothing is computed yet but the lists: the trees learn as they are asked. */
export function tablesOf(chart: Chart): Tables {
  const { world } = chart
  const n = world.variables.length
  for (const { name, min, max } of world.variables)
    if (min !== 0 || max > 250) throw new Error(`"${name}" does not fit into a byte.`)
  const sizes = Uint8Array.from({ length: 2 * n }, (_, at) => (world.variables[at % n]?.max ?? 0) + 1)
  const trace = new Trace(sizes)
  const configs = Object.entries(chart.machine.config.states as unknown as Record<string, RegionConfig>)
  const footprints = footprintsOf(chart)
  const arrows: Arrow[] = []
  const numbers = new Map<ArrowConfig, number>()
  const regions: Region[] = []
  const timers: Timer[] = []
  const events = new Map<string, Event>()

  const learned = <Leaf>(call: (values: Values) => Leaf) => new Learned(trace, ({ now }) => call(now))
  const arrowFor = (config: ArrowConfig, region: number): number => {
    const known = numbers.get(config)
    if (known !== undefined) return known
    const shown = (config.actions ?? []).flatMap(({ type, params }): readonly Shown[] =>
      type === 'says' || type === 'inject' || type === 'sound' ? [{ kind: type, params: params ?? {} }] : [],
    )
    const target = config.target === undefined ? -1 : (regions[region]?.words.indexOf(config.target) ?? -1)
    numbers.set(config, arrows.length)
    return arrows.push({ region, target, config, shown, does: [] }) - 1
  }
  const firstOf = (list: readonly ArrowConfig[], region: number, event: ChartEvent, values: Values): number => {
    const found = list.find(({ guard }) => !guard || guard({ context: { values }, event }))
    return found ? arrowFor(found, region) : -1
  }
  const stateOf = (region: Region, values: Values): NodeConfig | undefined =>
    region.config.states[region.at < 0 ? region.config.initial : (region.words[values[region.at] ?? 0] ?? '')]

  for (const [key, config] of configs) {
    const number = regions.length
    const name = chart.regionVariables[key]
    const at = name === undefined ? -1 : (world.index.get(name)?.at ?? -1)
    const words = at < 0 ? Object.keys(config.states) : (world.variables[at]?.words ?? [])
    if (at < 0 && words.length !== 1) throw new Error(`The region "${key}" has no variable.`)
    const hasAlways = Object.values(config.states).some(({ always = [] }) => always.length > 0)
    const region: Region = {
      key,
      at,
      words,
      config,
      footprint: footprints(key),
      timers: words.map(() => []),
      always: hasAlways
        ? learned((values) => firstOf(stateOf(region, values)?.always ?? [], number, { type: '' }, values))
        : undefined,
    }
    regions.push(region)
  }
  const possibleOf = (act: ActSpec) => learned((values) => act.isPossible(values))
  const eventFor = (type: string, tone?: Tone, act?: ActSpec, possible?: Learned<boolean>): Event => {
    const key = `${type} ${tone ?? ''}`
    const known = events.get(key)
    if (known) return known
    const event: ChartEvent = tone ? { type, tone } : { type }
    const takes = regions.flatMap((region, number) => {
      const states = Object.values(region.config.states)
      if (!region.config.on?.[type] && !states.some(({ on }) => on?.[type])) return []
      const arrow = learned((values) => {
        const taken = firstOf(stateOf(region, values)?.on?.[type] ?? [], number, event, values)
        return taken >= 0 ? taken : firstOf(region.config.on?.[type] ?? [], number, event, values)
      })
      return [{ region: number, arrow }]
    })
    const made: Event = { id: events.size, type, tone, act, possible, takes }
    events.set(key, made)
    return made
  }
  const begin = eventFor('begin')
  const moves = chart.acts.flatMap((act) => {
    const possible = possibleOf(act)
    return (act.tones ?? [undefined]).map((tone) => eventFor(act.id, tone, act, possible))
  })
  for (const [number, region] of regions.entries())
    for (const [state, word] of region.words.entries())
      for (const [ms, list] of Object.entries(region.config.states[word]?.after ?? {})) {
        const id = `xstate.after.${ms}.${chart.machine.id}.${region.key}.${word}`
        const arrow = learned((values) => firstOf(list, number, { type: id }, values))
        const event: Event = {
          id: events.size,
          type: id,
          tone: undefined,
          act: undefined,
          possible: undefined,
          takes: [{ region: number, arrow }],
        }
        events.set(id, event)
        ;(region.timers[state] as number[]).push(timers.length)
        timers.push({ id, region: number, state, ms: Number(ms), event })
      }

  const doesOf = (arrow: Arrow, event: Event): readonly Deed[] => {
    const chartEvent: ChartEvent = event.tone ? { type: event.type, tone: event.tone } : { type: event.type }
    return (arrow.config.actions ?? []).flatMap((action): readonly Deed[] => {
      const { assignment } = action
      const { at } = regions[arrow.region] as Region
      const kind = at < 0 ? 'flag' : world.variables[at]?.kind
      const reacts = kind === 'behaviour' || kind === 'position' || kind === 'station'
      if (assignment) {
        const writes = learned((values) => {
          const changes = changesIn(assignment({ context: { values }, event: chartEvent }).values)
          mayWrite(chart.world.composition, world.variables, regions[arrow.region] as Region, changes)
          return changes
        })
        return [{ writes, isConstant: !reacts }]
      }
      return action.type === 'xstate.raise' && action.event ? [{ order: eventFor(action.event.type) }] : []
    })
  }
  const isEnding = new Uint8Array(256)
  for (const beat of chart.endings.keys()) isEnding[beat] = 1
  return {
    chart,
    n,
    sizes,
    trace,
    regions,
    arrows,
    begin,
    deedsOf: (arrow, event) => (arrow.does[event.id] ??= doesOf(arrow, event)),
    moves,
    timers,
    isEnding,
    moveOf: (act, tone) => {
      const tones = chart.actById.get(act)?.tones
      return events.get(`${act} ${tones ? (tone ?? tones[0] ?? TONES[1]) : ''}`)
    },
  }
}

/** A slice leaves out regions by what they may write; so what they do write is watched. */
function mayWrite(
  { scenario }: Composition,
  variables: readonly { readonly name: string; readonly kind: string }[],
  { key, footprint }: Region,
  changes: Changes,
): void {
  for (const [n, index] of changes.entries())
    if (n % 2 === 0 && !footprint.has(index) && variables[index]?.kind !== 'derived')
      throw new Error(`In "${scenario.id}" the region "${key}" writes "${variables[index]?.name}" unexpectedly.`)
}
