import { Dexie, liveQuery } from 'dexie'
import type { OtherSide } from '#core/perspective'
import type { Discipline, PackFiles } from '#core/scenario'
import { type ChainedRecord, type Header, type LogRecord, link, type Mode, packHashOf } from '#core/session'
import { type Notes, type Reflection, type StoredSession, sha256Hex } from '#exchange'
import type { DeviceSeal } from '#sealing'
import type { Database, RecordRow } from './database.ts'
import { storageFailure } from './storage-failure.ts'

/** One line of the list of sessions. */
export type SessionSummary = {
  readonly id: string
  readonly scenario: string
  /** ISO 8601 */ readonly startedAt: string
  readonly stack: readonly Discipline[]
  readonly mode: Mode
  /** session time of the last record, ms */ readonly lastMs: number
  readonly finished: boolean
  readonly acts: number
  /** it came as a file, and may be somebody else's */ readonly imported: boolean
}

/** Sessions on disk. Everything resolves when it is durable and rejects with a reason for people. */
export type SessionStore = {
  /** Begins a log with its header. @throws when the pack is not the one the header names, or the session exists */
  readonly create: (header: Header, pack: PackFiles) => Promise<void>
  /** Adds the next record. Calls for one session may overlap; they are written in order. */
  readonly append: (sessionId: string, record: LogRecord) => Promise<void>
  /** Calls once soon, and whenever a record was added by this tab or another; returns how to stop that. */
  readonly watch: (sessionId: string, call: () => void) => () => void
  /** What is stored, as it is stored: whether the chain holds is for `firstBroken` to say. */
  readonly read: (sessionId: string) => Promise<StoredSession | undefined>
  /** Newest first; those that were removed only when asked for. */
  readonly list: (which?: 'kept' | 'removed') => Promise<readonly SessionSummary[]>
  /** Keeps how far the clock has gone, so that whoever comes back has not won the time since his last act. */
  readonly keepTime: (sessionId: string, timeMs: number) => Promise<void>
  /** Session ms; 0 when none was kept. */
  readonly keptTime: (sessionId: string) => Promise<number>
  readonly savePose: (sessionId: string, bytes: Uint8Array) => Promise<void>
  readonly saveReflection: (sessionId: string, reflection: Reflection) => Promise<void>
  readonly saveNotes: (sessionId: string, notes: Notes) => Promise<void>
  /** Keeps a seal; the first one stays. */
  readonly saveSeal: (sessionId: string, seal: DeviceSeal) => Promise<void>
  /** Answers from the other side, of a session or under another name that is no session's. */
  readonly saveOtherSide: (id: string, answers: OtherSide) => Promise<void>
  readonly readOtherSide: (id: string) => Promise<OtherSide | undefined>
  /** Stores an imported session; `false` when the very same one is already here. @throws when another has its id */
  readonly importStored: (stored: StoredSession) => Promise<boolean>
  /** Takes a session off the list; nothing is deleted. */
  readonly remove: (sessionId: string) => Promise<void>
  readonly restore: (sessionId: string) => Promise<void>
}

/** The end of a log, kept so that an act costs one write and no read. */
type Tail = { readonly seq: number; readonly hash: string; readonly timeMs: number; readonly isOver: boolean }

