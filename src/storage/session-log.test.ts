import { IDBDatabase, IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { chain, firstBroken, type LogRecord } from '#core/session'
import { sha256Hex } from '#exchange'
import { tinyPack } from '../../tests/fixtures/tiny-pack.ts'
import { actRecord, tinyHeader, tinySession } from '../../tests/fixtures/tiny-session.ts'
import { type Database, openDatabase } from './database.ts'
import { createSessionStore, type SessionStore } from './session-log.ts'

const header = tinyHeader()
const outcome = (seq: number): LogRecord => ({ kind: 'outcome', seq, timeMs: seq * 1500, ending: 'left' })
let factory: IDBFactory
let db: Database
let store: SessionStore
const open = () => openDatabase('test', { indexedDB: factory, IDBKeyRange })

beforeEach(() => {
  factory = new IDBFactory()
  db = open()
  store = createSessionStore(db, () => 1000)
})
afterEach(() => {
  vi.restoreAllMocks()
  db.close()
})

describe('the session store', () => {
  it('gives back what was appended, chained, with its pack, poses, reflection and notes', async () => {
    await store.create(header, tinyPack)
    for (let seq = 1; seq <= 20; seq++) await store.append('s-1', actRecord(seq))
    await store.append('s-1', outcome(21))
    await store.savePose('s-1', Uint8Array.of(1, 2))
    await store.savePose('s-1', Uint8Array.of(3))
    await store.saveReflection('s-1', { keep: 'a', change: 'b' })
    await store.saveNotes('s-1', { card: { people: 'c' }, record: 'd' })
    const stored = await store.read('s-1')
    expect(stored?.log).toEqual(
      chain([header, ...Array.from({ length: 20 }, (_, n) => actRecord(n + 1)), outcome(21)], sha256Hex),
    )
    expect(firstBroken(stored?.log ?? [], sha256Hex)).toBeUndefined()
    expect(stored?.poses.map((chunk) => [...chunk])).toEqual([[1, 2], [3]])
    expect(stored?.pack).toEqual(tinyPack)
    expect(stored?.reflection).toEqual({ keep: 'a', change: 'b' })
    expect(stored?.notes).toEqual({ card: { people: 'c' }, record: 'd' })
    expect(await store.list()).toEqual([
      {
        id: 's-1',
        scenario: 'tiny',
        startedAt: header.startedAt,
        stack: ['law'],
        mode: 'practice',
        lastMs: 31500,
        finished: true,
        imported: false,
        acts: 20,
      },
    ])
  })

  it('goes on with the same chain after the page was closed', async () => {
    await store.create(header, tinyPack)
    await store.append('s-1', actRecord(1))
    db.close()
    db = open()
    store = createSessionStore(db)
    await store.append('s-1', actRecord(2))
    expect(firstBroken((await store.read('s-1'))?.log ?? [], sha256Hex)).toBeUndefined()
    expect(await store.list()).toMatchObject([{ acts: 2, finished: false, lastMs: 3000 }])
  })

  it('writes overlapping calls in their order', async () => {
    await Promise.all([
      store.create(header, tinyPack),
      ...[1, 2, 3, 4].map((seq) => store.append('s-1', actRecord(seq))),
    ])
    const stored = await store.read('s-1')
    expect(stored?.log.map(({ record }) => (record.kind === 'header' ? 0 : record.seq))).toEqual([0, 1, 2, 3, 4])
    expect(firstBroken(stored?.log ?? [], sha256Hex)).toBeUndefined()
  })

  it('opens its database with strict durability', async () => {
    const opened = vi.spyOn(IDBDatabase.prototype, 'transaction')
    await store.create(header, tinyPack)
    await store.append('s-1', actRecord(1))
    const writes = opened.mock.calls.filter(([, mode]) => mode === 'readwrite')
    expect(writes.length).toBeGreaterThanOrEqual(2)
    for (const [, , options] of writes as unknown as unknown[][])
      expect(options).toMatchObject({ durability: 'strict' })
  })

  it.each([
    ['a number left out', actRecord(3), /number 3 where 2 comes next/],
    ['a number given twice', actRecord(1), /number 1 where 2 comes next/],
    ['a time that runs backwards', actRecord(2, 10), /10 ms, before the 1500 ms/],
    ['a second header', header, /one header/],
  ])('refuses %s and stays usable', async (_, record, message) => {
    await store.create(header, tinyPack)
    await store.append('s-1', actRecord(1))
    await expect(store.append('s-1', record)).rejects.toThrow(message)
    await store.append('s-1', actRecord(2))
    expect((await store.read('s-1'))?.log).toHaveLength(3)
  })

  it('refuses an act after the outcome, an unknown session, a second create and a wrong pack', async () => {
    await store.create(header, tinyPack)
    await store.append('s-1', outcome(1))
    await expect(store.append('s-1', actRecord(2))).rejects.toThrow(/has ended with record 1/)
    await expect(store.append('nobody', actRecord(1))).rejects.toThrow(/no session "nobody"/)
    await expect(store.create(header, tinyPack)).rejects.toThrow(/already a session/)
    await expect(store.create(tinyHeader({ sessionId: 's-2', packHash: 'f'.repeat(64) }), tinyPack)).rejects.toThrow(
      /another pack/,
    )
    expect(await store.read('s-2')).toBeUndefined()
  })

  it('goes on where another tab left off, and refuses the place that tab has taken', async () => {
    const other = createSessionStore(db)
    await store.create(header, tinyPack)
    await other.append('s-1', actRecord(1))
    await expect(store.append('s-1', actRecord(1))).rejects.toThrow(/tab|comes next/)
    await store.append('s-1', actRecord(2))
    await expect(other.append('s-1', actRecord(2))).rejects.toThrow(/tab|comes next/)
    expect(firstBroken((await store.read('s-1'))?.log ?? [], sha256Hex)).toBeUndefined()
  })

  it('says that the disk is full, loses nothing, and goes on once there is room', async () => {
    await store.create(header, tinyPack)
    await store.append('s-1', actRecord(1))
    const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError')
    })
    await expect(store.append('s-1', actRecord(2))).rejects.toThrow(/disk is full.*export the session/)
    full.mockRestore()
    expect((await store.read('s-1'))?.log).toHaveLength(2)
    await store.append('s-1', actRecord(2))
    expect((await store.read('s-1'))?.log).toHaveLength(3)
  })

  it('says that storage is gone when the database was closed under it', async () => {
    await store.create(header, tinyPack)
    db.close()
    await expect(store.append('s-1', actRecord(1))).rejects.toThrow(/cannot be reached.*load the page again/i)
  })

  it('takes a session off the list and puts it back', async () => {
    await store.create(header, tinyPack)
    await store.create(tinyHeader({ sessionId: 's-2', startedAt: '2026-02-01T09:00:00.000Z' }), tinyPack)
    expect((await store.list()).map(({ id }) => id)).toEqual(['s-2', 's-1'])
    await store.remove('s-1')
    expect((await store.list()).map(({ id }) => id)).toEqual(['s-2'])
    expect((await store.list('removed')).map(({ id }) => id)).toEqual(['s-1'])
    await store.restore('s-1')
    expect(await store.list()).toHaveLength(2)
    await expect(store.remove('nobody')).rejects.toThrow(/no session/)
  })

  it('stores an imported session whole, once, and never over another', async () => {
    const stored = tinySession(20)
    expect(await store.importStored(stored)).toBe(true)
    expect(await store.read('s-1')).toEqual(stored)
    await store.remove('s-1')
    expect(await store.importStored(stored)).toBe(false)
    expect(await store.list()).toHaveLength(1)
    await expect(store.importStored(tinySession(21))).rejects.toThrow(/another log/)
    expect(await store.read('s-1')).toEqual(stored)
  })

  it('keeps how far the clock has gone, and which sessions came as a file', async () => {
    await store.create(header, tinyPack)
    expect(await store.keptTime('s-1')).toBe(0)
    await store.keepTime('s-1', 4200)
    await store.keepTime('s-1', 6300)
    expect(await store.keptTime('s-1')).toBe(6300)
    const other = tinySession(2, { sessionId: 's-2' })
    await store.importStored(other)
    const list = await store.list()
    expect(Object.fromEntries(list.map(({ id, imported }) => [id, imported]))).toEqual({ 's-1': false, 's-2': true })
  })
})
