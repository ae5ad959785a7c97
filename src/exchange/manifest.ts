import { canonical } from '#core/session'

/**
 * Versions of the `.simcell` file; a reader accepts every version ever shipped. A file is written in the oldest that can
 * hold it: 2 adds `other-side.json` and `seal.json`, and a file that has neither is still one of format 1.
 */
export const FILE_FORMATS = [1, 2] as const
export type FileFormat = (typeof FILE_FORMATS)[number]
/** Records between two hashes in the manifest: a damaged byte is located to so many records. */
export const CHECKPOINT_RECORDS = 16

/** Most records, and most entries of any list, a manifest may name: three hours of an act a second. */
const MAX_LISTED = 10_000

/** The table of contents of a `.simcell` file: what is in it, and the hashes that show it is whole. */
export type Manifest = {
  readonly simcell: 'session'
  readonly format: FileFormat
  /** version of the app that recorded the session */ readonly app: string
  readonly records: number
  /** chain hash of the last record */ readonly head: string
  /** chain hashes of the records 15, 31, 47 … */ readonly checkpoints: readonly string[]
  /** length of each chunk of pose.bin, in bytes */ readonly poses: readonly number[]
  readonly members: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
}

export const writeManifest = (manifest: Manifest): string => `${canonical(manifest)}\n`

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isListOf = <T>(value: unknown, test: (item: unknown) => item is T): value is readonly T[] =>
  Array.isArray(value) && value.length <= MAX_LISTED && value.every(test)
const isMember = (value: unknown): value is Manifest['members'][number] =>
  isObject(value) && typeof value.name === 'string' && isCount(value.bytes) && isHash(value.sha256)

/** Reads a manifest; a text says what is wrong with it. */
export function readManifest(text: string): Manifest | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return 'The manifest is not JSON.'
  }
  if (!isObject(value) || value.simcell !== 'session') return 'The manifest is not that of a session.'
  const format = FILE_FORMATS.find((one) => one === value.format)
  if (format === undefined)
    return `The file has the format ${typeof value.format === 'number' ? value.format : 'of no number'}, which this version of Simcell does not know; it reads formats ${FILE_FORMATS.join(' and ')}.`
  const { app, records, head, checkpoints, poses, members } = value
  if (typeof app !== 'string' || app.length > 60 || !isCount(records) || records < 1 || records > MAX_LISTED)
    return 'The manifest lacks the version of the app or the number of records.'
  if (
    !isHash(head) ||
    !isListOf(checkpoints, isHash) ||
    checkpoints.length !== Math.floor(records / CHECKPOINT_RECORDS)
  )
    return 'The manifest lacks hashes of the log.'
  if (!isListOf(poses, isCount) || !isListOf(members, isMember))
    return 'The manifest does not list the parts of the file.'
  return { simcell: 'session', format, app, records, head, checkpoints, poses, members }
}
