import type { Discipline } from '#core/scenario'
import { noticed, watchersOf } from '../exact.ts'
import type { PlayedRun } from '../player.ts'
import { randomNumbers } from '../probe.ts'
import { actOf, type TimedAct } from '../schedule.ts'
import type { Event } from '../tables.ts'
import type { Aim } from './aim.ts'

/** Runs that are played for one bound of one discipline, and how many of the best are kept. */
const PLAYS = 1500
const KEPT = 40
/** Time between two acts in a hurry, and at leisure, ms: timers are outrun by the one and run out in the other. */
const HURRY_MS = 400
const LEISURE_MS = [1000, 2000, 5000, 9000, 13_000, 21_000, 31_000]

type Rated = PlayedRun & { /** points from the goal */ readonly loss: number }

/**
 * Looks further for a bound where leaving out and planning came to rest in a run that no single change betters. A few
 * runs are changed at random, and one that is no worse than those that are kept takes the place of the oldest of them: so the
 * search also drifts among equals, and finds what takes two changes at once, such as a hurry in which a criterion never
 * comes to apply. Every run is played; the player keeps the extremes.
 *
 * @param runs runs to begin from, beside the extreme one
 * @param round another round draws other changes
 */
export function wander(
  { player }: Aim,
  discipline: Discipline,
  isWorst: boolean,
  runs: readonly PlayedRun[],
  round: number,
): void {
  const goal = isWorst ? 0 : 100
  const known = () => player.extremes.get(discipline)?.[isWorst ? 'min' : 'max']
  const first = known()
  if (!first || first.percent === goal) return
  const { tables, setups } = player.cast
  const own = watchersOf(player.watchers, discipline)
  const random = randomNumbers(0xb0d + round)
  const listed = new Set(own.flatMap((watcher) => noticed(watcher, tables.moves)))
  const moves = tables.moves.filter(({ act }) => act && act.group !== 'end')
  const telling = moves.filter(({ type, tone }) => listed.has(`${type} ${tone ?? ''}`))
  const anyOf = (events: readonly Event[]) => events[random(events.length)]

  const play = ({ start, steps }: PlayedRun): Rated | undefined => {
    player.begin(start)
    player.plays(steps)
    const done = player.done.filter(({ act }) => act.do !== 'end:session')
    const { outcomes } = player.finishes(player.table.timeMs + HURRY_MS)
    if (outcomes.length === 0) return undefined
    const { percent, fails, points, possible } = player.earns(discipline, outcomes)
    if (percent === undefined || (!isWorst && fails)) return undefined
    // Points and not percent: what comes to apply no more is no nearer to 0 % in percent, and yet on the way there.
    return { start, steps: done, loss: isWorst ? points : possible - points }
  }
  /** One change: acts left out, hurried through, or put in. */
  const changed = ({ start, steps }: PlayedRun): PlayedRun => {
    const at = random(steps.length + 1)
    switch (random(6)) {
      case 0:
        return { start, steps: steps.filter((_, n) => n < at || n > at + random(2)) }
      case 1:
        return { start, steps: steps.slice(0, at) }
      case 2:
        return { start, steps: paced(steps, at, HURRY_MS) }
      case 3: {
        // An act at another time.
        const [moved] = steps.slice(at, at + 1)
        const rest = steps.filter((_, n) => n !== at)
        return moved ? { start, steps: inserted(rest, random(rest.length + 1), moved.act, HURRY_MS) } : { start, steps }
      }
      case 4: {
        // The end of another run.
        const { steps: others } = kept[random(kept.length)] as Rated
        const from = random(others.length + 1)
        const shiftMs = (steps[at - 1]?.timeMs ?? 0) - (others[from - 1]?.timeMs ?? 0)
        const tail = others.slice(from).map((step) => ({ ...step, timeMs: step.timeMs + shiftMs }))
        return { start, steps: [...steps.slice(0, at), ...tail] }
      }
      default: {
        const event = anyOf(random(3) > 0 && telling.length > 0 ? telling : moves)
        if (!event) return { start, steps }
        const waitMs = random(2) === 0 ? HURRY_MS : (LEISURE_MS[random(LEISURE_MS.length)] as number)
        return { start, steps: inserted(steps, at, actOf(event), waitMs) }
      }
    }
  }

  const start = setups.indexOf(first.witness.setup)
  const kept = [{ start, steps: first.witness.acts }, ...runs]
    .flatMap((run) => play(run) ?? [])
    .sort((a, b) => a.loss - b.loss)
    .slice(0, KEPT)
  for (let plays = 0; plays < PLAYS && kept.length > 0 && known()?.percent !== goal; plays++) {
    let run: PlayedRun = kept[random(kept.length)] as Rated
    for (let changes = 1 + random(3); changes > 0; changes--) run = changed(run)
    const rated = play(run)
    if (!rated) continue
    const worst = kept.reduce((most, one) => (one.loss > most.loss ? one : most))
    if (kept.length < KEPT) kept.push(rated)
    else if (rated.loss <= worst.loss) kept.splice(kept.indexOf(worst), 1, rated)
  }
}

/** The acts from a place on, one soon after the other. */
function paced(steps: readonly TimedAct[], from: number, paceMs: number): readonly TimedAct[] {
  const beganMs = steps[from - 1]?.timeMs ?? 0
  return steps.map((step, n) => (n < from ? step : { ...step, timeMs: beganMs + (n - from + 1) * paceMs }))
}

/** One act more; what comes after it comes later by its wait. */
function inserted(steps: readonly TimedAct[], at: number, act: TimedAct['act'], waitMs: number): readonly TimedAct[] {
  const timeMs = (steps[at - 1]?.timeMs ?? 0) + waitMs
  const later = steps.slice(at).map((step) => ({ ...step, timeMs: step.timeMs + waitMs }))
  return [...steps.slice(0, at), { act, timeMs }, ...later]
}
