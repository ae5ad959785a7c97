import { type Discipline, OUTCOMES, STOPPED } from '#core/scenario'
import { percentOf, scoreDiscipline } from '#core/scoring'
import { exploreCone } from './cone.ts'
import { explore, type Job } from './explore.ts'
import { type Goal, keyOf } from './goals.ts'
import { type Edges, lostStates, timerCycle } from './locks.ts'
import { Observer } from './observer.ts'
import { scheduleOf } from './schedule.ts'
import type { Cast } from './setups.ts'
import { wholeOf } from './slice.ts'
import type { Arrow, Event } from './tables.ts'
import type { Watcher } from './watcher.ts'
import type { Witness } from './witness.ts'

/** How far a search may go, and who is told how far it is. */
export type Limits = { readonly states: number; readonly goesOn?: Job['goesOn'] }

/** A goal that is reached, and how; without a run when no clock lets the shortest one happen. */
export type Reached = ReadonlyMap<string, { readonly goal: Goal; readonly witness: Witness | undefined }>

/** What is wrong with a state or a step, and the run that leads there. */
export type Trouble = {
  readonly kind: 'dead-end' | 'soft-lock' | 'loop'
  /** value of the plot, or the arrow that loops */ readonly plot: number
  readonly arrow: Arrow | undefined
  readonly witness: Witness | undefined
}
/** What is known of the world of one cast: every state was visited, unless `frontier` says otherwise. */
export type World = {
  readonly states: number
  readonly transitions: number
  readonly frontier: number
  readonly reached: Reached
  readonly troubles: readonly Trouble[]
  /** moves that changed, showed or moved a criterion somewhere */ readonly telling: ReadonlySet<string>
  /** states at each behaviour of the focus, by number */ readonly behaviours: readonly number[]
  /** for each number of acts that were possible, how many states had it */ readonly choices: readonly number[]
}

/** Acts that are always possible and lead nowhere: they do not count as something that can be done. */
const IDLE = new Set(['stance', 'silence', 'end'])

/** Visits every state of a world, without its criteria: they watch and do not steer. */
export function exploreWorld({ tables, starts, setups }: Cast, limits: Limits): World {
  const slice = wholeOf(tables)
  const found = new Map<string, { goal: Goal; from: number; move: number }>()
  let here = { from: -1, move: -1 }
  const observer = new Observer(tables, (key, goal) => found.set(key, { goal, ...here }))
  const telling = new Uint8Array(tables.moves.length)
  const edges: Edges = { first: [], to: [], by: [], canAct: [] }
  // Of the state whose moves are being done. The moves of an act, one for each tone, follow one another.
  let firstEdge = 0
  let acts = 0
  let lastAct: Event['act']
  let canAct = false
  const loops = new Map<Arrow, { from: number; move: number }>()
  const { moves, chart, arrows } = tables
  const behaviours: number[] = []
  const choices: number[] = []
  const focusAt = chart.world.index.get(chart.world.focus.role)?.at ?? 0
  const explored = explore({
    tables,
    slice,
    starts,
    budget: limits.states,
    ...(limits.goesOn && { goesOn: limits.goesOn }),
    visitor: {
      onKind: (from, move, stepper) => {
        const event = moves[move]
        here = { from, move: -1 }
        if (event?.act?.group === 'say' || event?.act?.group === 'deed') observer.tell({ kind: 'act', act: event.type })
        here = { from, move }
        if (stepper.looped) {
          const arrow = arrows[stepper.fired.at(-1) ?? 0]
          if (arrow && !loops.has(arrow)) loops.set(arrow, here)
          return
        }
        if (event && stepper.fired.some((arrow) => (arrows[arrow]?.shown.length ?? 0) > 0)) telling[move] = 1
        observer.step(event ?? tables.begin, stepper)
      },
      onStep: (from, move, to) => {
        const act = moves[move]?.act
        if (act && act !== lastAct) acts++
        lastAct = act
        if (act && to >= 0 && to !== from) telling[move] = 1
        canAct ||= !IDLE.has(act?.group ?? 'timer')
        edges.to.push(to)
        edges.by.push(act ? (act.group === 'end' ? 2 : 0) : 1)
      },
      onDone: (state) => {
        edges.first[state] = firstEdge
        edges.canAct[state] = canAct
        choices[acts] = (choices[acts] ?? 0) + 1
        firstEdge = edges.to.length
        acts = 0
        lastAct = undefined
        canAct = false
      },
    },
  })
  edges.first[explored.states] = edges.to.length
  const plotOf = (state: number) => explored.valueOf(state, chart.world.plot)
  for (let state = 0; state < explored.states; state++) {
    const behaviour = explored.valueOf(state, focusAt)
    behaviours[behaviour] = (behaviours[behaviour] ?? 0) + 1
  }
  const witness = (from: number, move: number): Witness | undefined => {
    const { start, moves: path } = from < 0 ? { start: 0, moves: [] } : explored.pathTo(from)
    const timed = scheduleOf(tables, starts[start]!, move < 0 ? path : [...path, explored.moveOf(move)])
    return timed && { ...timed, setup: setups[start]! }
  }
  const reached = new Map(
    [...found].map(([key, { goal, from, move }]) => [key, { goal, witness: witness(from, move) }] as const),
  )
  for (let state = 0; state < Math.min(explored.states, starts.length); state++)
    for (const region of [chart.world.composition.plot, ...chart.world.composition.regions]) {
      const known = chart.world.index.get(region.id)
      const word = known?.variable.words?.[explored.valueOf(state, known.at)]
      const goal: Goal = { kind: 'state', region: region.id, state: word ?? '' }
      if (!reached.has(keyOf(goal))) reached.set(keyOf(goal), { goal, witness: witness(state, -1) })
    }
  const isWhole = explored.frontier === 0
  const troubles: Trouble[] = [...loops].map(([arrow, { from }]) => ({
    kind: 'loop',
    plot: plotOf(from),
    arrow,
    // The step itself never ends, so the run stops before it.
    witness: witness(from, -1),
  }))
  if (isWhole) {
    const stopped = chart.world.variables[chart.world.plot]?.words?.indexOf(STOPPED) ?? -1
    const isAuthored = (state: number) => tables.isEnding[plotOf(state)] === 1 && plotOf(state) !== stopped
    const isEnd = (state: number) => tables.isEnding[plotOf(state)] === 1
    for (const { kind, state } of lostStates(edges, explored.states, isEnd, isAuthored))
      troubles.push({ kind, plot: plotOf(state), arrow: undefined, witness: witness(state, -1) })
    const turning = timerCycle(edges, explored.states)
    if (turning !== undefined)
      troubles.push({ kind: 'loop', plot: plotOf(turning), arrow: undefined, witness: witness(turning, -1) })
  }
  const { states, transitions, frontier } = explored
  return {
    states,
    transitions,
    frontier,
    reached,
    troubles,
    telling: new Set(moves.filter((_, move) => telling[move]).map(idsOf)),
    behaviours,
    choices,
  }
}

