import { Codec, type Field } from './codec.ts'
import { UNKNOWN } from './learned.ts'
import { IMPOSSIBLE, LOOPS, Macrosteps, RESTS, type StepKind } from './macrosteps.ts'
import { Notes } from './notes.ts'
import type { Slice } from './slice.ts'
import { Stepper } from './stepper.ts'
import type { Place } from './table-run.ts'
import type { Event, Tables, Timer } from './tables.ts'
import { Trail } from './trail.ts'
import { Visited } from './visited.ts'
import type { Watcher } from './watcher.ts'

/** A move as a number: acts come first, then timers that fire, then windows of watchers that run out. */
export type Move =
  | { readonly kind: 'act'; readonly event: Event }
  | { readonly kind: 'timer'; readonly timer: number }
  | { readonly kind: 'late'; readonly watcher: number }

/** What is told on the way. */
export type Visitor = {
  /** a search begins, perhaps again: what was told before no longer holds */ readonly onStart?: () => void
  /**
   * A step was done that differs from every one before in what it read, or may differ. Called right after the step; what
   * it reads through the stepper counts as read by the step. Who wants it is shown every act of every state.
   */
  readonly onKind?: (from: number, move: number, stepper: Stepper) => void
  /** a step was done; `to` is −1 when it led to no state of rest */
  readonly onStep?: (from: number, move: number, to: number) => void
  /** a session can end like this */ readonly onEnd?: (state: number, watched: Int32Array, stepper: Stepper) => void
  /** all moves of a state were done */ readonly onDone?: (state: number) => void
}

