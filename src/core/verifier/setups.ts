import { type Composition, compose, type Discipline, type Scenario } from '#core/scenario'
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
    const key = sameness(compose(scenario, setup))
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

/** What two setups must share to be the same chart: everything but where they begin, and how people look and answer. */
function sameness({ lines, deeds, injects, plot, regions, criteria, absent, cast }: Composition): string {
  const people = Object.entries(cast).map(
    ([role, { languages, temperament, thresholds, hysteresis, withdraws, memory }]) => [
      role,
      { languages, temperament, thresholds, hysteresis, withdraws, memory },
    ],
  )
  return JSON.stringify([lines, deeds, injects, plot, regions, criteria, [...absent].sort(), people])
}
