import type { Scenario } from '#core/scenario'
import { replayLog, sessionAt } from '#core/session'
import { numbers } from '../fixtures/packs.ts'
import type { Played } from './long-session.ts'
import { median, quantile, type Row, row, timed } from './row.ts'

const SEEKS = 100
const REPLAYS = 5

/** (b) Replay of a whole session, and the seek to moments drawn at random. */
export function replayCost(scenario: Scenario, { records, endMs }: Played): readonly Row[] {
  const minutes = Math.round(endMs / 60_000)
  const times = Array.from({ length: REPLAYS }, () => timed(() => replayLog(scenario, records)))
  const replay = replayLog(scenario, records)
  if (replay.stoppedAt) throw new Error(`The replay stopped at act ${replay.stoppedAt.seq}.`)
  const next = numbers(7)
  const seeks = Array.from({ length: SEEKS }, () => {
    const atMs = next(endMs)
    return timed(() => sessionAt(replay, atMs))
  })
  return [
    row(`b  replay of ${minutes} minutes, ${replay.acts.length} acts`, median(times), 'ms'),
    row('b  seek to a random moment, median', median(seeks), 'ms', 16),
    row('b  seek to a random moment, 95 of 100', quantile(seeks, 0.95), 'ms'),
  ]
}
