import { isAsDrawn } from '#core/assessment'
import { firstBroken } from '#core/session'
import { sha256Hex } from '#exchange'
import {
  createReleasePhrase,
  deviceName,
  isReleasePhrase,
  mayRelease,
  type SealState,
  sealLog,
  verifySeal,
} from '#sealing'
import { device, type Opened, openStored, store } from './compose.ts'

/** How an assessment stands on this device. */
export type Assessed = {
  readonly seal: SealState
  /** it met what its seed draws */ readonly isAsDrawn: boolean
  /** the result may not be seen here yet */ readonly isWithheld: boolean
  /** the phrase that is set on this device may release it */ readonly canRelease: boolean
}

/** Seals an assessment that has ended, if it is whole and not sealed yet. */
export async function sealSession(sessionId: string): Promise<void> {
  const stored = await store.read(sessionId)
  if (!stored || stored.seal || stored.log.at(-1)?.record.kind !== 'outcome') return
  if (firstBroken(stored.log, sha256Hex) !== undefined) return
  await store.saveSeal(sessionId, await sealLog(stored.log, await device.key(), new Date().toISOString()))
}

/** How an opened session stands as an assessment; `undefined` for every other mode. */
async function assessedOf({ stored, header, scenario }: Opened): Promise<Assessed | undefined> {
  if (header.mode !== 'assessment') return undefined
  const { sessionId, startedAt } = header
  const [phrase, isReleased, own] = await Promise.all([
    device.releasePhrase(),
    device.isReleased(sessionId),
    // A browser that cannot seal has no name; what it shows was sealed elsewhere.
    ownDevice().catch(() => undefined),
  ])
  const seal = await verifySeal(stored.log, stored.seal)
  const isFromHere = seal.is === 'missing' || seal.device === own
  return {
    seal,
    isAsDrawn: isAsDrawn(scenario, header),
    isWithheld: !isReleased,
    canRelease: mayRelease(phrase, { startedAtMs: Date.parse(startedAt), isFromHere }),
  }
}

/** Opens a session for reading; one that was cut off between its end and its seal is sealed first. */
export async function openAssessed(sessionId: string): Promise<Opened & { readonly assessed: Assessed | undefined }> {
  const opened = await openStored(sessionId)
  if (opened.header.mode !== 'assessment' || opened.stored.seal)
    return { ...opened, assessed: await assessedOf(opened) }
  await sealSession(sessionId)
  const sealed = await openStored(sessionId)
  return { ...sealed, assessed: await assessedOf(sealed) }
}

/** Releases a result to whoever sits here; `false` for a wrong phrase. */
export async function releaseResult(sessionId: string, phrase: string): Promise<boolean> {
  const kept = await device.releasePhrase()
  if (!kept || !(await isReleasePhrase(phrase, kept))) return false
  await device.release(sessionId, Date.now())
  return true
}

/** This device as its seals name it. */
export async function ownDevice(): Promise<string> {
  const { publicKey } = await device.key()
  const bytes = new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))
  return deviceName(Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(''))
}

export const hasReleasePhrase = async (): Promise<boolean> => (await device.releasePhrase()) !== undefined

/** Sets the phrase, or changes it for somebody who knows the old one. @throws {Error} too short */
export async function setReleasePhrase(phrase: string, old: string): Promise<boolean> {
  const kept = await device.releasePhrase()
  if (kept && !(await isReleasePhrase(old, kept))) return false
  await device.saveReleasePhrase(await createReleasePhrase(phrase, Date.now()))
  return true
}
