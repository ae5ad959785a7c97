import { type Discipline, OUTCOMES } from '#core/scenario'
import type { Mark, PlayedRun } from '../player.ts'
import type { TimedAct } from '../schedule.ts'
import type { Aim } from './aim.ts'
import { allOf } from './formula.ts'
import { outcomeFormula } from './outcome.ts'
import { outcomeWish } from './wish.ts'

/** Runs that are tried for one bound of one discipline. */
const TRIES = 120
const LOOKS = 6

type Told = {
  /** states before each act */ readonly marks: readonly Mark[]
  /** for each criterion, the act that moved it last */ readonly moved: readonly number[]
  readonly outcomes: readonly number[]
}

/**
 * Makes the worst run of a discipline worse, or its best better, criterion by criterion: by an act left out that decided
 * one, or by a plan put in before it was decided or before the end. Every run is played; the player keeps the extremes.
 */
export function stretch(aim: Aim, discipline: Discipline, isWorst: boolean): void {
  const { player, model } = aim
  const goal = isWorst ? 0 : 100
  const { criteria } = model.tables.chart.world.composition
  const all = [...criteria.keys()].filter((n) => criteria[n]?.owner === discipline)
  const known = () => player.extremes.get(discipline)?.[isWorst ? 'min' : 'max']
  let tries = 0
  const tryRun = ({ start, steps }: PlayedRun): void => {
    tries++
    player.begin(start)
    player.plays(steps)
    player.finishes(player.table.timeMs + 1000)
  }
  for (let last: number | undefined; known() && known()?.percent !== last && known()?.percent !== goal; ) {
    last = known()?.percent
    const { setup, acts } = known()!.witness
    const start = player.cast.setups.findIndex((one) => one === setup)
    const steps = withoutEnd(acts)
    const { marks, moved, outcomes } = tell(aim, { start, steps })
    const own = all
      .map((n) => ({ criterion: criteria[n]!, n }))
      .filter(({ n }) => isAmiss(outcomes[n] ?? 0, isWorst))
      .sort((a, b) => (b.criterion.weight ?? 1) - (a.criterion.weight ?? 1))
    for (const { criterion, n } of own) {
      const wish = outcomeWish(model, criterion, !isWorst)
      const at = moved[n] as number
      if (at >= 0) {
        const { do: id } = (steps[at] as TimedAct).act
        tryRun({ start, steps: steps.filter((_, step) => step !== at) })
        if (known()?.percent !== last) break
        tryRun({ start, steps: steps.filter(({ act }) => act.do !== id) })
        if (known()?.percent !== last) break
      }
      const end = marks.length - 1
      const first = Math.max(0, at)
      for (const from of new Set([end, first, first + 1, (first + end) >> 1, (first + 3 * end) >> 2])) {
        const mark = marks[from]
        if (!mark || tries > TRIES) continue
        tries++
        if (!aim.reach(wish, [{ mark, distance: 0, depth: 0 }], LOOKS)) continue
        const head = withoutEnd(player.done)
        const shiftMs = Math.max(0, (head.at(-1)?.timeMs ?? 0) - (steps[from - 1]?.timeMs ?? 0))
        tryRun({
          start,
          steps: [...head, ...steps.slice(from).map((step) => ({ ...step, timeMs: step.timeMs + shiftMs }))],
        })
        if (known()?.percent !== last) break
      }
      if (known()?.percent !== last || tries > TRIES) break
      // All that is amiss already, and this one too, by one plan.
      const rest = all.filter((one) => one === n || isDone(outcomes[one] ?? 0, isWorst))
      const formula = allOf(...rest.map((one) => outcomeFormula(model, criteria[one]!, !isWorst)))
      for (const mark of [marks[first], marks[0]]) {
        if (!mark || tries > TRIES) continue
        tries++
        aim.reach({ ...wish, formula }, [{ mark, distance: 0, depth: 0 }], 4 * LOOKS)
        if (known()?.percent !== last) break
      }
      if (known()?.percent !== last || tries > TRIES) break
    }
    if (tries > TRIES) return
  }
}

const isAmiss = (outcome: number, isWorst: boolean): boolean => {
  const word = OUTCOMES[outcome]
  return isWorst ? word === 'met' || word === 'partly' : word !== 'met' && word !== 'not-applicable'
}

const isDone = (outcome: number, isWorst: boolean): boolean =>
  OUTCOMES[outcome] !== 'not-applicable' && !isAmiss(outcome, isWorst)

/** Plays a run and notes where each criterion was moved last. */
function tell({ player }: Aim, { start, steps }: PlayedRun): Told {
  player.begin(start)
  const marks: Mark[] = []
  const states = () => player.watchers.map((_, n) => player.watching.stateOf(n))
  const moved = player.watchers.map(() => -1)
  let before = states()
  for (const [n, step] of steps.entries()) {
    marks.push(player.mark())
    player.plays([step])
    const after = states()
    for (const [watcher, state] of after.entries()) if (state !== before[watcher]) moved[watcher] = n
    before = after
    if (player.table.hasEnded) break
  }
  if (!player.table.hasEnded) marks.push(player.mark())
  return { marks, moved, outcomes: player.finishes(player.table.timeMs + 1000).outcomes }
}

const withoutEnd = (steps: readonly TimedAct[]): readonly TimedAct[] =>
  steps.filter(({ act }) => act.do !== 'end:session')
