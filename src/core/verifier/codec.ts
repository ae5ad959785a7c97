import type { Slice } from './slice.ts'
import type { Stepper } from './stepper.ts'
import type { Region, Tables } from './tables.ts'
import type { Watcher } from './watcher.ts'

/** States a watcher may have, in bits: `order` remembers which steps were seen, `count` how many. */
const WATCHER_BITS = { order: 15, count: 6 } as Readonly<Record<string, number>>
const OTHER_WATCHER_BITS = 5

/** Where one part of a state is found: `(words[word] >>> shift) & mask`. */
export type Field = { readonly word: number; readonly shift: number; readonly mask: number }

/** How a state of a slice is packed into a few 32-bit words: values, running timers, watchers' states. */
export class Codec {
  readonly words: number
  readonly values: readonly (Field & { readonly index: number })[]
  readonly timers: readonly (Field & { readonly timer: number })[]
  readonly watched: readonly Field[]
  /** fields of values and timers by their numbers; none where the slice does not keep them */
  readonly fieldOf: readonly (Field | undefined)[]
  readonly timerOf: readonly (Field | undefined)[]

  constructor(tables: Tables, slice: Slice, watchers: readonly Watcher[]) {
    let word = 0
    let used = 0
    const field = (bits: number): Field => {
      if (used + bits > 32) {
        word++
        used = 0
      }
      const made = { word, shift: used, mask: 2 ** bits - 1 }
      used += bits
      return made
    }
    const bitsOf = (size: number) => Math.max(1, 32 - Math.clz32(size - 1))
    const kept = [...slice.kept].flatMap((is, index) => (is ? index : []))
    this.values = kept.map((index) => ({ ...field(bitsOf(tables.sizes[index] as number)), index }))
    this.timers = tables.timers.flatMap(({ region }, timer) => {
      const { at } = tables.regions[region] as Region
      return at < 0 || slice.kept[at] ? { ...field(1), timer } : []
    })
    this.watched = watchers.map(({ criterion }) => field(WATCHER_BITS[criterion.kind] ?? OTHER_WATCHER_BITS))
    this.words = word + 1
    const fields: Field[] = []
    for (const one of this.values) fields[one.index] = one
    this.fieldOf = fields
    const timers: Field[] = []
    for (const one of this.timers) timers[one.timer] = one
    this.timerOf = timers
  }

  /** Writes the stepper's state, and that of the watchers, to `into[at…]`. */
  pack({ vector, pending }: Stepper, watched: Int32Array, into: Int32Array, at: number): void {
    for (let word = 0; word < this.words; word++) into[at + word] = 0
    for (let n = 0; n < this.values.length; n++) {
      const { word, shift, index } = this.values[n] as Codec['values'][number]
      into[at + word] = (into[at + word] as number) | ((vector[index] as number) << shift)
    }
    for (let n = 0; n < this.timers.length; n++) {
      const { word, shift, timer } = this.timers[n] as Codec['timers'][number]
      if (pending[timer]) into[at + word] = (into[at + word] as number) | (1 << shift)
    }
    for (let n = 0; n < this.watched.length; n++) {
      const { word, shift, mask } = this.watched[n] as Field
      const state = watched[n] as number
      if (state > mask) throw new Error('A watcher has more states than its field holds.')
      into[at + word] = (into[at + word] as number) | (state << shift)
    }
  }

  /** Reads a state back; what the slice does not keep is left as it is. */
  unpack(from: Int32Array, at: number, vector: Uint8Array, pending: Uint8Array, watched: Int32Array): void {
    for (let n = 0; n < this.values.length; n++) {
      const { word, shift, mask, index } = this.values[n] as Codec['values'][number]
      vector[index] = ((from[at + word] as number) >>> shift) & mask
    }
    for (let n = 0; n < this.timers.length; n++) {
      const { word, shift, timer } = this.timers[n] as Codec['timers'][number]
      pending[timer] = ((from[at + word] as number) >>> shift) & 1
    }
    for (let n = 0; n < this.watched.length; n++) {
      const { word, shift, mask } = this.watched[n] as Field
      watched[n] = ((from[at + word] as number) >>> shift) & mask
    }
  }
}
