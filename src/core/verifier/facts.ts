import { type Composition, type Discipline, OUTCOMES, type Scenario } from '#core/scenario'
import { earned, endsOf, exploreWorld, type Limits, noticed, type World, watchersOf } from './exact.ts'
import { type Goal, goalsOf, keyOf } from './goals.ts'
import { Aim } from './plan/aim.ts'
import { stretch } from './plan/bound.ts'
import { impossibleOf } from './plan/impossible.ts'
import { wander } from './plan/wander.ts'
import { isSeen, wishesOf } from './plan/wish.ts'
import { type Extremes, Player } from './player.ts'
import { probe, seedsOf, sow } from './probe.ts'
import { type Cast, castsOf } from './setups.ts'
import { type Watcher, watchersFor } from './watcher.ts'
import type { Witness } from './witness.ts'

/** Least and most that can be attained in a discipline, in percent. */
export type Bounds = {
  /** what a run is known to earn: the least and the most */ readonly min: number | null
  readonly max: number | null
  /** what is proved: no run earns less, none more */ readonly proved: readonly [number, number]
  /** the runs earn exactly what is proved */ readonly isExact: boolean
  readonly minRun: Witness | undefined
  readonly maxRun: Witness | undefined
}
export type Known = { readonly goal: Goal; readonly witness: Witness | undefined }

/** What is known of a scenario with one stack. */
export type Facts = {
  readonly stack: readonly Discipline[]
  readonly casts: readonly Cast[]
  /** every state of every cast was visited: what was not reached cannot be reached */ readonly isWhole: boolean
  readonly worlds: readonly World[]
  /** states of the worlds, and of the worlds with criteria beside them */ readonly states: number
  readonly transitions: number
  readonly frontier: number
  readonly runs: number
  readonly goals: readonly Goal[]
  readonly reached: ReadonlyMap<string, Known>
  /** goals and outcomes (`met …`, `lost …`) that were proved to be out of every run's reach, though not every state was visited */
  readonly impossible: ReadonlySet<string>
  readonly together: ReadonlySet<string>
  /** criteria that are decided before anything can be done, with the outcome */
  readonly atOnce: ReadonlyMap<string, Witness | undefined>
  /** acts that some criterion takes notice of */ readonly noticed: ReadonlySet<string>
  /** critical criteria that every run to an ending of the plot loses */ readonly doomed: ReadonlySet<string>
  readonly bounds: ReadonlyMap<Discipline, Bounds>
}

export type Effort = Limits & {
  /** runs that are played of each stack where the world is too large to be visited */ readonly runs: number
}

/** Times that a bound of a layer alone is stretched and wandered from, at most. */
const ROUNDS = 3
/** Runs that are played of each cast at least. */
const LEAST_RUNS = 40

/** Gathers what is known: by visiting every state where the budget allows, else by playing. */
export function gather(scenario: Scenario, stack: readonly Discipline[], effort: Effort): Facts {
  const casts = castsOf(scenario, stack)
  const worlds: World[] = []
  for (const cast of casts) {
    worlds.push(exploreWorld(cast, effort))
    // Where one is too large they all are: the rest is not even begun.
    if (worlds.at(-1)?.frontier !== 0) break
  }
  const isWhole = worlds.every(({ frontier }) => frontier === 0)
  const reached = new Map<string, Known>()
  const learn = (entries: Iterable<readonly [string, Known]>) => {
    for (const [key, known] of entries) if (!reached.get(key)?.witness) reached.set(key, known)
  }
  for (const world of worlds) learn(world.reached)
  const share = { ...effort, runs: Math.max(LEAST_RUNS, Math.round(effort.runs / casts.length)) }
  const attained = new Set<string>()
  const parts = casts.map((cast) =>
    isWhole ? judge(cast, effort, learn) : play(cast, share, reached, learn, attained),
  )
  const sum = (
    of: (one: { readonly states: number; readonly transitions: number; readonly frontier: number }) => number,
  ) => [...worlds, ...parts].reduce((total, one) => total + of(one), 0)
  const goals = new Map(casts.flatMap(({ tables }) => goalsOf(tables)).map((goal) => [keyOf(goal), goal]))
  return {
    stack,
    casts,
    isWhole: isWhole && parts.every(({ frontier }) => frontier === 0),
    worlds,
    states: sum(({ states }) => states),
    transitions: sum(({ transitions }) => transitions),
    frontier: sum(({ frontier }) => frontier),
    runs: parts.reduce((total, { runs }) => total + runs, 0),
    goals: [...goals.values()],
    reached,
    impossible: impossibleIn(parts),
    together: new Set(parts.flatMap(({ together }) => [...together])),
    noticed: new Set(parts.flatMap(({ noticed: acts }) => [...acts])),
    atOnce: new Map(casts.flatMap((cast) => atOnce(cast))),
    doomed: everyOf(parts),
    bounds: new Map(
      stack.map((discipline) => [discipline, joined(parts.flatMap(({ bounds }) => bounds.get(discipline) ?? []))]),
    ),
  }
}

