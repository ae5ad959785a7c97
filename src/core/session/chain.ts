import type { ChainedRecord, LogRecord } from './record.ts'

/** SHA-256 of a text, as lower-case hex; handed in, for the core has no crypto of its own. */
export type Hash = (text: string) => string

/** JSON with keys in order, so that equal records are equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** Ties a record to all before it. The first record's `previous` is the empty text. */
export const link = (record: LogRecord, previous: string, hash: Hash): ChainedRecord => ({
  record,
  hash: hash(`${previous}\n${canonical(record)}`),
})

/** Ties a whole log. */
export function chain(records: readonly LogRecord[], hash: Hash): readonly ChainedRecord[] {
  let previous = ''
  return records.map((record) => {
    const linked = link(record, previous, hash)
    previous = linked.hash
    return linked
  })
}

/** Index of the first record whose hash does not follow from those before it; `undefined` when the log is whole. */
export function firstBroken(log: readonly ChainedRecord[], hash: Hash): number | undefined {
  let previous = ''
  for (const [index, { record, hash: claimed }] of log.entries()) {
    if (link(record, previous, hash).hash !== claimed) return index
    previous = claimed
  }
  return undefined
}

/** Content hash of a pack: of every path and text, in order of path. */
export const packHashOf = (files: Readonly<Record<string, string>>, hash: Hash): string =>
  hash(
    Object.keys(files)
      .sort()
      .map((path) => `${path}\u0000${hash(files[path] ?? '')}`)
      .join('\n'),
  )
