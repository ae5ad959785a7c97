import type { z } from 'zod'
import { type Diagnostic, oneOf, type Parsed, printable } from './diagnostic.ts'
import type { Place } from './place-schema.ts'
import { checkReferences } from './references.ts'
import type { Rule, Scenario, TextNeed, Texts } from './scenario.ts'
import {
  FILE_SCHEMAS,
  kindOfFile,
  type LayerData,
  type Persona,
  type RuleData,
  type ScenarioData,
  type Walkthrough,
} from './schema.ts'
import { FILE_LIMITS, utf8Length } from './source-limits.ts'
import { readSource, type SourceFile } from './source-map.ts'
import { textNeedsOfLayer, textNeedsOfPersona, textNeedsOfPlace, textNeedsOfScenario } from './text-needs.ts'
import { unsafeIn } from './text-safety.ts'
import type { Discipline } from './vocabulary.ts'
import { actIdsOf, checkWalkthrough } from './walkthrough-acts.ts'

/** How many problems of one file, and of all files, are told at once. */
const MAX_TOLD = { file: 100, all: 500 } as const

/** Text of every file by its path below `scenarios/`, e.g. `cell-entry/layers/law.yaml`. */
export type PackFiles = Readonly<Record<string, string>>

type Read<Data> = { readonly source: SourceFile; readonly data: Data }

/**
 * Reads one scenario out of a pack: its own files, and the personas, place and rules it names.
 *
 * @param files every file of the pack; those of other scenarios are left alone
 * @returns the checked scenario, or every diagnostic of every file at once (the first 500), in order of file and line
 */
