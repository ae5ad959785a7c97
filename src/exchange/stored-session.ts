import type { OtherSide } from '#core/perspective'
import type { PackFiles, SafeJobQuestion } from '#core/scenario'
import type { ChainedRecord } from '#core/session'
import type { DeviceSeal } from '#sealing'

/** What the trainee takes away: one thing to keep, one to change. */
export type Reflection = { readonly keep: string; readonly change: string }

/** What the trainee wrote for the work itself: on the Safe Job Analysis card before it, and in the record after. */
export type Notes = {
  readonly card: Readonly<Partial<Record<SafeJobQuestion, string>>>
  /** the record in his own words */ readonly record: string
}

/** Everything that is kept of one session: what is on disk, and what travels in a `.simcell` file. */
export type StoredSession = {
  readonly log: readonly ChainedRecord[]
  /** chunks of the pose channel in order, as `encodePose` made them */ readonly poses: readonly Uint8Array[]
  /** the exact files it was played with; empty when they are not at hand */ readonly pack: PackFiles
  readonly reflection: Reflection | undefined
  /** sessions and files of before there were any have none */ readonly notes?: Notes | undefined
  /** answers given from the prisoner's side */ readonly otherSide?: OtherSide | undefined
  /** of the device it was assessed on; an assessment that has ended has one */ readonly seal?: DeviceSeal | undefined
}

/** Longest text a trainee wrote that is kept, each part, in UTF-16 units. */
export const REFLECTION_LIMIT = 4000
