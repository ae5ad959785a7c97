import { type Discipline, OUTCOMES } from '#core/scenario'
import { walkthroughRecords } from '#core/scoring'
import type { Act, Header } from '#core/session'
import { earned, watchersOf } from './exact.ts'
import type { Goal } from './goals.ts'
import { Observer } from './observer.ts'
import { actOf, type TimedAct } from './schedule.ts'
import type { Cast } from './setups.ts'
import { TableRun } from './table-run.ts'
import type { Event } from './tables.ts'
import { watchersFor } from './watcher.ts'
import { Watching } from './watching.ts'
import type { SetupOf, Witness } from './witness.ts'

/** Best and worst that was seen of a discipline. */
export type Extreme = { readonly percent: number; readonly witness: Witness }
export type Extremes = { min?: Extreme; max?: Extreme }
export type Probed = {
  readonly reached: Map<string, { readonly goal: Goal; readonly witness: Witness }>
  readonly extremes: Map<Discipline, Extremes>
  /** `a b`: in one session both were met, or one met and the other did not apply */ readonly together: Set<string>
  readonly acts: number
  readonly runs: number
}

type Run = { readonly start: number; readonly steps: readonly TimedAct[] }

/** Waits between two acts, ms: most are short; some let a window or a timer run out. */
const WAITS_MS = [500, 500, 1000, 2000, 2000, 2000, 5000, 9000, 13_000, 21_000, 31_000, 76_000, 91_000]
const MOST_ACTS = 90

/**
 * Looks for runs instead of states: the shipped walkthroughs, changed again and again, keeping those that reach
 * something new. Everything it reports has been played; what it does not find may still exist.
 *
 * @param runs how many runs are played
 */
