import type { Scenario } from '#core/scenario'
import { chartFor, openSession, pass, replayLog } from '#core/session'
import { createLivePlayer, createReplayPlayer, type LivePlayer, type ReplayPlayer } from '#player'
import type { WriterClaim } from '#storage'
import type { Notes } from '#training'
import { sealSession } from './assessing.ts'
import { openStored, store } from './compose.ts'
import { type Damage, damageIn } from './damage.ts'

/** A session as the play page needs it. */
export type Loaded = {
  readonly player: LivePlayer | ReplayPlayer
  readonly scenario: Scenario
  readonly notes: Notes
  readonly damage: Damage | undefined
  readonly canWrite: boolean
  /** another tab writes it; this one follows */ readonly isFollowing: boolean
  readonly close: () => void
}

const NO_NOTES: Notes = { card: {}, record: '' }

/**
 * Opens a session for playing: at its beginning, or where it was left. One tab writes; others follow what it writes.
 * What is over or damaged is only shown.
 */
export async function loadSession(sessionId: string, claim: WriterClaim): Promise<Loaded> {
  const opened = await openStored(sessionId)
  const { scenario, header, records } = opened
  const notes = opened.stored.notes ?? NO_NOTES
  const chart = chartFor(scenario, header)
  const replay = replayLog(scenario, records, chart)
  const damage = opened.damage ?? damageIn(replay, records)
  const isFollowing = claim.role === 'reader'
  if (isFollowing || damage || records.some((record) => record.kind === 'outcome')) {
    const player = createReplayPlayer(replay)
    player.seek(replay.endMs)
    const follow = async () => {
      const { scenario, records } = await openStored(sessionId)
      player.show(replayLog(scenario, records, chart))
    }
    const close = isFollowing ? store.watch(sessionId, () => void follow()) : () => {}
    return { player, scenario, notes, damage, canWrite: false, isFollowing, close }
  }
  const begun =
    records.length === 1
      ? openSession(header, chart)
      : { session: replay.end, happenings: replay.steps.map((step) => step.happening) }
  // Time went on after the last act, and what fell due then has happened.
  const passed = pass(begun.session, await store.keptTime(sessionId))
  const player = createLivePlayer(passed.session, [...begun.happenings, ...passed.happenings], {
    append: async (record) => {
      await store.append(sessionId, record)
      if (record.kind === 'outcome' && header.mode === 'assessment') await sealSession(sessionId)
    },
    // Time that cannot be kept is no reason to stop: the acts are what must not be lost.
    keepTime: (timeMs) => void store.keepTime(sessionId, timeMs).catch(() => undefined),
    now: () => performance.now(),
    later: (ms, call) => {
      const timer = setTimeout(call, ms)
      return () => clearTimeout(timer)
    },
  })
  // The clock waits until the person is ready: behind the briefing, and after coming back.
  player.getState().setPaused(true)
  return { player, scenario, notes, damage, canWrite: true, isFollowing, close: player.close }
}
