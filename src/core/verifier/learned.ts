import type { Values } from '#core/statechart'

/** A value that is not known: the variable lies outside the slice that is looked at. */
export const UNKNOWN = 255

/**
 * Values of every variable, a byte each: first as they are now, then (from index `n` on) as they were before the step.
 * `UNKNOWN` stands where nothing is known.
 */
export type Vector = Uint8Array

/** Picks a value for a variable that is not known, and writes it into the vector. */
export type Choose = (vector: Vector, index: number) => number

/** Most functions turn out to read nothing: they share this. */
const NONE = new Int32Array(1)

/** Thrown to leave a function as soon as it reads anything. */
const READS = Symbol('reads')

/** Reads `values[index]` for the function that is being learned. */
type Read = (index: number) => number

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

  /**
   * @param sizes number of values of each variable, now and before
   * @param call the function; reads only through what it is given
   */
  constructor(
    private readonly sizes: Uint8Array,
    private readonly call: (read: Read) => Leaf,
  ) {}

  /** The function's answer for a vector, as a number of a leaf. */
  indexFor(vector: Vector, choose: Choose): number {
    let cell = this.root
    while (cell > 0) {
      const at = this.nodes[cell] as number
      let value = vector[at] as number
      if (value === UNKNOWN) value = choose(vector, at)
      cell = this.nodes[cell + 1 + value] as number
    }
    return cell < 0 ? ~cell : this.learn(vector, choose)
  }

  answer(vector: Vector, choose: Choose): Leaf {
    return this.leaves[this.indexFor(vector, choose)] as Leaf
  }

  /** The answer, if the function gives it without reading anything; known after one call, which is made if need be. */
  constant(): Leaf | undefined {
    if (this.root === 0) {
      let reads = false
      let leaf: Leaf | undefined
      try {
        leaf = this.call(() => {
          reads = true
          throw READS
        })
      } catch (reason) {
        if (reason !== READS) throw reason
      }
      if (reads) return undefined
      this.root = ~(this.leaves.push(leaf as Leaf) - 1)
    }
    return this.root < 0 ? this.leaves[~this.root] : undefined
  }

  private learn(vector: Vector, choose: Choose): number {
    const trace = new Map<number, number>()
    const leaf = this.call((index) => {
      const known = trace.get(index)
      if (known !== undefined) return known
      const now = vector[index] as number
      const value = now === UNKNOWN ? choose(vector, index) : now
      trace.set(index, value)
      return value
    })
    const number = this.leaves.push(leaf) - 1
    let holder = -1
    for (const [index, value] of trace) {
      let cell = holder < 0 ? this.root : (this.nodes[holder] as number)
      if (cell === 0) {
        cell = this.grow(index)
        if (holder < 0) this.root = cell
        else this.nodes[holder] = cell
      } else if (this.nodes[cell] !== index)
        throw new Error('A learned function read something else than it decides by.')
      holder = cell + 1 + value
    }
    if (holder < 0) this.root = ~number
    else this.nodes[holder] = ~number
    return number
  }

  private grow(index: number): number {
    const cell = this.used
    this.used += 1 + (this.sizes[index] as number)
    if (this.used > this.nodes.length) {
      const larger = new Int32Array(Math.max(this.used, this.nodes.length * 2, 16))
      larger.set(this.nodes)
      this.nodes = larger
    }
    this.nodes[cell] = index
    return cell
  }
}

/** A change of one variable that a traced function made. */
export type Change = readonly [index: number, value: number]
type Overlay = ReadonlyMap<number, number>

/**
 * Values as compiled functions take them: an array that tells every read. A copy (`slice`) can be written to and
 * remembers what was written, so that `write` of the statechart runs on it unchanged.
 */
export function tracedValues(length: number, read: Read): Values {
  return traced(length, read, new Map())
}

/** What was written to a copy of traced values; nothing when they are the very values that were handed in. */
export const changesIn = (values: Values): readonly Change[] => [...(overlays.get(values) ?? [])]

const overlays = new WeakMap<object, Overlay>()

function traced(length: number, read: Read, written: Overlay): Values {
  const overlay = new Map(written)
  const values = new Proxy([] as number[], {
    get: (target, key) => {
      if (key === 'length') return length
      if (key === 'slice') return () => traced(length, read, overlay)
      const index = typeof key === 'string' ? Number(key) : Number.NaN
      if (!Number.isInteger(index)) return Reflect.get(target, key)
      return overlay.get(index) ?? (index >= 0 && index < length ? read(index) : undefined)
    },
    set: (_, key, value: number) => {
      overlay.set(Number(key), value)
      return true
    },
  })
  overlays.set(values, overlay)
  return values
}
