import { getAdjacencyMap } from 'xstate/graph'
import { formatDiagnostic, parseScenario, type Scenario } from '#core/scenario'
import { castsOf, explore, wholeOf } from '#core/verifier'
import { soundFiles } from '../fixtures/sound-pack.ts'
import { tinyScenario } from '../fixtures/tiny-pack.ts'
import { median, type Row, row, timed } from './row.ts'

const ROUNDS = 5
/** Flags, and values of a level, of worlds that grow: some 10⁵, 10⁶ and 7.8 · 10⁶ states. */
const WORLDS = [
  [10, 1],
  [13, 1],
  [13, 7],
] as const

type Cast = ReturnType<typeof castsOf>[number]

/** (e) What the verifier takes for one move of a search, beside XState's own search and beside a bare one. */
export function verifierCost(shipped: Scenario): readonly Row[] {
  const tiny = castOf(tinyScenario(), ['law'])
  const { ms, found } = searched(tiny)
  const cell = searched(castOf(shipped, shipped.data.layers), 20_000)
  const targets: number[][] = []
  search(tiny, 1e6, (from, to) => void (targets[from] ??= []).push(to))
  const bareMs = median(Array.from({ length: ROUNDS }, () => timed(() => bareSearch(targets))))
  const graphUs = graphCost(grown(3, 1))
  const [small, middle, large] = WORLDS.map(([flags, values]) => searched(grown(flags, values)))
  if (!small || !middle || !large) throw new Error('There are no worlds.')
  const perState = [small, middle, large].map((one) => (one.ms * 1000) / one.found.states)
  return [
    row('e  one move of the check, tiny world', (ms * 1000) / found.transitions, 'µs'),
    row('e  … states of it', found.states, ''),
    row('e  … over a bare search of known moves', ms / bareMs, '×', 1.5),
    row('e  one move, cell entry with all layers', (cell.ms * 1000) / cell.found.transitions, 'µs'),
    row('e  one act tried in a state by xstate/graph', graphUs, 'µs'),
    row(
      `e  … by the check, of ${small.found.states} states, over it`,
      triedUs(grown(...WORLDS[0])) / graphUs,
      '×',
      0.002,
    ),
    row(`e  one state of ${small.found.states}`, perState[0] as number, 'µs'),
    row(`e  one state of ${middle.found.states}`, perState[1] as number, 'µs'),
    row(`e  one state of ${large.found.states}`, perState[2] as number, 'µs'),
    row('e  … the dearest over the cheapest of these', Math.max(...perState) / Math.min(...perState), '×', 1.25),
    row('e  … 7 million states of it', (large.ms / 1000 / large.found.states) * 7e6, 's', 10),
    row('e  … memory for one state', large.found.bytes / large.found.states, 'B', 40),
  ]
}

function castOf(scenario: Scenario, layers: Scenario['data']['layers']): Cast {
  const [cast] = castsOf(scenario, layers)
  if (!cast) throw new Error('There is nobody to check.')
  return cast
}

/** Visits a world; told of every act of every state, if anybody listens. */
const search = ({ tables, starts }: Cast, budget = 1e8, onStep?: (from: number, to: number) => void) =>
  explore({
    tables,
    slice: wholeOf(tables),
    starts,
    budget,
    ...(onStep && { visitor: { onKind: () => undefined, onStep: (from, _, to) => onStep(from, to) } }),
  })

/** A search, and what it takes: the median of a few, after one that taught the tables. A large one is done once. */
function searched(cast: Cast, budget?: number) {
  search(cast, Math.min(budget ?? 1e5, 1e5))
  let found = search(cast, 1)
  const again = () =>
    timed(() => {
      found = search(cast, budget)
    })
  const times = [again()]
  if ((times[0] as number) < 2000) for (let n = 1; n < ROUNDS; n++) times.push(again())
  return { ms: median(times), found }
}

/** The sound scenario with flags that can each be set once, and a level that rises: its world is a product of them. */
function grown(flags: number, values: number): Cast {
  const names = Array.from({ length: flags }, (_, n) => `told-${n}`)
  const lineOf = (id: string, rest: string) =>
    `  - { id: ${id}, to: prisoner, say: small-talk, about: visit, tones: [neutral], ${rest} }\n`
  const lines = [
    ...names.map((id) => lineOf(id, `when: { ${id}: false }, effects: { set: { ${id}: true } }`)),
    ...(values > 1 ? [lineOf('counts', 'effects: { add: { told: 1 } }')] : []),
  ]
  const level = values > 1 ? `levels: [{ id: told, min: 0, max: ${values - 1}, initial: 0 }]\n` : ''
  const files = soundFiles([
    [
      'scenario',
      '  - { id: greeted }\n',
      `${['greeted', ...names].map((id) => `  - { id: ${id} }\n`).join('')}${level}`,
    ],
    ['scenario', 'plot:\n', `${lines.join('')}plot:\n`],
  ])
  const path = 'tiny/text/en.yaml'
  const texts = [...names, 'counts'].map((id) => `${id}: T, `).join('')
  const text = (files[path] ?? '').replace('lines: { ', `lines: { ${texts}`)
  const parsed = parseScenario({ ...files, [path]: text }, 'tiny')
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
  return castOf(parsed.value, ['law'])
}

/** What XState's own search takes for one event tried in one state, µs. */
function graphCost({ tables }: Cast): number {
  const events = tables.moves.map(({ type, tone }) => ({ type, ...(tone && { tone }) }))
  let states = 0
  const ms = timed(() => {
    states = Object.keys(getAdjacencyMap(tables.chart.machine as never, { events, limit: 1e6 } as never)).length
  })
  return (ms * 1000) / (states * events.length)
}

/** The same of the check: every act is tried in every state, and where it leads is told. */
function triedUs(cast: Cast): number {
  let states = 0
  const targets = new Int32Array(1 << 25)
  let told = 0
  const once = () => {
    told = 0
    states = search(cast, 1e8, (_, to) => {
      targets[told++] = to
    }).states
  }
  once()
  const ms = median(Array.from({ length: ROUNDS }, () => timed(once)))
  return (ms * 1000) / (states * cast.tables.moves.length)
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
