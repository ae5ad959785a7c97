import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDiagnostic, type PackFiles, type Parsed, parseScenario, type Scenario, stacksOf } from '#core/scenario'
import { chartFor, openSession } from '#core/session'
import { tinyPack, tinyWith } from '../fixtures/tiny-pack.ts'
import { tinyHeader } from '../fixtures/tiny-session.ts'
import { UNPRINTABLE, unharmedBy } from './unharmed.ts'
import { HOSTILE_YAML } from './yaml-corpus.ts'

const read = (files: PackFiles): Parsed<Scenario> => unharmedBy(() => parseScenario(files, 'tiny'))

/** Every diagnostic says what, where and the cure, and can be shown anywhere. */
function expectClear(parsed: Parsed<Scenario>): void {
  if (parsed.ok) return
  expect(parsed.diagnostics.length).toBeGreaterThan(0)
  expect(parsed.diagnostics.length).toBeLessThanOrEqual(500)
  for (const diagnostic of parsed.diagnostics) {
    expect(diagnostic.message.length).toBeGreaterThan(5)
    expect(diagnostic.cure.length).toBeGreaterThan(5)
    const shown = formatDiagnostic(diagnostic)
    expect(shown).not.toMatch(UNPRINTABLE)
    expect(shown.length).toBeLessThan(3000)
  }
}

describe('hostile scenario files', () => {
  for (const [name, { file, text, code, line, foundIn = file }] of Object.entries(HOSTILE_YAML))
    it(`refuses ${name} with ${code}`, () => {
      const parsed = read(tinyWith({ [file]: text }))
      expectClear(parsed)
      const found = parsed.ok
        ? []
        : parsed.diagnostics.filter((d) => d.file === foundIn).map((d) => ({ code: d.code, line: d.line }))
      expect(found).toContainEqual({ code, line: line ?? expect.any(Number) })
    })

  it('reads no more of many large files than it can in time', () => {
    const rules = Object.fromEntries(
      Array.from({ length: 150 }, (_, n) => [
        `rules/r${n}.yaml`,
        `${tinyPack['rules/test.yaml']}${'# padding, padding, padding\n'.repeat(9000)}`,
      ]),
    )
    const parsed = read(tinyWith(rules))
    expect(parsed.ok ? [] : parsed.diagnostics.map((d) => d.code)).toContain('E001')
  })

  it('reads 150 languages that say nothing', () => {
    const code = (n: number) => String.fromCharCode(97 + Math.floor(n / 26), 97 + (n % 26))
    const parsed = read(
      tinyWith(Object.fromEntries(Array.from({ length: 150 }, (_, n) => [`tiny/text/${code(n)}.yaml`, 'a: b\n']))),
    )
    expectClear(parsed)
    expect(parsed.ok).toBe(false)
  })

  it('takes file names that are built-ins, or paths out of the folder, for what they are', () => {
    const names = [
      '__proto__',
      'constructor',
      'tiny/__proto__',
      'tiny/layers/constructor.yaml',
      '../x.yaml',
      'tiny/../../x.yaml',
      'tiny/\u202ey.yaml',
    ]
    const parsed = read(
      tinyWith(JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, 'simcell: 1\n']))))),
    )
    expectClear(parsed)
    expect(unharmedBy(() => parseScenario(tinyPack, '__proto__')).ok).toBe(false)
    expect(unharmedBy(() => parseScenario(tinyPack, 'constructor')).ok).toBe(false)
  })
})

describe('any scenario files', () => {
  const path = fc.constantFrom(...Object.keys(tinyPack))
  const compiles = (parsed: Parsed<Scenario>): void => {
    if (!parsed.ok) return
    const [stack = []] = stacksOf(parsed.value.data.layers).slice(-1)
    unharmedBy(() => openSession(tinyHeader(), chartFor(parsed.value, { stack, personas: {}, variation: 'none' })))
  }

  it('never throw, whatever text is in the place of one', () => {
    fc.assert(
      fc.property(
        path,
        fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'binary', maxLength: 300 })),
        (file, text) => expectClear(read(tinyWith({ [file]: text }))),
      ),
      { numRuns: 200 },
    )
  })

  it('never throw, whatever object is in the place of one', () => {
    const value = fc.oneof(fc.object({ maxDepth: 6 }), fc.anything({ maxDepth: 4 }))
    fc.assert(
      fc.property(path, value, (file, object) => {
        const text = writable(object)
        expectClear(read(tinyWith({ [file]: text })))
      }),
      { numRuns: 200 },
    )
  })

  it('never throw, whatever signs of YAML are strung together', () => {
    const sign = fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '? ',
      ': ',
      '{',
      '}',
      '[',
      ']',
      ',',
      '\n',
      '\n  ',
      '\n    ',
      "'",
      '"',
      '&a ',
      '*a',
      '!t ',
      '!!map ',
      '|\n',
      '>-\n',
      '#',
      '%',
      '---\n',
      '...\n',
      '\t',
      '<<: ',
      '~',
      '\u0000',
      '\u2028',
      '__proto__: ',
    )
    fc.assert(
      fc.property(path, fc.array(sign, { maxLength: 60 }), (file, signs) =>
        expectClear(read(tinyWith({ [file]: signs.join('') }))),
      ),
      { numRuns: 300 },
    )
  })

  it('that differ a little from right ones are refused clearly, or compile', () => {
    const words = fc.constantFrom(
      '',
      ' ',
      'x',
      '0',
      '-1',
      '99',
      'true',
      '[]',
      '{}',
      '~',
      'constructor',
      'door',
      'prisoner',
      'inside',
      'done',
      '\n',
      '{ door: open }',
      '"',
      'law.told',
      '..',
    )
    const edit = fc.record({ at: fc.nat(2000), cut: fc.nat(14), put: words })
    fc.assert(
      fc.property(path, fc.array(edit, { minLength: 1, maxLength: 3 }), (file, edits) => {
        let text = tinyPack[file] ?? ''
        for (const { at, cut, put } of edits)
          text = text.slice(0, at % text.length) + put + text.slice((at % text.length) + cut)
        const parsed = read(tinyWith({ [file]: text }))
        expectClear(parsed)
        compiles(parsed)
      }),
      { numRuns: 400 },
    )
  })
})

/** JSON is YAML; what JSON cannot write is written as its name. */
function writable(value: unknown): string {
  return (
    JSON.stringify(value, (_key, part: unknown) =>
      typeof part === 'bigint' || typeof part === 'symbol' ? String(part) : part,
    ) ?? ''
  )
}
