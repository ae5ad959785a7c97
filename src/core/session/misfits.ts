import { FIGURES, type Scenario, unsafeIn } from '#core/scenario'
import type { Header, LogRecord } from './record.ts'
import type { Replay } from './replay.ts'

/** Where a log does not follow from its scenario, though every hash of it may be right. */
export type Misfit = { /** number of the record, 0 for the header */ readonly seq: number; readonly what: string }

/** What a header says of its scenario that is not so: each a whole sentence. A log with any was not written by Simcell. */
export function misfitsOfHeader(scenario: Scenario, header: Header): readonly Misfit[] {
  const { data } = scenario
  const roles = Object.keys(data.cast)
  const told: string[] = []
  const quoted = (word: string) => `"${word.slice(0, 60)}"`
  const known = (table: object, key: string) => Object.hasOwn(table, key)
  if (header.scenario !== scenario.id)
    told.push(`It is of ${quoted(header.scenario)}, the scenario is "${scenario.id}".`)
  if (header.scenarioVersion !== scenario.version)
    told.push(`It names version ${quoted(header.scenarioVersion)}; this scenario is ${scenario.version}.`)
  for (const layer of header.stack)
    if (!known(scenario.layers, layer)) told.push(`The scenario has no layer ${quoted(layer)}.`)
  if (new Set(header.stack).size < header.stack.length) told.push('It names a layer twice.')
  if (header.variation !== 'none' && !data.variations?.some(({ id }) => id === header.variation))
    told.push(`The scenario has no variation ${quoted(header.variation)}.`)
  if (!known(scenario.text, header.locale))
    told.push(`The scenario has no words in the language ${quoted(header.locale)}.`)
  for (const [role, persona] of Object.entries(header.personas)) {
    if (!known(data.cast, role))
      told.push(`Nobody in the scenario is called ${quoted(role)}; it has ${roles.join(', ')}.`)
    else if (!data.cast[role]?.personas.includes(persona)) told.push(`${quoted(persona)} cannot play ${role}.`)
  }
  for (const [role, look] of Object.entries(header.looks ?? {})) {
    if (!known(data.cast, role)) told.push(`It gives ${quoted(role)} a look, and nobody is called so.`)
    const foreign = Object.keys(look).find((part) => part !== 'figure' && part !== 'name')
    if (foreign) told.push(`A look is a figure and a name, not ${quoted(foreign)}.`)
    if (look.figure !== undefined && !(FIGURES as readonly string[]).includes(look.figure))
      told.push(`There is no figure ${quoted(look.figure)}.`)
  }
  const shown = [
    header.trainee,
    header.appVersion,
    ...Object.values(header.looks ?? {}).flatMap(({ name }) => name ?? []),
  ]
  for (const words of shown) {
    const unsafe = unsafeIn(words)
    if (unsafe) told.push(`A name in it holds ${unsafe.what}.`)
  }
  return told.map((what) => ({ seq: 0, what }))
}

/** What became of a log when it was run again, where that is not what it says. */
export function misfitOfRun(replay: Replay, records: readonly LogRecord[]): Misfit | undefined {
  const { stoppedAt, end } = replay
  if (stoppedAt) return { seq: stoppedAt.seq, what: `"${stoppedAt.act.do}" cannot be done at that moment.` }
  const outcome = records.find((record) => record.kind === 'outcome')
  const { ending } = end.snapshot
  if (!outcome || outcome.ending === ending) return undefined
  // A run that was written and not played, such as a walkthrough, ends at a time and claims nothing.
  if (outcome.ending === '' && replay.header.mode !== 'assessment') return undefined
  const was = ending === undefined ? 'had not ended' : `ended as "${ending}"`
  return { seq: outcome.seq, what: `It says the session ended as "${outcome.ending.slice(0, 60)}"; it ${was}.` }
}
