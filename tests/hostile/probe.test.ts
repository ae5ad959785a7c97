import { it } from 'vitest'
import { tinyPack, tinyScenario, tinyWith } from '../fixtures/tiny-pack.ts'
import { parseScenario } from '#core/scenario'
it('tiny', () => { tinyScenario() })
const R = (s: string, n: number) => s.repeat(n)
const keys = (n: number, f: (i: number) => string) => Array.from({ length: n }, (_, i) => f(i)).join('')
const base = tinyPack['tiny/scenario.yaml']!
const cases: Record<string, Record<string, string>> = {
  flowDeep: { 'tiny/scenario.yaml': R('["]",', 40000) },
  flowDeepPlain: { 'tiny/scenario.yaml': R('[', 200000) },
  manyKeys: { 'tiny/scenario.yaml': keys(25000, (i) => `a${i}: 1\n`) },
  manyKeys14: { 'tiny/scenario.yaml': keys(14000, (i) => `a${i}: 1\n`) },
  flowSeq: { 'tiny/scenario.yaml': 'a: [' + R('[],', 80000) + ']' },
  flowMap: { 'tiny/scenario.yaml': 'a: [' + R('{},', 80000) + ']' },
  colons: { 'tiny/scenario.yaml': R(':', 250000) },
  quotes: { 'tiny/scenario.yaml': R("'", 250000) },
  dq: { 'tiny/scenario.yaml': '"' + R('\\x00', 60000) + '"' },
  bang: { 'tiny/scenario.yaml': R('!a ', 80000) },
  amp: { 'tiny/scenario.yaml': R('&a ', 80000) },
  comment: { 'tiny/scenario.yaml': R('#\n', 120000) },
  docs: { 'tiny/scenario.yaml': R('---\n', 60000) },
  directives: { 'tiny/scenario.yaml': R('%YAML 1.2\n', 20000) },
  tabs: { 'tiny/scenario.yaml': R('\t', 250000) },
  spaces: { 'tiny/scenario.yaml': 'a:' + R(' ', 250000) + 'b' },
  nl: { 'tiny/scenario.yaml': 'a:' + R('\n', 250000) + 'b' },
  multiPlain: { 'tiny/scenario.yaml': 'a: b' + R('\n  c', 60000) },
  multiDq: { 'tiny/scenario.yaml': 'a: "b' + R('\n  c', 60000) + '"' },
  block: { 'tiny/scenario.yaml': 'a: |\n' + R('\n  c', 60000) },
  q: { 'tiny/scenario.yaml': R('? a\n', 60000) },
  qq: { 'tiny/scenario.yaml': R('?\n', 120000) },
  dashes: { 'tiny/scenario.yaml': R('-\n', 120000) },
  indent1: { 'tiny/scenario.yaml': keys(600, (i) => ' '.repeat(i) + 'a:\n') },
  beats: { 'tiny/scenario.yaml': base.replace('  beats:\n', '  beats:\n' + keys(2500, (i) => `    b${i}: { always: [{ when: { door: open }, to: b${i} }] }\n`)) },
  unknownVars: { 'tiny/scenario.yaml': base.replace('  beats:\n', '  beats:\n' + keys(80, (i) => `    b${i}: { on: [` + R(`{ do: { go: zzz, while: { aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa: true } } },`, 39) + '] }\n')) },
  textKeys: { 'tiny/text/en.yaml': keys(9000, (i) => `lines.come-here-and-now.a${i}: x\n`), 'tiny/scenario.yaml': base.replace('lines:\n', 'lines:\n' + keys(190, (i) => `  - { id: come-here-and-go-${i}, to: prisoner, say: command, about: visit }\n`)) },
  badTexts: { 'tiny/text/en.yaml': keys(12000, (i) => `a${i}: <b>\n`) },
  unknownFields: { 'personas/mart.yaml': tinyPack['personas/mart.yaml']! + keys(12000, (i) => `a${i}: 1\n`) },
  proto: { 'personas/mart.yaml': tinyPack['personas/mart.yaml']! + '__proto__: { polluted: 1 }\n' },
  protoText: { 'tiny/text/en.yaml': tinyPack['tiny/text/en.yaml']! + '__proto__: { polluted: 1 }\nconstructor: {prototype: {polluted: x}}\n' },
  protoCast: { 'tiny/scenario.yaml': base.replace('cast:\n', 'cast:\n  constructor: { personas: [mart] }\n  __proto__: { personas: [mart] }\n') },
  textList: { 'tiny/text/en.yaml': '- a\n- b\n' },
  esc: { 'tiny/scenario.yaml': base.replace('place: hall', 'place: "\\e[2Jha\\u202ell"') },
  dupKeys: { 'tiny/scenario.yaml': 'id: tiny\n' + base },
  complexKey: { 'tiny/scenario.yaml': base + '? [a, b]\n: 1\n? {a: 1}\n: 2\n' },
  manyLocales: Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`tiny/text/${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}.yaml`, 'a: b'])),
}
for (const [name, overlay] of Object.entries(cases)) it(name, () => {
  const t = performance.now()
  let out = ''
  try {
    const p = parseScenario(tinyWith(overlay), 'tiny')
    out = p.ok ? 'OK' : `${p.diagnostics.length} ` + JSON.stringify(p.diagnostics[0]).slice(0, 300)
  } catch (e) { out = 'THROW ' + String(e).slice(0, 100) }
  console.log(`${(performance.now() - t).toFixed(0).padStart(6)} ms ${name} ${out}`)
})
