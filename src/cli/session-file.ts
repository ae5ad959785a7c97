import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { type PackFiles, parseScenario, type Scenario } from '#core/scenario'
import {
  chain,
  chartFor,
  type Header,
  type LogRecord,
  type Misfit,
  misfitOfRun,
  misfitsOfHeader,
  packHashOf,
  type Replay,
  replayLog,
} from '#core/session'
import { exportSession, type FileProblem, IMPORT_LIMITS, importSession, type StoredSession, sha256Hex } from '#exchange'
import { isFile, readScenario, type Source, sourceNamed } from './pack-folder.ts'
import { BadInput, badFile, type Problem, problemOf } from './problem.ts'

/** A session that was read and run again. */
export type Opened = { readonly scenario: Scenario; readonly replay: Replay; readonly stored: StoredSession }

export const isSessionPath = (path: string): boolean =>
  path.endsWith('.simcell') || (isFile(path) && !path.endsWith('.yaml'))

/** Writes a session played here. @throws {BadInput} a place that cannot be written, or a header no reader would accept */
export function writeSession(
  path: string,
  { records, files }: { readonly records: readonly LogRecord[]; readonly files: PackFiles },
): void {
  const bytes = exportSession({ log: chain(records, sha256Hex), poses: [], pack: files, reflection: undefined })
  const read = importSession(bytes)
  if (!read.ok) throw new BadInput(problemsIn(path, read.problems))
  try {
    writeFileSync(path, bytes)
  } catch (error) {
    throw badFile(path, `The session cannot be written: ${(error as Error).message}`)
  }
}

const CURE = 'It was written by something other than Simcell, or by another version of it.'

/** Reads a session and runs it again. @throws {BadInput} damaged, without its scenario, or not to be run again */
export function openStored(path: string): Opened {
  const stored = readStored(path)
  const header = stored.log[0]?.record
  if (header?.kind !== 'header') throw badFile(path, 'The log has no header.')
  const scenario = readScenario(
    Object.keys(stored.pack).length > 0 ? sourceOf(path, stored) : sourceAtHand(path, stored),
  )
  const misfits = misfitsOfHeader(scenario, header)
  if (misfits.length > 0) throw misfit(path, misfits)
  const records = stored.log.map(({ record }) => record)
  const replay = replayLog(scenario, records, chartOf(path, scenario, header))
  const wrong = misfitOfRun(replay, records)
  if (wrong) throw misfit(path, [wrong])
  return { scenario, replay, stored }
}

const misfit = (path: string, misfits: readonly Misfit[]): BadInput =>
  new BadInput(
    misfits.map(({ seq, what }) =>
      problemOf(`${path}!log.jsonl, record ${seq}`, `The log does not follow from its scenario. ${what}`, CURE),
    ),
  )

/** The chart of a session. @throws {BadInput} its header names somebody or something the scenario has not */
function chartOf(path: string, scenario: Scenario, header: Header) {
  try {
    return chartFor(scenario, header)
  } catch (error) {
    throw badFile(path, `The header does not fit the scenario: ${(error as Error).message}`, CURE)
  }
}

/** The scenario inside a session file, to be checked. @throws {BadInput} */
export function sourceInSession(path: string): Source {
  const stored = readStored(path)
  if (Object.keys(stored.pack).length === 0)
    throw badFile(path, 'The file carries no scenario.', 'Export the session again.')
  return sourceOf(path, stored)
}

function readStored(path: string): StoredSession {
  if (!isFile(path)) throw badFile(path, 'There is no such file.')
  const { size } = statSync(path)
  if (size > IMPORT_LIMITS.fileBytes)
    throw badFile(path, `The file has ${size} bytes.`, `At most ${IMPORT_LIMITS.fileBytes} are read.`)
  const read = importSession(readFileSync(path))
  if (!read.ok) throw new BadInput(problemsIn(path, read.problems))
  return read.value
}

const sourceOf = (path: string, { log, pack }: StoredSession): Source => {
  const header = log[0]?.record
  return { id: header?.kind === 'header' ? header.scenario : '', files: pack, shown: (file) => `${path}!${file}` }
}

/** The same scenario from this machine, when the file does not carry it: the same to the byte, or none. */
function sourceAtHand(path: string, { log }: StoredSession): Source {
  const header = log[0]?.record
  const id = header?.kind === 'header' ? header.scenario : ''
  const expected = header?.kind === 'header' ? header.packHash : ''
  const source = /^[a-z][a-z0-9-]*$/.test(id) ? sourceNamed(id) : undefined
  const parsed = source && parseScenario(source.files, id)
  if (source && parsed?.ok && packHashOf(parsed.value.files, sha256Hex) === expected) return source
  throw badFile(
    path,
    `The file carries no scenario, and "${id}" is not here as it was when the session was played.`,
    'Export the session again.',
  )
}

const problemsIn = (path: string, problems: readonly FileProblem[]): readonly Problem[] =>
  problems.map(({ what, where, cure }) => problemOf(where === 'the file' ? path : `${path}!${where}`, what, cure))
