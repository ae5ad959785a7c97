import { memoryName } from '#core/scenario'
import type { Chart } from '#core/statechart'

/**
 * Which variables each region may write, its orders to other regions included. Read from the composition's data by the
 * names below `add` and `set`; that no region writes more is checked each time a table learns (`tables.ts`).
 */
export function footprintsOf(chart: Chart): (regionKey: string) => ReadonlySet<number> {
  const { composition, index } = chart.world
  const numbers = (names: Iterable<string>) => new Set([...names].flatMap((name) => index.get(name)?.at ?? []))
  const injects = new Map(composition.injects.map((inject) => [inject.id, inject]))
  const written = (part: unknown, names: Set<string> = new Set()): ReadonlySet<string> => {
    if (typeof part !== 'object' || part === null) return names
    for (const [field, value] of Object.entries(part)) {
      if ((field === 'add' || field === 'set') && typeof value === 'object' && value !== null && !Array.isArray(value))
        for (const name of Object.keys(value)) names.add(name)
      if (field === 'inject' && typeof value === 'string') written(injects.get(value), names)
      written(value, names)
    }
    return names
  }
  const authored = new Map([composition.plot, ...composition.regions].map((region) => [region.id, region.states]))
  return (key) => {
    const name = chart.regionVariables[key]
    if (name === undefined) {
      const owner = key.replace(/_acts$/, '')
      const acts = chart.acts.filter((act) => (act.owner ?? 'base') === owner)
      return numbers(written(acts.map(({ line, deed }) => [line, deed])))
    }
    const persona = composition.cast[name]
    if (chart.world.variables[index.get(name)?.at ?? -1]?.kind === 'behaviour' && persona)
      return numbers([
        name,
        `${name}.tension`,
        `${name}.trust`,
        ...Object.keys(persona.memory ?? {}).map((memory) => memoryName(name, memory)),
      ])
    return numbers([name, ...written(authored.get(name))])
  }
}
