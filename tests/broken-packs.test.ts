import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DIAGNOSTIC_CODES, type PackFiles, parseScenario } from '#core/scenario'
import { chartFor } from '#core/session'
import { tinyPack, tinyScenario, tinyWith, tinyWithFolder } from './fixtures/tiny-pack.ts'
import { tinyHeader } from './fixtures/tiny-session.ts'

/**
 * A broken pack: files laid over the tiny pack, and the one diagnostic they give. What would be dull to store is made:
 * `grow` pads a file with comments to so many bytes, `copies` adds so many files of rules.
 */
type Expectation = {
  readonly code: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly grow?: Readonly<Record<string, number>>
  readonly copies?: number
}

const BROKEN = join(import.meta.dirname, 'fixtures/broken')
const names = readdirSync(BROKEN).sort()

function packOf(folder: string, { grow = {}, copies = 0 }: Expectation): PackFiles {
  const files = { ...tinyWithFolder(folder) }
  for (const [path, bytes] of Object.entries(grow)) files[path] = (files[path] ?? '').padEnd(bytes, '# padding\n')
  for (let n = 0; n < copies; n++) files[`rules/copy-${n}.yaml`] = files['rules/test.yaml'] ?? ''
  return files
}

describe('broken packs', () => {
  it('the tiny pack they are made from is whole', () => {
    const parsed = parseScenario(tinyPack, 'tiny')
    expect(parsed.ok ? [] : parsed.diagnostics).toEqual([])
    expect(tinyWith({ 'tiny/scenario.yaml': null })).not.toHaveProperty('tiny/scenario.yaml')
  })

  it('whatever act the chart has may be named in a walkthrough', () => {
    const { acts } = chartFor(tinyScenario(), tinyHeader())
    const steps = acts.map(({ id }) => `  - { do: '${id}' }\n`).join('')
    const files = tinyWith({ 'tiny/walkthroughs/all.yaml': `simcell: 1\nname: all\nstack: all\nsteps:\n${steps}` })
    const parsed = parseScenario(files, 'tiny')
    expect(parsed.ok ? [] : parsed.diagnostics).toEqual([])
  })

  it('a layer that the scenario does not name is told of', () => {
    const parsed = parseScenario(tinyWith({ 'tiny/layers/magic.yaml': 'simcell: 1\n' }), 'tiny')
    expect(parsed.ok ? [] : parsed.diagnostics).toMatchObject([{ code: 'E005', file: 'tiny/layers/magic.yaml' }])
  })

  it('English is there, and every text says something', () => {
    const english = tinyPack['tiny/text/en.yaml'] ?? ''
    const told = (files: PackFiles) => {
      const parsed = parseScenario(files, 'tiny')
      return parsed.ok ? [] : parsed.diagnostics.map(({ code, file, line }) => ({ code, file, line }))
    }
    const missing = { code: 'E006', file: 'tiny/text/en.yaml', line: 0 }
    expect(told(tinyWith({ 'tiny/text/et.yaml': english, 'tiny/text/en.yaml': null }))).toContainEqual(missing)
    const empty = english.replace(/^title: .*$/m, 'title: " "')
    expect(told(tinyWith({ 'tiny/text/en.yaml': empty }))).toEqual([
      { code: 'E007', file: 'tiny/text/en.yaml', line: empty.split('\n').indexOf('title: " "') + 1 },
    ])
  })

  it('there is one for every code, named after it', () => {
    expect(names).toEqual(Object.entries(DIAGNOSTIC_CODES).map(([code, name]) => `${code}-${name}`))
  })

  for (const name of names)
    it(`${name} gives exactly this`, () => {
      const folder = join(BROKEN, name)
      const expected: Expectation = JSON.parse(readFileSync(join(folder, 'expect.json'), 'utf8'))
      const parsed = parseScenario(packOf(folder, expected), 'tiny')
      const found = (parsed.ok ? parsed.warnings : parsed.diagnostics).map(({ code, file, line, column }) => ({
        code,
        file,
        line,
        column,
      }))
      const { code, file, line, column } = expected
      expect(found).toEqual([{ code, file, line, column }])
    })
})
