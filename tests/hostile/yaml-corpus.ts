import { tinyPack } from '../fixtures/tiny-pack.ts'

const SCENARIO = 'tiny/scenario.yaml'
const LAW = 'tiny/layers/law.yaml'
const TEXT = 'tiny/text/en.yaml'
const scenario = tinyPack[SCENARIO] ?? ''
const law = tinyPack[LAW] ?? ''
const text = tinyPack[TEXT] ?? ''
const many = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => line(n)).join('')

/** A file put in the place of one of the tiny pack, and what must be said of it. */
export type HostileFile = {
  readonly file: string
  readonly text: string
  readonly code: string /** where it must be found; left out when anywhere will do */
  readonly line?: number /** when another file is told of it */
  readonly foundIn?: string
}
const whole = (body: string, code: string, line?: number): HostileFile => ({
  file: SCENARIO,
  text: body,
  code,
  ...(line && { line }),
})
const inScenario = (from: string, to: string, code: string, line?: number): HostileFile =>
  whole(scenario.replace(from, to), code, line)
const inText = (line: string, code: string, at?: number): HostileFile => ({
  file: TEXT,
  text: text.replace('  come-here: Come here.', line),
  code,
  ...(at && { line: at }),
})
const beats = (count: number, beat: (n: number) => string): HostileFile =>
  whole(scenario.replace('  beats:\n', `  beats:\n${many(count, beat)}`), 'E007')

