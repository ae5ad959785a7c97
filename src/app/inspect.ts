import { createBrowserInspector } from '@statelyai/inspect'
import { createActor, SimulatedClock } from 'xstate'
import { chartFor } from '#core/session'
import type { PlayerStore } from '#player'
import { openStored, store } from './compose.ts'

/**
 * Development only: a real actor of the session's machine does what the log says, and the Stately inspector watches it.
 * The session itself runs on pure transitions and has no actor to watch. The window opens at the first press or key,
 * for a browser lets no page open one by itself.
 *
 * @returns how to end it
 */
export async function inspectSession(sessionId: string, player: PlayerStore): Promise<() => void> {
  const { scenario, header } = await openStored(sessionId)
  const chart = chartFor(scenario, header)
  const clock = new SimulatedClock()
  const inspector = createBrowserInspector({ autoStart: false })
  const gesture = new AbortController()
  const open = () => {
    gesture.abort()
    inspector.start()
  }
  for (const kind of ['pointerdown', 'keydown'])
    window.addEventListener(kind, open, { capture: true, signal: gesture.signal })
  const actor = createActor(chart.machine, { clock, inspect: inspector.inspect }).start()
  let done = 0

  const passTo = (timeMs: number) => timeMs > clock.now() && clock.set(timeMs)
  const follow = async () => {
    const { records } = await openStored(sessionId)
    for (const record of records) {
      if (record.kind !== 'act' || record.seq <= done) continue
      done = record.seq
      passTo(record.timeMs)
      const { do: type, tone } = record.act
      const tones = chart.actById.get(type)?.tones
      actor.send(tones ? { type, tone: tone ?? tones[0] ?? 'neutral' } : { type })
    }
  }
  const stopWatching = store.watch(sessionId, () => void follow())
  // Time that passes without an act; an act on the way to the disk comes first.
  const stopTicking = player.subscribe(({ snapshot }) => snapshot.seq === done && passTo(snapshot.timeMs))
  return () => {
    gesture.abort()
    stopWatching()
    stopTicking()
    actor.stop()
    inspector.stop()
  }
}
