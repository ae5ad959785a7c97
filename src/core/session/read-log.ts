import { DISCIPLINES, type Discipline, TONES, type Tone } from '#core/scenario'
import { type ChainedRecord, type Header, LOG_VERSION, type LogRecord, MAX_TYPED, MODES } from './record.ts'

/** A line of a log that cannot be read: which, what is wrong, and what would be right. */
export type LogProblem = { readonly line: number; readonly message: string; readonly cure: string }
export type ReadLog =
  | { readonly ok: true; readonly log: readonly ChainedRecord[] }
  | { readonly ok: false; readonly problems: readonly LogProblem[] }

/** A log longer than this is not a training session. */
const MAX_RECORDS = 20_000
const MAX_LINE = 20_000

/** Writes a log as JSON lines, one record and its hash a line. */
export const writeLog = (log: readonly ChainedRecord[]): string => log.map((line) => JSON.stringify(line)).join('\n')

/** Reads JSON lines back as records; every line that is wrong is named. Says nothing about the hashes. */
export function readLog(text: string): ReadLog {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length === 0)
    return {
      ok: false,
      problems: [{ line: 0, message: 'The log is empty.', cure: 'A log begins with a header record.' }],
    }
  if (lines.length > MAX_RECORDS)
    return {
      ok: false,
      problems: [
        { line: 0, message: `The log has ${lines.length} records.`, cure: `At most ${MAX_RECORDS} are read.` },
      ],
    }
  const problems: LogProblem[] = []
  const log: ChainedRecord[] = []
  for (const [index, line] of lines.entries()) {
    const read = readLine(line, index)
    if (typeof read === 'string') problems.push({ line: index + 1, message: read, cure: CURE })
    else log.push(read)
    if (problems.length >= 20) break
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, log }
}

const CURE = 'Use the file as Simcell exported it; a record cannot be mended by hand.'
type Json = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, limit = 200): value is string => typeof value === 'string' && value.length <= limit
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.values(value).every((part) => isText(part))

function readLine(line: string, index: number): ChainedRecord | string {
  if (line.length > MAX_LINE) return 'The line is too long.'
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return 'The line is not JSON.'
  }
  if (!isObject(value) || !isObject(value.record)) return 'The line holds no record.'
  if (!isText(value.hash) || !/^[0-9a-f]{64}$/.test(value.hash)) return 'The record has no hash.'
  const record = readRecord(value.record, index)
  return typeof record === 'string' ? record : { record, hash: value.hash }
}

function readRecord(value: Json, index: number): LogRecord | string {
  if (index === 0) return readHeader(value)
  const { kind, seq, timeMs } = value
  if (!isCount(seq) || !isCount(timeMs)) return '"seq" and "timeMs" must be whole numbers, 0 or more.'
  if (kind === 'outcome')
    return isText(value.ending) ? { kind, seq, timeMs, ending: value.ending } : '"ending" is missing.'
  if (kind !== 'act')
    return `A record of the kind ${JSON.stringify(typeof kind === 'string' ? kind.slice(0, 40) : typeof kind)} is not known.`
  const act = value.act
  if (!isObject(act) || !isText(act.do)) return '"act.do" is missing.'
  const { typed } = act
  if (typed !== undefined && !isText(typed, MAX_TYPED))
    return `"act.typed" must be text of at most ${MAX_TYPED} characters.`
  const own = { do: act.do, ...(typed && { typed }) }
  if (act.tone === undefined) return { kind, seq, timeMs, act: own }
  if (!(TONES as readonly unknown[]).includes(act.tone)) return `"act.tone" must be one of ${TONES.join(', ')}.`
  return { kind, seq, timeMs, act: { ...own, tone: act.tone as Tone } }
}

function readHeader(value: Json): Header | string {
  if (value.kind !== 'header') return 'The first record is not a header.'
  if (value.log !== LOG_VERSION)
    return `The log has the format ${typeof value.log === 'number' ? value.log : typeof value.log}; this version reads format ${LOG_VERSION}.`
  for (const field of [
    'sessionId',
    'scenario',
    'scenarioVersion',
    'packHash',
    'variation',
    'locale',
    'trainee',
    'appVersion',
    'startedAt',
  ])
    if (!isText(value[field])) return `The header's "${field}" is missing or too long.`
  if (!Array.isArray(value.stack) || !value.stack.every((d) => (DISCIPLINES as readonly unknown[]).includes(d)))
    return 'The header\'s "stack" is not a list of disciplines.'
  if (!isTexts(value.personas)) return 'The header\'s "personas" is not a list of names.'
  if (!(MODES as readonly unknown[]).includes(value.mode))
    return `The header's "mode" must be one of ${MODES.join(', ')}.`
  if (!Number.isSafeInteger(value.seed)) return 'The header\'s "seed" is not a whole number.'
  if (value.looks !== undefined && !(isObject(value.looks) && Object.values(value.looks).every(isTexts)))
    return 'The header\'s "looks" is not a list.'
  return { ...(value as unknown as Header), stack: value.stack as Discipline[] }
}
