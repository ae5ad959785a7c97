import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { stacksOf } from '#core/scenario'
import { type ActRecord, chartFor, valuesOf } from '#core/session'
import { headerOf, randomRun, shippedScenario } from '../fixtures/packs.ts'

/** A clock for the interpreter that is moved by hand; what falls due at one moment fires in the order it was set. */
function manualClock() {
  let nowMs = 0
  let next = 0
  const waiting = new Map<number, { readonly atMs: number; readonly call: () => void }>()
  return {
    setTimeout: (call: (...args: never[]) => void, ms: number) => {
      waiting.set(++next, { atMs: nowMs + ms, call: call as () => void })
      return next
    },
    clearTimeout: (id: number) => void waiting.delete(id),
    advance(toMs: number) {
      for (;;) {
        const due = [...waiting]
          .filter(([, timer]) => timer.atMs <= toMs)
          .sort(([a, x], [b, y]) => x.atMs - y.atMs || a - b)[0]
        if (!due) break
        waiting.delete(due[0])
        nowMs = due[1].atMs
        due[1].call()
      }
      nowMs = toMs
    },
  }
}

describe('the run and XState’s own interpreter', () => {
  const scenario = shippedScenario('cell-entry')
  const stacks = stacksOf(scenario.data.layers)

  it('agree on every state and value, act by act, over random runs of every stack', () => {
    for (const [n, stack] of stacks.entries())
      for (const seed of [n + 1, n + 101]) {
        const header = headerOf(scenario, { stack, seed })
        const run = randomRun(scenario, header, seed, 60)
        const chart = chartFor(scenario, header)
        const clock = manualClock()
        const actor = createActor(chart.machine, { clock: clock as never }).start()
        for (const [index, record] of run.records.slice(1).entries()) {
          const { timeMs, act } = record as ActRecord
          clock.advance(timeMs)
          const spec = chart.actById.get(act.do)
          actor.send({ type: act.do, ...(spec?.tones && { tone: act.tone }) } as never)
          const session = run.sessions[index + 1]
          if (!session) throw new Error('A record without a session.')
          const snapshot = actor.getSnapshot() as { value: unknown; context: { values: unknown } }
          expect(snapshot.context.values).toEqual(valuesOf(session.run))
          expect(snapshot.value).toEqual(session.run.state.value)
        }
        actor.stop()
      }
  })

  it('mirrors each region’s state in the variable of its name', () => {
    const header = headerOf(scenario)
    for (const seed of [3, 4, 5, 6]) {
      const { sessions } = randomRun(scenario, header, seed, 80)
      for (const { run } of sessions) {
        const value = run.state.value as Record<string, string>
        for (const [region, name] of Object.entries(run.chart.regionVariables)) {
          const known = run.chart.world.index.get(name)
          expect(known?.variable.words?.[valuesOf(run)[known.at] ?? -1], `${region} at ${name}`).toBe(value[region])
        }
      }
    }
  })
})
