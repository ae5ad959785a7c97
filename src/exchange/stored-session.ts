import type { PackFiles } from '#core/scenario'
import type { ChainedRecord } from '#core/session'

/** What the trainee takes away: one thing to keep, one to change. */
export type Reflection = { readonly keep: string; readonly change: string }

/** Everything that is kept of one session: what is on disk, and what travels in a `.simcell` file. */
export type StoredSession = {
  readonly log: readonly ChainedRecord[]
  /** chunks of the pose channel in order, as `encodePose` made them */ readonly poses: readonly Uint8Array[]
  /** the exact files it was played with; empty when they are not at hand */ readonly pack: PackFiles
  readonly reflection: Reflection | undefined
}

/** Longest reflection that is kept, each part, in UTF-16 units. */
export const REFLECTION_LIMIT = 4000
