import { Codec } from './codec.ts'
import { UNKNOWN } from './learned.ts'
import type { Slice } from './slice.ts'
import { Stepper } from './stepper.ts'
import type { Place } from './table-run.ts'
import type { Event, Region, Tables, Timer } from './tables.ts'
import { Visited } from './visited.ts'
import type { Watcher } from './watcher.ts'

/** A move as a number: acts come first, then timers that fire, then windows of watchers that run out. */
export type Move =
  | { readonly kind: 'act'; readonly event: Event }
  | { readonly kind: 'timer'; readonly timer: number }
  | { readonly kind: 'late'; readonly watcher: number }

/** What is told on the way; each is called with the stepper right after the step. */
export type Visitor = {
  /** a search begins, perhaps again: what was told before no longer holds */ readonly onStart?: () => void
  /** a step was done from a state by a move; `to` is −1 when it led to no state of rest */
  readonly onStep?: (from: number, move: number, to: number, stepper: Stepper) => void
  /** an act can be done in a state */
  readonly onPossible?: (state: number, move: number) => void
  /** a session can end like this */ readonly onEnd?: (state: number, watched: Int32Array, stepper: Stepper) => void
  /** all moves of a state were done */
  readonly onDone?: (state: number, groups: readonly Group[]) => void
}
/** Where one move leads from one state; −1: to no state of rest. */
export type Group = { readonly move: number; readonly to: number }

export type Explored = {
  readonly slice: Slice
  readonly states: number
  readonly transitions: number
  /** states whose moves were not looked at any more; 0 when everything was */ readonly frontier: number
  readonly bytes: number
  /** moves from a start to a state, and the number of that start */
  readonly pathTo: (state: number) => { readonly start: number; readonly moves: readonly Move[] }
  readonly depthOf: (state: number) => number
  /** values of a state that the slice keeps; `UNKNOWN` elsewhere */ readonly valuesOf: (state: number) => Uint8Array
  readonly moveOf: (move: number) => Move
}
export type Job = {
  readonly tables: Tables
  readonly slice: Slice
  readonly starts: readonly Place[]
  readonly watchers?: readonly Watcher[]
  readonly visitor?: Visitor
  /** states that may be seen at most */ readonly budget: number
  /** asked now and then; `false` ends the search */ readonly goesOn?: (states: number, transitions: number) => boolean
}

const ASK_EVERY = 4096

