import { shippedScenarios } from 'virtual:scenarios'
import { formatDiagnostic, type PackFiles, parseScenario, type Scenario } from '#core/scenario'
import { Unopenable } from './damage.ts'

/** A scenario that comes with this build, and the hash of its pack. @throws {Error} there is none */
export async function shipped(id: string): Promise<{ readonly scenario: Scenario; readonly packHash: string }> {
  const entry = Object.hasOwn(shippedScenarios, id) ? shippedScenarios[id] : undefined
  if (!entry) throw new Error(`No scenario is called "${id}".`)
  return { scenario: await entry.read(), packHash: entry.packHash }
}

/**
 * The scenario of a stored pack. Reading is a pure function of the files, so a pack whose hash is that of a shipped one
 * was read by the build; any other is read here, which takes about half a second.
 *
 * @param packHash the hash these files were proved to have; undefined when they were not
 * @throws {Unopenable} the pack cannot be read
 */
export async function scenarioOf(files: PackFiles, id: string, packHash: string | undefined): Promise<Scenario> {
  const prepared = Object.values(shippedScenarios).find((entry) => entry.packHash === packHash)
  if (prepared) return prepared.read()
  const parsed = parseScenario(files, id)
  if (!parsed.ok) throw new Unopenable('scenario', parsed.diagnostics.map(formatDiagnostic).join('; '))
  return parsed.value
}
