import { type Attempt, resultsOf } from '#core/assessment'
import { debriefOf } from '#core/scoring'
import { replayLog, SCORING_VERSION } from '#core/session'
import { attempts, device, openStored, store } from './compose.ts'

/**
 * Every result this browser has. Sessions that have ended since the last look are scored now and their result is kept; one
 * that cannot be trusted or read any more gives none, and an assessment only when it was released.
 */
export async function collectAttempts(): Promise<readonly Attempt[]> {
  const known = await attempts.list()
  const have = new Set(known.map(({ sessionId }) => sessionId))
  const fresh: Attempt[] = []
  for (const session of await store.list()) {
    // A file may be anybody's: what counts is what was done here.
    if (!session.finished || session.imported || have.has(session.id)) continue
    if (session.mode === 'assessment' && !(await device.isReleased(session.id))) continue
    const attempt = await attemptOf(session.id)
    if (!attempt) continue
    await attempts.add(attempt)
    fresh.push(attempt)
  }
  return [...known, ...fresh]
}

async function attemptOf(sessionId: string): Promise<Attempt | undefined> {
  const opened = await openStored(sessionId).catch(() => undefined)
  if (!opened || opened.damage) return undefined
  const { header, scenario, records } = opened
  const replay = replayLog(scenario, records)
  if (replay.stoppedAt) return undefined
  const debrief = debriefOf(replay)
  return {
    sessionId,
    scenario: header.scenario,
    stack: header.stack,
    variation: header.variation,
    mode: header.mode,
    ending: debrief.ending ?? '',
    endedAtMs: Date.parse(header.startedAt) + debrief.endMs,
    scoring: SCORING_VERSION,
    disciplines: resultsOf(debrief),
  }
}