type Part = {
  readonly states: number
  readonly transitions: number
  readonly frontier: number
  readonly runs: number
  readonly together: ReadonlySet<string>
  readonly noticed: ReadonlySet<string>
  readonly doomed: ReadonlySet<string>
  readonly criteria: ReadonlySet<string>
  readonly bounds: ReadonlyMap<Discipline, Bounds>
  /** wishes of this cast, and those that no run of it grants */ readonly wished?: readonly string[]
  readonly impossible?: ReadonlySet<string>
}
type Learn = (entries: Iterable<readonly [string, Known]>) => void

/** Each criterion beside the world, alone: a sum and no product. Disciplines as a whole, for their bounds. */
function judge(cast: Cast, effort: Effort, learn: Learn): Part {
  const watchers = watchersFor(cast.tables)
  const { stack } = cast.tables.chart.world.composition
  const total = { states: 0, transitions: 0, frontier: 0 }
  const count = (found: typeof total) => {
    total.states += found.states
    total.transitions += found.transitions
    total.frontier += found.frontier
  }
  const together = new Set<string>()
  const doomed = new Set<string>()
  const bounds = new Map<Discipline, Bounds>()
  const pair = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const note = (own: readonly Watcher[], outcomes: readonly number[], witness: () => Witness | undefined) => {
    const is = (n: number, ...words: readonly string[]) => words.includes(OUTCOMES[outcomes[n] as number] as string)
    for (const [n, { criterion }] of own.entries()) {
      const goal: Goal = { kind: 'outcome', criterion: criterion.id, outcome: OUTCOMES[outcomes[n] as number]! }
      learnOnce(goal, witness)
      if (is(n, 'met'))
        for (const [m, other] of own.entries())
          if (m !== n && is(m, 'met', 'not-applicable')) together.add(pair(criterion.id, other.criterion.id))
    }
  }
  const known = new Set<string>()
  const learnOnce = (goal: Goal, witness: () => Witness | undefined) => {
    const key = keyOf(goal)
    if (known.has(key)) return
    known.add(key)
    learn([[key, { goal, witness: witness() }]])
  }
  for (const watcher of watchers) {
    const found = endsOf(cast, [watcher], effort)
    count(found)
    for (const end of found.ends) note([watcher], end.outcomes, end.witness)
    const authored = found.ends.filter(({ ending }) => ending !== 'stopped')
    const { criterion } = watcher
    if (criterion.critical && authored.length > 0 && authored.every(({ outcomes }) => isLost(outcomes[0] as number)))
      doomed.add(criterion.id)
  }
  for (const discipline of stack) {
    const own = watchersOf(watchers, discipline)
    const found = endsOf(cast, own, effort)
    count(found)
    for (const end of found.ends) note(own, end.outcomes, end.witness)
    bounds.set(discipline, boundsOf(own, found))
  }
  for (const [n, a] of watchers.entries())
    for (const b of watchers.slice(n + 1)) {
      if (together.has(pair(a.criterion.id, b.criterion.id))) continue
      const found = endsOf(cast, [a, b], effort)
      count(found)
      for (const end of found.ends) note([a, b], end.outcomes, end.witness)
      if (found.frontier > 0) together.add(pair(a.criterion.id, b.criterion.id))
    }
  const acts = new Set(watchers.flatMap((watcher) => noticed(watcher, cast.tables.moves)))
  return {
    ...total,
    runs: 0,
    together,
    noticed: acts,
    doomed,
    criteria: new Set(watchers.map(({ criterion }) => criterion.id)),
    bounds,
  }
}

const isLost = (outcome: number): boolean => ['missed', 'violated'].includes(OUTCOMES[outcome] as string)

/** Ends whose runs are tried before it is said that the bound is not known exactly. */
const TRIES = 40

function boundsOf(own: readonly Watcher[], { ends, frontier }: ReturnType<typeof endsOf>): Bounds {
  const scored = ends.flatMap((end) => {
    const { percent, fails } = earned(own, end)
    return percent === undefined ? [] : { end, percent, fails }
  })
  const upwards = [...scored].sort((a, b) => a.percent - b.percent)
  const downwards = scored.filter(({ fails }) => !fails).sort((a, b) => b.percent - a.percent)
  const first = (list: typeof scored) => {
    for (const { end, percent } of list.slice(0, TRIES)) {
      const witness = end.witness()
      if (witness) return { percent, witness }
    }
    return undefined
  }
  const [low, high] = [first(upwards), first(downwards)]
  const isWhole = frontier === 0
  const proved: readonly [number, number] = [
    isWhole ? (upwards[0]?.percent ?? 0) : 0,
    isWhole ? (downwards[0]?.percent ?? 0) : 100,
  ]
  return {
    min: low?.percent ?? null,
    max: high?.percent ?? null,
    proved,
    isExact: isWhole && low?.percent === upwards[0]?.percent && high?.percent === downwards[0]?.percent,
    minRun: low?.witness,
    maxRun: high?.witness,
  }
}

