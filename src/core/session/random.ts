/**
 * A number from 0 to below `below`, fixed by the seed and a word: FNV-1a of both, finished as in murmur3.
 * Presentation only (order of lines, choice among equal replies): nothing that is scored depends on it.
 */
export function pick(seed: number, word: string, below: number): number {
  let hash = 0x811c9dc5 ^ (seed | 0)
  for (let n = 0; n < word.length; n++) hash = Math.imul(hash ^ word.charCodeAt(n), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) % below
}

/** The same items in an order fixed by the seed. */
export function shuffled<Item>(items: readonly Item[], seed: number, wordOf: (item: Item) => string): readonly Item[] {
  return items
    .map((item) => ({ item, key: pick(seed, wordOf(item), 0x7fffffff) }))
    .sort((a, b) => a.key - b.key || (wordOf(a.item) < wordOf(b.item) ? -1 : 1))
    .map(({ item }) => item)
}
