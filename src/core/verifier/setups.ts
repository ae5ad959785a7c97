import { compose, type Discipline, type Scenario } from '#core/scenario'
import { chartFor } from '#core/session'
import { type Place, startOf } from './table-run.ts'
import { type Tables, tablesOf } from './tables.ts'
import type { SetupOf } from './witness.ts'

/** Everything that shares one set of tables: the same people, begun in every variation they appear in. */
export type Cast = {
  readonly tables: Tables
  readonly starts: readonly Place[]
  /** for each start, what its session runs with */ readonly setups: readonly SetupOf[]
}

/** Every way a session of a stack can begin: each variation with its people, and each other who can play a part. */
export function castsOf(scenario: Scenario, stack: readonly Discipline[]): readonly Cast[] {
  const variations = ['none', ...(scenario.data.variations ?? []).map(({ id }) => id)]
  const others = Object.entries(scenario.data.cast).flatMap(([role, { reacts, personas }]) =>
    reacts ? personas.slice(1).map((persona) => ({ [role]: persona })) : [],
  )
  const setups: readonly SetupOf[] = [
    ...variations.map((variation) => ({ stack, variation, personas: {} })),
    ...others.map((personas) => ({ stack, variation: 'none', personas })),
  ]
  const casts = new Map<string, { tables: Tables; starts: Place[]; setups: SetupOf[] }>()
  for (const setup of setups) {
    const { cast } = compose(scenario, setup)
    const reacting = Object.entries(scenario.data.cast).flatMap(([role, { reacts }]) => (reacts ? cast[role]?.id : []))
    const key = reacting.join(' ')
    const chart = chartFor(scenario, setup)
    const known = casts.get(key)
    if (known) {
      known.starts.push(startOf(known.tables, chart))
      known.setups.push(setup)
      continue
    }
    const tables = tablesOf(chart)
    casts.set(key, { tables, starts: [startOf(tables)], setups: [setup] })
  }
  return [...casts.values()]
}
