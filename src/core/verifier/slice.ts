import type { Place } from './table-run.ts'
import type { Tables } from './tables.ts'

/**
 * The part of a chart that one question depends on. What is not kept may be anything at any moment: nothing of it is
 * remembered, and whoever reads it is answered with every value in turn. So a slice can do whatever the whole chart can
 * (and perhaps more): what it cannot reach, nobody can reach.
 */
export type Slice = {
  /** variables that are remembered from step to step */ readonly kept: Uint8Array
  /** values each variable can have at all */ readonly domains: readonly Uint8Array[]
  /** variables that were asked for and are not kept; none: the slice does exactly what the chart does */
  readonly guessed: Uint8Array
}

/** Every variable of a chart: no abstraction at all. */
export const wholeOf = (tables: Tables): Slice => sliceOf(tables, () => true)

/** Whether nothing was guessed: what this slice reaches can really be reached. */
export const isExact = ({ guessed }: Slice): boolean => !guessed.includes(1)

/**
 * A slice that keeps some variables. The plot is always one of them, for it says when a session has ended; a person's
 * behaviour, tension and trust are kept together, for half of them means nothing.
 */
export function sliceOf(
  tables: Tables,
  keeps: (index: number, name: string) => boolean,
  domains: readonly Uint8Array[] = fullDomains(tables),
): Slice {
  const { world } = tables.chart
  const kept = Uint8Array.from(world.variables, ({ name, kind }, at) =>
    Number(kind !== 'derived' && (at === world.plot || keeps(at, name))),
  )
  for (const { footprint, at } of tables.regions)
    if (at >= 0 && world.variables[at]?.kind === 'behaviour') {
      const core = [...footprint].filter((index) => world.variables[index]?.kind !== 'flag')
      if (core.some((index) => kept[index])) for (const index of core) kept[index] = 1
    }
  return { kept, domains, guessed: new Uint8Array(tables.n) }
}

const fullDomains = (tables: Tables): readonly Uint8Array[] =>
  tables.chart.world.variables.map(({ max }) => Uint8Array.from({ length: max + 1 }, (_, value) => value))

/** Where people can ever be: where they begin, and where some effect puts them. Checked when a table learns a write. */
export function domainsOf(tables: Tables, starts: readonly Place[]): readonly Uint8Array[] {
  const { composition, variables } = tables.chart.world
  const named = new Map<string, Set<string>>()
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    for (const [field, value] of Object.entries(part)) {
      if (field === 'set' && typeof value === 'object' && value !== null)
        for (const [name, to] of Object.entries(value)) {
          const known = named.get(name) ?? new Set()
          named.set(name, known.add(String(to)))
        }
      collect(value)
    }
  }
  const { plot, regions, injects, lines, deeds } = composition
  collect([plot, regions, injects, lines, deeds])
  return fullDomains(tables).map((domain, at) => {
    const { kind, name, words } = variables[at] as (typeof variables)[number]
    if (kind !== 'position') return domain
    return domain.filter(
      (value) => starts.some(({ values }) => values[at] === value) || named.get(name)?.has(words?.[value] ?? ''),
    )
  })
}
