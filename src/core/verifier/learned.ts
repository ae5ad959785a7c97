import type { Values } from '#core/statechart'
import type { Notes } from './notes.ts'

/** A value that is not known: the variable lies outside the slice that is looked at. */
export const UNKNOWN = 255

/**
 * Values of every variable, a byte each: first as they are now, then (from index `n` on) as they were before the step.
 * `UNKNOWN` stands where nothing is known.
 */
export type Vector = Uint8Array

/** Where functions read. */
export type Source = {
  readonly vector: Vector
  /** the value of what is not known */ readonly choose: (index: number) => number
  /** who notes what is read, if anybody does */ readonly notes: Notes | undefined
}

/** What a traced function wrote: a variable and its value, one after the other. */
export type Changes = readonly number[]

/**
 * What is handed to compiled functions so that they can be learned: the values now and before the step as arrays that
 * note every read. One for all functions of a chart, since they are asked one at a time and none asks another.
 */
export class Trace {
  /** values now, as a function reads them */ readonly now: Values
  /** values before the step */ readonly before: Values
  /** what was read, in order: an index of the vector and its value */
  readonly indices: number[] = []
  readonly values: number[] = []
  private source: Source | undefined
  /** leaves the function as soon as it reads anything */ private leaves = false

  /** @param sizes number of values of each variable, now and before */
  constructor(readonly sizes: Uint8Array) {
    const n = sizes.length / 2
    this.now = tracedValues(n, (index) => this.read(index))
    this.before = tracedValues(n, (index) => this.read(n + index))
  }

  /** Begins the trace of one call. */
  begin(source: Source): void {
    this.source = source
    this.leaves = false
    this.indices.length = 0
    this.values.length = 0
  }

  /** The answer of a function that reads nothing; `READS` when it does read. */
  unread<Leaf>(call: () => Leaf): Leaf | typeof READS {
    this.leaves = true
    try {
      return call()
    } catch (reason) {
      if (reason !== READS) throw reason
      return READS
    }
  }

  private read(index: number): number {
    if (this.leaves) throw READS
    const known = this.indices.indexOf(index)
    if (known >= 0) return this.values[known] as number
    const value = valueIn(this.source as Source, index)
    this.indices.push(index)
    this.values.push(value)
    return value
  }
}

/** Reads one value, and has it noted. */
export function valueIn(source: Source, index: number): number {
  const value = source.vector[index] as number
  if (value === UNKNOWN) return source.choose(index)
  source.notes?.reads(index)
  return value
}

/** Most functions turn out to read nothing: they share this. */
const NONE = new Int32Array(1)
/** Thrown, and said, where a function reads anything. */
const READS = Symbol('reads')

/**
 * A function of the values, learned as it is asked: a decision tree over exactly those variables that the function
 * reads, in the order in which it reads them. The function itself stays the only definition of its meaning: a path of
 * the tree is the trace of one call. It must be a function of what it reads and of nothing else, which holds for
 * everything the chart and the monitors compile.
 *
 * Layout of `nodes`: a node is the index of a variable and one cell per value of it; a cell is another node (positive),
 * the complement of a leaf (negative), or 0 where no call has been yet. Node 0 is unused; the root's cell is `root`.
 */
export class Learned<Leaf> {
  private nodes = NONE
  private used = 1
  private root = 0
  readonly leaves: Leaf[] = []

  /** @param call the function; reads only through the trace */
  constructor(
    private readonly trace: Trace,
    private readonly call: (trace: Trace) => Leaf,
  ) {}

  answer(source: Source): Leaf {
    const { nodes } = this
    const { vector, notes } = source
    let cell = this.root
    while (cell > 0) {
      const at = nodes[cell] as number
      let value = vector[at] as number
      if (value === UNKNOWN) value = source.choose(at)
      else if (notes) notes.reads(at)
      cell = nodes[cell + 1 + value] as number
    }
    return this.leaves[cell < 0 ? ~cell : this.learn(source)] as Leaf
  }

  /** The answer, if the function gives it without reading anything; known after one call, which is made if need be. */
  constant(): Leaf | undefined {
    if (this.root === 0) {
      const leaf = this.trace.unread(() => this.call(this.trace))
      if (leaf === READS) return undefined
      this.root = ~(this.leaves.push(leaf as Leaf) - 1)
    }
    return this.root < 0 ? this.leaves[~this.root] : undefined
  }

  private learn(source: Source): number {
    const { trace } = this
    trace.begin(source)
    const leaf = this.call(trace)
    const number = this.leaves.push(leaf) - 1
    const { indices, values } = trace
    let holder = -1
    for (let n = 0; n < indices.length; n++) {
      const index = indices[n] as number
      let cell = holder < 0 ? this.root : (this.nodes[holder] as number)
      if (cell === 0) {
        cell = this.grow(index)
        if (holder < 0) this.root = cell
        else this.nodes[holder] = cell
      } else if (this.nodes[cell] !== index)
        throw new Error('A learned function read something else than it decides by.')
      holder = cell + 1 + (values[n] as number)
    }
    if (holder < 0) this.root = ~number
    else this.nodes[holder] = ~number
    return number
  }

  private grow(index: number): number {
    const cell = this.used
    this.used += 1 + (this.trace.sizes[index] as number)
    if (this.used > this.nodes.length) {
      const larger = new Int32Array(Math.max(this.used, this.nodes.length * 2, 16))
      larger.set(this.nodes)
      this.nodes = larger
    }
    this.nodes[cell] = index
    return cell
  }
}

/** Reads `values[index]`. */
type Read = (index: number) => number

/**
 * Values as compiled functions take them: an array whose every read is told. A copy (`slice`) can be written to and
 * remembers what was written, so that `write` of the statechart runs on it unchanged.
 */
export const tracedValues = (length: number, read: Read): Values => new Proxy([], new Traced(length, read, undefined))

/** What was written to a copy of traced values; nothing when they are the very values that were handed in. */
export const changesIn = (values: Values): Changes =>
  [...((values as unknown as { readonly [WRITTEN]?: ReadonlyMap<number, number> })[WRITTEN] ?? [])].flat()

/** Asks traced values for what was written to them. */
const WRITTEN = Symbol('written')

class Traced implements ProxyHandler<number[]> {
  constructor(
    private readonly length: number,
    private readonly read: Read,
    private written: Map<number, number> | undefined,
  ) {}

  get(target: number[], key: string | symbol): unknown {
    if (typeof key === 'symbol') return key === WRITTEN ? this.written : Reflect.get(target, key)
    const index = Number(key)
    if (index >= 0 && index < this.length && Number.isInteger(index))
      return this.written?.get(index) ?? this.read(index)
    if (key === 'length') return this.length
    if (key === 'slice') return () => new Proxy([], new Traced(this.length, this.read, new Map(this.written)))
    return Number.isInteger(index) ? this.written?.get(index) : Reflect.get(target, key)
  }

  set(_: number[], key: string | symbol, value: number): boolean {
    this.written ??= new Map()
    this.written.set(Number(key), value)
    return true
  }
}
