import { Inflate } from 'fflate'
import { crc32 } from './crc32.ts'
import type { FileProblem, ImportLimits } from './limits.ts'
import { faultOfName } from './member-name.ts'

/** One member of a zip, unpacked. `isWhole` is false when its bytes do not unpack or do not match their checksum. */
export type Member = { readonly name: string; readonly data: Uint8Array; readonly isWhole: boolean }
export type ReadZip =
  | { readonly ok: true; readonly members: ReadonlyMap<string, Member> }
  | { readonly ok: false; readonly problems: readonly FileProblem[] }

type Entry = {
  readonly name: string
  readonly packed: Uint8Array
  readonly isDeflated: boolean
  readonly crc: number
  readonly size: number
}

const CURE = 'Use the file as Simcell exported it.'
const problem = (what: string, where = 'the file', cure = CURE): FileProblem => ({ what, where, cure })
/** A structure that cannot be read; caught inside this file only. */
class Unreadable extends Error {
  readonly problem: FileProblem
  constructor(what: string, where?: string) {
    super(what)
    this.problem = problem(what, where)
  }
}

/**
 * Reads the zip a session travels in. Sizes are checked as claimed before anything is unpacked, and again while
 * unpacking, which stops as soon as a member holds more than it claims. Never throws.
 */
export function readZip(bytes: Uint8Array, limits: ImportLimits): ReadZip {
  if (bytes.length > limits.fileBytes)
    return {
      ok: false,
      problems: [problem(`The file has ${bytes.length} bytes; at most ${limits.fileBytes} are read.`)],
    }
  try {
    const entries = entriesOf(bytes, limits)
    const faults = faultsOf(entries, limits)
    if (faults.length > 0) return { ok: false, problems: faults }
    return { ok: true, members: new Map(entries.map((entry) => [entry.name, unpack(entry)])) }
  } catch (reason) {
    if (reason instanceof Unreadable) return { ok: false, problems: [reason.problem] }
    // Reading past the end of the bytes: every offset in a damaged directory can do it.
    return { ok: false, problems: [problem('The directory of the zip is damaged.')] }
  }
}

const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const
const END_BYTES = 22

/** Offset of the end record and of the comment after it. */
export function endOf(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const first = Math.max(0, bytes.length - END_BYTES - 0xffff)
  for (let at = bytes.length - END_BYTES; at >= first; at--)
    if (view.getUint32(at, true) === SIGNATURE.end && at + END_BYTES + view.getUint16(at + 20, true) === bytes.length)
      return at
  return undefined
}

function entriesOf(bytes: Uint8Array, limits: ImportLimits): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 4 || view.getUint32(0, true) !== SIGNATURE.local)
    throw new Unreadable('This is not a session file: it is no zip.')
  const end = endOf(bytes)
  if (end === undefined) throw new Unreadable('The file is cut off: the directory at its end is missing.')
  const count = view.getUint16(end + 10, true)
  if (count > limits.members) throw new Unreadable(`The file has ${count} members; at most ${limits.members} are read.`)
  if (view.getUint16(end + 8, true) !== count || view.getUint32(end + 4, true) !== 0)
    throw new Unreadable('The zip is split over several files.')
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  let free = 0
  for (let n = 0; n < count; n++) {
    if (at + 46 > end || view.getUint32(at, true) !== SIGNATURE.central)
      throw new Unreadable('The directory of the zip is damaged.', `member ${n + 1}`)
    const nameBytes = view.getUint16(at + 28, true)
    const name = nameOf(bytes.subarray(at + 46, at + 46 + nameBytes), n)
    const entry = entryAt(bytes, at, name, free)
    entries.push(entry)
    free = entry.packed.byteOffset - bytes.byteOffset + entry.packed.length
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (at !== end) throw new Unreadable('The directory of the zip is damaged: it does not end where it says.')
  return entries
}

