export { type AttemptStore, createAttemptStore } from './attempt-store.ts'
export { type Database, openDatabase } from './database.ts'
export { createSessionStore, type SessionStore, type SessionSummary } from './session-log.ts'
export { type Locks, requestWriter, type WriterClaim } from './writer-lock.ts'
