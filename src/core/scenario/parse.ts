import type { z } from 'zod'
import { type Diagnostic, oneOf, type Parsed } from './diagnostic.ts'
import { FILE_SCHEMAS, kindOfFile, type LayerData, type Persona, type RuleData, type ScenarioData, type Walkthrough } from './schema.ts'
import type { Place } from './place-schema.ts'
import { checkReferences } from './references.ts'
import type { Rule, Scenario, TextNeed, Texts } from './scenario.ts'
import { FILE_LIMITS, readSource, type SourceFile } from './source-map.ts'
import { textNeedsOfLayer, textNeedsOfPersona, textNeedsOfPlace, textNeedsOfScenario } from './text-needs.ts'
import { unsafeIn } from './text-safety.ts'
import type { Discipline } from './vocabulary.ts'

/** Text of every file by its path below `scenarios/`, e.g. `cell-entry/layers/law.yaml`. */
export type PackFiles = Readonly<Record<string, string>>

type Read<Data> = { readonly source: SourceFile; readonly data: Data }

/**
 * Reads one scenario out of a pack: its own files, and the personas, place and rules it names.
 *
 * @param files every file of the pack; those of other scenarios are left alone
 * @returns the checked scenario, or every diagnostic of every file at once, in order of file and line
 */
export function parseScenario(files: PackFiles, id: string): Parsed<Scenario> {
  const problems: Diagnostic[] = []
  const paths = Object.keys(files).sort()
  const own = paths.filter((path) => path.startsWith(`${id}/`))
  if (paths.length > FILE_LIMITS.files)
    return refuse([missing('E019', id, `The pack has ${paths.length} files.`, `Keep it below ${FILE_LIMITS.files}.`)])
  for (const path of own)
    if (!kindOfFile(path) && !path.endsWith('.md')) problems.push(missing('E005', path, 'This file has no place in a scenario.', 'Scenario files are scenario.yaml, layers/*.yaml, text/*.yaml and walkthroughs/*.yaml.'))

  const read = <Data>(path: string, schema: z.ZodType<Data>): Read<Data> | undefined => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined
    if (text === undefined) {
      problems.push(missing('E006', path, 'This file is missing.', 'Add it, or take its name out of the file that asks for it.'))
      return undefined
    }
    const { source, problems: unread } = readSource(path, text)
    problems.push(...unread)
    if (unread.length > 0) return undefined
    const result = schema.safeParse(source.data, { reportInput: true })
    if (result.success) return { source, data: result.data }
    problems.push(...result.error.issues.flatMap((issue) => diagnoseIssue(source, issue)).slice(0, 100))
    return undefined
  }

  const scenario = read<ScenarioData>(`${id}/scenario.yaml`, FILE_SCHEMAS.scenario)
  if (!scenario) return refuse(problems)
  const data = scenario.data
  if (data.id !== id) problems.push(scenario.source.diagnose('E020', ['id'], `The id "${data.id}" differs from the folder "${id}".`, `Write id: ${id}, or rename the folder.`))
  const layers = data.layers.flatMap((name) => {
    const layer = read<LayerData>(`${id}/layers/${name}.yaml`, FILE_SCHEMAS.layer)
    if (layer && layer.data.discipline !== name)
      problems.push(layer.source.diagnose('E020', ['discipline'], `The discipline "${layer.data.discipline}" differs from the file's name.`, `Write discipline: ${name}.`))
    return layer ?? []
  })
  const place = read<Place>(`places/${data.place}.yaml`, FILE_SCHEMAS.place)
  const personas = [...new Set(Object.values(data.cast).flatMap((member) => member.personas))].flatMap((name) => {
    const persona = read<Persona>(`personas/${name}.yaml`, FILE_SCHEMAS.persona)
    if (persona && persona.data.id !== name) problems.push(persona.source.diagnose('E020', ['id'], `The id "${persona.data.id}" differs from the file's name.`, `Write id: ${name}.`))
    return persona ?? []
  })
  const ruleFiles = paths.filter((path) => kindOfFile(path) === 'rules').flatMap((path) => read<RuleData>(path, FILE_SCHEMAS.rules) ?? [])
  const rules: Record<string, Rule> = {}
  for (const { data: file } of ruleFiles) for (const rule of file.rules) rules[rule.id] = { ...rule, source: file.source, jurisdiction: file.jurisdiction }
  const walkthroughs = own
    .filter((path) => kindOfFile(path) === 'walkthrough')
    .flatMap((path) => {
      const walkthrough = read<Walkthrough>(path, FILE_SCHEMAS.walkthrough)
      return walkthrough ? [[path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length), walkthrough.data] as const] : []
    })
  const text = readTexts(files, id, problems)

  if (place) {
    const sources = new Map(layers.map((layer) => [layer.data.discipline, layer.source]))
    const datas = layers.map((layer) => layer.data)
    problems.push(...checkReferences(data, datas, place.data, new Set(Object.keys(rules)), { scenario: scenario.source, layers: sources }))
    problems.push(...checkPlace(place))
  }
  const needs = [
    [scenario.source, textNeedsOfScenario(data, scenario.source.path)] as const,
    ...layers.map((l) => [l.source, textNeedsOfLayer(l.data, l.source.path)] as const),
    ...personas.map((p) => [p.source, textNeedsOfPersona(p.data, p.source.path)] as const),
    ...(place ? [[place.source, textNeedsOfPlace(place.data, place.source.path)] as const] : []),
  ]
  for (const [source, list] of needs) problems.push(...unmetNeeds(source, list, text))

  if (problems.length > 0 || !place) return refuse(problems)
  const used = [scenario, ...layers, place, ...personas, ...ruleFiles].map((file) => file.source.path)
  const kept = paths.filter((path) => used.includes(path) || path.startsWith(`${id}/`) || /^(personas|places|rules)\/text\//.test(path))
  const value: Scenario = {
    id,
    version: data.version,
    data,
    layers: Object.fromEntries(layers.map((l) => [l.data.discipline, l.data])) as Partial<Record<Discipline, LayerData>>,
    place: place.data,
    personas: Object.fromEntries(personas.map((p) => [p.data.id, p.data])),
    rules,
    text,
    walkthroughs: Object.fromEntries(walkthroughs),
    files: Object.fromEntries(kept.map((path) => [path, files[path] ?? ''])),
  }
  return { ok: true, value, warnings: [] }
}

