import type { z } from 'zod'
import { checkPlace } from './check-place.ts'
import { diagnoseIssue } from './diagnose-issue.ts'
import { type Diagnostic, type Parsed, printable } from './diagnostic.ts'
import type { PhraseData } from './phrase-schema.ts'
import { bookOf, phraseTexts, usesPhrases, withPhrases } from './phrases.ts'
import type { Place } from './place-schema.ts'
import { readTexts, strayTexts, unmetNeeds } from './read-texts.ts'
import { checkReferences } from './references.ts'
import type { Rule, Scenario } from './scenario.ts'
import {
  FILE_SCHEMAS,
  kindOfFile,
  type LayerData,
  type Persona,
  type RuleData,
  type ScenarioData,
  type Walkthrough,
} from './schema.ts'
import { FILE_LIMITS, MAX_TOLD, utf8Length } from './source-limits.ts'
import { readSource, type SourceFile } from './source-map.ts'
import {
  DEEDS_SEEN,
  textNeedsOfLayer,
  textNeedsOfPersona,
  textNeedsOfPhrases,
  textNeedsOfPlace,
  textNeedsOfScenario,
} from './text-needs.ts'
import type { Discipline } from './vocabulary.ts'
import { actIdsOf, checkWalkthrough } from './walkthrough-acts.ts'

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
  const written = scenario.data
  if (written.id !== id)
    problems.push(
      scenario.source.diagnose(
        'E020',
        ['id'],
        `The id "${written.id}" differs from the folder "${id}".`,
        `Write id: ${id}, or rename the folder.`,
      ),
    )
  const unlisted = own.filter(
    (path) => kindOfFile(path) === 'layer' && !written.layers.some((name) => path === `${id}/layers/${name}.yaml`),
  )
  for (const path of unlisted)
    problems.push(
      missing(
        'E005',
        path,
        'No layer of this scenario is called so.',
        'Name it under `layers` in scenario.yaml, or take the file away.',
      ),
    )
  const layersWritten = written.layers.flatMap((name, n) => {
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
  const phrasePaths = usesPhrases([written, ...layersWritten.map((layer) => layer.data)])
    ? paths.filter((path) => kindOfFile(path) === 'phrases')
    : []
  const phraseFiles = phrasePaths.flatMap((path) => read<PhraseData>(path, FILE_SCHEMAS.phrases) ?? [])
  const { book, problems: inBook } = bookOf(phraseFiles)
  problems.push(...inBook)
  const data = withPhrases(written, book, written)
  const layers = layersWritten.map((layer) => ({ ...layer, data: withPhrases(layer.data, book, written) }))
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
  const { text, readable, own: wordings } = readTexts(files, id, problems, isTooMuch, phraseTexts(book))
  const english = `${id}/text/en.yaml`
  if (!own.includes(english) && own.some((path) => kindOfFile(path) === 'text'))
    problems.push(
      missing(
        'E006',
        english,
        'This file is missing.',
        'Add it: English stands in where another language has no word.',
      ),
    )

  if (place) {
    const sources = new Map(layers.map((layer) => [layer.data.discipline, layer.source]))
    const datas = layers.map((layer) => layer.data)
    problems.push(
      ...checkReferences(
        data,
        datas,
        place.data,
        {
          rules: ruleFiles.length === rulePaths.length ? new Set(Object.keys(rules)) : undefined,
          phrases: phraseFiles.length === phrasePaths.length ? book : undefined,
        },
        { scenario: scenario.source, layers: sources },
      ),
    )
    problems.push(...checkPlace(place.source, place.data))
    const acts = actIdsOf(data, datas, place.data)
    if (layers.length === data.layers.length)
      for (const [, walkthrough] of walkthroughs)
        problems.push(...checkWalkthrough(walkthrough.data, walkthrough.source, acts))
  }
  const needs = [
    [scenario.source, textNeedsOfScenario(data, scenario.source.path)] as const,
    ...layers.map((l) => [l.source, textNeedsOfLayer(l.data, l.source.path)] as const),
    ...personas.map((p) => [p.source, textNeedsOfPersona(p.data, p.source.path)] as const),
    ...phraseFiles.map((p) => [p.source, textNeedsOfPhrases(p.data, p.source.path)] as const),
    ...(place ? [[place.source, textNeedsOfPlace(place.data, place.source.path)] as const] : []),
  ]
  for (const [source, list] of needs) problems.push(...unmetNeeds(source, list, readable))
  if (layers.length === data.layers.length) {
    const asked = needs.flatMap(([, list]) => list)
    for (const source of wordings) problems.push(...strayTexts(source, DEEDS_SEEN, asked))
  }

  if (problems.length > 0 || !place) return refuse(problems)
  const used = [scenario, ...layers, place, ...personas, ...ruleFiles, ...phraseFiles].map((file) => file.source.path)
  const kept = paths.filter(
    (path) =>
      used.includes(path) ||
      path.startsWith(`${id}/`) ||
      /^(personas|places|rules)\/text\//.test(path) ||
      (phraseFiles.length > 0 && path.startsWith('phrases/text/')),
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
    phrases: book,
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
