import { describe, expect, it } from 'vitest'
import type { Scenario } from '#core/scenario'
import { castsOf, explore, Stepper, wholeOf } from '#core/verifier'
import { shippedScenario } from '../fixtures/packs.ts'
import { tinyScenario } from '../fixtures/tiny-pack.ts'

type Edge = { readonly move: number; readonly to: number }

/** Visits some states of a scenario, and does every move of each of them again, one at a time and with nothing remembered. */
function compare(scenario: Scenario, budget: number): number {
  const [{ tables, starts } = expect.fail('There is nobody to check.')] = castsOf(scenario, scenario.data.layers)
  const slice = wholeOf(tables)
  const edges: Edge[][] = []
  const { states, pathTo, moveOf, valueOf } = explore({
    tables,
    slice,
    starts,
    budget,
    // Who wants every kind of step is shown every act.
    visitor: { onKind: () => undefined, onStep: (from, move, to) => void (edges[from] ??= []).push({ move, to }) },
  })
  const stepper = new Stepper(tables, slice)
  const does = (move: number): void => {
    const one = moveOf(move)
    if (one.kind === 'late') return
    if (one.kind === 'timer') stepper.pending[one.timer] = 0
    stepper.step(one.kind === 'act' ? one.event : tables.timers[one.timer]!.event)
  }
  let steps = 0
  for (let state = 0; state < states; state++) {
    if (!edges[state]) continue
    const { start, moves } = pathTo(state)
    stepper.vector.set(starts[start]!.values)
    stepper.pending.fill(0)
    for (const { timer } of starts[start]!.due) stepper.pending[timer] = 1
    for (const move of moves)
      does(
        move.kind === 'act'
          ? tables.moves.indexOf(move.event)
          : tables.moves.length + (move as { timer: number }).timer,
      )
    const [values, pending] = [stepper.vector.slice(0, tables.n), stepper.pending.slice()]
    const possible = tables.moves.flatMap((event, move) => (stepper.isPossible(event) ? move : []))
    const fires = tables.timers.flatMap((_, timer) =>
      stepper.mayFire(timer, (other) => pending[other] === 1) ? tables.moves.length + timer : [],
    )
    expect(edges[state]!.map(({ move }) => move)).toEqual([...possible, ...fires])
    for (const { move, to } of edges[state]!) {
      if (to < 0) continue
      stepper.vector.set(values)
      stepper.pending.set(pending)
      does(move)
      for (let index = 0; index < tables.n; index++)
        if (slice.kept[index] && valueOf(to, index) !== stepper.vector[index])
          expect.fail(
            `Move ${move} of state ${state} gives "${tables.chart.world.variables[index]?.name}" another value.`,
          )
      steps++
    }
  }
  return steps
}

describe('a search that remembers its steps', () => {
  it('goes where each step goes by itself', () => {
    expect(compare(tinyScenario(), 6000)).toBeGreaterThan(30_000)
    for (const id of ['cell-entry', 'standing-count'])
      expect(compare(shippedScenario(id), 1500)).toBeGreaterThan(10_000)
  }, 60_000)
})
