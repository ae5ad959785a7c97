import { getAdjacencyMap } from 'xstate/graph'
import type { Scenario } from '#core/scenario'
import { castsOf, explore, wholeOf } from '#core/verifier'
import { soundScenario } from '../fixtures/sound-pack.ts'
import { tinyScenario } from '../fixtures/tiny-pack.ts'
import { median, type Row, row, timed } from './row.ts'

const ROUNDS = 5

/** (e) What the verifier takes for one move of a search, beside XState's own search and beside a bare one. */
export function verifierCost(shipped: Scenario): readonly Row[] {
  const small = soundScenario()
  const [cast] = castsOf(small, small.data.layers)
  const [large] = castsOf(tinyScenario(), ['law'])
  const [cell] = castsOf(shipped, shipped.data.layers)
  if (!cast || !large || !cell) throw new Error('There is nobody to check.')
  const search = ({ tables, starts }: typeof cast, budget: number, onStep?: (from: number, to: number) => void) =>
    explore({
      tables,
      slice: wholeOf(tables),
      starts,
      budget,
      ...(onStep && { visitor: { onStep: (from, _, to) => onStep(from, to) } }),
    })
  const usPerMove = (one: typeof cast, budget: number) => {
    const found = search(one, budget)
    const times = Array.from({ length: ROUNDS }, () => timed(() => search(one, budget)))
    return { us: (median(times) * 1000) / found.transitions, found }
  }
  const tiny = usPerMove(large, 1e6)
  const first = usPerMove(cast, 1e6)

  const { machine } = cast.tables.chart
  const events = cast.tables.moves.map(({ type, tone }) => ({ type, ...(tone && { tone }) }))
  let states = 0
  const graphMs = timed(() => {
    states = Object.keys(getAdjacencyMap(machine as never, { events, limit: 100_000 } as never)).length
  })
  const graphUs = (graphMs * 1000) / (states * events.length)

  const targets: number[][] = []
  search(large, 1e6, (from, to) => void (targets[from] ??= []).push(to))
  const bareMs = median(Array.from({ length: ROUNDS }, () => timed(() => bareSearch(targets))))
  const bareUs = (bareMs * 1000) / tiny.found.transitions
  return [
    row('e  one move of the check, tiny world', tiny.us, 'µs'),
    row('e  … states of it', tiny.found.states, ''),
    row('e  … memory for one state', tiny.found.bytes / tiny.found.states, 'B', 40),
    row('e  one move, cell entry with all layers', usPerMove(cell, 20_000).us, 'µs'),
    row('e  one move of xstate/graph, sound world', graphUs, 'µs'),
    row('e  … the check over xstate/graph', first.us / graphUs, '×', 0.002),
    row('e  … the check over a bare search of known moves', tiny.us / bareUs, '×', 1.5),
  ]
}

/** The floor: breadth first over moves that are already known, with nothing to work out. */
function bareSearch(targets: readonly (readonly number[] | undefined)[]): number {
  const seen = new Uint8Array(targets.length + 1_000_000)
  const queue = [0]
  seen[0] = 1
  for (let at = 0; at < queue.length; at++)
    for (const to of targets[queue[at] as number] ?? [])
      if (to >= 0 && !seen[to]) {
        seen[to] = 1
        queue.push(to)
      }
  return queue.length
}
