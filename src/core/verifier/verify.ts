import { DISCIPLINES, type Discipline, type Scenario, stacksOf } from '#core/scenario'
import { type Bounds, criteriaOf, type Effort, type Facts, gather } from './facts.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings.ts'
import { keyOf } from './goals.ts'
import { isSeen, outcomeKey } from './plan/wish.ts'
import { replayOf, scoreOf, type Witness } from './witness.ts'

/** What is said of one stack. */
export type StackReport = {
  readonly layers: readonly Discipline[]
  /** states visited: of the world, and of the world with each criterion beside it */ readonly states: number
  readonly transitions: number
  /** not every state was visited */ readonly bounded: boolean
  readonly frontier: number
  /** runs that were played because the world is too large */ readonly runs: number
  readonly bounds: Readonly<Partial<Record<Discipline, Bounds>>>
  readonly endings: readonly { readonly id: string; readonly acts: number; readonly witness: Witness }[]
  /** share of states in which the focus behaves so, by behaviour */ readonly behaviours: Readonly<
    Record<string, number>
  >
  /** acts to choose from in the middle state */ readonly choices: number | null
  /** what a state is made of, the heaviest first: each multiplies the states by its number of values, if it is free */
  readonly weights: readonly Weight[]
}
/** One variable of a stack by the name it has in the files, and how many values it may have. */
export type Weight = { readonly name: string; readonly values: number }
export type Verified = {
  readonly id: string
  readonly version: string
  readonly stacks: readonly StackReport[]
  readonly findings: readonly Finding[]
  /** what was neither seen nor proved impossible, as it is called in the files */ readonly undecided: readonly string[]
}
export type Wanted = Effort & {
  /** all 2ⁿ stacks; else the whole one, and each layer alone where every state can be visited */ readonly allStacks: boolean
  /** the layers that count; all of the scenario's unless given */ readonly layers?: readonly Discipline[]
  /** told when a stack begins */ readonly onStack?: (layers: readonly Discipline[]) => void
}

/** States that are visited of a world that is known to be too large. */
const GLANCE = 4000

/** Proves what can be proved of a scenario, and shows by runs what can be shown. */
export function verify(scenario: Scenario, wanted: Wanted): Verified {
  const layers = DISCIPLINES.filter(
    (one) => scenario.data.layers.includes(one) && (wanted.layers?.includes(one) ?? true),
  )
  const alone = layers.length > 1 ? layers.map((one) => [one]) : []
  const known = new Map<string, Facts>()
  const factsOf = (stack: readonly Discipline[]) => {
    const key = stack.join(' ')
    const whole = known.get(layers.join(' '))
    // Where the whole stack is too large, a layer alone is looked at only as far as it takes to show its size.
    const effort =
      whole && !whole.isWhole ? { ...wanted, states: Math.min(wanted.states, GLANCE), runs: wanted.runs / 2 } : wanted
    const facts = known.get(key) ?? gather(scenario, stack, effort)
    known.set(key, facts)
    return facts
  }
  const begin = (stack: readonly Discipline[]) => {
    wanted.onStack?.(stack)
    return factsOf(stack)
  }
  const full = begin(layers)
  // Each layer alone: for what needs another layer, and for the bounds that all larger stacks take over.
  // Of a large world only those that may better a bound: alone there is less to choose from, and more is found.
  const isOpen = (stack: readonly Discipline[]) => stack.some((one) => !full.bounds.get(one)?.isExact)
  const single = (full.isWhole || wanted.allStacks ? alone : alone.filter(isOpen)).map(begin)
  const stacks = wanted.allStacks
    ? stacksOf(layers)
    : [layers, ...(full.isWhole ? single.map(({ stack }) => stack) : [])]
  const reports = stacks.map((stack) => {
    const own = known.get(stack.join(' '))
    if (!own) wanted.onStack?.(stack)
    // In a world too large to visit, what a smaller stack attains a larger one attains too: the same acts, replayed.
    return own || full.isWhole
      ? reportOf(scenario, factsOf(stack), single)
      : reportOf(scenario, inherited(full, stack), single)
  })
  return {
    id: scenario.id,
    version: scenario.version,
    stacks: reports,
    findings: findingsOf(scenario, full, single),
    undecided: full.isWhole ? [] : undecidedOf(full),
  }
}

const inherited = (full: Facts, stack: readonly Discipline[]): Facts => ({
  ...full,
  stack,
  worlds: [],
  states: 0,
  transitions: 0,
  frontier: full.frontier,
  runs: 0,
  reached: new Map([...full.reached].filter(([, { goal }]) => goal.kind === 'ending')),
  bounds: new Map(),
})

