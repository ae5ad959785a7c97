import fc from 'fast-check'
import { strToU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonical } from '#core/session'
import { exportSession, IMPORT_LIMITS, importSession, sha256Hex } from '#exchange'
import { tinyHeader, tinySession } from '../fixtures/tiny-session.ts'
import { type Forged, makeZip } from './make-zip.ts'
import { UNPRINTABLE, unharmedBy } from './unharmed.ts'

const whole = exportSession(tinySession(20))
const members = Object.entries(unzipSync(whole)).map(([name, data]): Forged => ({ name, data }))
const MIB = 1024 * 1024
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes)
/** A true session with one more member. */
const plus = (...more: readonly Forged[]): Uint8Array => makeZip([...members, ...more])
/** A session file made of a manifest and a log, as a forger would. */
const forged = (manifest: object | string, log = ''): Uint8Array =>
  makeZip([
    { name: 'manifest.json', data: typeof manifest === 'string' ? manifest : JSON.stringify(manifest) },
    { name: 'log.jsonl', data: log },
  ])
const HASH = '0'.repeat(64)
/** A manifest that proves the given lines: the forger can hash, too. */
function provenBy(lines: readonly string[], part: object = {}): Uint8Array {
  let head = ''
  const hashes = lines.map((line) => (head = sha256Hex(`${head}\n${line}`)))
  const log = lines.map((line) => `${line}\n`).join('')
  const listed = [{ name: 'log.jsonl', bytes: strToU8(log).length, sha256: sha256Hex(log) }]
  return forged(
    {
      simcell: 'session',
      format: 1,
      app: '1',
      records: lines.length,
      head,
      checkpoints: hashes.filter((_, n) => n % 16 === 15),
      poses: [],
      members: listed,
      ...part,
    },
    log,
  )
}
const header = canonical(tinyHeader())
const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`

const CORPUS: Readonly<Record<string, readonly [bytes: () => Uint8Array, message: RegExp]>> = {
  nothing: [() => new Uint8Array(), /no zip/],
  'one byte': [() => Uint8Array.of(80), /no zip/],
  'a text': [() => strToU8('simcell: 1\n'.repeat(50)), /no zip/],
  'a picture': [() => Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13), /no zip/],
  'an empty zip': [() => makeZip([]), /no zip/],
  'a beginning of a zip': [() => whole.subarray(0, 2000), /cut off/],
  'a file that is too large': [() => zeros(IMPORT_LIMITS.fileBytes + 1), /at most \d+ are read/],
  'another zip': [() => makeZip([{ name: 'manifest.json', data: '{"name":"other"}' }]), /not that of a session/],
  'no manifest': [() => makeZip(members.slice(1)), /no manifest/],
  'a path out of the folder': [() => plus({ name: '../evil.yaml', data: 'x' }), /leads out/],
  'a path out of the pack': [() => plus({ name: 'pack/../../evil.yaml', data: 'x' }), /leads out/],
  'a path with an empty part': [() => plus({ name: 'pack//evil.yaml', data: 'x' }), /leads out/],
  'an absolute path': [() => plus({ name: '/etc/passwd', data: 'x' }), /absolute/],
  'a drive': [() => plus({ name: 'C:/evil.yaml', data: 'x' }), /absolute/],
  'a backslash': [() => plus({ name: 'pack\\..\\evil.yaml', data: 'x' }), /backslash/],
  'a name of nothing': [() => plus({ name: '', data: 'x' }), /leads out/],
  'a prototype': [() => plus({ name: '__proto__', data: 'x' }), /built-in/],
  'a prototype in the pack': [() => plus({ name: 'pack/__proto__/polluted.yaml', data: 'x' }), /built-in/],
  'a constructor in the pack': [() => plus({ name: 'pack/constructor.yaml', data: 'x' }), /built-in/],
  'a name that turns the direction': [() => plus({ name: 'pack/\u202elmay.exe.yaml', data: 'x' }), /signs other than/],
  'a name with a zero': [() => plus({ name: 'pack/a.yaml\u0000.exe', data: 'x' }), /signs other than/],
  'a name with an escape': [() => plus({ name: '\u001b[2J', data: 'x' }), /signs other than/],
  'a name that is not UTF-8': [() => plus({ name: Uint8Array.of(0xff, 0xfe), data: 'x' }), /not UTF-8/],
  'a long name': [() => plus({ name: `pack/${'a'.repeat(30_000)}.yaml`, data: 'x' }), /too long/],
  'a program': [() => plus({ name: 'pack/run.js', data: 'globalThis.executed = 1' }), /no place/],
  'a member twice': [() => plus({ name: 'log.jsonl', data: 'x' }), /twice/],
  'a member twice in other letters': [
    () => plus({ name: 'pack/a.yaml', data: 'x' }, { name: 'pack/A.yaml', data: 'y' }),
    /twice/,
  ],
  'a member with two names': [
    () => plus({ name: 'pack/a.yaml', localName: 'pack/b.yaml', data: 'x' }),
    /two different names/,
  ],
  'members that overlap': [() => plus({ name: 'pack/a.yaml', data: 'x', offset: 0 }), /overlaps/],
  'a member beyond the end': [() => plus({ name: 'pack/a.yaml', data: 'x', offset: 0x7fffffff }), /damaged/],
  'a packed size beyond the end': [
    () => plus({ name: 'pack/a.yaml', data: 'x', packedSize: 0x7fffffff }),
    /beyond the end/,
  ],
  'a directory beyond the end': [() => makeZip(members, { directory: 0xfffffff0 }), /damaged/],
  'a directory inside a member': [() => makeZip(members, { directory: 40 }), /damaged/],
  'a count of 65535': [() => makeZip(members, { count: 65_535 }), /65535 members/],
  'a count too small': [() => makeZip(members, { count: 1 }), /damaged/],
  'a count too large': [() => makeZip(members, { count: 200 }), /damaged/],
  'a thousand members': [
    () => plus(...Array.from({ length: 1000 }, (_, n) => ({ name: `pack/${n}.yaml`, data: '' }))),
    /members; at most/,
  ],
  'an encrypted member': [() => plus({ name: 'pack/a.yaml', data: 'x', flags: 1 }), /encrypted/],
  'an unknown method': [() => plus({ name: 'pack/a.yaml', data: 'x', method: 99 }), /method \(99\)/],
  'a large bomb that is honest': [() => plus({ name: 'pack/a.yaml', data: zeros(64 * MIB) }), /at most \d+ are read/],
  'a dense bomb': [() => plus({ name: 'pack/a.yaml', data: zeros(2 * MIB) }), /times its size/],
  'a bomb that claims a hundred bytes': [
    () => plus({ name: 'pack/a.yaml', data: zeros(64 * MIB), size: 100 }),
    /more than the 100 bytes/,
  ],
  'a bomb that claims a likely ratio': [
    () => plus({ name: 'pack/a.yaml', data: zeros(64 * MIB), size: 1 * MIB }),
    /more than the 1048576 bytes/,
  ],
  'a bomb in many members': [
    () => plus(...Array.from({ length: 200 }, (_, n) => ({ name: `pack/${n}.yaml`, data: noise(60_000) }))),
    /bytes together/,
  ],
  'a claim of four gigabytes': [() => plus({ name: 'pack/a.yaml', data: 'x', size: 0xffffffff }), /4294967295 bytes/],
  'a claim of too much': [
    () => plus({ name: 'pack/a.yaml', data: 'x', size: 5000 }),
    /changed or damaged|does not know/,
  ],
  'a stored member with two sizes': [
    () => plus({ name: 'pack/a.yaml', data: 'x', method: 0, size: 9 }),
    /two different sizes/,
  ],
  'a wrong checksum': [
    () => makeZip(members.map((m) => (m.name === 'pose.bin' ? { ...m, crc: 1 } : m))),
    /changed or damaged/,
  ],
  'a part the manifest does not know': [() => plus({ name: 'pack/a.yaml', data: 'x' }), /does not know/],
  'a part that is missing': [() => makeZip(members.filter(({ name }) => name !== 'pose.bin')), /missing/],
  'a log that is missing': [() => makeZip(members.filter(({ name }) => name !== 'log.jsonl')), /log is missing/],
  'true members without the seal': [() => makeZip(members), /after it was exported/],
  'a seal of another file': [() => makeZip(members, { comment: whole.subarray(-79) }), /after it was exported/],
  'a format of the future': [
    () => forged({ simcell: 'session', format: 3 }),
    /format 3, which this version of Simcell does not know/,
  ],
  'a format that is deep': [
    () => forged(`{"simcell":"session","format":${nested(500_000)}}`),
    /no number|times its size/,
  ],
  'a format that is less deep': [() => forged(`{"simcell":"session","format":${nested(9000)}}`), /no number/],
  'a manifest that is not JSON': [() => forged('{"simcell":'), /not JSON/],
  'a manifest with a prototype': [
    () => forged('{"simcell":"session","format":1,"__proto__":{"polluted":1}}'),
    /manifest/,
  ],
  'a manifest of a million records': [
    () =>
      forged({
        simcell: 'session',
        format: 1,
        app: '1',
        records: 1e6,
        head: HASH,
        checkpoints: [],
        poses: [],
        members: [],
      }),
    /number of records/,
  ],
  'a manifest of many checkpoints': [
    () =>
      forged({
        simcell: 'session',
        format: 1,
        app: '1',
        records: 16,
        head: HASH,
        checkpoints: Array(20_000).fill(HASH),
        poses: [],
        members: [],
      }),
    /hashes of the log|times its size/,
  ],
  'a log of empty lines': [
    () =>
      forged(
        {
          simcell: 'session',
          format: 1,
          app: '1',
          records: 10_000,
          head: HASH,
          checkpoints: Array(625).fill(HASH),
          poses: [],
          members: [],
        },
        '\n'.repeat(20_000),
      ),
    /changed or damaged|times its size/,
  ],
  'a log without a header': [() => provenBy(['{"act":{"do":"x"},"kind":"act","seq":0,"timeMs":0}']), /not a header/],
  'a log that is no JSON': [() => provenBy([header, 'alert(1)']), /not JSON/],
  'a log that breaks out of its line': [() => provenBy([header, '{}},{"record":{}']), /not JSON/],
  'a record with a hash of its own': [
    () => provenBy([header, '{"act":{"do":"x"},"kind":"act","seq":1,"timeMs":1},"hash":"x"']),
    /no hash|does not belong/,
  ],
  'a record with a prototype': [
    () => provenBy([header, '{"__proto__":{"polluted":1},"act":{"do":"x"},"kind":"act","seq":1,"timeMs":1}']),
    /does not belong/,
  ],
  'a deep record': [
    () => provenBy([header, `{"act":{"do":"x"},"kind":${nested(9000)},"seq":1,"timeMs":1}`]),
    /does not belong/,
  ],
  'a deep header': [() => provenBy([`{"kind":"header","log":${nested(9000)}}`]), /does not belong/],
  'a header with a deep field': [() => provenBy([header.replace('{', `{"a":${nested(9000)},`)]), /does not belong/],
  'a long line': [
    () => provenBy([header, `{"act":{"do":"${'x'.repeat(60_000)}"},"kind":"act","seq":1,"timeMs":1}`]),
    /too long|times its size/,
  ],
  'a longest log': [
    () =>
      provenBy([
        header,
        ...Array.from(
          { length: 9_999 },
          (_, n) => `{"act":{"do":"a${(n * 7919) % 10007}"},"kind":"act","seq":${n + 1},"timeMs":${n + 1}}`,
        ),
      ]),
    /after it was exported/,
  ],
  'a pose that does not add up': [() => provenBy([header], { poses: [5] }), /do not add up/],
  'a log of another session': [
    () => makeZip(members.map((m) => (m.name === 'log.jsonl' ? { ...m, data: `${header}\n` } : m))),
    /changed or damaged/,
  ],
}

/** Bytes that do not pack well, for members that keep under the limit of the ratio. */
function noise(bytes: number): Uint8Array {
  const data = new Uint8Array(bytes)
  for (let n = 0, state = 1; n < bytes; n += 40) data[n] = state = (state * 75 + 74) % 251
  return data
}

describe('hostile session files', () => {
  it('the file they are made from is whole', () => {
    expect(importSession(whole).ok).toBe(true)
  })

  for (const [name, [make, message]] of Object.entries(CORPUS))
    it(`refuses ${name}, says why, and comes to no harm`, () => {
      const bytes = make()
      const read = unharmedBy(() => importSession(bytes))
      expect(read.ok).toBe(false)
      if (read.ok) return
      expect(read.problems.map(({ what }) => what).join('\n')).toMatch(message)
      for (const { what, where, cure } of read.problems) {
        expect(`${what} ${where} ${cure}`).not.toMatch(UNPRINTABLE)
        expect(what.length + where.length + cure.length).toBeLessThan(600)
      }
    })

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, isZip) => {
        const read = unharmedBy(() => importSession(isZip ? Uint8Array.from([80, 75, 3, 4, ...bytes]) : bytes))
        return !read.ok
      }),
      { numRuns: 500 },
    )
  })

  it('never throws on a file that was cut, filled and shuffled', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }) })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
        const bytes = whole.slice()
        for (const { at, bytes: part } of changes) bytes.set(part.subarray(0, bytes.length - at), at)
        const isSame = bytes.every((byte, n) => byte === whole[n])
        return unharmedBy(() => importSession(bytes)).ok === isSame
      }),
      { numRuns: 400 },
    )
  })

  it('never throws on records that a forger has proven', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.json({ maxDepth: 4 }),
            fc.string().map((text) => text.replaceAll('\n', ' ')),
          ),
          { minLength: 1, maxLength: 5 },
        ),
        (lines) => {
          return !unharmedBy(() => importSession(provenBy([header, ...lines]))).ok
        },
      ),
      { numRuns: 300 },
    )
  })
})