/** Ids of the scenarios in a pack: the folders that hold a `scenario.yaml`. */
export const scenarioIdsIn = (files: PackFiles): readonly string[] =>
  Object.keys(files)
    .flatMap((path) => (kindOfFile(path) === 'scenario' ? path.slice(0, path.indexOf('/')) : []))
    .sort()

const refuse = (diagnostics: readonly Diagnostic[]): { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } => ({
  ok: false,
  diagnostics: [...diagnostics].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column)),
})

const missing = (code: Diagnostic['code'], file: string, message: string, cure: string): Diagnostic => ({ code, severity: 'error', file, line: 0, column: 0, field: '', message, cure })

/** Turns one zod issue into diagnostics that say what would be right. */
function diagnoseIssue(source: SourceFile, issue: z.core.$ZodIssue): readonly Diagnostic[] {
  const field = issue.path
  const name = field.length > 0 ? `"${String(field.at(-1))}"` : 'The file'
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => source.diagnose('E008', [...field, key], `The field "${key}" is not known here.`, 'Check the spelling, or take it out.'))
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [source.diagnose('E009', field, `${name} is missing.`, `Add it; it is a ${issue.expected}.`)]
  if (issue.code === 'invalid_value')
    return [source.diagnose(issue.input === undefined ? 'E009' : 'E007', field, issue.input === undefined ? `${name} is missing.` : `${name} cannot be ${show(issue.input)}.`, oneOf(String(issue.input), issue.values.map(String)))]
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
    if (deepest && deepest.path.length > 0) return diagnoseIssue(source, { ...deepest, path: [...field, ...deepest.path] } as z.core.$ZodIssue)
    const cures = [...new Set(issue.errors.flat().map((e) => e.message))].slice(0, 4).join('; or ')
    return [source.diagnose('E007', field, `${name} cannot be ${show(issue.input)}.`, cures || 'See the schema for what is allowed.')]
  }
  return [source.diagnose('E007', field, `${name} cannot be ${show(issue.input)}.`, `${issue.message}.`)]
}

