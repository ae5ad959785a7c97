import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { parse } from 'yaml'
import {
  type Diagnostic,
  formatDiagnostic,
  PlaceFile,
  type Programme,
  parseProgramme,
  parseScenario,
  programmeIdsIn,
  type Scenario,
  scenarioIdsIn,
} from '../src/core/scenario/index.ts'
import { packHashOf } from '../src/core/session/index.ts'
import { sha256Hex } from '../src/exchange/index.ts'

const INDEX = 'virtual:scenario-index'
const SCENARIOS = 'virtual:scenarios'
/** One scenario as it was read: `virtual:scenario/<id>`. */
const SCENARIO = 'virtual:scenario/'
const PLACES = 'virtual:places'

/**
 * Puts the scenarios into the build: a small index for the start page, each scenario read and checked, places to look at.
 * An unsound scenario fails the build with its diagnostics.
 */
export function scenariosPlugin(folder = 'scenarios'): Plugin {
  const root = resolve(folder)
  const read = () => {
    const files: Record<string, string> = {}
    for (const entry of readdirSync(root, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.yaml')) {
        const path = join(entry.parentPath, entry.name)
        files[path.slice(root.length + 1).replaceAll('\\', '/')] = readFileSync(path, 'utf8')
      }
    return files
  }
  const known = new Map<string, Scenario>()
  const scenario = (id: string) => {
    const value = known.get(id) ?? sound(parseScenario(read(), id))
    known.set(id, value)
    return value
  }
  const shippedEntry = (id: string) => {
    const packHash = packHashOf(scenario(id).files, sha256Hex)
    return `'${id}':{packHash:'${packHash}',read:async()=>(await import('${SCENARIO}${id}')).scenario}`
  }
  const indexes = () => {
    const files = read()
    const scenarios = scenarioIdsIn(files).map(scenario)
    const programmes = programmeIdsIn(files).map((id) => sound(parseProgramme(files, id)))
    // What parses has all its words in each of its languages; a language is whole when it is one of everything's.
    const [first, ...others] = [...scenarios, ...programmes].map(({ text }) => Object.keys(text))
    const whole = (first ?? []).filter((locale) => others.every((locales) => locales.includes(locale)))
    return Object.fromEntries(
      [...new Set(['en', ...whole])].map((locale) => [
        locale,
        { scenarios: scenarioEntries(scenarios, locale), programmes: programmeEntries(programmes, locale) },
      ]),
    )
  }
  const places = () => {
    const files = Object.entries(read()).filter(([path]) => path.startsWith('places/'))
    const text = files.filter(([path]) => path.startsWith('places/text/en')).map(([, yaml]) => parse(yaml).places)
    return files
      .filter(([path]) => !path.startsWith('places/text/'))
      .map(([, yaml]) => PlaceFile.parse(parse(yaml)))
      .map((place) => ({ place, words: Object.assign({}, ...text)[place.id] }))
  }
  return {
    name: 'simcell-scenarios',
    buildStart: () => known.clear(),
    resolveId: (id) => ([INDEX, SCENARIOS, PLACES].includes(id) || id.startsWith(SCENARIO) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${INDEX}`) return `export const indexes = ${JSON.stringify(indexes())}`
      if (id === `\0${SCENARIOS}`) return `export const shippedScenarios = {${scenarioIdsIn(read()).map(shippedEntry)}}`
      if (id.startsWith(`\0${SCENARIO}`)) return asModule(scenario(id.slice(SCENARIO.length + 1)))
      if (id === `\0${PLACES}`) return `export const places = ${JSON.stringify(places())}`
      return undefined
    },
  }
}

/** A text is read several times faster than a literal of the same size. */
const asModule = (scenario: Scenario) =>
  `export const scenario = JSON.parse(${JSON.stringify(JSON.stringify(scenario))})`

/** What was read, if nothing is wrong with it. */
function sound<Value>(
  parsed:
    | { readonly ok: true; readonly value: Value }
    | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] },
): Value {
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
  return parsed.value
}

const scenarioEntries = (scenarios: readonly Scenario[], locale: string) =>
  scenarios.map(({ id, data, text }) => {
    const words = (key: string) => text[locale]?.[key] ?? text.en?.[key] ?? key
    return {
      id,
      title: words('title'),
      summary: words('summary'),
      minutes: data.briefing.minutes,
      layers: data.layers,
      personas: (data.cast[data.focus]?.personas ?? []).map((persona) => ({
        id: persona,
        name: words(`personas.${persona}.name`),
        history: words(`personas.${persona}.history`),
      })),
      focus: data.focus,
      variations: (data.variations ?? []).map((v) => ({ id: v.id, title: words(`variations.${v.id}.title`) })),
    }
  })

const programmeEntries = (programmes: readonly Programme[], locale: string) =>
  programmes.map(({ id, data, text }) => {
    const words = (part: string) => text[locale]?.[`programmes.${id}.${part}`] ?? text.en?.[`programmes.${id}.${part}`]
    return { data, title: words('title') ?? id, summary: words('summary') ?? '' }
  })
