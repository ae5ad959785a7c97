import type { Act, Header, Snapshot } from '#core/session'

/** Whether what is shown is on disk; `blocked` stops the session until it can be exported or saved again. */
export type Saving = 'saved' | 'saving' | 'blocked'

/** An explanation given at once in guided mode: text keys of what was just decided. */
export type CoachNote = {
  readonly id: string
  readonly atMs: number
  readonly discipline: string
  readonly outcome: string
  readonly reason: string
}

/** All a view may know of a session, live or replayed. */
export type Player = {
  readonly header: Header
  readonly snapshot: Snapshot
  readonly saving: Saving
  /** why saving is blocked, in words for a person */ readonly reason: string | undefined
  readonly paused: boolean
  /** guided mode only; empty otherwise */ readonly coach: readonly CoachNote[]
  /** text key of a hint for this moment; only guided mode has one */ readonly hint: () => string | undefined
  /** resolves when the act is on disk and shown, or was refused */ readonly send: (act: Act) => Promise<void>
  readonly setPaused: (paused: boolean) => void
}

/** The player outside React: a store of one session. */
export type PlayerStore = {
  readonly getState: () => Player
  readonly subscribe: (listener: (state: Player) => void) => () => void
}

/** Whether two snapshots of one session show the same but for the time. Their parts are shared as long as nothing happens. */
export const onlyTimeDiffers = (one: Snapshot, other: Snapshot): boolean =>
  (Object.keys(other) as (keyof Snapshot)[]).every((part) => part === 'timeMs' || one[part] === other[part])
