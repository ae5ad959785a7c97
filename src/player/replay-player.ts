import { createStore } from 'zustand/vanilla'
import { type Replay, type Snapshot, snapshotAt } from '#core/session'
import type { Player } from './player.ts'

/** A log and a play-head. It affords nothing, so views need not know that it is a replay. */
export type ReplayPlayer = ReturnType<typeof createReplayPlayer>

/** @param at how an instant of the log is shown; as the officer saw it, unless given */
export function createReplayPlayer(opened: Replay, at: (replay: Replay, timeMs: number) => Snapshot = snapshotAt) {
  let replay = opened
  const store = createStore<Player>(() => ({
    header: replay.header,
    snapshot: at(replay, 0),
    saving: 'saved',
    reason: undefined,
    paused: true,
    coach: [],
    hint: () => undefined,
    send: () => Promise.resolve(),
    setPaused: (paused) => store.setState({ paused }),
  }))
  /** Shows the moment, kept within the session. */
  const seek = (timeMs: number) =>
    store.setState({ snapshot: at(replay, Math.min(replay.endMs, Math.max(0, Math.round(timeMs)))) })
  return Object.assign(store, {
    seek,
    /** Takes a longer log of the same session, and goes to its end. */
    show: (longer: Replay) => {
      replay = longer
      seek(longer.endMs)
    },
  })
}
