import { show } from './diagnose-issue.ts'
import { type Diagnostic, oneOf } from './diagnostic.ts'
import type { PackFiles } from './parse.ts'
import type { TextNeed, Texts } from './scenario.ts'
import { MAX_TOLD } from './source-limits.ts'
import { readSource, type SourceFile } from './source-map.ts'
import { unsafeIn } from './text-safety.ts'

/**
 * Reads the text files of the scenario and of what it shares, as one flat table per language. A scenario's languages are
 * those it has a file of its own in, so what it shares may be translated before it is. `readable` leaves out the languages
 * of which a file could not be read: what they lack is not known. `own` are the scenario's text files that could be read.
 *
 * @param phrases words of the phrase book, the same in every language; a scenario may word one for itself, by its key
 */
export function readTexts(
  files: PackFiles,
  id: string,
  problems: Diagnostic[],
  isTooMuch: (text: string) => boolean,
  phrases: Texts = {},
) {
  const tables: Record<string, Record<string, string>> = {}
  const unread = new Set<string>()
  const sources: SourceFile[] = []
  const shared = [id, 'personas', 'places', 'rules', ...(Object.keys(phrases).length > 0 ? ['phrases'] : [])]
  const found = Object.keys(files)
    .sort()
    .flatMap((path) => {
      const [, folder = '', locale = ''] = /^([^/]+)\/text\/([a-z]{2})\.yaml$/.exec(path) ?? []
      return shared.includes(folder) ? [{ path, folder, locale }] : []
    })
  const own = new Set(found.flatMap(({ folder, locale }) => (folder === id ? [locale] : [])))
  for (const { path, folder, locale } of found) {
    if (!own.has(locale)) continue
    const file = files[path] ?? ''
    if (isTooMuch(file)) {
      unread.add(locale)
      continue
    }
    const { source, problems: unreadable } = readSource(path, file)
    if (unreadable.length > 0) unread.add(locale)
    else if (folder === id) sources.push(source)
    const table = tables[locale] ?? (Object.create(null) as Record<string, string>)
    tables[locale] = table
    const told = [...unreadable]
    flatten(source, source.data, [], table, told)
    problems.push(...told)
  }
  for (const table of Object.values(tables)) for (const [key, words] of Object.entries(phrases)) table[key] ??= words
  const readable = Object.entries(tables).filter(([locale]) => !unread.has(locale))
  return {
    text: tables as Readonly<Record<string, Texts>>,
    readable: Object.keys(tables).length > 0 ? readable : ([['en', {}]] as const),
    own: sources as readonly SourceFile[],
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
    if (value.trim() === '') tell('E007', path, 'The text is empty.', 'Write it, or take the line out.')
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

/** Diagnostics of the text keys that are asked for and that a language lacks. */
export function unmetNeeds(
  source: SourceFile,
  needs: readonly TextNeed[],
  tables: readonly (readonly [locale: string, table: Texts])[],
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  for (const [locale, table] of tables) {
    const seen = new Set<string>()
    for (const { key, field, isOptional } of needs) {
      if (found.length >= MAX_TOLD.file) return found
      if (Object.hasOwn(table, key) || seen.has(key)) continue
      if (isOptional && !tables.some(([, other]) => Object.hasOwn(other, key))) continue
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

/** Whether a key is in a part of the texts: `deeds.wait` and `law.deeds.wait` in `deeds`. */
const isIn = (part: string, key: string): boolean => key.split('.').slice(0, -1).includes(part)

/** Diagnostics of the texts in a part of a scenario's own file that belong to nothing. */
export function strayTexts(source: SourceFile, part: string, needs: readonly TextNeed[]): readonly Diagnostic[] {
  const known = needs.flatMap(({ key }) => (isIn(part, key) ? key : []))
  const table: Record<string, string> = Object.create(null)
  flatten(source, source.data, [], table, [])
  return Object.keys(table)
    .filter((key) => isIn(part, key) && !known.includes(key))
    .slice(0, MAX_TOLD.file)
    .map((key) =>
      source.diagnose(
        'E012',
        key.split('.'),
        `There is nothing the text "${key}" could belong to.`,
        known.length > 0 ? oneOf(key, known) : 'Take it out.',
      ),
    )
}

/** The likeliest key that was meant; in a table of a size no person writes, none is looked for. */
function nearKey(key: string, table: Texts): string {
  const keys = Object.keys(table)
  const cure = keys.length <= 2000 ? oneOf(key, keys) : ''
  return cure.startsWith('Did') ? cure : ''
}
