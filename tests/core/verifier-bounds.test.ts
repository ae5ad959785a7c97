import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Scenario } from '#core/scenario'
import { type MonitorState, monitorsFor, percentOf, scoreDiscipline } from '#core/scoring'
import { advance, begin, chartFor, endingOf, possibleAct, type Run, take, valuesOf } from '#core/session'
import { replayOf, scoreOf, verify } from '#core/verifier'
import { headerOf, shippedScenario } from '../fixtures/packs.ts'
import { type Edit, soundScenario } from '../fixtures/sound-pack.ts'

/** Acts the criteria below can see; the others change nothing that matters here. */
const ACTS = ['say:good-morning', 'say:or-else', 'say:law.says-why', 'go:inside', 'go:outside', 'end:session']
/** Waits between two acts, ms: all limits below are multiples of five seconds. */
const WAITS_MS = [0, 5000, 5001]

type Node = { readonly run: Run; readonly states: readonly MonitorState[] }

/** Every run there is, through XState and the monitors themselves: no tables, no abstraction. */
function bruteForce(scenario: Scenario): { readonly min: number; readonly max: number } {
  const header = headerOf(scenario, { stack: ['law'] })
  const chart = chartFor(scenario, header)
  const monitors = monitorsFor(chart)
  const told = (states: readonly MonitorState[], happenings: ReturnType<typeof begin>['happenings']) =>
    monitors.map((monitor, n) =>
      happenings.reduce((state, h) => monitor.step(state, h, { seq: 0, atMs: h.atMs }), states[n]!),
    )
  const first = begin(chart)
  const waiting: Node[] = [
    {
      run: first.run,
      states: told(
        monitors.map(({ initial }) => initial),
        first.happenings,
      ),
    },
  ]
  const keyOf = ({ run, states }: Node) =>
    JSON.stringify([
      valuesOf(run),
      run.due.map(({ id, atMs }) => [id, atMs - run.timeMs]),
      states.map(({ armed, seen, count, since, decided }) =>
        decided ? [decided, armed] : [armed, seen, count, since && Math.min(run.timeMs - since.atMs, 20_001)],
      ),
    ])
  const seen = new Set(waiting.map(keyOf))
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  const closes = ({ run, states }: Node) => {
    const at = { seq: 0, atMs: run.timeMs }
    const verdicts = monitors.map((monitor, n) => ({
      criterion: monitor.criterion.id as never,
      ...monitor.close(states[n]!, valuesOf(run), at),
    }))
    const score = scoreDiscipline(chart.world.composition.criteria, verdicts)
    const percent = percentOf(score)
    if (percent === undefined) return
    min = Math.min(min, percent)
    if (score.failedBy.length === 0) max = Math.max(max, percent)
  }
  for (let node = waiting.pop(); node; node = waiting.pop())
    for (const waitMs of WAITS_MS) {
      const waited = advance(node.run, node.run.timeMs + waitMs)
      const later: Node = { run: waited.run, states: told(node.states, waited.happenings) }
      const next: Node[] = []
      if (endingOf(later.run) !== undefined) next.push(later)
      for (const act of ACTS) {
        const spec = possibleAct(later.run, { do: act })
        if (!spec) continue
        const done = take(later.run, spec, undefined)
        next.push({ run: done.run, states: told(later.states, done.happenings) })
      }
      for (const reached of next) {
        const key = keyOf(reached)
        if (seen.has(key)) continue
        seen.add(key)
        if (endingOf(reached.run) === undefined) waiting.push(reached)
        else closes(reached)
      }
    }
  return { min, max }
}

