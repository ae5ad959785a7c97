import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from '#core/scenario'
import { packHashOf } from '#core/session'
import { recordsOf, type Verified, verify } from '#core/verifier'
import { sha256Hex } from '#exchange'
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
const CACHE_VERSION = 1

/** Proves and plays one scenario, or takes what was found of exactly these files before. */
export function behaviourOf(scenario: Scenario, { onlyChanged, ...wanted }: Thoroughness): Verified {
  const key = sha256Hex(
    JSON.stringify([CACHE_VERSION, appVersion(), scenario.id, packHashOf(scenario.files, sha256Hex), wanted]),
  )
  const path = join(CACHE, `${key}.json`)
  if (onlyChanged && isFile(path)) return JSON.parse(readFileSync(path, 'utf8')) as Verified
  const verified = verify(scenario, { ...wanted, ...(process.stderr.isTTY && progress(scenario.id)) })
  if (onlyChanged) {
    mkdirSync(CACHE, { recursive: true })
    writeFileSync(path, JSON.stringify(verified))
  }
  return verified
}

/** One line on a terminal that is written over: which stack, how many states, how fast. */
function progress(id: string) {
  let layers = ''
  let begun = performance.now()
  const clear = '\r\u001b[K'
  return {
    onStack: (stack: readonly string[]) => {
      layers = stack.join('+') || 'no layer'
      begun = performance.now()
      process.stderr.write(`${clear}${id}: ${layers} …`)
    },
    goesOn: (states: number) => {
      const perSecond = Math.round(states / ((performance.now() - begun) / 1000))
      if (states > 0) process.stderr.write(`${clear}${id}: ${layers}: ${states} states, ${perSecond}/s`)
      return true
    },
  }
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
