import type { Codec, Field } from './codec.ts'

/** A move that cannot be made in a state, a step that never comes to rest, and one that does. */
export const IMPOSSIBLE = 0
export const LOOPS = 1
export const RESTS = 2
export type StepKind = typeof IMPOSSIBLE | typeof LOOPS | typeof RESTS

/** Steps after which it is looked whether remembering a move is worth while. */
const TRIAL = 256
/** Cells of all trees together, at most. */
const MOST_CELLS = 1 << 25

/**
 * Whole steps of a search, remembered on packed states: what a move read of the state it began in is a path of its
 * decision tree, and the leaf says which bits are then replaced by which. What one state taught serves every other that
 * agrees with it on that path, without a value being unpacked. A move that reads so much that hardly any two states
 * agree is remembered no longer.
 *
 * Layout of `nodes`: a node is a field's word, shift, mask, number of cells, and one cell per value; a cell is another
 * node (positive), the complement of a leaf (negative), or 0 where no step has been yet. Node 0 is unused.
 */
export class Macrosteps {
  private nodes = new Int32Array(1024)
  private used = 1
  private readonly roots: Int32Array
  /** for each leaf and each word of a state: bits that stay, and bits that are set */
  private leaves = new Int32Array(1024)
  private readonly kinds: StepKind[] = []
  private readonly hits: Int32Array
  private readonly misses: Int32Array

  /** @param moves number of moves */
  constructor(
    private readonly codec: Codec,
    moves: number,
  ) {
    this.roots = new Int32Array(moves)
    this.hits = new Int32Array(moves)
    this.misses = new Int32Array(moves)
  }

  /** The leaf of a move from a packed state, or −1 when no such step was remembered. */
  find(move: number, words: Int32Array, at: number): number {
    const { nodes } = this
    let cell = this.roots[move] as number
    while (cell > 0) {
      const word = words[at + (nodes[cell] as number)] as number
      const value = (word >>> (nodes[cell + 1] as number)) & (nodes[cell + 2] as number)
      if (value >= (nodes[cell + 3] as number)) return -1
      cell = nodes[cell + 4 + value] as number
    }
    if (cell === 0) return -1
    this.hits[move]!++
    return ~cell
  }

  /** Whether a step that was not found is to be remembered. */
  wants(move: number): boolean {
    const misses = (this.misses[move] as number) + 1
    this.misses[move] = misses
    return this.used < MOST_CELLS && (misses < TRIAL || (this.hits[move] as number) > 2 * misses)
  }

  kindOf = (leaf: number): StepKind => this.kinds[leaf] as StepKind

  /** Writes the state a leaf leads to; false when it is the very state it began in. */
  apply(leaf: number, words: Int32Array, at: number, into: Int32Array, to: number): boolean {
    const { leaves } = this
    const { words: width } = this.codec
    let changed = false
    for (let word = 0, part = leaf * 2 * width; word < width; word++, part += 2) {
      const was = words[at + word] as number
      const is = (was & (leaves[part] as number)) | (leaves[part + 1] as number)
      into[to + word] = is
      if (is !== was) changed = true
    }
    return changed
  }

  /**
   * Remembers one step from the state at `at`.
   *
   * @param reads fields it read, in order
   * @param kind what became of it
   * @param led where the state it led to is packed, from `to` on, if it came to rest
   * @param writes fields it wrote
   */
  learn(
    move: number,
    words: Int32Array,
    at: number,
    reads: readonly Field[],
    kind: StepKind,
    led: Int32Array,
    to: number,
    writes: readonly Field[],
  ): void {
    const leaf = this.kinds.push(kind) - 1
    this.writeLeaf(leaf, led, kind === RESTS ? to : -1, writes)
    let holder = -1
    for (const field of reads) {
      const value = ((words[at + field.word] as number) >>> field.shift) & field.mask
      let cell = holder < 0 ? (this.roots[move] as number) : (this.nodes[holder] as number)
      const size = cell > 0 ? (this.nodes[cell + 3] as number) : 0
      if (cell < 0 || (cell > 0 && (this.nodes[cell] !== field.word || this.nodes[cell + 1] !== field.shift)))
        throw new Error('A step read something else than it decides by.')
      if (value >= size) {
        cell = this.grown(cell, field, value)
        if (holder < 0) this.roots[move] = cell
        else this.nodes[holder] = cell
      }
      holder = cell + 4 + value
    }
    if (holder < 0) this.roots[move] = ~leaf
    else this.nodes[holder] = ~leaf
  }

  private writeLeaf(leaf: number, led: Int32Array, to: number, writes: readonly Field[]): void {
    const { words: width } = this.codec
    const first = leaf * 2 * width
    if (first + 2 * width > this.leaves.length) this.leaves = lengthened(this.leaves, first + 2 * width)
    const { leaves } = this
    for (let word = 0; word < width; word++) leaves[first + 2 * word] = -1
    if (to < 0) return
    for (const { word, shift, mask } of writes) {
      const part = first + 2 * word
      leaves[part] = (leaves[part] as number) & ~(mask << shift)
    }
    for (let word = 0; word < width; word++) {
      const part = first + 2 * word
      leaves[part + 1] = (led[to + word] as number) & ~(leaves[part] as number)
    }
  }

  /** A node with room for a value; what was known of a smaller one is taken over. */
  private grown(cell: number, { word, shift, mask }: Field, value: number): number {
    const size = Math.min(mask + 1, Math.max(2, 1 << (32 - Math.clz32(value))))
    const made = this.used
    this.used += 4 + size
    if (this.used > this.nodes.length) this.nodes = lengthened(this.nodes, this.used)
    const { nodes } = this
    nodes[made] = word
    nodes[made + 1] = shift
    nodes[made + 2] = mask
    nodes[made + 3] = size
    if (cell > 0) nodes.copyWithin(made + 4, cell + 4, cell + 4 + (nodes[cell + 3] as number))
    return made
  }
}

function lengthened(list: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, list.length * 2))
  larger.set(list)
  return larger
}
