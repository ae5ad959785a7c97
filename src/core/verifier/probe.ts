import { walkthroughRecords } from '#core/scoring'
import type { Act, Header } from '#core/session'
import type { PlayedRun, Player } from './player.ts'
import type { Cast } from './setups.ts'
import type { Event } from './tables.ts'

/** Waits between two acts, ms: most are short; some let a window or a timer run out. */
const WAITS_MS = [500, 500, 1000, 2000, 2000, 2000, 5000, 9000, 13_000, 21_000, 31_000, 76_000, 91_000]
const MOST_ACTS = 90

/** Plays the given runs, and every start with nothing done. Returns those runs as they could be played. */
export function sow(player: Player, seeds: readonly PlayedRun[]): PlayedRun[] {
  return [...seeds, ...player.cast.starts.map((_, start) => ({ start, steps: [] }))].map(({ start, steps }) => {
    player.begin(start)
    player.plays(steps)
    player.finishes(player.table.timeMs + 2000)
    return { start, steps: [...player.done] }
  })
}

/**
 * Changes runs at random, again and again, keeping those that reach something new. Everything it reports has been
 * played; what it does not find may still exist.
 *
 * @param corpus runs to begin from; grows
 * @param runs how many runs are played
 */
export function probe(player: Player, corpus: PlayedRun[], runs: number, goesOn?: () => boolean): void {
  const { table, counts } = player
  const { tables, starts } = player.cast
  const random = randomNumbers(0x5eed)
  const end = tables.moveOf('end:session', undefined)
  const groups = [...new Set(tables.moves.map(({ act }) => act?.group))].flatMap((group) =>
    group === 'end' ? [] : [tables.moves.filter(({ act }) => act?.group === group)],
  )
  const randomAct = (timeMs: number): void => {
    player.advance(timeMs)
    if (random(2) === 0 && !table.hasEnded) {
      // What was seldom done leads to what was seldom seen.
      let least = Number.MAX_VALUE
      let rare: Event[] = []
      for (const event of tables.moves) {
        const count = counts[event.id] as number
        if (event === end || count > least + 1 || !table.canDo(event)) continue
        if (count < least) {
          least = count
          rare = rare.filter(({ id }) => (counts[id] as number) <= least + 1)
        }
        rare.push(event)
      }
      const event = rare[random(Math.max(1, rare.length))]
      if (event) player.does(event, timeMs)
      return
    }
    for (let tries = 0; tries < 30 && !table.hasEnded; tries++) {
      const group = groups[random(groups.length)] as readonly Event[]
      const event = group[random(group.length)] as Event
      if (table.canDo(event)) {
        player.does(event, timeMs)
        return
      }
    }
  }
  for (let run = 0; run < runs && (run % 64 !== 63 || !goesOn || goesOn()); run++) {
    // Late comers to the corpus reached something that few runs reach.
    const pick = random(3) === 0 ? random(corpus.length) : Math.max(0, corpus.length - 1 - random(24))
    const { start: from, steps } = corpus[pick] as PlayedRun
    const known = player.reached.size
    player.begin(random(6) === 0 ? random(starts.length) : from)
    const cut = random(steps.length + 1)
    const resumes = random(2) === 0 ? cut : cut + random(4)
    let shiftMs = 0
    player.plays(steps.slice(0, cut))
    for (let extra = 1 + random(5); extra > 0 && !table.hasEnded && player.done.length < MOST_ACTS; extra--) {
      const waitMs = WAITS_MS[random(WAITS_MS.length)] as number
      shiftMs += waitMs
      randomAct(table.timeMs + waitMs)
    }
    if (random(4) > 0)
      for (const { act, timeMs } of steps.slice(resumes)) {
        const event = tables.moveOf(act.do, act.tone)
        if (table.hasEnded || player.done.length >= MOST_ACTS) break
        if (event) player.does(event, Math.max(table.timeMs + 500, timeMs + shiftMs))
      }
    const { isNew } = player.finishes(table.timeMs + (WAITS_MS[random(6)] as number))
    if (isNew || player.reached.size > known) corpus.push({ start: player.start, steps: [...player.done] })
  }
}

/** The walkthroughs of a scenario that fit a cast, as runs to begin from. */
export function seedsOf({ tables, setups }: Cast): readonly PlayedRun[] {
  const { scenario } = tables.chart.world.composition
  return Object.values(scenario.walkthroughs).flatMap((walkthrough): readonly PlayedRun[] => {
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
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) % below
  }
}
