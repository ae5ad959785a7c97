import type { Act } from '#core/session'
import type { Move } from './explore.ts'
import { type Slice, wholeOf } from './slice.ts'
import { Stepper } from './stepper.ts'
import type { Place } from './table-run.ts'
import type { Event, Region, Tables, Timer } from './tables.ts'
import type { Watcher } from './watcher.ts'

/** An act and when it is done. */
export type TimedAct = { readonly act: Act; readonly timeMs: number }
/** Acts with times, and how long the session lasts at least. */
export type Timed = { readonly acts: readonly TimedAct[]; readonly endMs: number }

/** Paces that are tried, ms between two acts: that of a person first. */
const PACES_MS = [2000, 500, 0]

/** `time[to] − time[from] ≤ most` */
type Limit = { readonly from: number; readonly to: number; readonly most: number }

/**
 * Finds moments at which the moves of a path happen in this order and no other: an act before the timers that run then,
 * a timer at its own moment, a window that runs out not before its limit. Differences of moments with limits, solved by
 * shortest ways (Bellman and Ford); timers of regions outside the slice fire as they will. `undefined` when no clock in the world lets this order happen.
 */
export function scheduleOf(
  tables: Tables,
  start: Place,
  moves: readonly Move[],
  watchers: readonly Watcher[] = [],
  slice: Slice = wholeOf(tables),
): Timed | undefined {
  const path = simulate(tables, slice, start, moves, watchers)
  if (!path) return undefined
  for (const paceMs of PACES_MS) {
    const limits = [...path.limits]
    for (let n = 1; n < path.steps.length; n++)
      limits.push({
        from: n,
        to: n - 1,
        most: path.steps[n]?.act && path.steps[n - 1]?.act !== undefined ? -paceMs : 0,
      })
    const times = solve(path.steps.length, limits)
    if (!times) continue
    const acts = path.steps.flatMap(({ act }, n) => (act ? { act: actOf(act), timeMs: times[n] as number } : []))
    return { acts, endMs: times.at(-1) as number }
  }
  return undefined
}

export const actOf = ({ type, tone }: Event): Act => ({ do: type, ...(tone && { tone }) }) as Act

type Step = { readonly act: Event | undefined }

/** Walks the path once and notes what its times must keep to. Step 0 is the beginning, at 0. */
function simulate(tables: Tables, slice: Slice, start: Place, moves: readonly Move[], watchers: readonly Watcher[]) {
  const stepper = new Stepper(tables, slice)
  for (let index = 0; index < tables.n; index++)
    if (slice.kept[index]) {
      stepper.vector[index] = start.values[index] as number
      stepper.vector[tables.n + index] = start.before[index] as number
    }
  const steps: Step[] = [{ act: undefined }]
  const limits: Limit[] = []
  /** timers that run: since which step */ const running = new Map<number, number>()
  for (const { timer } of start.due) {
    const { at } = tables.regions[(tables.timers[timer] as Timer).region] as Region
    if (at >= 0 && !slice.kept[at]) continue
    stepper.pending[timer] = 1
    running.set(timer, 0)
  }
  const msOf = (timer: number) => (tables.timers[timer] as Timer).ms
  const states = watchers.map((watcher) => watcher.next(watcher.initial, tables.begin, stepper))
  const since: (number | undefined)[] = watchers.map((w, n) => (w.runsClock(states[n] as number) ? 0 : undefined))
  for (const move of moves) {
    if (move.kind === 'late') {
      const watcher = watchers[move.watcher] as Watcher
      const state = states[move.watcher] as number
      states[move.watcher] = watcher.later(state, watcher.lateOf(state) + 1)
      continue
    }
    const here = steps.length
    const event = move.kind === 'act' ? move.event : (tables.timers[move.timer] as Timer).event
    if (move.kind === 'act' && !stepper.isPossible(event)) return undefined
    if (move.kind === 'timer') {
      const set = running.get(move.timer)
      if (set === undefined) return undefined
      running.delete(move.timer)
      stepper.pending[move.timer] = 0
      limits.push({ from: set, to: here, most: msOf(move.timer) }, { from: here, to: set, most: -msOf(move.timer) })
      let isEarlier = true
      for (const [timer, other] of running) {
        // Of two that fall due at one moment the one set first fires first: then this one must be strictly earlier.
        isEarlier = other > set || (other === set && timer > move.timer)
        limits.push({ from: other, to: here, most: msOf(timer) - (isEarlier ? 0 : 1) })
      }
    } else for (const [timer, set] of running) limits.push({ from: set, to: here, most: msOf(timer) - 1 })
    for (const [n, watcher] of watchers.entries()) {
      const state = states[n] as number
      const opened = since[n]
      if (opened === undefined || !watcher.runsClock(state)) continue
      const late = watcher.lateOf(state)
      const most = watcher.limitsMs[late]
      if (most !== undefined) limits.push({ from: opened, to: here, most })
      if (late > 0) limits.push({ from: here, to: opened, most: -((watcher.limitsMs[late - 1] as number) + 1) })
    }
    steps.push({ act: move.kind === 'act' ? event : undefined })
    stepper.step(event)
    for (const clock of stepper.clocks) {
      if (clock < 0) running.delete(~clock)
      else {
        running.delete(clock)
        running.set(clock, here)
      }
    }
    for (const [n, watcher] of watchers.entries()) {
      const before = states[n] as number
      const after = watcher.next(before, event, stepper)
      if (!watcher.runsClock(before) && watcher.runsClock(after)) since[n] = here
      states[n] = after
    }
  }
  return { steps, limits }
}

/** Least whole moments from 0 that keep to all limits. */
function solve(count: number, limits: readonly Limit[]): readonly number[] | undefined {
  // time[from] ≥ time[to] − most: the longest way from the beginning is the earliest moment.
  const times = new Array<number>(count).fill(0)
  for (let round = 0; round <= count; round++) {
    let moved = false
    for (const { from, to, most } of limits) {
      const least = (times[to] as number) - most
      if (least > (times[from] as number)) {
        times[from] = least
        moved = true
      }
    }
    if ((times[0] as number) > 0) return undefined
    if (!moved) return times
  }
  return undefined
}