const pattern = fc.oneof(
  fc.constantFrom('{ say: greet }', '{ say: threaten }', '{ say: explain }', '{ go: inside }', '{ go: outside }'),
  fc.constantFrom('{ becomes: { greeted: true } }', '{ becomes: { plot: within } }', '{ ends: left }'),
  fc
    .tuple(fc.constantFrom('say: explain', 'go: inside', 'say: threaten'), fc.boolean())
    .map(([what, is]) => `{ ${what}, while: { greeted: ${is} } }`),
)
const kind = fc.oneof(
  fc.tuple(pattern, pattern).map(([a, b]) => `kind: before, do: ${a}, then: ${b}`),
  fc.tuple(pattern, pattern, pattern).map(([a, b, c]) => `kind: after, once: ${a}, do: ${b}, partly: ${c}`),
  fc
    .tuple(pattern, pattern, fc.constantFrom(5, 10))
    .map(([a, b, s]) => `kind: within, once: ${a}, do: ${b}, seconds: ${s}, partly-seconds: ${s + 5}`),
  fc.tuple(pattern, pattern).map(([a, b]) => `kind: never, do: ${a}, applies: ${b}`),
  fc.tuple(pattern, fc.constantFrom(1, 2)).map(([a, n]) => `kind: count, do: ${a}, at-least: ${n}`),
  fc.tuple(pattern, pattern).map(([a, b]) => `kind: order, steps: [${a}, ${b}]`),
)
const criteria = fc.array(fc.tuple(kind, fc.constantFrom(1, 2, 3), fc.boolean()), { minLength: 2, maxLength: 3 })
const IDS = ['explains-first', 'no-threat', 'greets']

/** The sound scenario with other criteria and perhaps a timer. */
const scenarios = fc.tuple(criteria, fc.constantFrom(undefined, 5, 10)).map(([list, seconds]) => {
  const written = list
    .map(
      ([text, weight, critical], n) =>
        `  - { id: ${IDS[n]}, weight: ${weight}, critical: ${critical}, rule: T1, ${text} }`,
    )
    .join('\n')
  const edits: readonly Edit[] = [
    ['law', /criteria:\n[\s\S]*$/.exec(LAW)![0], `criteria:\n${written}\n`],
    ...(seconds
      ? ([['scenario', '    within:\n', `    within:\n      after: [{ seconds: ${seconds}, to: done }]\n`]] as const)
      : []),
  ]
  return edits
})
const LAW = soundScenario().files['tiny/layers/law.yaml']!

describe('the bounds of a discipline', () => {
  it('equal those of every run there is, on small random scenarios, and their runs earn exactly them', () => {
    let exact = 0
    fc.assert(
      fc.property(scenarios, (edits) => {
        const scenario = soundScenario(edits)
        const brute = bruteForce(scenario)
        const { stacks } = verify(scenario, { states: 400_000, runs: 0, allStacks: false })
        const bounds = stacks.find(({ layers }) => layers.join() === 'law')?.bounds.law
        if (!bounds) throw new Error('There are no bounds of law.')
        if (brute.min === Number.POSITIVE_INFINITY) {
          expect(bounds.min).toBeNull()
          return
        }
        expect(bounds.proved[0]).toBeLessThanOrEqual(brute.min)
        if (brute.max >= 0) expect(bounds.proved[1]).toBeGreaterThanOrEqual(brute.max)
        if (bounds.isExact) {
          exact++
          expect([bounds.min, bounds.max]).toEqual([brute.min, brute.max])
        }
        for (const [run, percent] of [
          [bounds.minRun, bounds.min],
          [bounds.maxRun, bounds.max],
        ] as const)
          if (run) expect(scoreOf(replayOf(scenario, run), 'law').percent).toBe(percent)
      }),
      { numRuns: 8, seed: 20 },
    )
    expect(exact).toBeGreaterThan(4)
  })

  it('of the cell entry are attained: the best by its model run, the worst by a run that loses everything', () => {
    const scenario = shippedScenario('cell-entry')
    const { stacks } = verify(scenario, { states: 200, runs: 60, allStacks: false })
    for (const [discipline, bounds] of Object.entries(stacks[0]?.bounds ?? {})) {
      expect([discipline, bounds.max]).toEqual([
        discipline,
        scenario.walkthroughs.model?.score?.[discipline as 'law']?.percent,
      ])
      // The worst run loses everything that came to apply, which takes two or more changes at once.
      expect([discipline, bounds.min, bounds.proved]).toEqual([discipline, 0, [0, 100]])
    }
  }, 300_000)
})