/** Visits every state of a slice, breadth first. */
export function explore({ tables, slice, starts, watchers = [], visitor = {}, budget, goesOn }: Job): Explored {
  const stepper = new Stepper(tables, slice)
  const codec = new Codec(tables, slice, watchers)
  const visited = new Visited(codec.words)
  const { moves, timers, n } = tables
  const watched = new Int32Array(watchers.length)
  const base = new Uint8Array(n).fill(UNKNOWN)
  const basePending = new Uint8Array(timers.length)
  const baseWatched = new Int32Array(watchers.length)
  let parents = new Int32Array(1024)
  let by = new Int32Array(1024)
  const noParent = (start: number) => ~start
  let transitions = 0
  let isFull = false
  const plot = tables.chart.world.plot

  const put = (parent: number, move: number): number => {
    if (isFull) return -1
    codec.pack(stepper, watched, visited.words, visited.end)
    const found = visited.add()
    if (found < 0) return ~found
    if (found >= parents.length) {
      parents = doubled(parents)
      by = doubled(by)
    }
    parents[found] = parent
    by[found] = move
    isFull = visited.count >= budget
    return found
  }
  const load = () => {
    stepper.vector.fill(UNKNOWN, n)
    stepper.vector.set(base)
    stepper.pending.set(basePending)
    watched.set(baseWatched)
  }
  const told = (event: Event) => {
    for (let w = 0; w < watchers.length; w++)
      watched[w] = (watchers[w] as Watcher).next(watched[w] as number, event, stepper.vector, stepper.choose)
  }
  const groups: Group[] = []
  const wantsGroups = visitor.onDone !== undefined
  const does = (from: number, move: number, event: Event) => {
    load()
    if (event.possible) {
      if (!stepper.isPossible(event)) return
      visitor.onPossible?.(from, move)
    }
    transitions++
    stepper.step(event)
    let to = -1
    if (!stepper.looped) {
      told(event)
      to = put(from, move)
    }
    if (wantsGroups) groups.push({ move, to })
    visitor.onStep?.(from, move, to, stepper)
  }

  visitor.onStart?.()
  for (const [start, place] of starts.entries()) {
    for (let index = 0; index < n; index++) base[index] = slice.kept[index] ? (place.values[index] as number) : UNKNOWN
    basePending.fill(0)
    for (const { timer } of place.due) {
      const { at } = tables.regions[(timers[timer] as Timer).region] as Region
      if (at < 0 || slice.kept[at]) basePending[timer] = 1
    }
    baseWatched.fill(0)
    load()
    for (let index = 0; index < n; index++)
      if (slice.kept[index]) stepper.vector[n + index] = place.before[index] as number
    told(tables.begin)
    put(noParent(start), -1)
  }
  let state = 0
  for (; state < visited.count && !isFull; state++) {
    if (state % ASK_EVERY === ASK_EVERY - 1 && goesOn && !goesOn(visited.count, transitions)) break
    codec.unpack(visited.words, state * codec.words, base, basePending, baseWatched)
    if (tables.isEnding[base[plot] as number]) {
      if (visitor.onEnd) {
        load()
        visitor.onEnd(state, watched, stepper)
      }
      continue
    }
    groups.length = 0
    for (let move = 0; move < moves.length; move++) {
      const event = moves[move] as Event
      if (!visitor.onPossible && !stepper.concerns(event) && !stirs(event)) continue
      does(state, move, event)
    }
    for (let timer = 0; timer < timers.length; timer++) {
      load()
      if (!stepper.mayFire(timer)) continue
      basePending[timer] = 0
      does(state, moves.length + timer, (timers[timer] as Timer).event)
      basePending[timer] = stepper.tables.timers[timer] && isKept(timer) ? 1 : 0
    }
    for (let w = 0; w < watchers.length; w++) {
      const watcher = watchers[w] as Watcher
      const now = baseWatched[w] as number
      if (!watcher.runsClock(now) || watcher.lateOf(now) >= watcher.limitsMs.length) continue
      load()
      watched[w] = watcher.later(now, watcher.lateOf(now) + 1)
      transitions++
      put(state, moves.length + timers.length + w)
    }
    visitor.onDone?.(state, groups)
  }

  function isKept(timer: number): boolean {
    const { at } = tables.regions[(timers[timer] as Timer).region] as Region
    return at < 0 || slice.kept[at] === 1
  }
  /** Whether an act that no region of the slice answers is noticed by a watcher. */
  function stirs(event: Event): boolean {
    for (let w = 0; w < watchers.length; w++) {
      const now = baseWatched[w] as number
      if (!(watchers[w] as Watcher).ignores(now, event)) return true
    }
    return false
  }
  const moveOf = (move: number): Move =>
    move < moves.length
      ? { kind: 'act', event: moves[move] as Event }
      : move < moves.length + timers.length
        ? { kind: 'timer', timer: move - moves.length }
        : { kind: 'late', watcher: move - moves.length - timers.length }
  const back = (from: number) => {
    const path: number[] = []
    let at = from
    for (; (parents[at] as number) >= 0; at = parents[at] as number) path.push(by[at] as number)
    return { start: ~(parents[at] as number), path: path.reverse() }
  }
  return {
    slice,
    states: visited.count,
    transitions,
    frontier: visited.count - state,
    bytes: visited.bytes + parents.byteLength + by.byteLength,
    pathTo: (to) => {
      const { start, path } = back(to)
      return { start, moves: path.map(moveOf) }
    },
    depthOf: (to) => back(to).path.length,
    valuesOf: (of) => {
      const values = new Uint8Array(n).fill(UNKNOWN)
      codec.unpack(visited.words, of * codec.words, values, basePending, baseWatched)
      return values
    },
    moveOf,
  }
}

const doubled = (list: Int32Array): Int32Array<ArrayBuffer> => {
  const larger = new Int32Array(list.length * 2)
  larger.set(list)
  return larger
}