export function createSessionStore(db: Database, now: () => number = Date.now): SessionStore {
  const tails = new Map<string, Tail>()
  const queues = new Map<string, Promise<unknown>>()

  const inOrder = <Value>(sessionId: string, task: () => Promise<Value>): Promise<Value> => {
    const turn = (queues.get(sessionId) ?? Promise.resolve()).then(task, task)
    queues.set(sessionId, turn)
    return turn
  }
  const lastOf = (sessionId: string) =>
    db.records.where('[sessionId+seq]').between([sessionId, Dexie.minKey], [sessionId, Dexie.maxKey]).last()
  const readTail = async (sessionId: string): Promise<Tail> => {
    const last = await lastOf(sessionId).catch(fail('this act'))
    if (!last) throw new Error(`There is no session "${sessionId}" to add to; create it first.`)
    return tailOf(last)
  }
  const setRemoved = async (sessionId: string, removedAt: number) => {
    const changed = await db.sessions.update(sessionId, { removedAt }).catch(fail('the list of sessions'))
    if (changed === 0 && !(await db.sessions.get(sessionId))) throw new Error(`There is no session "${sessionId}".`)
  }

  const write = async (sessionId: string, record: LogRecord): Promise<void> => {
    let tail = tails.get(sessionId)
    // Another tab may have written since: what is on disk decides.
    if (!tail || !follows(tail, record)) tail = await readTail(sessionId)
    tails.delete(sessionId)
    if (!follows(tail, record)) throw new Error(whyNot(sessionId, tail, record))
    const row: RecordRow = { sessionId, seq: seqOf(record), ...link(record, tail.hash, sha256Hex) }
    await db
      .transaction('rw', db.records, () => db.records.add(row))
      .catch(fail(record.kind === 'outcome' ? 'the end of the session' : 'this act'))
    tails.set(sessionId, tailOf(row))
  }

  return {
    create: (header, pack) =>
      inOrder(header.sessionId, async () => {
        const { sessionId, packHash } = header
        if (packHashOf(pack, sha256Hex) !== packHash)
          throw new Error(
            `The header of "${sessionId}" names another pack than the one given; compute packHash from these files.`,
          )
        if (await db.sessions.get(sessionId)) throw new Error(`There is already a session "${sessionId}".`)
        const row: RecordRow = { sessionId, seq: 0, ...link(header, '', sha256Hex) }
        await db
          .transaction('rw', db.sessions, db.records, db.packs, async () => {
            await db.sessions.add({ id: sessionId, header, removedAt: 0 })
            await db.records.add(row)
            await db.packs.put({ hash: packHash, files: pack })
          })
          .catch(fail('the new session'))
        tails.set(sessionId, tailOf(row))
      }),

    append: (sessionId, record) => inOrder(sessionId, () => write(sessionId, record)),

    watch: (sessionId, call) => {
      let seen: number | undefined
      const subscription = liveQuery(() => lastOf(sessionId)).subscribe({
        next: (last) => {
          if (last?.seq === seen) return
          seen = last?.seq
          call()
        },
        // What reads next tells why the disk does not answer.
        error: call,
      })
      return () => subscription.unsubscribe()
    },

    read: (sessionId) =>
      db.transaction(
        'r',
        [db.sessions, db.records, db.poses, db.reflections, db.notes, db.otherSides, db.seals, db.packs],
        () => readSession(db, sessionId),
      ),

    list: async (which = 'kept') => {
      const rows = await db.sessions.toArray()
      const wanted = rows.filter(({ removedAt }) => removedAt > 0 === (which === 'removed'))
      const summaries = await Promise.all(
        wanted.map(async ({ header, imported }) => ({
          ...summaryOf(header, (await lastOf(header.sessionId))?.record),
          imported: imported ?? false,
        })),
      )
      return summaries.sort((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0))
    },

    keepTime: async (sessionId, timeMs) => {
      await db.clocks.put({ sessionId, timeMs }).catch(fail('the time'))
    },

    keptTime: async (sessionId) => (await db.clocks.get(sessionId))?.timeMs ?? 0,

    savePose: async (sessionId, bytes) => {
      await db.poses.add({ sessionId, bytes }).catch(fail('the way you moved'))
    },

    saveReflection: async (sessionId, { keep, change }) => {
      await db.reflections.put({ sessionId, keep, change }).catch(fail('what you wrote'))
    },

    saveNotes: async (sessionId, { card, record }) => {
      await db.notes.put({ sessionId, card, record }).catch(fail('what you wrote'))
    },

    saveSeal: async (sessionId, seal) => {
      await db
        .transaction('rw', db.seals, async () => {
          if (!(await db.seals.get(sessionId))) await db.seals.add({ sessionId, ...seal })
        })
        .catch(fail('the seal'))
    },

    saveOtherSide: async (id, { guesses, felt }) => {
      await db.otherSides.put({ id, guesses, felt }).catch(fail('what you answered'))
    },

    readOtherSide: async (id) => withoutId(await db.otherSides.get(id)),

    importStored: (stored) => {
      const header = stored.log[0]?.record
      if (header?.kind !== 'header') return Promise.reject(new Error('A session without a header cannot be stored.'))
      return inOrder(header.sessionId, async () => {
        const last = await lastOf(header.sessionId)
        if (last && last.hash === stored.log.at(-1)?.hash) {
          await setRemoved(header.sessionId, 0)
          return false
        }
        if (last)
          throw new Error(
            'A session with the same id but another log is already here; it is kept as it is, and nothing was imported.',
          )
        await db.transaction('rw', db.tables, () => addSession(db, header, stored)).catch(fail('the imported session'))
        return true
      })
    },

    remove: (sessionId) => setRemoved(sessionId, now()),
    restore: (sessionId) => setRemoved(sessionId, 0),
  }
}