function reportOf(scenario: Scenario, facts: Facts, single: readonly Facts[]): StackReport {
  const { stack, worlds } = facts
  const bounds = stack.map((discipline) => {
    const own = facts.bounds.get(discipline)
    const alone = single.find((one) => one.stack[0] === discipline)?.bounds.get(discipline)
    return [discipline, checked(scenario, stack, discipline, facts.isWhole ? [own] : [own, alone])] as const
  })
  const counts: Record<string, number> = {}
  const choices: number[] = []
  for (const [n, world] of worlds.entries()) {
    const { chart } = (facts.casts[n] as Facts['casts'][number]).tables
    const words = chart.world.index.get(chart.world.focus.role)?.variable.words ?? []
    for (const [value, count] of world.behaviours.entries())
      if (count) counts[words[value] ?? ''] = (counts[words[value] ?? ''] ?? 0) + count
    for (const [possible, count] of world.choices.entries())
      if (count) choices[possible] = (choices[possible] ?? 0) + count
  }
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    layers: stack,
    states: facts.states,
    transitions: facts.transitions,
    bounded: !facts.isWhole,
    frontier: facts.frontier,
    runs: facts.runs,
    bounds: Object.fromEntries(bounds),
    endings: [...facts.reached.values()].flatMap(({ goal, witness }) =>
      goal.kind === 'ending' && witness ? { id: goal.ending, acts: witness.acts.length, witness } : [],
    ),
    behaviours: Object.fromEntries(Object.entries(counts).map(([word, count]) => [word, count / total])),
    choices: middleOf(choices),
    weights: weightsOf(facts),
  }
}

/** The variables of every cast. What another layer adds is not of this stack, though its facts were taken over. */
function weightsOf({ casts, stack }: Facts): readonly Weight[] {
  const values = new Map<string, number>()
  for (const { tables } of casts)
    for (const { name, kind, owner, min, max } of tables.chart.world.variables)
      if (kind !== 'derived' && max > min && (!owner || stack.includes(owner))) values.set(name, max - min + 1)
  return [...values].map(([name, count]) => ({ name, values: count })).sort((a, b) => b.values - a.values)
}

function middleOf(counts: readonly number[]): number | null {
  const total = counts.reduce((sum, count) => sum + (count ?? 0), 0)
  let below = 0
  for (const [value, count] of counts.entries()) {
    below += count ?? 0
    if (total > 0 && below * 2 >= total) return value
  }
  return null
}

/** Bounds of a discipline in a stack: the best of what is known, each run replayed and scored as a trainee's would be. */
function checked(
  scenario: Scenario,
  stack: readonly Discipline[],
  discipline: Discipline,
  known: readonly (Bounds | undefined)[],
): Bounds {
  const all = known.filter((one) => one !== undefined)
  const replayed = (run: Witness | undefined, said: number | null) => {
    if (!run || said === null) return undefined
    const witness: Witness = { ...run, setup: { ...run.setup, stack } }
    const { percent } = scoreOf(replayOf(scenario, witness), discipline)
    if (percent !== said)
      throw new Error(`A run of "${scenario.id}" earns ${percent} % in ${discipline}, and not ${said} % as computed.`)
    return { witness, percent }
  }
  const low = all.filter(({ min }) => min !== null).sort((a, b) => (a.min as number) - (b.min as number))[0]
  const high = all.filter(({ max }) => max !== null).sort((a, b) => (b.max as number) - (a.max as number))[0]
  const [min, max] = [replayed(low?.minRun, low?.min ?? null), replayed(high?.maxRun, high?.max ?? null)]
  const proved = all[0]?.proved ?? [0, 100]
  return {
    min: min?.percent ?? null,
    max: max?.percent ?? null,
    proved,
    isExact: min?.percent === proved[0] && max?.percent === proved[1],
    minRun: min?.witness,
    maxRun: max?.witness,
  }
}

/** Goals that no run reached, and outcomes that no run had, where nothing was proved. */
function undecidedOf(facts: Facts): readonly string[] {
  const { goals, reached, impossible } = facts
  const unseen = [
    ...goals.map((goal) => ({ key: keyOf(goal), criterion: undefined })),
    ...criteriaOf(facts).flatMap(({ id }) =>
      [true, false].map((isMet) => ({ key: outcomeKey(id, isMet), criterion: { id, isMet } })),
    ),
  ].filter((wish) => !isSeen({ reached }, wish))
  return unseen.flatMap(({ key }) => (impossible.has(key) ? [] : key))
}
