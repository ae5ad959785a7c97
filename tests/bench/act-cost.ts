import { type AnyMachineSnapshot, createActor, transition } from 'xstate'
import type { Scenario } from '#core/scenario'
import { monitorsFor } from '#core/scoring'
import { chartFor, step } from '#core/session'
import { headerOf } from '../fixtures/packs.ts'
import { type Played, playAtRandom } from './long-session.ts'
import { median, type Row, row, timed } from './row.ts'

const RUNS = 4
const ACTS = 80
/** Rounds whose times count, after as many that warm the machine up. */
const ROUNDS = 30

type Timings = Record<'session' | 'machine' | 'exported' | 'actor', number[]>

/**
 * (a) What one act costs through the session (step, monitors, snapshot, affordances), and what XState alone takes for
 * the same event on the same machine. All four take turns on every act, so that the load of the machine is shared.
 */
export function actCost(scenario: Scenario): readonly Row[] {
  const runs = Array.from({ length: RUNS }, (_, n) =>
    playAtRandom(scenario, headerOf(scenario, { seed: n + 1 }), 0, ACTS),
  )
  const timings: Timings = { session: [], machine: [], exported: [], actor: [] }
  for (let round = 0; round < ROUNDS * 2; round++) {
    if (round === ROUNDS) for (const samples of Object.values(timings)) samples.length = 0
    for (const run of runs) playRound(scenario, run, round, timings)
  }
  const us = (samples: readonly number[]) => median(samples) * 1000
  const { session, machine, exported, actor } = timings
  const cheapest = Math.min(us(machine), us(exported), us(actor))
  return [
    row('a  one act through the session', us(session), 'µs'),
    row('a  … machine.transition, one scope kept', us(machine), 'µs'),
    row('a  … exported transition', us(exported), 'µs'),
    row('a  … actor.send', us(actor), 'µs'),
    row('a  session over the cheapest of these', us(session) / cheapest, '×', 1.5),
  ]
}

function playRound(scenario: Scenario, { header, acts }: Played, round: number, timings: Timings): void {
  const chart = acts[0]?.before.run.chart ?? chartFor(scenario, header)
  const { machine } = chart
  const monitors = monitorsFor(chart)
  let states = monitors.map((monitor) => monitor.initial)
  const actor = createActor(machine, { clock: { setTimeout: () => 0, clearTimeout: () => {} } as never }).start()
  const inert = () => {}
  const kept = createActor(machine)
  const scope = {
    self: kept,
    system: kept.system,
    id: 'run',
    sessionId: 'run',
    defer: inert,
    logger: inert,
    stopChild: inert,
    emit: inert,
    actionExecutor: inert,
  }
  for (const [n, { before, act, timeMs, done }] of acts.entries()) {
    const event = { type: act.do, ...(act.tone && { tone: act.tone }) }
    const state = before.run.state as AnyMachineSnapshot
    const turns: readonly (readonly [keyof Timings, () => unknown])[] = [
      [
        'session',
        () => {
          const next = step(before, act, timeMs)
          if ('refused' in next) throw new Error(`"${act.do}" was possible before.`)
          for (const happening of next.happenings)
            states = monitors.map((monitor, m) =>
              monitor.step(states[m] ?? monitor.initial, happening, { seq: next.session.seq, atMs: happening.atMs }),
            )
        },
      ],
      ['machine', () => machine.transition(state as never, event as never, scope as never)],
      ['exported', () => transition(machine, state as never, event as never)],
      ['actor', () => actor.send(event as never)],
    ]
    // Who begins changes, so that nobody always finds the caches warm.
    for (let turn = 0; turn < turns.length; turn++) {
      const [name, call] = turns[(turn + round + n) % turns.length] as (typeof turns)[number]
      timings[name].push(timed(call))
    }
    const values = (snapshot: unknown) => JSON.stringify((snapshot as { context: unknown }).context)
    if (round === 0 && values(actor.getSnapshot()) !== values(done.session.run.state))
      throw new Error(`The interpreter disagrees at act ${n}.`)
  }
  actor.stop()
}