/** Acts, with their tones, that a criterion takes notice of in some state; asked after all its states were seen. */
export function noticed(watcher: Watcher, moves: readonly Event[]): readonly string[] {
  return moves
    .filter((event) => Array.from({ length: watcher.count }).some((_, state) => !watcher.ignores(state, event)))
    .map(idsOf)
}

const idsOf = ({ type, tone }: Event): string => `${type} ${tone ?? ''}`

/** Outcomes some criteria can have together at the end of a session: a number in base 5 for each end, with its run. */
export type Ends = {
  readonly states: number
  readonly transitions: number
  readonly frontier: number
  readonly ends: readonly End[]
}
export type End = {
  readonly outcomes: readonly number[]
  readonly ending: string
  readonly witness: () => Witness | undefined
}

/** Every combination of outcomes that some criteria can end with: the world and these criteria, and no others. */
export function endsOf({ tables, starts, setups }: Cast, watchers: readonly Watcher[], limits: Limits): Ends {
  const ends = new Map<string, { outcomes: readonly number[]; ending: string; state: number }>()
  const { chart } = tables
  const explored = exploreCone({
    tables,
    starts,
    watchers,
    budget: limits.states,
    ...(limits.goesOn && { goesOn: limits.goesOn }),
    visitor: {
      onStart: () => ends.clear(),
      onEnd: (state, watched, stepper) => {
        const outcomes = watchers.map((watcher, n) => watcher.close(watched[n] as number, stepper))
        const ending = chart.endings.get(stepper.vector[chart.world.plot] as number) ?? ''
        const key = `${outcomes.join('')} ${ending}`
        if (!ends.has(key)) ends.set(key, { outcomes, ending, state })
      },
    },
  })
  return {
    states: explored.states,
    transitions: explored.transitions,
    frontier: explored.frontier,
    ends: [...ends.values()].map(({ outcomes, ending, state }) => ({
      outcomes,
      ending,
      witness: () => {
        const { start, moves } = explored.pathTo(state)
        const timed = scheduleOf(tables, starts[start]!, moves, watchers, explored.slice)
        return timed && { ...timed, setup: setups[start]! }
      },
    })),
  }
}

/** What one end earns in a discipline. */
export function earned(watchers: readonly Watcher[], { outcomes }: Pick<End, 'outcomes'>) {
  const criteria = watchers.map(({ criterion }) => criterion)
  const verdicts = criteria.map(({ id }, n) => ({ criterion: id as never, outcome: OUTCOMES[outcomes[n] as number]! }))
  const score = scoreDiscipline(criteria, verdicts)
  return { percent: percentOf(score), fails: score.failedBy.length > 0, points: score.earned, possible: score.possible }
}

export const watchersOf = (all: readonly Watcher[], discipline: Discipline): readonly Watcher[] =>
  all.filter(({ criterion }) => criterion.owner === discipline)