export const HOSTILE_YAML: Readonly<Record<string, HostileFile>> = {
  'brackets 200 000 deep': whole('['.repeat(200_000), 'E004', 1),
  'brackets hidden behind quoted ones': whole('["]",'.repeat(40_000), 'E004', 1),
  'braces with keys': whole('{a: '.repeat(50_000), 'E004', 1),
  'commas and nothing between': whole(`[${','.repeat(100_000)}]`, 'E002', 1),
  'brackets closed and never opened': whole(']'.repeat(200_000), 'E002', 1),
  'escapes that are none': whole(`"${'\\q'.repeat(100_000)}"`, 'E002', 1),
  'directives nobody knows': whole('%A b\n'.repeat(19_000), 'E002', 1),
  'dashes on one line': whole('- '.repeat(100_000), 'E004', 1),
  'question marks on one line': whole('? '.repeat(100_000), 'E004', 1),
  'indentation 600 deep': whole(
    many(600, (n) => `${' '.repeat(n)}a:\n`),
    'E004',
  ),
  'indentation 60 deep': whole(
    many(60, (n) => `${' '.repeat(n)}a:\n`),
    'E004',
  ),
  'conditions in conditions': inScenario(
    'on: [{ do: { go: inside }',
    `on: [{ when: ${'{ not: '.repeat(20)}{ door: open }${' }'.repeat(20)}, do: { go: inside }`,
    'E004',
  ),
  'aliases that double': whole(
    `a0: &a0 [x, x]\n${many(30, (n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]\n`)}`,
    'E003',
    1,
  ),
  'an alias of itself': whole('a: &a [*a]\n', 'E003', 1),
  'a merge key': whole(`base: &b { id: tiny }\n<<: *b\n${scenario}`, 'E003'),
  '80 000 anchors': whole('&a '.repeat(80_000), 'E001', 1),
  '80 000 tags': whole('!a '.repeat(80_000), 'E001', 1),
  'a function by tag': whole(`x: !!js/function 'function () { globalThis.executed = 1 }'\n${scenario}`, 'E002', 1),
  'a constructor by tag': whole(`x: !<tag:yaml.org,2002:python/object/apply:os.system> [ls]\n${scenario}`, 'E002'),
  'binary by tag': whole(`x: !!binary R0lGODlhDAAMAIQAAP\n${scenario}`, 'E003', 1),
  'a known tag': inScenario('id: tiny', 'id: !!str tiny', 'E003', 2),
  '300 000 bytes': whole(`${scenario}${'# padding\n'.repeat(30_000)}`, 'E001', 1),
  '200 000 empty lines': whole(`a:${'\n'.repeat(200_000)}b`, 'E001'),
  '120 000 comments': whole('#\n'.repeat(120_000), 'E001'),
  '25 000 keys': whole(
    many(25_000, (n) => `a${n}: 1\n`),
    'E001',
  ),
  '5 000 unknown fields': whole(`${scenario}${many(5000, (n) => `a${n}: 1\n`)}`, 'E008'),
  '80 000 empty lists': whole(`a: [${'[],'.repeat(80_000)}]`, 'E001', 1),
  '60 000 documents': whole('---\n'.repeat(60_000), 'E001'),
  '20 000 directives': whole('%YAML 1.2\n'.repeat(19_000), 'E002'),
  'two documents': whole(`${scenario}---\n${scenario}`, 'E002'),
  '250 000 colons': whole(':'.repeat(250_000), 'E002', 1),
  '250 000 quotes': whole("'".repeat(250_000), 'E007', 1),
  '250 000 spaces': whole(`a:${' '.repeat(250_000)}b`, 'E009', 1),
  'escapes without end': whole(`"${'\\x00'.repeat(60_000)}"`, 'E007', 1),
  '__proto__ as a field': whole(`__proto__: { polluted: 1 }\n${scenario}`, 'E008', 1),
  '__proto__ in the cast': inScenario(
    'cast:\n',
    'cast:\n  __proto__: { polluted: yes, personas: [mart] }\n',
    'E008',
    8,
  ),
  'constructor in the cast': inScenario('cast:\n', 'cast:\n  constructor: { personas: [mart] }\n', 'E008', 8),
  'constructor as an id': inScenario('- { id: greeted }', '- { id: constructor }', 'E007', 13),
  'prototype as a text': inText('  prototype: { polluted: yes }', 'E008', 9),
  '__proto__ as a text, quoted': inText('  "__proto__": { polluted: "yes" }', 'E008', 9),
  'constructor as a variable': {
    file: LAW,
    text: law.replace('law.told: false', 'constructor: false'),
    code: 'E008',
    line: 30,
  },
  'toString as a reference': inScenario('{ go: inside }', '{ go: to-string }', 'E010', 25),
  'constructor as a placeholder': inText('  come-here: Come here, {constructor}.', 'E013', 9),
  'a script': inText('  come-here: <script>globalThis.executed = 1</script>', 'E013', 9),
  'a script in pieces': inText('  come-here: "<scr\\u0069pt>globalThis.executed = 1</script>"', 'E013', 9),
  'an image that runs': inText('  come-here: <img src=x onerror=alert(1)>', 'E013', 9),
  'a comment of HTML': inText('  come-here: "<!-- x"', 'E013', 9),
  'a script address': inText('  come-here: "JavaScript:alert(1)"', 'E013', 9),
  'a web address': inText('  come-here: See https://example.org/x', 'E013', 9),
  'a data address': inText('  come-here: data:text/html;base64,PHNjcmlwdD4=', 'E013', 9),
  'text that turns its direction': inText('  come-here: "Come \\u202Eereh."', 'E013', 9),
  'text with isolates': inText('  come-here: "Come \\u2067here."', 'E013', 9),
  'text with what cannot be seen': inText('  come-here: "Come\\u200Bhere."', 'E013', 9),
  'text that steers a terminal': inText('  come-here: "\\e[2J\\e]0;x\\a"', 'E013', 9),
  'a zero in a text': inText('  come-here: "Come\\0here"', 'E013', 9),
  'an endless text': inText(`  come-here: ${'Come here. '.repeat(9000)}`, 'E013', 9),
  'a placeholder that does not end': inText(`  come-here: "${'{'.repeat(800)}"`, 'E013', 9),
  'an id that turns its direction': inScenario('place: hall', 'place: "hall\\u202E"', 'E007', 5),
  'a path as a place': inScenario('place: hall', 'place: ../../etc/passwd', 'E007', 5),
  'an address as a place': inScenario('place: hall', 'place: https://example.org/hall', 'E007', 5),
  'an id that tires a pattern': inScenario('place: hall', `place: ${'a-'.repeat(60_000)}!`, 'E007', 5),
  'an id of letters that tires a pattern': inScenario('place: hall', `place: ${'a'.repeat(120_000)}!`, 'E007', 5),
  'a version that tires a pattern': inScenario('version: 1.0.0', `version: ${'1.'.repeat(60_000)}x`, 'E007', 3),
  'a condition that tires a pattern': {
    file: LAW,
    text: law.replace('law.told: false', `${'a.'.repeat(400)}: false`),
    code: 'E007',
    line: 30,
  },
  'a comparison that tires a pattern': {
    file: LAW,
    text: law.replace('law.told: false', `law.told: ">=${' '.repeat(90_000)}9"`),
    code: 'E007',
    line: 30,
  },
  'a text key that tires a pattern': inScenario(
    'effects: { set: { greeted: true } }',
    `effects: { says: [{ by: prisoner, text: ${'a.'.repeat(60_000)}! }] }`,
    'E007',
    19,
  ),
  'a list for a scenario': whole('- 1\n- 2\n', 'E007', 1),
  'a number for a scenario': whole('42\n', 'E007', 1),
  'nothing for a scenario': whole('', 'E007', 1),
  'a list for the cast': inScenario(
    'cast:\n  prisoner: { personas: [mart], at: by-window, reacts: true }',
    'cast: [prisoner]',
    'E007',
    7,
  ),
  'a number for a name': inScenario('place: hall', 'place: 7', 'E007', 5),
  'nothing for a name': inScenario('place: hall', 'place: ~', 'E007', 5),
  'infinity for seconds': inScenario('seconds: 600', 'seconds: .inf', 'E007', 27),
  'no number for seconds': inScenario('seconds: 600', 'seconds: .nan', 'E007', 27),
  'a thousandth for seconds': inScenario('seconds: 600', 'seconds: 0.001', 'E007', 27),
  'a list for a text': { file: TEXT, text: '- a\n- b\n', code: 'E007', line: 1 },
  'a key of a list': whole(`? [a, b]\n: 1\n${scenario}`, 'E007', 1),
  'a key of nothing': whole(`${scenario}? ~\n: 1\n`, 'E007'),
  'a field twice': whole(`id: tiny\n${scenario}`, 'E011', 3),
  'a text twice, once with dots': inText('  come-here: Come here.\n  "come-here": Go.', 'E011', 10),
  '100 beats': beats(100, (n) => `    b${n}: { }\n`),
  '50 beats of 39 unknown variables': {
    ...beats(50, (n) => `    b${n}: { on: [${'{ do: { go: zzz }, to: y },'.repeat(39)}] }\n`),
    code: 'E010',
  },
  '500 lines': whole(
    scenario.replace(
      'lines:\n',
      `lines:\n${many(500, (n) => `  - { id: l${n}, to: prisoner, say: greet, about: visit }\n`)}`,
    ),
    'E007',
  ),
  '4 000 texts of HTML': { file: TEXT, text: many(4000, (n) => `a${n}: <b>\n`), code: 'E013', line: 1 },
  '6 000 texts nobody asked for, and none that were': {
    file: TEXT,
    text: many(6000, (n) => `lines.come-her${n}: x\n`),
    code: 'E012',
    foundIn: SCENARIO,
  },
  'a script for a file': whole('#!/usr/bin/env node\nglobalThis.executed = 1\n', 'E007'),
  'JSON with a script': whole('{"id": "tiny", "toString": "globalThis.executed=1"}', 'E008', 1),
  'half a surrogate': inText('  come-here: "\\uD800"', 'E013', 9),
  'a mark of byte order inside': inText('  come-here: "\\uFEFFx"', 'E013', 9),
}