export type Explored = {
  readonly slice: Slice
  readonly states: number
  readonly transitions: number
  /** states whose moves were not looked at any more; 0 when everything was */ readonly frontier: number
  readonly bytes: number
  /** moves from a start to a state, and the number of that start */
  readonly pathTo: (state: number) => { readonly start: number; readonly moves: readonly Move[] }
  /** value of a variable that the slice keeps */ readonly valueOf: (state: number, index: number) => number
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
/** Where a step leads: to no state of rest, or to one that must be looked for. */
const NOWHERE = -1
const UNSEEN = -2

/** Visits every state of a slice, breadth first. */
export function explore({ tables, slice, starts, watchers = [], visitor = {}, budget, goesOn }: Job): Explored {
  const stepper = new Stepper(tables, slice)
  const codec = new Codec(tables, slice, watchers)
  const { words: width } = codec
  const { moves, timers, n } = tables
  const lateFrom = moves.length + timers.length
  const most = lateFrom + watchers.length
  const visited = new Visited(width, most)
  /** where the moves of one state lead: packed, by which move, and the state if it is known */
  const next = new Int32Array(most * width)
  const nextBy = new Int32Array(most)
  const nextTo = new Int32Array(most)
  let nexts = 0
  const known = new Macrosteps(codec, lateFrom)
  const notes = new Notes(slice.kept)
  const watched = new Int32Array(watchers.length)
  const base = new Uint8Array(n).fill(UNKNOWN)
  const basePending = new Uint8Array(timers.length)
  const baseWatched = new Int32Array(watchers.length)
  const trail = new Trail()
  let transitions = 0
  let isFull = false
  const plot = codec.fieldOf[tables.chart.world.plot]

  /** Takes in one of the states that were packed. */
  const put = (from: number, move: number, at: number): number => {
    if (isFull) return NOWHERE
    const found = visited.add(next, at)
    if (found < 0) return ~found
    trail.put(found, from, move)
    isFull = visited.count >= budget
    return found
  }
  const pack = () => codec.pack(stepper, watched, next, nexts * width)
  const leads = (move: number, to: number) => {
    nextBy[nexts] = move
    nextTo[nexts++] = to
  }
  /** Takes in where all moves of a state lead. */
  const flush = (from: number) => {
    visited.look(next, nexts)
    for (let at = 0; at < nexts; at++) {
      const move = nextBy[at] as number
      let to = nextTo[at] as number
      if (to === UNSEEN) to = put(from, move, at)
      else if (isFull) to = NOWHERE
      transitions++
      if (move < lateFrom) visitor.onStep?.(from, move, to)
    }
    nexts = 0
  }
  const load = () => {
    stepper.vector.fill(UNKNOWN, n)
    stepper.vector.set(base)
    stepper.pending.set(basePending)
    watched.set(baseWatched)
  }
  const hearing = [...moves, ...timers.map(({ event }) => event)].map((event) => heardBy(event, watchers))
  /** acts that may lead somewhere: surely so, or when a watcher that hears them takes notice */
  const tried = moves.flatMap((event, move) => {
    const heard = hearing[move] as readonly number[]
    const isSure = visitor.onKind !== undefined || stepper.concerns(event)
    return isSure || heard.length > 0 ? { move, event, heard, isSure } : []
  })
  const told = (event: Event, by: readonly number[]) => {
    for (const w of by) watched[w] = (watchers[w] as Watcher).next(watched[w] as number, event, stepper)
  }
  const reads: Field[] = []
  const writes: Field[] = []
  /** Does a step that is not known, with everything unpacked. Where it led is packed with the next states. */
  const does = (from: number, move: number, event: Event): StepKind => {
    const isWanted = known.wants(move)
    if (!isUnpacked) {
      codec.unpack(visited.words, from * width, base, basePending, baseWatched)
      isUnpacked = true
    }
    load()
    notes.begin()
    stepper.notes = isWanted ? notes : undefined
    if (move >= moves.length) {
      stepper.pending[move - moves.length] = 0
      notes.clocks(move - moves.length)
    }
    const heard = hearing[move] as readonly number[]
    let kind: StepKind = IMPOSSIBLE
    if (stepper.isPossible(event)) {
      stepper.step(event)
      kind = stepper.looped ? LOOPS : RESTS
      if (kind === RESTS) told(event, heard)
      visitor.onKind?.(from, move, stepper)
    }
    stepper.notes = undefined
    if (kind === RESTS) pack()
    if (isWanted) {
      reads.length = 0
      writes.length = 0
      for (const w of heard) {
        reads.push(codec.watched[w] as Field)
        writes.push(codec.watched[w] as Field)
      }
      for (const index of notes.read) reads.push(codec.fieldOf[index] as Field)
      for (const index of notes.written) writes.push(codec.fieldOf[index] as Field)
      for (const timer of notes.timers) if (codec.timerOf[timer]) writes.push(codec.timerOf[timer])
      known.learn(move, visited.words, from * width, reads, kind, next, nexts * width, writes)
    }
    return kind
  }
  const goes = (from: number, move: number, event: Event): void => {
    const leaf = known.find(move, visited.words, from * width)
    const kind = leaf < 0 ? does(from, move, event) : known.kindOf(leaf)
    if (kind === IMPOSSIBLE) return
    if (kind === LOOPS) leads(move, NOWHERE)
    else if (leaf < 0 || known.apply(leaf, visited.words, from * width, next, nexts * width)) leads(move, UNSEEN)
    else leads(move, from)
  }
  const valueAt = (field: Field | undefined, state: number): number =>
    field ? ((visited.words[state * width + field.word] as number) >>> field.shift) & field.mask : UNKNOWN

  visitor.onStart?.()
  for (const [start, place] of starts.entries()) {
    for (let index = 0; index < n; index++) base[index] = slice.kept[index] ? (place.values[index] as number) : UNKNOWN
    basePending.fill(0)
    for (const { timer } of place.due) if (codec.timerOf[timer]) basePending[timer] = 1
    baseWatched.fill(0)
    load()
    for (let index = 0; index < n; index++)
      if (slice.kept[index]) stepper.vector[n + index] = place.before[index] as number
    told(tables.begin, [...watchers.keys()])
    pack()
    visited.look(next, 1)
    const first = isFull ? NOWHERE : visited.add(next, 0)
    if (first < 0) continue
    trail.begin(first, start)
    isFull = visited.count >= budget
  }
  /** whether `base` and the rest hold the state whose moves are done */ let isUnpacked = false
  const isRunning = (timer: number): boolean => valueAt(codec.timerOf[timer], state) === 1
  let state = 0
  for (; state < visited.count && !isFull; state++) {
    if (state % ASK_EVERY === ASK_EVERY - 1 && goesOn && !goesOn(visited.count, transitions)) break
    isUnpacked = false
    if (tables.isEnding[valueAt(plot, state)]) {
      if (visitor.onEnd) {
        codec.unpack(visited.words, state * width, base, basePending, baseWatched)
        load()
        visitor.onEnd(state, watched, stepper)
      }
      continue
    }
    for (let n = 0; n < tried.length; n++) {
      const { move, event, heard, isSure } = tried[n] as (typeof tried)[number]
      if (isSure || stirs(event, heard)) goes(state, move, event)
    }
    for (let timer = 0; timer < timers.length; timer++)
      if ((!codec.timerOf[timer] || isRunning(timer)) && stepper.mayFire(timer, isRunning))
        goes(state, moves.length + timer, (timers[timer] as Timer).event)
    for (let w = 0; w < watchers.length; w++) {
      const watcher = watchers[w] as Watcher
      const now = valueAt(codec.watched[w], state)
      if (!watcher.runsClock(now) || watcher.lateOf(now) >= watcher.limitsMs.length) continue
      codec.unpack(visited.words, state * width, base, basePending, baseWatched)
      load()
      watched[w] = watcher.later(now, watcher.lateOf(now) + 1)
      pack()
      leads(lateFrom + w, UNSEEN)
    }
    flush(state)
    visitor.onDone?.(state)
  }

  /** Whether an act that no region of the slice answers is noticed by a watcher. */
  function stirs(event: Event, heard: readonly number[]): boolean {
    for (const w of heard) if (!(watchers[w] as Watcher).ignores(valueAt(codec.watched[w], state), event)) return true
    return false
  }
  const moveOf = (move: number): Move =>
    move < moves.length
      ? { kind: 'act', event: moves[move] as Event }
      : move < moves.length + timers.length
        ? { kind: 'timer', timer: move - moves.length }
        : { kind: 'late', watcher: move - moves.length - timers.length }
  return {
    slice,
    states: visited.count,
    transitions,
    frontier: visited.count - state,
    bytes: visited.bytes + trail.bytes,
    pathTo: (to) => {
      const { start, moves } = trail.back(to)
      return { start, moves: moves.map(moveOf) }
    },
    valueOf: (of, index) => valueAt(codec.fieldOf[index], of),
    moveOf,
  }
}

const heardBy = (event: Event, watchers: readonly Watcher[]): readonly number[] =>
  watchers.flatMap((watcher, w) => (watcher.hears(event) ? w : []))
