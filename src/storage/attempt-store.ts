import type { Attempt } from '#core/assessment'
import type { Database } from './database.ts'
import { storageFailure } from './storage-failure.ts'

/** Results of finished sessions. A result is written once and keeps the scoring rules it was made by. */
export type AttemptStore = {
  readonly list: () => Promise<readonly Attempt[]>
  readonly add: (attempt: Attempt) => Promise<void>
}

export const createAttemptStore = (db: Database): AttemptStore => ({
  list: () => db.attempts.toArray(),
  add: async (attempt) => {
    await db
      .transaction('rw', db.attempts, async () => {
        if (!(await db.attempts.get(attempt.sessionId))) await db.attempts.add(attempt)
      })
      .catch((reason: unknown) => {
        throw storageFailure('the result', reason)
      })
  },
})
