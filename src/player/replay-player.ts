import { createStore } from 'zustand/vanilla'
import { type Replay, type Snapshot, snapshotAt } from '#core/session'
import type { Player } from './player.ts'

/** A log and a play-head. It affords nothing, so views need not know that it is a replay. */
export type ReplayPlayer = ReturnType<typeof createReplayPlayer>

type ShownAs = (replay: Replay, timeMs: number) => Snapshot

/** @param shownAs how an instant of the log is shown; as the officer saw it, unless given */
export function createReplayPlayer(opened: Replay, shownAs: ShownAs = snapshotAt) {
  let replay = opened
  let at = shownAs
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
    /** Goes on with another log that was the same until now. */
    goOnWith: (next: Replay, nextShownAs: ShownAs) => {
      replay = next
      at = nextShownAs
      seek(store.getState().snapshot.timeMs)
    },
    /** Takes a longer log of the same session, and goes to its end. */
    show: (longer: Replay) => {
      replay = longer
      seek(longer.endMs)
    },
  })
}