export function parseScenario(files: PackFiles, id: string): Parsed<Scenario> {
  const problems: Diagnostic[] = []
  const paths = Object.keys(files).sort()
  const own = paths.filter((path) => path.startsWith(`${id}/`))
  if (paths.length > FILE_LIMITS.files)
    return refuse([missing('E019', id, `The pack has ${paths.length} files.`, `Keep it below ${FILE_LIMITS.files}.`)])
  for (const path of own)
    if (!kindOfFile(path) && !path.endsWith('.md'))
      problems.push(
        missing(
          'E005',
          path,
          'This file has no place in a scenario.',
          'Scenario files are scenario.yaml, layers/*.yaml, text/*.yaml and walkthroughs/*.yaml.',
        ),
      )

  let total = 0
  const isTooMuch = (text: string): boolean => {
    const before = total
    total += utf8Length(text)
    if (before <= FILE_LIMITS.total && total > FILE_LIMITS.total)
      problems.push(
        missing(
          'E001',
          `${id}/scenario.yaml`,
          'The files of this scenario are too large together.',
          `Keep them below ${FILE_LIMITS.total} bytes.`,
        ),
      )
    return total > FILE_LIMITS.total
  }
  /** `asked`: the file and field that ask for this one. */
  const read = <Data>(
    path: string,
    schema: z.ZodType<Data>,
    asked?: readonly [SourceFile, ...PropertyKey[]],
  ): Read<Data> | undefined => {
    const text = Object.hasOwn(files, path) ? files[path] : undefined
    if (text === undefined) {
      const [source, ...field] = asked ?? []
      const cure = 'Add it, or take its name out here.'
      problems.push(
        source
          ? source.diagnose('E006', field, `The file ${path} is missing.`, cure)
          : missing('E006', path, 'This file is missing.', 'Add it.'),
      )
      return undefined
    }
    if (isTooMuch(text)) return undefined
    const { source, problems: unread } = readSource(path, text)
    problems.push(...unread)
    if (unread.length > 0) return undefined
    const result = schema.safeParse(source.data, { reportInput: true })
    if (result.success) return { source, data: result.data }
    problems.push(
      ...result.error.issues
        .slice(0, MAX_TOLD.file)
        .flatMap((issue) => diagnoseIssue(source, issue))
        .slice(0, MAX_TOLD.file),
    )
    return undefined
  }

  const scenario = read<ScenarioData>(`${id}/scenario.yaml`, FILE_SCHEMAS.scenario)
  if (!scenario) return refuse(problems)
  const data = scenario.data
  if (data.id !== id)
    problems.push(
      scenario.source.diagnose(
        'E020',
        ['id'],
        `The id "${data.id}" differs from the folder "${id}".`,
        `Write id: ${id}, or rename the folder.`,
      ),
    )
  const layers = data.layers.flatMap((name, n) => {
    const layer = read<LayerData>(`${id}/layers/${name}.yaml`, FILE_SCHEMAS.layer, [scenario.source, 'layers', n])
    if (layer && layer.data.discipline !== name)
      problems.push(
        layer.source.diagnose(
          'E020',
          ['discipline'],
          `The discipline "${layer.data.discipline}" differs from the file's name.`,
          `Write discipline: ${name}.`,
        ),
      )
    return layer ?? []
  })
  const place = read<Place>(`places/${data.place}.yaml`, FILE_SCHEMAS.place, [scenario.source, 'place'])
  if (place && place.data.id !== data.place)
    problems.push(
      place.source.diagnose(
        'E020',
        ['id'],
        `The id "${place.data.id}" differs from the file's name.`,
        `Write id: ${data.place}.`,
      ),
    )
  const players = Object.entries(data.cast).flatMap(([role, member]) =>
    member.personas.map((name, n) => ({ name, asked: ['cast', role, 'personas', n] })),
  )
  const personas = players
    .filter(({ name }, n) => players.findIndex((other) => other.name === name) === n)
    .flatMap(({ name, asked }) => {
      const persona = read<Persona>(`personas/${name}.yaml`, FILE_SCHEMAS.persona, [scenario.source, ...asked])
      if (persona && persona.data.id !== name)
        problems.push(
          persona.source.diagnose(
            'E020',
            ['id'],
            `The id "${persona.data.id}" differs from the file's name.`,
            `Write id: ${name}.`,
          ),
        )
      return persona ?? []
    })
  const rulePaths = paths.filter((path) => kindOfFile(path) === 'rules')
  const ruleFiles = rulePaths.flatMap((path) => read<RuleData>(path, FILE_SCHEMAS.rules) ?? [])
  const rules: Record<string, Rule> = {}
  for (const { data: file } of ruleFiles)
    for (const rule of file.rules) rules[rule.id] = { ...rule, source: file.source, jurisdiction: file.jurisdiction }
  const walkthroughs = own
    .filter((path) => kindOfFile(path) === 'walkthrough')
    .flatMap((path) => {
      const walkthrough = read<Walkthrough>(path, FILE_SCHEMAS.walkthrough)
      return walkthrough ? [[path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length), walkthrough] as const] : []
    })
  const { text, readable } = readTexts(files, id, problems, isTooMuch)

  if (place) {
    const sources = new Map(layers.map((layer) => [layer.data.discipline, layer.source]))
    const datas = layers.map((layer) => layer.data)
    problems.push(
      ...checkReferences(
        data,
        datas,
        place.data,
        ruleFiles.length === rulePaths.length ? new Set(Object.keys(rules)) : undefined,
        { scenario: scenario.source, layers: sources },
      ),
    )
    problems.push(...checkPlace(place))
    const acts = actIdsOf(data, datas, place.data)
    if (layers.length === data.layers.length)
      for (const [, walkthrough] of walkthroughs)
        problems.push(...checkWalkthrough(walkthrough.data, walkthrough.source, acts))
  }
  const needs = [
    [scenario.source, textNeedsOfScenario(data, scenario.source.path)] as const,
    ...layers.map((l) => [l.source, textNeedsOfLayer(l.data, l.source.path)] as const),
    ...personas.map((p) => [p.source, textNeedsOfPersona(p.data, p.source.path)] as const),
    ...(place ? [[place.source, textNeedsOfPlace(place.data, place.source.path)] as const] : []),
  ]
  for (const [source, list] of needs) problems.push(...unmetNeeds(source, list, readable))

  if (problems.length > 0 || !place) return refuse(problems)
  const used = [scenario, ...layers, place, ...personas, ...ruleFiles].map((file) => file.source.path)
  const kept = paths.filter(
    (path) => used.includes(path) || path.startsWith(`${id}/`) || /^(personas|places|rules)\/text\//.test(path),
  )
  const value: Scenario = {
    id,
    version: data.version,
    data,
    layers: Object.fromEntries(layers.map((l) => [l.data.discipline, l.data])) as Partial<
      Record<Discipline, LayerData>
    >,
    place: place.data,
    personas: Object.fromEntries(personas.map((p) => [p.data.id, p.data])),
    rules,
    text,
    walkthroughs: Object.fromEntries(walkthroughs.map(([name, walkthrough]) => [name, walkthrough.data])),
    files: Object.fromEntries(kept.map((path) => [path, files[path] ?? ''])),
  }
  return { ok: true, value, warnings: [] }
}

