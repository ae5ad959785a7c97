import type { Page } from '@playwright/test'
import { walkthroughRecords } from '#core/scoring'
import { chain, chartFor, packHashOf } from '#core/session'
import { exportSession, sha256Hex } from '#exchange'
import { headerOf, shippedScenario } from '../fixtures/packs.ts'

/** The id under which such a session is stored. */
export const FILED = 'filed-session'

/**
 * A shipped run of a scenario as the file an officer would have exported, all layers on.
 *
 * @param claims another ending than it came to, as one would write who wants to look better; the hashes are made anew
 */
export function sessionFile(scenarioId: string, run: string, claims?: string): Buffer {
  const scenario = shippedScenario(scenarioId)
  const walkthrough = scenario.walkthroughs[run]
  if (!walkthrough) throw new Error(`There is no run "${run}".`)
  const header = headerOf(scenario, { sessionId: FILED, packHash: packHashOf(scenario.files, sha256Hex) })
  const chart = chartFor(scenario, header)
  const played = walkthroughRecords(walkthrough, header, (id) => chart.actById.has(id))
  const records = played.map((record) => (record.kind === 'outcome' && claims ? { ...record, ending: claims } : record))
  return Buffer.from(
    exportSession({ log: chain(records, sha256Hex), poses: [], pack: scenario.files, reflection: undefined }),
  )
}

/** Opens a session file on the start page. */
export async function takesIn(page: Page, buffer: Buffer): Promise<void> {
  const file = { name: 'session.simcell', mimeType: 'application/zip', buffer }
  await page.getByLabel('Open a session file (.simcell)').setInputFiles(file)
}
