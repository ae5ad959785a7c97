import type { Tables } from './tables.ts'

/**
 * The part of a chart that one question depends on. What is not kept is not known between two steps; within a step it
 * is taken to be anything it can be. So a slice can do whatever the whole chart can: what it cannot reach, nobody can.
 */
export type Slice = {
  /** variables that are remembered from step to step */ readonly kept: Uint8Array
  /** variables whose regions are run although they are not kept, for they were read */ readonly read: Uint8Array
  /** variables that are read and whose regions are not run: anything at any moment */ readonly loose: Uint8Array
  /** values each variable can have at all */ readonly domains: readonly Uint8Array[]
  /** nothing was ever read that is not kept: the slice does exactly what the chart does */ isExact: boolean
  /** `read` has grown since the exploration began */ hasGrown: boolean
}

/** Every variable of a chart: no abstraction at all. */
export const wholeOf = (tables: Tables): Slice => sliceOf(tables, () => true)

/** A slice that keeps some variables; the plot is always one of them, for it says when a session has ended. */
export function sliceOf(
  tables: Tables,
  keeps: (index: number, name: string) => boolean,
  domains: readonly Uint8Array[] = fullDomains(tables),
): Slice {
  const { world } = tables.chart
  const kept = Uint8Array.from(world.variables, ({ name, kind }, at) =>
    Number(kind !== 'derived' && (at === world.plot || keeps(at, name))),
  )
  // A person's behaviour, tension and trust are one region: half of it means nothing.
  for (const { footprint, at } of tables.regions)
    if (at >= 0 && world.variables[at]?.kind === 'behaviour') {
      const core = [...footprint].filter((index) => world.variables[index]?.kind !== 'flag')
      if (core.some((index) => kept[index])) for (const index of core) kept[index] = 1
    }
  return {
    kept,
    read: new Uint8Array(tables.n),
    loose: looseOf(tables, kept),
    domains,
    isExact: true,
    hasGrown: false,
  }
}

/** People who are outside a slice are not run: their reactions read nearly everything. */
function looseOf(tables: Tables, kept: Uint8Array): Uint8Array {
  const loose = new Uint8Array(tables.n)
  for (const { footprint, at } of tables.regions)
    if (at >= 0 && tables.chart.world.variables[at]?.kind === 'behaviour' && !kept[at])
      for (const index of footprint) loose[index] = 1
  return loose
}

export const fullDomains = (tables: Tables): readonly Uint8Array[] =>
  tables.chart.world.variables.map(({ max }) => Uint8Array.from({ length: max + 1 }, (_, value) => value))