/** Where the world is too large: runs. A bound is exact where a run attains what no run can pass, 0 or 100. */
function play(
  cast: Cast,
  { runs, goesOn }: Effort,
  reached: ReadonlyMap<string, Known>,
  learn: Learn,
  /** bounds of 0 % and 100 % that were seen with other people: `discipline min` */ attained: Set<string>,
): Part {
  const player = new Player(cast)
  const corpus = sow(player, seedsOf(cast))
  const shipped = [...corpus]
  probe(player, corpus, runs, goesOn && (() => goesOn(0, 0)))
  const aim = new Aim(player)
  // What other people showed already is not looked for again.
  const wishes = wishesOf(aim.model)
  const unseen = wishes.filter((wish) => !isSeen(player, wish))
  const impossible = impossibleOf(aim.model, cast.starts, unseen)
  aim.reaches(
    unseen.filter((wish) => !impossible.has(wish.key) && !isSeen({ reached }, wish)),
    shipped,
  )
  const { stack } = cast.tables.chart.world.composition
  // With more layers there is more to choose from and less is found: what stays open is looked for in the layer alone.
  const rounds = stack.length > 1 ? 1 : ROUNDS
  for (const discipline of stack)
    for (const isWorst of [true, false]) {
      const key = `${discipline} ${isWorst ? 'min' : 'max'}`
      if (attained.has(key)) continue
      const isAttained = () =>
        player.extremes.get(discipline)?.[isWorst ? 'min' : 'max']?.percent === (isWorst ? 0 : 100)
      // Each begins where the other came to rest.
      for (let round = 0; round < rounds && !isAttained(); round++) {
        stretch(aim, discipline, isWorst)
        if (stack.length === 1) wander(aim, discipline, isWorst, corpus, round)
      }
      if (isAttained()) attained.add(key)
    }
  learn(player.reached)
  const bounds = [...player.extremes].map(([discipline, { min, max }]: readonly [Discipline, Extremes]) => {
    const bound: Bounds = {
      min: min?.percent ?? null,
      max: max?.percent ?? null,
      proved: [0, 100],
      isExact: min?.percent === 0 && max?.percent === 100,
      minRun: min?.witness,
      maxRun: max?.witness,
    }
    return [discipline, bound] as const
  })
  return {
    states: 0,
    transitions: player.acts,
    frontier: 0,
    runs: player.runs,
    together: player.together(),
    noticed: new Set(),
    doomed: new Set(),
    criteria: new Set(),
    bounds: new Map(bounds),
    wished: wishes.map(({ key }) => key),
    impossible,
  }
}

function joined(bounds: readonly Bounds[]): Bounds {
  const low = bounds.filter(({ min }) => min !== null).sort((a, b) => (a.min as number) - (b.min as number))[0]
  const high = bounds.filter(({ max }) => max !== null).sort((a, b) => (b.max as number) - (a.max as number))[0]
  const proved: readonly [number, number] = [
    Math.min(...bounds.map((one) => one.proved[0])),
    Math.max(...bounds.map((one) => one.proved[1])),
  ]
  return {
    min: low?.min ?? null,
    max: high?.max ?? null,
    proved: bounds.length > 0 ? proved : [0, 100],
    isExact: low?.min === proved[0] && high?.max === proved[1],
    minRun: low?.minRun,
    maxRun: high?.maxRun,
  }
}

/** What is impossible with every cast that could do it. */
function impossibleIn(parts: readonly Part[]): ReadonlySet<string> {
  const all = new Set(parts.flatMap(({ impossible }) => [...(impossible ?? [])]))
  for (const { wished = [], impossible } of parts) for (const key of wished) if (!impossible?.has(key)) all.delete(key)
  return all
}

/** Criteria that are doomed in every cast that has them. */
const everyOf = (parts: readonly Part[]): ReadonlySet<string> =>
  new Set(
    parts
      .flatMap(({ doomed }) => [...doomed])
      .filter((id) => parts.every(({ doomed, criteria }) => doomed.has(id) || !criteria.has(id))),
  )

/** Every criterion of a stack, whichever variation it is for. */
export function criteriaOf({ casts }: Facts): Composition['criteria'] {
  const all = casts.flatMap(({ tables }) => tables.chart.world.composition.criteria)
  return [...new Map(all.map((criterion) => [criterion.id, criterion])).values()]
}

/** Criteria that the beginning itself decides. */
function atOnce({ tables, starts, setups }: Cast): readonly (readonly [string, Witness | undefined])[] {
  return watchersFor(tables).flatMap((watcher) =>
    starts.every(({ values, before }) => {
      const vector = Uint8Array.from([...values, ...before])
      return watcher.isDecided(
        watcher.next(watcher.initial, tables.begin, { vector, choose: () => 0, notes: undefined }),
      )
    })
      ? [[watcher.criterion.id, { setup: setups[0]!, acts: [], endMs: 0 }] as const]
      : [],
  )
}