/** Ids of the scenarios in a pack: the folders that hold a `scenario.yaml`. */
export const scenarioIdsIn = (files: PackFiles): readonly string[] =>
  Object.keys(files)
    .flatMap((path) => (kindOfFile(path) === 'scenario' ? path.slice(0, path.indexOf('/')) : []))
    .sort()

const refuse = (
  diagnostics: readonly Diagnostic[],
): { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } => ({
  ok: false,
  diagnostics: [...diagnostics]
    .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
    .slice(0, MAX_TOLD.all),
})

const missing = (code: Diagnostic['code'], file: string, message: string, cure: string): Diagnostic => ({
  code,
  severity: 'error',
  file: printable(file),
  line: 0,
  column: 0,
  field: '',
  message,
  cure,
})

/** Turns one zod issue into diagnostics that say what would be right. */
function diagnoseIssue(source: SourceFile, issue: z.core.$ZodIssue): readonly Diagnostic[] {
  const field = issue.path
  const name = field.length > 0 ? `"${String(field.at(-1))}"` : 'The file'
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MAX_TOLD.file)
      .map((key) =>
        source.diagnose(
          'E008',
          [...field, key],
          `The field "${key}" is not known here.`,
          'Check the spelling, or take it out.',
        ),
      )
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [source.diagnose('E009', field, `${name} is missing.`, `Add it; it is a ${issue.expected}.`)]
  if (issue.code === 'invalid_value')
    return [
      source.diagnose(
        issue.input === undefined ? 'E009' : 'E007',
        field,
        issue.input === undefined ? `${name} is missing.` : `${name} cannot be ${show(issue.input)}.`,
        oneOf(String(issue.input), issue.values.map(String)),
      ),
    ]
  if (issue.code === 'invalid_key')
    return [
      source.diagnose(
        'E007',
        field,
        `Nothing here can be called ${name}.`,
        `Write ${issue.issues.map((part) => part.message).join('; ')}.`,
      ),
    ]
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
    if (deepest && deepest.path.length > 0)
      return diagnoseIssue(source, { ...deepest, path: [...field, ...deepest.path] } as z.core.$ZodIssue)
    const cures = [...new Set(issue.errors.flat().map((e) => e.message))].slice(0, 4).join('; or ')
    return [
      source.diagnose(
        'E007',
        field,
        `${name} cannot be ${show(issue.input)}.`,
        cures || 'See the schema for what is allowed.',
      ),
    ]
  }
  return [source.diagnose('E007', field, `${name} cannot be ${show(issue.input)}.`, `${issue.message}.`)]
}