const show = (input: unknown): string => {
  const text = typeof input === 'string' ? `"${input}"` : (JSON.stringify(input) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/** Reads the text files of the scenario and of what it shares, as one flat table per language. */
function readTexts(files: PackFiles, id: string, problems: Diagnostic[]): Record<string, Texts> {
  const tables: Record<string, Record<string, string>> = {}
  for (const path of Object.keys(files).sort()) {
    const match = /^([^/]+)\/text\/([a-z]{2})\.yaml$/.exec(path)
    if (!match || ![id, 'personas', 'places', 'rules'].includes(match[1] ?? '')) continue
    const { source, problems: unread } = readSource(path, files[path] ?? '')
    problems.push(...unread)
    const locale = match[2] ?? ''
    const table = (tables[locale] ??= Object.create(null) as Record<string, string>)
    flatten(source, source.data, [], table, problems)
  }
  return tables
}

function flatten(source: SourceFile, value: unknown, path: readonly PropertyKey[], table: Record<string, string>, problems: Diagnostic[]): void {
  if (typeof value === 'string') {
    const unsafe = unsafeIn(value)
    if (unsafe) problems.push(source.diagnose('E013', path, `The text holds ${unsafe.what}.`, unsafe.cure))
    table[path.join('.')] = value
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, part] of Object.entries(value)) flatten(source, part, [...path, key], table, problems)
  } else if (path.length > 0) problems.push(source.diagnose('E007', path, `The text cannot be ${show(value)}.`, 'Write a text in quotes.'))
}

function unmetNeeds(source: SourceFile, needs: readonly TextNeed[], text: Readonly<Record<string, Texts>>): readonly Diagnostic[] {
  const locales = Object.keys(text).length > 0 ? Object.entries(text) : [['en', {}] as const]
  const seen = new Set<string>()
  return locales.flatMap(([locale, table]) =>
    needs.flatMap(({ key, field }) => {
      if (Object.hasOwn(table, key) || seen.has(`${locale} ${key}`)) return []
      seen.add(`${locale} ${key}`)
      return [source.diagnose('E012', field, `There is no ${locale} text for "${key}".`, `Add it to text/${locale}.yaml. ${nearKey(key, table)}`.trim())]
    }),
  )
}

function nearKey(key: string, table: Texts): string {
  const cure = oneOf(key, Object.keys(table))
  return cure.startsWith('Did') ? cure : ''
}

function checkPlace({ source, data }: Read<Place>): readonly Diagnostic[] {
  const stations = data.stations.map((s) => s.id)
  const rooms = data.rooms.map((r) => r.id)
  const props = data.props.map((p) => p.id)
  const problems: Diagnostic[] = []
  const refer = (id: string, allowed: readonly string[], what: string, ...field: PropertyKey[]) => {
    if (!allowed.includes(id)) problems.push(source.diagnose('E010', field, `There is no ${what} "${id}".`, oneOf(id, allowed)))
  }
  refer(data.exit, stations, 'station', 'exit')
  for (const [n, prop] of data.props.entries()) for (const [m, station] of prop.reach.entries()) refer(station, stations, 'station', 'props', n, 'reach', m)
  for (const part of ['stations', 'positions'] as const) for (const [n, item] of data[part].entries()) refer(item.room, rooms, 'room', part, n, 'room')
  for (const [n, opening] of data.openings.entries()) {
    refer(opening.room, rooms, 'room', 'openings', n, 'room')
    if (opening.prop) refer(opening.prop, props, 'prop', 'openings', n, 'prop')
  }
  for (const [n, path] of data.paths.entries()) {
    for (const [m, station] of path.between.entries()) refer(station, stations, 'station', 'paths', n, 'between', m)
    if (path.through) refer(path.through, props, 'prop', 'paths', n, 'through')
  }
  for (const part of ['rooms', 'props', 'stations', 'positions'] as const) {
    const ids = data[part].map((item) => item.id)
    for (const [n, item] of ids.entries()) if (ids.indexOf(item) !== n) problems.push(source.diagnose('E011', [part, n, 'id'], `There are two ${part} "${item}".`, 'Give one of them another id.'))
  }
  return problems
}
