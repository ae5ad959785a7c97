import { createStore } from 'zustand/vanilla'
import { type Replay, snapshotAt } from '#core/session'
import type { Player } from './player.ts'

/** A log and a play-head. It affords nothing, so views need not know that it is a replay. */
export type ReplayPlayer = ReturnType<typeof createReplayPlayer>

export function createReplayPlayer(opened: Replay) {
  let replay = opened
  const store = createStore<Player>(() => ({
    header: replay.header,
    snapshot: snapshotAt(replay, 0),
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
    store.setState({ snapshot: snapshotAt(replay, Math.min(replay.endMs, Math.max(0, Math.round(timeMs)))) })
  return Object.assign(store, {
    seek,
    /** Takes a longer log of the same session, and goes to its end. */
    show: (longer: Replay) => {
      replay = longer
      seek(longer.endMs)
    },
  })
}
