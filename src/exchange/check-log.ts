import { type ChainedRecord, canonical, type Header, type LogRecord, readLog } from '#core/session'
import { sha256Hex } from './hash.ts'
import type { FileProblem } from './limits.ts'
import { CHECKPOINT_RECORDS, type Manifest } from './manifest.ts'

export type CheckedLog =
  | { readonly ok: true; readonly log: readonly ChainedRecord[] }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

/** Half a day: a session is some minutes, and a replay runs every timer on the way to its last record. */
const MAX_SESSION_MS = 12 * 3600 * 1000
const CURE = 'Use the file as Simcell exported it; ask for it again if it was sent to you.'

/** The records as they are written: canonical, one a line, without their hashes. */
export const writeRecords = (log: readonly ChainedRecord[]): string =>
  log.map(({ record }) => `${canonical(record)}\n`).join('')

/** The hashes a manifest keeps of a log. */
export const hashesOf = (log: readonly ChainedRecord[]): Pick<Manifest, 'records' | 'head' | 'checkpoints'> => ({
  records: log.length,
  head: log.at(-1)?.hash ?? '',
  checkpoints: log.filter((_, n) => (n + 1) % CHECKPOINT_RECORDS === 0).map(({ hash }) => hash),
})

/** Reads the records of a file and proves them against the manifest; a difference is located to 16 records. */
export function checkLog(text: string, manifest: Manifest): CheckedLog {
  const lines = text.split('\n')
  const isCut = lines.pop() !== ''
  const hashes: string[] = []
  const damage = damageIn(lines, isCut, manifest, hashes) ?? deepIn(lines)
  if (damage) return { ok: false, problems: [damage] }
  const unproven = lines.map((line) => `{"hash":"${'0'.repeat(64)}","record":${line}}`)
  const read = readLog(unproven.join('\n'))
  if (!read.ok)
    return {
      ok: false,
      problems: read.problems.map(({ line, message, cure }) => ({
        what: message,
        where: `log.jsonl, record ${line - 1}`,
        cure,
      })),
    }
  const records = read.log.map(({ record }) => record)
  const wrong = firstWrong(records, lines)
  return wrong
    ? { ok: false, problems: [wrong] }
    : { ok: true, log: records.map((record, n) => ({ record, hash: hashes[n] ?? '' })) }
}

/** Follows the chain over the lines as they stand into `hashes`, and stops at the first that differs from the manifest's. */
function damageIn(
  lines: readonly string[],
  isCut: boolean,
  manifest: Manifest,
  hashes: string[],
): FileProblem | undefined {
  const changed = (from: number, to: number): FileProblem => {
    const last = Math.min(to, manifest.records - 1)
    return {
      what: 'The log was changed or damaged after it was recorded.',
      where: `log.jsonl, ${from === last ? `record ${from}` : `records ${from} to ${last}`}`,
      cure: CURE,
    }
  }
  let previous = ''
  let proven = 0
  for (const [n, line] of lines.slice(0, manifest.records).entries()) {
    previous = sha256Hex(`${previous}\n${line}`)
    hashes.push(previous)
    if ((n + 1) % CHECKPOINT_RECORDS !== 0) continue
    if (previous !== manifest.checkpoints[proven / CHECKPOINT_RECORDS]) return changed(proven, n)
    proven = n + 1
  }
  if (lines.length === manifest.records && !isCut)
    return previous === manifest.head ? undefined : changed(proven, manifest.records - 1)
  if (lines.length < manifest.records) return changed(proven, proven + CHECKPOINT_RECORDS - 1)
  return {
    what: `The log has more than the ${manifest.records} records its manifest says.`,
    where: `log.jsonl, record ${manifest.records}`,
    cure: CURE,
  }
}

/** A record that nests as none does: reading it on would end in a stack that is full. */
function deepIn(lines: readonly string[]): FileProblem | undefined {
  const n = lines.findIndex((line) => line.length > MAX_BRACKETS && line.split(/[[{]/).length > MAX_BRACKETS)
  return n < 0
    ? undefined
    : { what: 'The record holds what does not belong to it.', where: `log.jsonl, record ${n}`, cure: CURE }
}
const MAX_BRACKETS = 300

const HEADER_FIELDS: Readonly<Record<keyof Header, true>> = {
  kind: true,
  log: true,
  sessionId: true,
  scenario: true,
  scenarioVersion: true,
  packHash: true,
  stack: true,
  personas: true,
  variation: true,
  mode: true,
  locale: true,
  seed: true,
  trainee: true,
  appVersion: true,
  startedAt: true,
  looks: true,
}

/** What a log of right records can still have wrong: fields that do not belong, numbers and times out of order. */
function firstWrong(records: readonly LogRecord[], lines: readonly string[]): FileProblem | undefined {
  let timeMs = 0
  for (const [n, record] of records.entries()) {
    const what = record.kind === 'header' ? wrongInHeader(record) : wrongInOrder(record, n, timeMs, records.length)
    const told = what ?? (canonical(record) === lines[n] ? undefined : 'The record holds what does not belong to it.')
    if (told) return { what: told, where: `log.jsonl, record ${n}`, cure: CURE }
    if (record.kind !== 'header') timeMs = record.timeMs
  }
  return undefined
}

function wrongInHeader(header: Header): string | undefined {
  const foreign = Object.keys(header).find((field) => !Object.hasOwn(HEADER_FIELDS, field))
  if (foreign) return 'The header holds a field that does not belong to it.'
  const names = [header.personas, header.looks ?? {}, ...Object.values(header.looks ?? {})].flatMap((table) =>
    Object.keys(table),
  )
  if (names.some((name) => !/^[a-z][a-z0-9-]{0,60}$/.test(name) || name === 'constructor' || name === 'prototype'))
    return 'The header names a role that cannot be one.'
  if (!/^[\w.:-]{1,100}$/.test(header.sessionId))
    return 'The id of the session holds signs other than letters, digits and hyphens.'
  if (
    !/^\d{4}-\d\d-\d\dT[\d:.]{5,15}(Z|[+-]\d\d:\d\d)$/.test(header.startedAt) ||
    Number.isNaN(Date.parse(header.startedAt))
  )
    return 'The start of the session is no date.'
  return undefined
}

function wrongInOrder(
  record: Exclude<LogRecord, Header>,
  n: number,
  earlierMs: number,
  count: number,
): string | undefined {
  if (record.seq !== n) return `The record has the number ${record.seq} where ${n} comes next.`
  if (record.timeMs < earlierMs) return 'The record is earlier than the one before it.'
  if (record.timeMs > MAX_SESSION_MS) return 'The record is more than half a day after the start.'
  return record.kind === 'outcome' && n !== count - 1 ? 'The session goes on after its outcome.' : undefined
}
