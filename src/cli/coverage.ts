import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Coverage, coverageOf } from '#core/verifier'
import type { Command } from './command.ts'
import { BadInput, badFile, formatProblem, type Problem } from './problem.ts'
import { type Opened, openStored } from './session-file.ts'

export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'Counts what trainees ever reached of each scenario, and names what nobody did: for the review of content.',
  usage: 'SESSION…',
  operands: { min: 1, max: 500 },
  options: {},
  examples: [
    ['coverage sessions', 'every .simcell file of a folder and of the folders in it'],
    ['coverage a.simcell b.simcell --json', 'two sessions, for a program to read'],
  ],
  run: ({ operands }) => {
    const problems: Problem[] = []
    const opened = operands.flatMap(sessionsIn).flatMap((path): readonly Opened[] => {
      try {
        return [openStored(path)]
      } catch (error) {
        if (!(error instanceof BadInput)) throw error
        problems.push(...error.problems)
        return []
      }
    })
    const versions = new Map<string, Opened[]>()
    for (const one of opened) {
      // Sessions of another version had other lines; they are counted apart.
      const key = `${one.scenario.id} ${one.scenario.version}`
      versions.set(key, [...(versions.get(key) ?? []), one])
    }
    const found = [...versions.values()].map((sessions) => {
      const { scenario } = sessions[0] as Opened
      const { scenario: id, ...coverage } = coverageOf(
        scenario,
        sessions.map(({ replay }) => replay),
      )
      return { id, version: scenario.version, ...coverage }
    })
    return {
      ok: problems.length === 0,
      json: { ok: problems.length === 0, scenarios: found, diagnostics: problems },
      text: [...problems.map(formatProblem), ...found.map(coverageText)].join('\n'),
    }
  },
}

/** The session files a path names. @throws {BadInput} a folder without one */
function sessionsIn(path: string): readonly string[] {
  if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) return [path]
  const files = readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.simcell'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
  if (files.length === 0) throw badFile(path, 'There is no session here.', 'A session is a .simcell file.')
  return files
}

type Found = Omit<Coverage, 'scenario'> & { readonly id: string; readonly version: string }

function coverageText({ id, version, sessions, parts, criteria }: Found): string {
  const rows = Object.entries(parts).flatMap(([part, list]) => {
    if (list.length === 0) return []
    const never = list.flatMap((one) => (one.sessions === 0 ? one.id : []))
    const line = `  ${part}: ${list.length - never.length} of ${list.length} reached`
    return never.length === 0 ? [line] : [line, `    never: ${never.join(', ')}`]
  })
  const outcomes = criteria.map(({ id: criterion, outcomes: by }) => {
    const had = Object.entries(by).flatMap(([outcome, count]) => (count > 0 ? `${outcome} ${count}` : []))
    return `    ${criterion}: ${had.join(', ') || 'not judged'}`
  })
  return [
    `${id} ${version}: ${sessions} ${sessions === 1 ? 'session' : 'sessions'}`,
    ...rows,
    '  criteria:',
    ...outcomes,
  ].join('\n')
}
