import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Plugin } from 'vite'
import { parse } from 'yaml'
import {
  formatDiagnostic,
  PlaceFile,
  parseProgramme,
  parseScenario,
  programmeIdsIn,
  scenarioIdsIn,
} from '../src/core/scenario/index.ts'

const INDEX = 'virtual:scenario-index'
const FILES = 'virtual:scenario-files'
const PLACES = 'virtual:places'
/** Languages the start page is prepared in; those of the interface. */
const LANGUAGES = ['en']

/**
 * Puts the scenarios into the build: a small index for the start page, all files for a session, places to look at.
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
  const index = (locale: string) => {
    const files = read()
    return scenarioIdsIn(files).map((id) => {
      const parsed = parseScenario(files, id)
      if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
      const { data, text } = parsed.value
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
  }
  const programmes = (locale: string) => {
    const files = read()
    return programmeIdsIn(files).map((id) => {
      const parsed = parseProgramme(files, id)
      if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
      const { data, text } = parsed.value
      return {
        data,
        title: text[locale]?.[`programmes.${id}.title`] ?? text.en?.[`programmes.${id}.title`] ?? id,
        summary: text[locale]?.[`programmes.${id}.summary`] ?? text.en?.[`programmes.${id}.summary`] ?? '',
      }
    })
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
    resolveId: (id) => ([INDEX, FILES, PLACES].includes(id) ? `\0${id}` : undefined),
    load: (id) => {
      if (id === `\0${INDEX}`)
        return `export const indexes = ${JSON.stringify(Object.fromEntries(LANGUAGES.map((locale) => [locale, { scenarios: index(locale), programmes: programmes(locale) }])))}`
      if (id === `\0${FILES}`) return `export const scenarioFiles = ${JSON.stringify(read())}`
      if (id === `\0${PLACES}`) return `export const places = ${JSON.stringify(places())}`
      return undefined
    },
  }
}
