import { diagnoseIssue } from './diagnose-issue.ts'
import { type Diagnostic, oneOf } from './diagnostic.ts'
import type { PackFiles } from './parse.ts'
import { readTexts, unmetNeeds } from './read-texts.ts'
import type { Texts } from './scenario.ts'
import { kindOfFile, type ProgrammeData, ProgrammeFile, ScenarioFile } from './schema.ts'
import { readSource } from './source-map.ts'

/** A programme that has been read and checked against the scenarios it names. */
export type Programme = {
  readonly id: string
  readonly data: ProgrammeData
  readonly text: Readonly<Record<string, Texts>>
}

/** Ids of the programmes in a pack. */
export const programmeIdsIn = (files: PackFiles): readonly string[] =>
  Object.keys(files)
    .filter((path) => kindOfFile(path) === 'programme')
    .map((path) => path.slice('programmes/'.length, -'.yaml'.length))
    .sort()

/** Reads one programme; every mistake at once, each with its place and its cure. */
export function parseProgramme(
  files: PackFiles,
  id: string,
):
  | { readonly ok: true; readonly value: Programme }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] } {
  const path = `programmes/${id}.yaml`
  const { source, problems } = readSource(path, files[path] ?? '')
  const found: Diagnostic[] = [...problems]
  if (found.length > 0) return { ok: false, diagnostics: found }
  const result = ProgrammeFile.safeParse(source.data, { reportInput: true })
  if (!result.success)
    return { ok: false, diagnostics: result.error.issues.flatMap((issue) => diagnoseIssue(source, issue)) }
  const { data } = result
  if (data.id !== id)
    found.push(source.diagnose('E020', ['id'], `The id "${data.id}" differs from the file's name.`, `Write id: ${id}.`))
  const layersOf = layersByScenario(files)
  for (const [n, { scenario, layers }] of data.ladders.entries()) {
    const known = layersOf.get(scenario)
    if (!known) {
      found.push(
        source.diagnose(
          'E010',
          ['ladders', n, 'scenario'],
          `There is no scenario "${scenario}".`,
          oneOf(scenario, layersOf.keys()),
        ),
      )
      continue
    }
    for (const [m, layer] of layers.entries()) {
      if (!known.includes(layer))
        found.push(
          source.diagnose(
            'E010',
            ['ladders', n, 'layers', m],
            `"${scenario}" has no layer "${layer}".`,
            oneOf(layer, known),
          ),
        )
      if (layers.indexOf(layer) !== m)
        found.push(
          source.diagnose(
            'E011',
            ['ladders', n, 'layers', m],
            `The layer "${layer}" stands there twice.`,
            'Take one of them out.',
          ),
        )
    }
  }
  const { text, readable } = readTexts(files, 'programmes', found, () => false)
  const needs = ['title', 'summary'].map((part) => ({ key: `programmes.${id}.${part}`, file: path, field: ['id'] }))
  found.push(...unmetNeeds(source, needs, readable))
  return found.length > 0 ? { ok: false, diagnostics: found } : { ok: true, value: { id, data, text } }
}

/** The layers each scenario of a pack lists; one that cannot be read is told by its own check. */
function layersByScenario(files: PackFiles): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>()
  for (const [path, text] of Object.entries(files)) {
    if (kindOfFile(path) !== 'scenario') continue
    const layers = ScenarioFile.shape.layers.safeParse(
      (readSource(path, text).source.data as { layers?: unknown })?.layers,
    )
    if (layers.success) found.set(path.slice(0, path.indexOf('/')), layers.data)
  }
  return found
}
