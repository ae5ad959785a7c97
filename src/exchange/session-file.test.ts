import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ChainedRecord, chain } from '#core/session'
import { createDeviceKey, sealLog, verifySeal } from '#sealing'
import { tinySession } from '../../tests/fixtures/tiny-session.ts'
import { sha256Hex } from './hash.ts'
import { readNotes } from './notes.ts'
import { exportSession, importSession } from './session-file.ts'
import type { StoredSession } from './stored-session.ts'

const stored = tinySession(40)
const file = exportSession(stored)

/** The session with its record `n` replaced, hashes as they were: what an edit of the stored log looks like. */
const editedAt = (n: number): StoredSession => ({
  ...stored,
  log: stored.log.map(
    (link, at): ChainedRecord =>
      at === n && link.record.kind === 'act'
        ? { ...link, record: { ...link.record, timeMs: link.record.timeMs + 1 } }
        : link,
  ),
})

describe('a session file', () => {
  it('hashes as SHA-256 does', () => {
    expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  it('gives back what went in, and the same bytes for the same session', () => {
    expect(importSession(file)).toEqual({ ok: true, value: stored, notes: [] })
    expect(exportSession(tinySession(40))).toEqual(file)
  })

  it('is a zip that other programs open, with the log one record a line and no hashes in it', () => {
    const members = unzipSync(file)
    expect(Object.keys(members).slice(0, 4)).toEqual(['manifest.json', 'log.jsonl', 'pose.bin', 'reflection.json'])
    expect(Object.keys(members)).toContain('pack/tiny/scenario.yaml')
    const lines = strFromU8(members['log.jsonl'] as Uint8Array)
      .trimEnd()
      .split('\n')
    expect(lines).toHaveLength(42)
    expect(lines[1]).toBe('{"act":{"do":"say:good-morning","tone":"calm"},"kind":"act","seq":1,"timeMs":1500}')
  })

  it('round-trips any length, with and without poses, reflection and outcome', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.boolean(),
        fc.boolean(),
        fc.string({ unit: 'binary' }),
        (acts, isOver, hasPoses, words) => {
          const whole = tinySession(acts)
          const session = {
            ...whole,
            log: isOver ? whole.log : whole.log.slice(0, -1),
            poses: hasPoses ? whole.poses : [],
            reflection: words ? { keep: words, change: '' } : undefined,
          }
          expect(importSession(exportSession(session))).toEqual({ ok: true, value: session, notes: [] })
        },
      ),
      { numRuns: 40 },
    )
  })

  it('round-trips what was written on the card and in the record', () => {
    const session = {
      ...tinySession(3),
      notes: { card: { people: 'He is „tired“.', lessons: '' }, record: 'At 12:10 …' },
    }
    const read = importSession(exportSession(session))
    expect(read.ok && read.value.notes).toEqual({ card: { people: 'He is „tired“.' }, record: 'At 12:10 …' })
  })

  it('opens a file of before there were notes', () => {
    expect(Object.keys(unzipSync(file))).not.toContain('notes.json')
    expect(importSession(file)).toMatchObject({ ok: true })
  })

  it.each(['[]', '{"card":{}}', '{"card":{"people":7},"record":""}', `{"card":{},"record":"${'a'.repeat(4001)}"}`])(
    'takes nothing else for notes: %.40s',
    (text) => expect(readNotes(JSON.parse(text))).toBeUndefined(),
  )

  it('drops what is no question of the card', () => {
    const text = '{"card":{"__proto__":{"a":"b"},"people":"x","other":"y"},"record":""}'
    expect(readNotes(JSON.parse(text))).toEqual({ card: { people: 'x' }, record: '' })
  })

  it('keeps answers from the other side and the seal of a device, in a file of format 2', async () => {
    const session = tinySession(3, { mode: 'assessment' })
    const otherSide = {
      guesses: { contact: { safe: 4, respected: 4 } },
      felt: { contact: { safe: 2, respected: 1, next: 'Kas ta lööb?' } },
    }
    const seal = await sealLog(session.log, await createDeviceKey(), '2026-03-02T08:00:00.000Z')
    const bytes = exportSession({ ...session, otherSide, seal })
    const read = importSession(bytes)
    if (!read.ok) throw new Error(read.problems[0]?.what)
    expect(read.value).toMatchObject({ otherSide, seal })
    expect(await verifySeal(read.value.log, read.value.seal)).toMatchObject({ is: 'unbroken' })
    expect(formatOf(bytes)).toBe(2)
  })

  it('is a file of format 1, as every reader ever shipped knows it, when it has neither', () => {
    expect(formatOf(file)).toBe(1)
    expect(Object.keys(unzipSync(file))).not.toContain('seal.json')
  })

  it.each(['other-side.json', 'seal.json'])('refuses a %s that is none, and names it', async (name) => {
    const session = tinySession(3)
    const seal = {
      ...(await sealLog(session.log, await createDeviceKey(), '2026-03-02T08:00:00.000Z')),
      signature: 'x',
    }
    const wrong =
      name === 'seal.json'
        ? { seal }
        : { otherSide: { guesses: {}, felt: { last: { safe: 9, respected: 1, next: '' } } } }
    expect(importSession(exportSession({ ...session, ...wrong }))).toMatchObject({
      ok: false,
      problems: [{ where: name }],
    })
  })

  it('detects and says any one byte that is not as it was', () => {
    fc.assert(
      fc.property(fc.nat(file.length - 1), fc.integer({ min: 1, max: 255 }), (at, bits) => {
        const flipped = file.slice()
        flipped[at] = (flipped[at] ?? 0) ^ bits
        const read = importSession(flipped)
        expect(read.ok, `byte ${at} ^ ${bits}`).toBe(false)
        if (!read.ok)
          for (const { what, where, cure } of read.problems)
            expect([what, where, cure].every((part) => part.length > 3)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('detects a flip of every single byte of a small file', () => {
    const small = exportSession({ ...tinySession(4), pack: {} })
    const unseen: number[] = []
    for (let at = 0; at < small.length; at++) {
      const flipped = small.slice()
      flipped[at] = (flipped[at] ?? 0) ^ 1
      if (importSession(flipped).ok) unseen.push(at)
    }
    expect(importSession(small).ok).toBe(true)
    expect(unseen).toEqual([])
  })

  it('detects a file cut off anywhere, and bytes added at its end', () => {
    const isRefused = (bytes: Uint8Array) => !importSession(bytes).ok
    fc.assert(
      fc.property(fc.nat(file.length - 1), (length) => isRefused(file.subarray(0, length))),
      { numRuns: 200 },
    )
    expect(isRefused(Uint8Array.from([...file, 0]))).toBe(true)
  })

  it('locates an edited record to the sixteen it is among', () => {
    for (let n = 1; n <= 40; n++) {
      const read = importSession(exportSession(editedAt(n)))
      const from = Math.floor(n / 16) * 16
      expect(read).toMatchObject({
        ok: false,
        problems: [{ where: `log.jsonl, records ${from} to ${Math.min(from + 15, 41)}` }],
      })
    }
  })

  it('says so when records are missing from the end', () => {
    const shorter = { ...stored, log: stored.log.slice(0, 30) }
    const forged = importSession(
      exportSession({
        ...shorter,
        log: [...shorter.log.slice(0, 29), { ...(shorter.log[29] as ChainedRecord), hash: 'a'.repeat(64) }],
      }),
    )
    expect(forged).toMatchObject({ ok: false, problems: [{ where: 'log.jsonl, records 16 to 29' }] })
  })

  it('opens a log whose scenario is not in the file, and says so', () => {
    const read = importSession(exportSession({ ...stored, pack: {} }))
    expect(read).toMatchObject({ ok: true, value: { log: stored.log, pack: {} }, notes: [{ where: 'pack/' }] })
  })

  it('refuses a scenario that is not the one the session was played with', () => {
    const pack = { ...stored.pack, 'tiny/scenario.yaml': `${stored.pack['tiny/scenario.yaml']}\n` }
    expect(importSession(exportSession({ ...stored, pack }))).toMatchObject({
      ok: false,
      problems: [{ where: 'pack/' }],
    })
  })

  it.each([
    ['a session id with a path', { sessionId: '../x' }, /id of the session/],
    ['a start that is no date', { startedAt: 'soon' }, /no date/],
    ['a start in no month', { startedAt: '2026-77-01T00:00:00Z' }, /no date/],
    ['a role that is no role', { personas: JSON.parse('{"__proto__":"x"}') }, /role that cannot be one/],
    ['a field of its own', { polluted: 'yes' } as object, /does not belong/],
  ])('refuses a header with %s', (_, part, message) => {
    const read = importSession(exportSession(tinySession(1, part)))
    expect(read).toMatchObject({
      ok: false,
      problems: [{ what: expect.stringMatching(message), where: 'log.jsonl, record 0' }],
    })
  })

  it.each([
    ['a number left out', 2, { seq: 9 }, /number 9 where 2/],
    ['time that runs backwards', 2, { timeMs: 3 }, /earlier/],
    ['a year in a session', 2, { timeMs: 3e10 }, /half a day/],
    ['an outcome in the middle', 2, { kind: 'outcome', ending: 'left', act: undefined }, /goes on after its outcome/],
    ['a field of its own', 2, { note: 'x' }, /does not belong/],
    ['more typed than a field takes', 2, { act: { do: 'stay:silent', typed: 'x'.repeat(201) } }, /typed/],
    ['a tone that is none', 2, { act: { do: 'stay:silent', tone: 'sweet' } }, /tone/],
  ])('refuses a well-chained log with %s', (_, n, part, message) => {
    const records = stored.log.map(({ record }, at) => (at === n ? { ...record, ...part } : record))
    const log = chain(records as ChainedRecord['record'][], sha256Hex)
    const read = importSession(exportSession({ ...stored, log }))
    expect(read.ok ? [] : read.problems.map(({ what }) => what)).toEqual([expect.stringMatching(message)])
  })

  it('stays small: an hour of acts in less than a kilobyte a minute', () => {
    const hour = tinySession(600)
    const bare = exportSession({ ...tinySession(0), poses: [] }).length
    expect((exportSession(hour).length - bare) / 60).toBeLessThan(1024)
  })
})

const formatOf = (bytes: Uint8Array): unknown =>
  JSON.parse(strFromU8(unzipSync(bytes)['manifest.json'] ?? new Uint8Array())).format
