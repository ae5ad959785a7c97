import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { describe, expect, it } from 'vitest'
import { createReleasePhrase, isReleasePhrase, sealLog, verifySeal } from '#sealing'
import { tinySession } from '../../tests/fixtures/tiny-session.ts'
import { openDatabase } from './database.ts'
import { createDeviceStore } from './device-store.ts'
import { createSessionStore } from './session-log.ts'

const fresh = () => openDatabase('test', { indexedDB: new IDBFactory(), IDBKeyRange })

describe('what a device keeps of itself', () => {
  it('makes its key once, and seals with the same one ever after', async () => {
    const device = createDeviceStore(fresh())
    const { log } = tinySession(4)
    const at = '2026-03-02T08:00:00.000Z'
    const [first, second] = [await sealLog(log, await device.key(), at), await sealLog(log, await device.key(), at)]
    expect(second.publicKey).toBe(first.publicKey)
    expect(await verifySeal(log, first)).toMatchObject({ is: 'unbroken' })
  })

  it('has one key though two tabs ask for it at once', async () => {
    const device = createDeviceStore(fresh())
    const [one, two] = await Promise.all([device.key(), device.key()])
    const name = async ({ publicKey }: typeof one) =>
      Buffer.from(await crypto.subtle.exportKey('raw', publicKey)).toString('hex')
    expect(await name(one)).toBe(await name(two))
  })

  it('keeps a release phrase as a hash, and which results were released', async () => {
    const device = createDeviceStore(fresh())
    expect(await device.releasePhrase()).toBeUndefined()
    await device.saveReleasePhrase(await createReleasePhrase('grey heron', 7, 1000))
    const kept = await device.releasePhrase()
    expect(kept && (await isReleasePhrase('grey heron', kept))).toBe(true)
    expect(await device.isReleased('s-1')).toBe(false)
    await device.release('s-1', 9)
    expect(await device.isReleased('s-1')).toBe(true)
  })
})

describe('what is kept beside a session', () => {
  it('is its first seal and the answers from the other side, also of one that was imported', async () => {
    const db = fresh()
    const [store, device] = [createSessionStore(db), createDeviceStore(db)]
    const session = tinySession(4, { mode: 'assessment' })
    const seal = await sealLog(session.log, await device.key(), '2026-03-02T08:00:00.000Z')
    const otherSide = { guesses: {}, felt: { last: { safe: 2, respected: 3, next: 'Nothing.' } } }
    await store.importStored({ ...session, seal, otherSide })
    await store.saveSeal('s-1', { ...seal, sealedAt: '2027-01-01T00:00:00.000Z' })
    expect(await store.read('s-1')).toMatchObject({ seal, otherSide })
    await store.saveOtherSide('s-1', { guesses: {}, felt: {} })
    expect((await store.read('s-1'))?.otherSide).toEqual({ guesses: {}, felt: {} })
    expect(await store.readOtherSide('officer hasty')).toBeUndefined()
  })
})
