import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '#core/scenario'
import { packHashOf } from '#core/session'
import { recordsOf, type Verified } from '#core/verifier'
import { sha256Hex } from '#exchange'
import { runJobs } from './check-jobs.ts'
import { headerFor } from './new-session.ts'
import { isFile } from './pack-folder.ts'
import { badFile } from './problem.ts'
import { writeSession } from './session-file.ts'
import { appVersion } from './version.ts'

/** How much work a check may be. */
export type Thoroughness = {
  readonly states: number
  readonly runs: number
  readonly allStacks: boolean
  /** take the last result of a scenario that has not changed since */ readonly onlyChanged: boolean
}

/** Results of earlier checks, by what was checked and how. */
const CACHE = join('.cache', 'simcell-check')
/** To be raised when the verifier says something else of the same files. */
const CACHE_VERSION = 3

/** Proves and plays scenarios, or takes what was found of exactly these files before; in the order they are given. */
export async function behaviourOf(
  scenarios: readonly Scenario[],
  { onlyChanged, ...wanted }: Thoroughness,
): Promise<readonly Verified[]> {
  const known = scenarios.map((scenario) => {
    const hash = packHashOf(scenario.files, sha256Hex)
    const key = sha256Hex(JSON.stringify([CACHE_VERSION, appVersion(), scenario.id, hash, wanted]))
    const path = join(CACHE, `${key}.json`)
    const verified = onlyChanged && isFile(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Verified) : undefined
    return { scenario, path, verified }
  })
  const fresh = known.filter(({ verified }) => !verified)
  const found = await runJobs(fresh.map(({ scenario }) => ({ scenario, wanted })))
  if (onlyChanged) {
    mkdirSync(CACHE, { recursive: true })
    for (const [n, { path }] of fresh.entries()) writeFileSync(path, JSON.stringify(found[n]))
  }
  return known.map((one) => one.verified ?? (found[fresh.indexOf(one)] as Verified))
}

/** Writes the run of every finding, and the best and worst run of every discipline, as sessions the player opens. */
export function writeWitnesses(folder: string, scenario: Scenario, { findings, stacks }: Verified): number {
  const runs = [
    ...findings.map(({ code, line, witness }) => ({ name: `${code}-line-${line}`, witness })),
    ...stacks
      .filter(({ layers }) => layers.length === scenario.data.layers.length)
      .flatMap(({ bounds }) =>
        Object.entries(bounds).flatMap(([discipline, { minRun, maxRun }]) => [
          { name: `${discipline}-worst`, witness: minRun },
          { name: `${discipline}-best`, witness: maxRun },
        ]),
      ),
  ]
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw badFile(folder, `The folder cannot be made: ${(error as Error).message}`)
  }
  let written = 0
  for (const { name, witness } of runs) {
    if (!witness) continue
    const { startedAt, ...header } = headerFor(scenario, { ...witness.setup, appVersion: appVersion() })
    const [, ...records] = recordsOf(scenario, witness)
    writeSession(join(folder, `${scenario.id}-${name}.simcell`), {
      records: [{ ...header, startedAt }, ...records],
      files: scenario.files,
    })
    written++
  }
  return written
}