export function probe(
  { tables, starts, setups }: Cast,
  seeds: readonly Run[],
  runs: number,
  goesOn?: () => boolean,
): Probed {
  const { chart } = tables
  const watchers = watchersFor(tables)
  const watching = new Watching(watchers)
  const table = new TableRun(tables)
  const random = randomNumbers(0x5eed)
  const reached: Probed['reached'] = new Map()
  const extremes: Probed['extremes'] = new Map()
  const together = new Set<string>()
  const stack = chart.world.composition.stack
  const byDiscipline = stack.map((discipline) => {
    const own = watchersOf(watchers, discipline)
    return { discipline, own, numbers: own.map((watcher) => watchers.indexOf(watcher)) }
  })
  const groups = [...new Set(tables.moves.map(({ act }) => act?.group))].flatMap((group) =>
    group === 'end' ? [] : [tables.moves.filter(({ act }) => act?.group === group)],
  )
  const end = tables.moveOf('end:session', undefined)
  const counts = new Int32Array(tables.moves.length + tables.timers.length + 4096)
  let done: TimedAct[] = []
  let start = 0
  let fresh: string[] = []
  let acts = 0
  const now = (): Witness => ({
    setup: setups[start] as SetupOf,
    acts: [...done],
    endMs: Math.max(done.at(-1)?.timeMs ?? 0, table.timeMs),
  })
  const observer = new Observer(tables, (key, goal) => {
    fresh.push(key)
    reached.set(key, { goal, witness: now() })
  })
  const tell = (event: Event, stepper: TableRun['stepper'], atMs: number) => {
    watching.tell(event, stepper, atMs)
    observer.step(event, stepper)
  }
  const begin = (from: number) => {
    start = from
    done = []
    table.goTo(starts[from]!)
    watching.reset()
    watching.tell(tables.begin, table.stepper, 0)
    observer.step(tables.begin, table.stepper)
    observer.affords(table.stepper)
  }
  /** Does an act at a moment if it can be done then. */
  const does = (event: Event, timeMs: number): boolean => {
    table.advance(timeMs, tell)
    if (!table.canDo(event)) return false
    done.push({ act: actOf(event), timeMs })
    acts++
    counts[event.id] = (counts[event.id] as number) + 1
    table.does(event, tell)
    if (!table.hasEnded) observer.affords(table.stepper)
    return true
  }
  const randomAct = (timeMs: number): void => {
    table.advance(timeMs, tell)
    if (random(2) === 0 && !table.hasEnded) {
      // What was seldom done leads to what was seldom seen.
      const possible = tables.moves.filter((event) => event !== end && table.canDo(event))
      const seldom = possible.reduce((least, event) => Math.min(least, counts[event.id] as number), Number.MAX_VALUE)
      const rare = possible.filter((event) => (counts[event.id] as number) <= seldom + 1)
      const event = rare[random(Math.max(1, rare.length))]
      if (event) does(event, timeMs)
      return
    }
    for (let tries = 0; tries < 30 && !table.hasEnded; tries++) {
      const group = groups[random(groups.length)] as readonly Event[]
      const event = group[random(group.length)] as Event
      if (table.canDo(event)) {
        does(event, timeMs)
        return
      }
    }
  }
  /** Notes what the session came to. Returns whether it was the best or worst so far. */
  const closes = (): boolean => {
    if (!table.hasEnded) return false
    const outcomes = watching.outcomes(table.stepper).map((outcome) => OUTCOMES.indexOf(outcome))
    observer.ended(watchers, outcomes)
    const met: string[] = []
    const kept: string[] = []
    for (const [n, { criterion }] of watchers.entries()) {
      const outcome = OUTCOMES[outcomes[n] as number]
      if (outcome === 'met') met.push(criterion.id)
      if (outcome === 'met' || outcome === 'not-applicable') kept.push(criterion.id)
    }
    const before = together.size
    for (const a of met) for (const b of kept) together.add(a < b ? `${a} ${b}` : `${b} ${a}`)
    let isExtreme = together.size > before
    for (const { discipline, own, numbers } of byDiscipline) {
      const { percent, fails } = earned(own, { outcomes: numbers.map((n) => outcomes[n] as number) })
      if (percent === undefined) continue
      const known: Extremes = extremes.get(discipline) ?? {}
      extremes.set(discipline, known)
      if (percent < (known.min?.percent ?? 101)) {
        known.min = { percent, witness: now() }
        isExtreme = true
      }
      if (!fails && percent > (known.max?.percent ?? -1)) {
        known.max = { percent, witness: now() }
        isExtreme = true
      }
    }
    return isExtreme
  }
  const finishes = (timeMs: number): boolean => {
    if (!table.hasEnded && end) does(end, timeMs)
    return closes()
  }

  const corpus: Run[] = []
  const keeps = (isNew: boolean) => {
    if (isNew || fresh.length > 0) corpus.push({ start, steps: [...done] })
    fresh = []
  }
  for (const seed of [...seeds, ...starts.map((_, from) => ({ start: from, steps: [] }))]) {
    begin(seed.start)
    for (const { act, timeMs } of seed.steps) {
      const event = tables.moveOf(act.do, act.tone)
      if (event) does(event, timeMs)
    }
    const isNew = finishes(table.timeMs + 2000)
    corpus.push({ start, steps: [...done] })
    keeps(isNew)
  }
  let run = 0
  for (; run < runs && (run % 64 !== 63 || !goesOn || goesOn()); run++) {
    // Late comers to the corpus reached something that few runs reach.
    const pick = random(3) === 0 ? random(corpus.length) : Math.max(0, corpus.length - 1 - random(24))
    const { start: from, steps } = corpus[pick] as Run
    begin(random(6) === 0 ? random(starts.length) : from)
    const cut = random(steps.length + 1)
    const resumes = random(2) === 0 ? cut : cut + random(4)
    let shiftMs = 0
    for (const { act, timeMs } of steps.slice(0, cut)) {
      const event = tables.moveOf(act.do, act.tone)
      if (event) does(event, timeMs)
    }
    for (let extra = 1 + random(5); extra > 0 && !table.hasEnded && done.length < MOST_ACTS; extra--) {
      const waitMs = WAITS_MS[random(WAITS_MS.length)] as number
      shiftMs += waitMs
      randomAct(table.timeMs + waitMs)
    }
    if (random(4) > 0)
      for (const { act, timeMs } of steps.slice(resumes)) {
        const event = tables.moveOf(act.do, act.tone)
        if (table.hasEnded || done.length >= MOST_ACTS) break
        if (event) does(event, Math.max(table.timeMs + 500, timeMs + shiftMs))
      }
    keeps(finishes(table.timeMs + (WAITS_MS[random(6)] as number)))
  }
  return { reached, extremes, together, acts, runs: run + seeds.length + starts.length }
}

/** The walkthroughs of a scenario that fit a cast, as runs to begin from. */
export function seedsOf({ tables, setups }: Cast): readonly Run[] {
  const { scenario } = tables.chart.world.composition
  return Object.values(scenario.walkthroughs).flatMap((walkthrough): readonly Run[] => {
    const start = setups.findIndex(({ variation, personas }) => {
      const wanted = walkthrough.personas ?? {}
      return (
        variation === (walkthrough.variation ?? 'none') &&
        Object.keys({ ...wanted, ...personas }).every(
          (role) =>
            (wanted[role] ?? scenario.data.cast[role]?.personas[0]) ===
            (personas[role] ?? scenario.data.cast[role]?.personas[0]),
        )
      )
    })
    const records = walkthroughRecords(walkthrough, {} as Header, (id) => tables.chart.actById.has(id))
    return [
      {
        // A walkthrough of other people is still a good beginning: what cannot be done is passed over.
        start: Math.max(0, start),
        steps: records.flatMap((record) =>
          record.kind === 'act' ? { act: record.act as Act, timeMs: record.timeMs } : [],
        ),
      },
    ]
  })
}

/** Whole numbers from 0 to below a limit, always the same ones: a check must say the same twice. */
function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
