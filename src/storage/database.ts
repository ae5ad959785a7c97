import { Dexie, type DexieOptions, type Table } from 'dexie'
import type { Attempt } from '#core/assessment'
import type { OtherSide } from '#core/perspective'
import type { PackFiles } from '#core/scenario'
import type { Header, LogRecord } from '#core/session'
import type { Notes } from '#exchange'
import type { DeviceKey, DeviceSeal, ReleasePhrase } from '#sealing'

export type SessionRow = {
  readonly id: string
  readonly header: Header /** ms of wall time when it was removed; 0 while it is not */
  readonly removedAt: number
  /** it came as a file, and may be somebody else's */ readonly imported?: true
}
/** How far the clock of a session has gone since its last act, session ms. */
export type ClockRow = { readonly sessionId: string; readonly timeMs: number }
export type RecordRow = {
  readonly sessionId: string
  readonly seq: number
  readonly record: LogRecord
  readonly hash: string
}
export type PoseRow = { readonly n?: number; readonly sessionId: string; readonly bytes: Uint8Array }
export type ReflectionRow = { readonly sessionId: string; readonly keep: string; readonly change: string }
export type NotesRow = Notes & { readonly sessionId: string }
/** Answers from the prisoner's side; of a session, or of a scripted officer under a name of its own. */
export type OtherSideRow = OtherSide & { readonly id: string }
export type SealRow = DeviceSeal & { readonly sessionId: string }
/** An assessment whose result may be seen here. */
export type ReleaseRow = { readonly sessionId: string /** ms since 1970 */; readonly releasedAtMs: number }
/** What this device keeps of itself: its key, and the phrase that releases results. */
export type DeviceRow = ({ readonly id: 'key' } & DeviceKey) | ({ readonly id: 'release-phrase' } & ReleasePhrase)
export type PackRow = { readonly hash: string; readonly files: PackFiles }

export type Database = Dexie & {
  readonly sessions: Table<SessionRow, string>
  /** the header is record 0 */ readonly records: Table<RecordRow, [string, number]>
  readonly poses: Table<PoseRow, number>
  readonly reflections: Table<ReflectionRow, string>
  readonly notes: Table<NotesRow, string>
  readonly otherSides: Table<OtherSideRow, string>
  readonly seals: Table<SealRow, string>
  readonly releases: Table<ReleaseRow, string>
  readonly device: Table<DeviceRow, string>
  readonly clocks: Table<ClockRow, string>
  /** what finished sessions came to, computed once */ readonly attempts: Table<Attempt, string>
  /** kept once for all sessions that were played with it */ readonly packs: Table<PackRow, string>
}

/**
 * Opens the store of sessions. A write is on the disk itself when its promise resolves (`strict`): by default Chromium
 * answers when the system has the bytes, and a power cut then loses acts that were shown as saved.
 */
export function openDatabase(name = 'simcell', options: DexieOptions = {}): Database {
  const database = new Dexie(name, { ...options, chromeTransactionDurability: 'strict' })
  // A version is never edited: Dexie takes every stored database up the ladder.
  database.version(1).stores({
    sessions: 'id',
    records: '[sessionId+seq]',
    poses: '++n, sessionId',
    reflections: 'sessionId',
    packs: 'hash',
  })
  database.version(2).stores({ attempts: 'sessionId' })
  database.version(3).stores({ notes: 'sessionId' })
  database.version(4).stores({ otherSides: 'id', seals: 'sessionId', releases: 'sessionId', device: 'id' })
  database.version(5).stores({ clocks: 'sessionId' })
  return database as Database
}
