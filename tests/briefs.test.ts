import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { shippedScenario } from './fixtures/packs.ts'

/** docs/briefs.md says where each thing of a brief stands; what it names must exist, and be critical where it says so. */
const [, ...sections] = readFileSync('docs/briefs.md', 'utf8').split(/^## S\d\d /m)

for (const section of sections) {
  const id = section.slice(0, section.indexOf('\n')).trim()
  const named = [...section.matchAll(/`([^`]+)`(\*?)/g)].map(([, name = '', star]) => ({
    name,
    isCritical: star === '*',
  }))
  const { data, layers } = shippedScenario(id)
  const parts = [data, ...Object.values(layers)]
  const criteria = new Map<string, boolean>(
    Object.values(layers).flatMap(({ discipline, criteria }) =>
      criteria.map((one) => [`${discipline}.${one.id}`, one.critical === true] as const),
    ),
  )
  describe(`the brief of ${id}`, () => {
    it('names many things', () => expect(named.length).toBeGreaterThan(30))

    it('names only what is in the pack', () => {
      const known = new Set([
        ...criteria.keys(),
        ...(data.variations ?? []).map((one) => one.id),
        ...parts.flatMap(({ lines = [], deeds = [] }) => [
          ...lines.map((one) => `say:${one.id}`),
          ...deeds.map((one) => `do:${one.id}`),
        ]),
      ])
      expect(named.filter(({ name }) => !known.has(name)).map(({ name }) => name)).toEqual([])
    })

    it('marks as critical what is', () => {
      const wrong = named.filter(({ name, isCritical }) => criteria.has(name) && criteria.get(name) !== isCritical)
      expect(wrong.map(({ name }) => name)).toEqual([])
    })

    it('names every variation', () => {
      const names = new Set(named.map(({ name }) => name))
      expect((data.variations ?? []).map((one) => one.id).filter((one) => !names.has(one))).toEqual([])
    })
  })
}
