import { drawSetup } from '#core/assessment'
import type { Discipline, Scenario } from '#core/scenario'
import { type Header, LOG_VERSION, type LogRecord, type Mode, misfitsOfHeader } from '#core/session'
import { exportSession, type StoredSession } from '#exchange'
import { createAttemptStore, createDeviceStore, createSessionStore, openDatabase } from '#storage'
import { type Damage, damageOf, Unopenable } from './damage.ts'
import { scenarioOf, shipped } from './library.ts'

/** Version written into every log this build makes. */
export const APP_VERSION = '0.1.0'

/** The sessions of this browser: the one place where the app opens its database. */
const database = openDatabase()
export const store = createSessionStore(database)
export const attempts = createAttemptStore(database)
export const device = createDeviceStore(database)

type Choice = {
  readonly scenario: string
  readonly stack: readonly Discipline[]
  readonly mode: Mode
  readonly personas: Readonly<Record<string, string>>
  readonly variation: string
  /** language of the words the trainee reads */ readonly locale: string
}

/** Writes the header of a new session; its id. An assessment meets what its seed draws, whatever was chosen. */
export async function createSession({ scenario: id, ...choice }: Choice): Promise<string> {
  const { scenario, packHash } = await shipped(id)
  const sessionId = crypto.randomUUID()
  const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1
  const header: Header = {
    kind: 'header',
    log: LOG_VERSION,
    sessionId,
    scenario: id,
    scenarioVersion: scenario.version,
    packHash,
    ...choice,
    ...(choice.mode === 'assessment' && drawSetup(scenario, seed)),
    seed,
    trainee: 'trainee',
    appVersion: APP_VERSION,
    startedAt: new Date().toISOString(),
  }
  await store.create(header, scenario.files)
  return sessionId
}

/** A stored session with the scenario it was played with, read from its own pack. */
export type Opened = {
  readonly stored: StoredSession
  readonly scenario: Scenario
  readonly header: Header
  /** the log as far as its chain holds */ readonly records: readonly LogRecord[]
  readonly damage: Damage | undefined
}

/** @throws {Unopenable} no such session, a header that was changed, or a pack that cannot be read any more */
export async function openStored(sessionId: string): Promise<Opened> {
  const stored = await store.read(sessionId)
  if (!stored) throw new Unopenable('no-session')
  const damage = damageOf(stored)
  const records = stored.log.map((line) => line.record).slice(0, damage?.what === 'record' ? damage.seq : undefined)
  const header = records[0]
  if (header?.kind !== 'header') throw new Unopenable('no-header')
  const scenario = await scenarioOf(stored.pack, header.scenario, damage?.what === 'pack' ? undefined : header.packHash)
  // A pack that was exchanged has its own damage, and no header fits it.
  const misfits = damage?.what === 'pack' ? [] : misfitsOfHeader(scenario, header)
  if (misfits.length > 0) throw new Unopenable('misfit', misfits.map(({ what }) => what).join(' '))
  return { stored, scenario, header, records, damage }
}

/** Gives the session to the person as a file. */
export async function exportFile(sessionId: string): Promise<void> {
  const stored = await store.read(sessionId)
  if (!stored) return
  const link = document.createElement('a')
  link.href = URL.createObjectURL(
    new Blob([exportSession(stored) as Uint8Array<ArrayBuffer>], { type: 'application/zip' }),
  )
  link.download = fileNameOf(stored)
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/** Says what is in it and when it was played; the end of the id keeps two of a day apart. */
function fileNameOf({ log }: StoredSession): string {
  const header = log[0]?.record
  if (header?.kind !== 'header') return 'session.simcell'
  return `${header.scenario}-${header.startedAt.slice(0, 10)}-${header.sessionId.slice(-6)}.simcell`
}
