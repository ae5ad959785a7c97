import { createDeviceKey, type DeviceKey, type ReleasePhrase } from '#sealing'
import type { Database } from './database.ts'
import { storageFailure } from './storage-failure.ts'

/** What a device keeps of itself, and which results it may show. */
export type DeviceStore = {
  /** The key of this device; made when it is first asked for, and never again. */
  readonly key: () => Promise<DeviceKey>
  readonly releasePhrase: () => Promise<ReleasePhrase | undefined>
  readonly saveReleasePhrase: (phrase: ReleasePhrase) => Promise<void>
  readonly isReleased: (sessionId: string) => Promise<boolean>
  readonly release: (sessionId: string, releasedAtMs: number) => Promise<void>
}

export function createDeviceStore(db: Database): DeviceStore {
  const keep = async (what: string, task: () => PromiseLike<unknown>) => {
    try {
      await task()
    } catch (reason) {
      throw storageFailure(what, reason)
    }
  }
  const storedKey = async (): Promise<DeviceKey | undefined> => {
    const row = await db.device.get('key')
    return row?.id === 'key' ? { publicKey: row.publicKey, privateKey: row.privateKey } : undefined
  }
  return {
    key: async () => {
      const stored = await storedKey()
      if (stored) return stored
      // Made before the transaction, which would end while it waits; another tab may be first, and its key stays.
      const made = await createDeviceKey()
      await keep('the key of this device', () =>
        db.transaction('rw', db.device, async () => {
          if (!(await db.device.get('key'))) await db.device.add({ id: 'key', ...made })
        }),
      )
      return (await storedKey()) ?? made
    },
    releasePhrase: async () => {
      const row = await db.device.get('release-phrase')
      if (row?.id !== 'release-phrase') return undefined
      const { salt, rounds, hash, setAtMs } = row
      return { salt, rounds, hash, setAtMs }
    },
    saveReleasePhrase: (phrase) => keep('the release phrase', () => db.device.put({ id: 'release-phrase', ...phrase })),
    isReleased: async (sessionId) => (await db.releases.get(sessionId)) !== undefined,
    release: (sessionId, releasedAtMs) => keep('the release', () => db.releases.put({ sessionId, releasedAtMs })),
  }
}
