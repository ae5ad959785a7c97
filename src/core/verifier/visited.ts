/** Share of slots that may be taken before the table doubles. */
const FULLEST = 0.6

/**
 * The states seen so far: packed words one after another, found by open addressing. A state is a number, its place in
 * order of discovery, which is also the order of a breadth-first search.
 *
 * A slot holds the number of a state plus one, and above it as much of the state's hash as there is room for, so that
 * hardly any other state is ever compared. In a large world the time goes into waiting for memory; so several states
 * are looked for together (`look`), and the processor waits for all of them at once.
 */
export class Visited {
  words: Int32Array
  private slots: Int32Array
  private mask: number
  count = 0
  /** what was looked for: hashes, and what their first slots hold */
  private readonly hashes: Int32Array
  private readonly firsts: Int32Array
  private touched = 0

  /**
   * @param width words of a state
   * @param most states that are looked for together, at most
   */
  constructor(
    private readonly width: number,
    most: number,
    capacity = 1024,
  ) {
    this.words = new Int32Array(width * capacity)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity / FULLEST)))
    this.mask = this.slots.length - 1
    this.hashes = new Int32Array(most)
    this.firsts = new Int32Array(most)
  }

  /** Begins to look for some states, packed one after another. */
  look(states: Int32Array, count: number): void {
    const { words, width, slots, mask, hashes, firsts } = this
    for (let n = 0; n < count; n++) hashes[n] = hashOf(states, n * width, width)
    for (let n = 0; n < count; n++) firsts[n] = slots[(hashes[n] as number) & mask] as number
    let touched = 0
    for (let n = 0; n < count; n++) {
      const state = (firsts[n] as number) & mask
      if (state > 0) touched ^= words[(state - 1) * width] as number
    }
    // Kept, so that no compiler thinks the loop idle.
    this.touched = touched
  }

  /** Takes in the n-th of the states that are looked for. Returns its number, or the complement of it when it was known. */
  add(states: Int32Array, n: number): number {
    const { words, width, slots, mask } = this
    const from = n * width
    const hash = this.hashes[n] as number
    let slot = hash & mask
    for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
      if (((found ^ hash) & ~mask) === 0) {
        const other = ((found & mask) - 1) * width
        let word = 0
        while (word < width && words[other + word] === states[from + word]) word++
        if (word === width) return ~((found & mask) - 1)
      }
      slot = (slot + 1) & mask
    }
    const at = this.count * width
    slots[slot] = (hash & ~mask) | ++this.count
    for (let word = 0; word < width; word++) words[at + word] = states[from + word] as number
    if (at + 2 * width > words.length) {
      const larger = new Int32Array(words.length * 2)
      larger.set(words)
      this.words = larger
    }
    if (this.count > slots.length * FULLEST) this.rehash()
    return this.count - 1
  }

  private rehash(): void {
    const { words, width, count } = this
    const slots = new Int32Array(this.slots.length * 2)
    const mask = slots.length - 1
    for (let state = 0; state < count; state++) {
      const hash = hashOf(words, state * width, width)
      let slot = hash & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = (hash & ~mask) | (state + 1)
    }
    this.slots = slots
    this.mask = mask
  }

  get bytes(): number {
    return this.words.byteLength + this.slots.byteLength
  }
}

/** Murmur3's mixing over a few words. */
function hashOf(words: Int32Array, at: number, width: number): number {
  let hash = 0x9747b28c
  for (let n = 0; n < width; n++) {
    let word = Math.imul(words[at + n] as number, 0xcc9e2d51)
    word = Math.imul((word << 15) | (word >>> 17), 0x1b873593)
    hash ^= word
    hash = Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}
