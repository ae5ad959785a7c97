import { deflateSync, strToU8 } from 'fflate'

/** A member as a forger writes it: what it says of itself need not be so. */
export type Forged = {
  readonly name: string | Uint8Array
  readonly data: string | Uint8Array
  /** unpacked size it claims */ readonly size?: number
  readonly packedSize?: number
  readonly method?: number
  readonly flags?: number
  readonly crc?: number
  /** name in the member itself, when not that of the directory */ readonly localName?: string
  /** offset the directory gives, when not the true one */ readonly offset?: number
}
/** Numbers of the end record, when not the true ones. */
export type ForgedEnd = { readonly count?: number; readonly directory?: number; readonly comment?: Uint8Array }

const bytesOf = (part: string | Uint8Array): Uint8Array => (typeof part === 'string' ? strToU8(part) : part)
const le = (...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): number[] =>
  fields.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, n) => Math.floor(value / 256 ** n) % 256))

/** Writes a zip field by field, so that any of them can lie. */
export function makeZip(members: readonly Forged[], end: ForgedEnd = {}): Uint8Array {
  const bodies: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  for (const member of members) {
    const data = bytesOf(member.data)
    const method = member.method ?? 8
    const packed = method === 8 ? deflateSync(data, { level: 9 }) : data
    const name = bytesOf(member.name)
    const localName = bytesOf(member.localName ?? member.name)
    const shared = le(
      [20, 2],
      [member.flags ?? 0, 2],
      [method, 2],
      [0, 4],
      [member.crc ?? crcOf(data), 4],
      [member.packedSize ?? packed.length, 4],
      [member.size ?? data.length, 4],
    )
    const local = Uint8Array.from([
      ...le([0x04034b50, 4]),
      ...shared,
      ...le([localName.length, 2], [0, 2]),
      ...localName,
    ])
    directory.push(
      Uint8Array.from([
        ...le([0x02014b50, 4], [20, 2]),
        ...shared,
        ...le([name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [member.offset ?? at, 4]),
        ...name,
      ]),
    )
    bodies.push(local, packed)
    at += local.length + packed.length
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const count = end.count ?? members.length
  const comment = end.comment ?? new Uint8Array()
  const tail = Uint8Array.from([
    ...le([0x06054b50, 4], [0, 4], [count, 2], [count, 2], [size, 4], [end.directory ?? at, 4], [comment.length, 2]),
    ...comment,
  ])
  return joined([...bodies, ...directory, tail])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function crcOf(bytes: Uint8Array): number {
  let value = ~0
  for (const byte of bytes) {
    value ^= byte
    for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (0xedb88320 & -(value & 1))
  }
  return ~value >>> 0
}
