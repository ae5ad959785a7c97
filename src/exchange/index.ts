export { sha256Hex } from './hash.ts'
export { type FileProblem, IMPORT_LIMITS, type ImportLimits } from './limits.ts'
export { exportSession, type Imported, importSession } from './session-file.ts'
export { type Notes, REFLECTION_LIMIT, type Reflection, type StoredSession } from './stored-session.ts'
