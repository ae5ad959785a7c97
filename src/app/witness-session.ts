import type { Scenario } from '#core/scenario'
import { chain, type LogRecord, packHashOf } from '#core/session'
import { recordsOf, type Witness } from '#core/verifier'
import { sha256Hex } from '#exchange'
import { APP_VERSION, store } from './compose.ts'

/** Nobody played it on any day; the same run is always the same session. */
const STARTED_AT = '2000-01-01T00:00:00.000Z'

/**
 * Keeps a run of the check as a session that can be opened by its id. It is on no list, so it is no training of anybody's
 * and counts in no programme.
 */
export async function keepWitness(scenario: Scenario, witness: Witness, locale: string): Promise<string> {
  const [header, ...rest] = recordsOf(scenario, witness)
  if (header?.kind !== 'header') throw new Error('A run of the check has no header.')
  const packHash = packHashOf(scenario.files, sha256Hex)
  const sessionId = `check-${sha256Hex(JSON.stringify([packHash, APP_VERSION, locale, witness])).slice(0, 32)}`
  const own: LogRecord = { ...header, sessionId, packHash, locale, appVersion: APP_VERSION, startedAt: STARTED_AT }
  await store.importStored({
    log: chain([own, ...rest], sha256Hex),
    poses: [],
    pack: scenario.files,
    reflection: undefined,
  })
  await store.remove(sessionId)
  return sessionId
}
