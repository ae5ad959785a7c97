import type { Tables } from './tables.ts'

/**
 * The part of a chart that one question depends on: variables that are remembered from step to step. Nothing else is
 * known; a step that asks for something else ends with `NotKept`. A search that ends without it has read only what it
 * keeps, so what it leaves out cannot matter, and what it says holds for the whole chart.
 */
export type Slice = { readonly kept: Uint8Array }

/** A step read a variable that its slice does not keep. */
export class NotKept extends Error {
  constructor(readonly variable: number) {
    super(`Variable ${variable} is read and not kept.`)
  }
}

/** Every variable of a chart: no abstraction at all. */
export const wholeOf = (tables: Tables): Slice => sliceOf(tables, () => true)

/**
 * A slice that keeps some variables. The plot is always one of them, for it says when a session has ended; a person's
 * behaviour, tension and trust are kept together, for half of them means nothing.
 */
export function sliceOf(tables: Tables, keeps: (index: number) => boolean): Slice {
  const { world } = tables.chart
  const kept = Uint8Array.from(world.variables, ({ kind }, at) =>
    Number(kind !== 'derived' && (at === world.plot || keeps(at))),
  )
  for (const { footprint, at } of tables.regions)
    if (at >= 0 && world.variables[at]?.kind === 'behaviour') {
      const core = [...footprint].filter((index) => world.variables[index]?.kind !== 'flag')
      if (core.some((index) => kept[index])) for (const index of core) kept[index] = 1
    }
  return { kept }
}
