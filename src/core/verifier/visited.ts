/** Share of slots that may be taken before the table doubles. */
const FULLEST = 0.6

/**
 * The states seen so far: packed words one after another, found by open addressing. A state is a number, its place in
 * order of discovery, which is also the order of a breadth-first search.
 */
export class Visited {
  words: Int32Array
  private slots: Int32Array
  private mask: number
  count = 0

  constructor(
    private readonly width: number,
    capacity = 1024,
  ) {
    this.words = new Int32Array(width * capacity)
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(capacity / FULLEST)))
    this.mask = this.slots.length - 1
  }

  /** Where the next state is to be written before `add` is called. */
  get end(): number {
    return this.count * this.width
  }

  /** Takes in the state that was written at `end`. Returns its number, or the complement of it when it was known. */
  add(): number {
    const { words, width, slots, mask } = this
    const at = this.count * width
    let slot = hashOf(words, at, width) & mask
    for (let found = slots[slot] as number; found !== 0; found = slots[slot] as number) {
      const other = (found - 1) * width
      let n = 0
      while (n < width && words[other + n] === words[at + n]) n++
      if (n === width) return ~(found - 1)
      slot = (slot + 1) & mask
    }
    slots[slot] = ++this.count
    if ((this.count + 1) * width > words.length) {
      const larger = new Int32Array(words.length * 2)
      larger.set(words)
      this.words = larger
    }
    if (this.count > slots.length * FULLEST) this.rehash()
    return this.count - 1
  }

  private rehash(): void {
    this.slots = new Int32Array(this.slots.length * 2)
    this.mask = this.slots.length - 1
    for (let state = 0; state < this.count; state++) {
      let slot = hashOf(this.words, state * this.width, this.width) & this.mask
      while (this.slots[slot] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot] = state + 1
    }
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
  return (hash ^ (hash >>> 16)) >>> 0
}