/** @param free first offset no earlier member uses: members that overlap unpack the same bytes many times over */
function entryAt(bytes: Uint8Array, at: number, name: string, free: number): Entry {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const method = view.getUint16(at + 10, true)
  const [crc, packedSize, size, start] = [16, 20, 24, 42].map((field) => view.getUint32(at + field, true)) as [
    number,
    number,
    number,
    number,
  ]
  if ((view.getUint16(at + 8, true) & 1) !== 0) throw new Unreadable('The member is encrypted.', name)
  if (method !== 0 && method !== 8)
    throw new Unreadable(`The member is packed by a method (${method}) that is not read.`, name)
  if (start < free || view.getUint32(start, true) !== SIGNATURE.local)
    throw new Unreadable('The member is not where the directory says, or overlaps another.', name)
  const nameBytes = view.getUint16(start + 26, true)
  const from = start + 30 + nameBytes + view.getUint16(start + 28, true)
  if (from + packedSize > at) throw new Unreadable('The member reaches beyond the end of the file.', name)
  if (nameOf(bytes.subarray(start + 30, start + 30 + nameBytes), 0) !== name)
    throw new Unreadable('The member has two different names.', name)
  const sizesFollow = (view.getUint16(start + 6, true) & 8) !== 0
  const claims = [14, 18, 22].map((field) => view.getUint32(start + field, true))
  if (!sizesFollow && (claims[0] !== crc || claims[1] !== packedSize || claims[2] !== size))
    throw new Unreadable('The member says two different sizes or checksums.', name)
  if (method === 0 && size !== packedSize) throw new Unreadable('The member says two different sizes.', name)
  return { name, packed: bytes.subarray(from, from + packedSize), isDeflated: method === 8, crc, size }
}

function nameOf(bytes: Uint8Array, n: number): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Unreadable('The name of a member is not UTF-8.', `member ${n + 1}`)
  }
}

function faultsOf(entries: readonly Entry[], limits: ImportLimits): readonly FileProblem[] {
  const faults: FileProblem[] = []
  const seen = new Set<string>()
  let total = 0
  for (const { name, size, packed } of entries) {
    const fault = faultOfName(name)
    if (fault)
      faults.push(
        problem(`The name of a member ${fault}.`, JSON.stringify(name.slice(0, 80)).replace(/[^\u0020-\u007e]/g, '?')),
      )
    else if (seen.has(name.toLowerCase())) faults.push(problem('The member is there twice.', name))
    else if (size > limits.memberBytes)
      faults.push(problem(`The member unpacks to ${size} bytes; at most ${limits.memberBytes} are read.`, name))
    else if (size > limits.ratioFromBytes && size > packed.length * limits.ratio)
      faults.push(problem(`The member unpacks to more than ${limits.ratio} times its size.`, name))
    seen.add(name.toLowerCase())
    total += size
    if (faults.length >= 20) break
  }
  if (total > limits.totalBytes)
    faults.push(problem(`The members unpack to ${total} bytes together; at most ${limits.totalBytes} are read.`))
  return faults
}

/** Bytes given to the unpacker at once; deflate makes at most 1032 times as many of them. */
const SLICE = 1024

function unpack({ name, packed, isDeflated, crc, size }: Entry): Member {
  if (!isDeflated) return { name, data: packed.slice(), isWhole: crc32(packed) === crc }
  const data = new Uint8Array(size)
  let filled = 0
  const stream = new Inflate((part) => {
    if (filled + part.length > size) throw new Unreadable(`The member holds more than the ${size} bytes it says.`, name)
    data.set(part, filled)
    filled += part.length
  })
  try {
    for (let at = 0; at < packed.length; at += SLICE)
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length)
  } catch (reason) {
    if (reason instanceof Unreadable) throw reason
    return { name, data: data.subarray(0, filled), isWhole: false }
  }
  return { name, data: data.subarray(0, filled), isWhole: filled === size && crc32(data) === crc }
}
