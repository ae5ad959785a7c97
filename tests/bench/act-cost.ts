import { type AnyMachineSnapshot, createActor, transition } from 'xstate'
import type { Scenario } from '#core/scenario'
import { monitorsFor, watchOf } from '#core/scoring'
import { shuffled, step } from '#core/session'
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
 * the same event on the same machine. All four take turns, run by run, so that the load of the machine is shared.
 */
export function actCost(scenario: Scenario): readonly Row[] {
  const runs = Array.from({ length: RUNS }, (_, n) =>
    playAtRandom(scenario, headerOf(scenario, { seed: n + 1 }), 0, ACTS),
  )
  const timings: Timings = { session: [], machine: [], exported: [], actor: [] }
  for (let round = 0; round < ROUNDS * 2; round++) {
    if (round === ROUNDS) for (const samples of Object.values(timings)) samples.length = 0
    for (const run of runs) playRound(run, round, timings)
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

/** Each plays the whole run by itself, so that none finds, or loses, in the caches what another has touched. */
function playRound({ header, acts }: Played, round: number, timings: Timings): void {
  const first = acts[0]?.before
  if (!first) return
  const { chart } = first.run
  const { machine } = chart
  const events = acts.map(({ act }) => ({ type: act.do, ...(act.tone && { tone: act.tone }) }))
  const values = (snapshot: unknown) => JSON.stringify((snapshot as { context: unknown }).context)
  const ends: Record<string, string> = {}

  const players: readonly (readonly [keyof Timings, () => void])[] = [
    [
      'session',
      () => {
        const watch = watchOf(monitorsFor(chart))
        let states = watch.initial
        let session = first
        for (const { act, timeMs } of acts)
          timings.session.push(
            timed(() => {
              const next = step(session, act, timeMs)
              if ('refused' in next) throw new Error(`"${act.do}" was possible before.`)
              for (const happening of next.happenings)
                states = watch.step(states, happening, { seq: next.session.seq, atMs: happening.atMs })
              session = next.session
            }),
          )
        ends.session = values(session.run.state)
      },
    ],
    [
      'machine',
      () => {
        const kept = createActor(machine)
        const inert = () => {}
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
        let state = first.run.state as AnyMachineSnapshot
        for (const event of events)
          timings.machine.push(
            timed(() => {
              state = machine.transition(state as never, event as never, scope as never) as AnyMachineSnapshot
            }),
          )
        ends.machine = values(state)
      },
    ],
    [
      'exported',
      () => {
        let state = first.run.state as AnyMachineSnapshot
        for (const event of events)
          timings.exported.push(
            timed(() => {
              state = transition(machine, state as never, event as never)[0] as AnyMachineSnapshot
            }),
          )
        ends.exported = values(state)
      },
    ],
    [
      'actor',
      () => {
        const actor = createActor(machine, { clock: { setTimeout: () => 0, clearTimeout: () => {} } as never }).start()
        for (const event of events) timings.actor.push(timed(() => actor.send(event as never)))
        ends.actor = values(actor.getSnapshot())
        actor.stop()
      },
    ],
  ]
  for (const [, play] of shuffled(players, round, ([name]) => name)) play()
  if (new Set(Object.values(ends)).size > 1) throw new Error(`They disagree in the run of seed ${header.seed}.`)
}
