import { createStore } from 'zustand/vanilla'
import { type Replay, snapshotAt } from '#core/session'
import type { Player } from './player.ts'

/** A log and a play-head. It affords nothing, so views need not know that it is a replay. */
export type ReplayPlayer = ReturnType<typeof createReplayPlayer>

export function createReplayPlayer(replay: Replay) {
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
  return Object.assign(store, {
    endMs: replay.endMs,
    /** Shows the moment, kept within the session. */
    seek: (timeMs: number) =>
      store.setState({ snapshot: snapshotAt(replay, Math.min(replay.endMs, Math.max(0, Math.round(timeMs)))) }),
  })
}