const show = (input: unknown): string => {
  const text = typeof input === 'string' ? `"${input}"` : (JSON.stringify(input) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/**
 * Reads the text files of the scenario and of what it shares, as one flat table per language. `readable` leaves out the
 * languages of which a file could not be read: what they lack is not known.
 */
function readTexts(files: PackFiles, id: string, problems: Diagnostic[], isTooMuch: (text: string) => boolean) {
  const tables: Record<string, Record<string, string>> = {}
  const unread = new Set<string>()
  for (const path of Object.keys(files).sort()) {
    const match = /^([^/]+)\/text\/([a-z]{2})\.yaml$/.exec(path)
    if (!match || ![id, 'personas', 'places', 'rules'].includes(match[1] ?? '')) continue
    const file = files[path] ?? ''
    const locale = match[2] ?? ''
    if (isTooMuch(file)) {
      unread.add(locale)
      continue
    }
    const { source, problems: found } = readSource(path, file)
    if (found.length > 0) unread.add(locale)
    const table = (tables[locale] ??= Object.create(null) as Record<string, string>)
    const told = [...found]
    flatten(source, source.data, [], table, told)
    problems.push(...told)
  }
  const readable = Object.entries(tables).filter(([locale]) => !unread.has(locale))
  return {
    text: tables as Readonly<Record<string, Texts>>,
    readable: Object.keys(tables).length > 0 ? readable : ([['en', {}]] as const),
  }
}

function flatten(
  source: SourceFile,
  value: unknown,
  path: readonly PropertyKey[],
  table: Record<string, string>,
  told: Diagnostic[],
): void {
  const tell = (...problem: Parameters<SourceFile['diagnose']>) => {
    if (told.length < MAX_TOLD.file) told.push(source.diagnose(...problem))
  }
  const key = path.join('.')
  if (typeof value === 'string' && path.length > 0) {
    const unsafe = unsafeIn(value)
    if (unsafe) tell('E013', path, `The text holds ${unsafe.what}.`, unsafe.cure)
    if (Object.hasOwn(table, key))
      tell('E011', path, `There are two texts "${key}".`, 'Keep one of them; the files of a language are read as one.')
    table[key] = value
  } else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [name, part] of Object.entries(value)) flatten(source, part, [...path, name], table, told)
  } else if (path.length > 0) {
    tell('E007', path, `The text cannot be ${show(value)}.`, 'Write a text in quotes.')
    table[key] = ''
  } else if (value !== undefined && value !== null)
    tell('E007', path, 'The file holds no table of texts.', 'Write one text a line: a key, a colon, the text.')
}

function unmetNeeds(
  source: SourceFile,
  needs: readonly TextNeed[],
  tables: readonly (readonly [locale: string, table: Texts])[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const [locale, table] of tables) {
    const seen = new Set<string>()
    for (const { key, field } of needs) {
      if (found.length >= MAX_TOLD.file) return found
      if (Object.hasOwn(table, key) || seen.has(key)) continue
      seen.add(key)
      found.push(
        source.diagnose(
          'E012',
          field,
          `There is no ${locale} text for "${key}".`,
          `Add it to text/${locale}.yaml. ${nearKey(key, table)}`.trim(),
        ),
      )
    }
  }
  return found
}

/** The likeliest key that was meant; in a table of a size no person writes, none is looked for. */
function nearKey(key: string, table: Texts): string {
  const keys = Object.keys(table)
  const cure = keys.length <= 2000 ? oneOf(key, keys) : ''
  return cure.startsWith('Did') ? cure : ''
}

function checkPlace({ source, data }: Read<Place>): readonly Diagnostic[] {
  const stations = data.stations.map((s) => s.id)
  const rooms = data.rooms.map((r) => r.id)
  const props = data.props.map((p) => p.id)
  const problems: Diagnostic[] = []
  const refer = (id: string, allowed: readonly string[], what: string, ...field: PropertyKey[]) => {
    if (!allowed.includes(id))
      problems.push(source.diagnose('E010', field, `There is no ${what} "${id}".`, oneOf(id, allowed)))
  }
  refer(data.exit, stations, 'station', 'exit')
  for (const [n, prop] of data.props.entries())
    for (const [m, station] of prop.reach.entries()) refer(station, stations, 'station', 'props', n, 'reach', m)
  for (const part of ['stations', 'positions'] as const)
    for (const [n, item] of data[part].entries()) refer(item.room, rooms, 'room', part, n, 'room')
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
    for (const [n, item] of ids.entries())
      if (ids.indexOf(item) !== n)
        problems.push(
          source.diagnose('E011', [part, n, 'id'], `There are two ${part} "${item}".`, 'Give one of them another id.'),
        )
  }
  return problems
}
