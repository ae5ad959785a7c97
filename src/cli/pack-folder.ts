import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { FILE_LIMITS, formatDiagnostic, type PackFiles, parseScenario, type Scenario, scenarioIdsIn } from '#core/scenario'

/** Scenarios named by a path: all of a `scenarios` folder, or the one whose folder it is. */
export type Found = { readonly files: PackFiles; readonly ids: readonly string[] }

/** @throws {Error} a path that does not exist or holds no scenario */
export function findScenarios(path: string): Found {
  if (!existsSync(path) || !statSync(path).isDirectory()) throw new Error(`There is no folder "${path}".`)
  const single = existsSync(join(path, 'scenario.yaml'))
  const root = single ? dirname(resolve(path)) : resolve(path)
  const files: Record<string, string> = {}
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue
    const full = join(entry.parentPath, entry.name)
    // A file far over the limit is not worth reading: its first part is enough to be refused.
    const text = statSync(full).size > FILE_LIMITS.bytes * 2 ? ' '.repeat(FILE_LIMITS.bytes + 1) : readFileSync(full, 'utf8')
    files[full.slice(root.length + 1).split(sep).join('/')] = text
  }
  const ids = single ? [basename(resolve(path))] : scenarioIdsIn(files)
  if (ids.length === 0) throw new Error(`"${path}" holds no scenario: a folder with a scenario.yaml is missing.`)
  return { files, ids }
}

/** @throws {Error} with every diagnostic, when the scenario is not sound */
export function loadScenario(path: string): Scenario {
  const { files, ids } = findScenarios(path)
  const [id] = ids
  if (ids.length !== 1 || id === undefined) throw new Error(`"${path}" holds ${ids.length} scenarios; name one of ${ids.join(', ')}.`)
  const parsed = parseScenario(files, id)
  if (!parsed.ok) throw new Error(`The scenario has errors.\n${parsed.diagnostics.map(formatDiagnostic).join('\n')}`)
  return parsed.value
}