const fail =
  (what: string) =>
  (reason: unknown): never => {
    throw storageFailure(what, reason)
  }

const seqOf = (record: LogRecord): number => (record.kind === 'header' ? 0 : record.seq)
const tailOf = ({ record, hash }: ChainedRecord): Tail => ({
  seq: seqOf(record),
  hash,
  timeMs: record.kind === 'header' ? 0 : record.timeMs,
  isOver: record.kind === 'outcome',
})
const follows = (tail: Tail, record: LogRecord): boolean =>
  record.kind !== 'header' && !tail.isOver && record.seq === tail.seq + 1 && record.timeMs >= tail.timeMs

function whyNot(sessionId: string, tail: Tail, record: LogRecord): string {
  const begin = `The record was refused by the log of "${sessionId}":`
  if (record.kind === 'header') return `${begin} a log has one header, written by create.`
  if (tail.isOver) return `${begin} the session has ended with record ${tail.seq}.`
  if (record.seq !== tail.seq + 1) return `${begin} it has the number ${record.seq} where ${tail.seq + 1} comes next.`
  return `${begin} it is of ${record.timeMs} ms, before the ${tail.timeMs} ms of the record before it.`
}

async function readSession(db: Database, sessionId: string): Promise<StoredSession | undefined> {
  const session = await db.sessions.get(sessionId)
  if (!session) return undefined
  const rows = await db.records
    .where('[sessionId+seq]')
    .between([sessionId, Dexie.minKey], [sessionId, Dexie.maxKey])
    .toArray()
  const poses = await db.poses.where('sessionId').equals(sessionId).sortBy('n')
  const reflection = await db.reflections.get(sessionId)
  const notes = await db.notes.get(sessionId)
  const otherSide = withoutId(await db.otherSides.get(sessionId))
  const seal = await db.seals.get(sessionId)
  const pack = await db.packs.get(session.header.packHash)
  return {
    log: rows.map(({ record, hash }) => ({ record, hash })),
    poses: poses.map(({ bytes }) => bytes),
    pack: pack?.files ?? {},
    reflection: reflection && { keep: reflection.keep, change: reflection.change },
    notes: notes && { card: notes.card, record: notes.record },
    ...(otherSide && { otherSide }),
    ...(seal && {
      seal: { seal: seal.seal, publicKey: seal.publicKey, signature: seal.signature, sealedAt: seal.sealedAt },
    }),
  }
}

const withoutId = (row: OtherSide | undefined): OtherSide | undefined => row && { guesses: row.guesses, felt: row.felt }

async function addSession(
  db: Database,
  header: Header,
  { log, poses, pack, reflection, notes, otherSide, seal }: StoredSession,
): Promise<void> {
  const { sessionId, packHash } = header
  await db.sessions.add({ id: sessionId, header, removedAt: 0, imported: true })
  await db.records.bulkAdd(log.map(({ record, hash }) => ({ sessionId, seq: seqOf(record), record, hash })))
  await db.poses.bulkAdd(poses.map((bytes) => ({ sessionId, bytes })))
  if (reflection) await db.reflections.put({ sessionId, ...reflection })
  if (notes) await db.notes.put({ sessionId, ...notes })
  if (otherSide) await db.otherSides.put({ id: sessionId, ...otherSide })
  if (seal) await db.seals.put({ sessionId, ...seal })
  if (Object.keys(pack).length > 0) await db.packs.put({ hash: packHash, files: pack })
}

function summaryOf(header: Header, last: LogRecord | undefined): Omit<SessionSummary, 'imported'> {
  const { sessionId: id, scenario, startedAt, stack, mode } = header
  const at = last && last.kind !== 'header' ? last : undefined
  const finished = at?.kind === 'outcome'
  return {
    id,
    scenario,
    startedAt,
    stack,
    mode,
    lastMs: at?.timeMs ?? 0,
    finished,
    acts: at ? at.seq - (finished ? 1 : 0) : 0,
  }
}
