import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { parseSync } from 'oxc-parser'
import { describe, expect, it } from 'vitest'

/**
 * The house: which folder may import what, besides its own files. `#…` is another folder's front door, entered by
 * exactly that name; a package's name stands for all it offers. `*` is everything.
 */
const house: Readonly<Record<string, readonly string[]>> = {
  'core/scenario': ['zod', 'yaml'],
  'core/statechart': ['#core/scenario', 'xstate'],
  'core/session': ['#core/scenario', '#core/statechart', 'xstate'],
  'core/scoring': ['#core/scenario', '#core/statechart', '#core/session'],
  'core/verifier': ['#core/scenario', '#core/statechart', '#core/session', '#core/scoring'],
  'core/perspective': ['#core/scenario', '#core/statechart', '#core/session'],
  'core/assessment': ['#core/scenario', '#core/session', '#core/scoring', 'ts-fsrs'],
  player: ['#core/scenario', '#core/session', '#core/scoring', 'zustand', 'react'],
  exchange: [
    '#core/scenario',
    '#core/session',
    '#core/scoring',
    '#core/perspective',
    '#sealing',
    'fflate',
    '@noble/hashes',
  ],
  sealing: ['#core/session'],
  storage: [
    '#core/scenario',
    '#core/session',
    '#core/assessment',
    '#core/perspective',
    '#exchange',
    '#sealing',
    'dexie',
  ],
  ui: [
    '#core/scenario',
    'react',
    'react-dom',
    'react-aria-components',
    'react-i18next',
    'i18next',
    'i18next-icu',
    'intl-messageformat',
  ],
  cell: [
    '#core/scenario',
    '#core/session',
    '#core/statechart',
    '#core/perspective',
    '#player',
    '#ui',
    'react',
    'three',
    '@react-three/fiber',
    '@react-three/drei',
    'three-mesh-bvh',
  ],
  sound: ['#core/scenario', '#core/session', '#player', 'react', 'howler'],
  panels: [
    '#core/scenario',
    '#core/session',
    '#player',
    '#ui',
    'react',
    'react-aria-components',
    'fastest-levenshtein',
    'transliteration',
  ],
  training: [
    '#core/scenario',
    '#core/session',
    '#core/scoring',
    '#player',
    '#ui',
    '#cell',
    '#sound',
    '#panels',
    'react',
    'react-aria-components',
  ],
  debrief: [
    '#core/scenario',
    '#core/session',
    '#core/scoring',
    '#player',
    '#ui',
    '#cell',
    '#sound',
    '#panels',
    'react',
    'react-aria-components',
  ],
  'other-side': [
    '#core/scenario',
    '#core/session',
    '#core/scoring',
    '#core/perspective',
    '#player',
    '#ui',
    '#panels',
    'react',
  ],
  programme: ['#core/scenario', '#core/assessment', '#ui', 'react'],
  check: ['#core/scenario', '#core/verifier', '#player', '#ui', 'react'],
  viewer: ['#core/scenario', '#cell', '#ui', 'react'],
  app: ['*'],
  cli: [
    '#core/scenario',
    '#core/statechart',
    '#core/session',
    '#core/scoring',
    '#core/verifier',
    '#core/assessment',
    '#exchange',
    '#sealing',
    'zod',
    'node:fs',
    'node:path',
    'node:util',
    'node:os',
    'node:worker_threads',
    'node:crypto',
  ],
}
/** What a test beside its file may use on top of that. */
const FOR_TESTS = [
  'vitest',
  'fast-check',
  'yaml',
  'node:fs',
  'node:path',
  'fake-indexeddb',
  '#core/scenario',
  '#core/session',
]
const FIXTURES = '../tests/fixtures/'
/** Far fewer than this and the guard reads the wrong place. */
const LEAST_MODULES = 60

type Module = { readonly path: string; readonly text: string }
type Node = { readonly type: string; readonly [field: string]: unknown }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'

/** Every node of a module's syntax tree, types included. @throws {Error} a module that cannot be read */
function nodesOf({ path, text }: Module): readonly Node[] {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const found: Node[] = []
  const waiting: unknown[] = [program]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) waiting.push(...next)
    else if (isNode(next)) {
      found.push(next)
      waiting.push(...Object.values(next))
    }
  }
  return found
}

/** Where a node imports from: statements, re-exports, `import()`, types, `require`, Vite's `import.meta.glob`. */
function sourcesOf(node: Node): readonly string[] {
  const written = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(written)
    if (!isNode(value)) return []
    if (value.type === 'ArrayExpression') return written(value.elements)
    if (value.type === 'TSLiteralType') return written(value.literal)
    return [typeof value.value === 'string' ? value.value : '(an import that is not written out)']
  }
  const callee = isNode(node.callee) ? node.callee : undefined
  if (
    [
      'ImportDeclaration',
      'ExportNamedDeclaration',
      'ExportAllDeclaration',
      'ImportExpression',
      'TSImportType',
    ].includes(node.type)
  )
    return written(node.source ?? node.argument)
  if (node.type === 'TSExternalModuleReference') return written(node.expression)
  if (node.type !== 'CallExpression' || !callee) return []
  if (callee.type === 'Identifier' && callee.name === 'require') return written((node.arguments as unknown[])[0])
  const isGlob =
    callee.type === 'MemberExpression' &&
    isNode(callee.object) &&
    callee.object.type === 'MetaProperty' &&
    isNode(callee.property) &&
    callee.property.name === 'glob'
  return isGlob ? written((node.arguments as unknown[])[0]) : []
}

const folderOf = (path: string): string | undefined => Object.keys(house).find((name) => path.startsWith(`${name}/`))

/** Imports of a module that its folder's line does not list. */
function trespasses(module: Module): readonly string[] {
  const { path } = module
  const folder = folderOf(path)
  if (!folder) return [`${path}: in no folder of the house`]
  const isTest = /\.test\.tsx?$/.test(path)
  const allowed = [...(house[folder] ?? []), ...(isTest ? FOR_TESTS : [])]
  const stays = (to: string) => {
    const target = join(dirname(path), to).split(sep).join('/')
    return target.startsWith(`${folder}/`) || (isTest && target.startsWith(FIXTURES)) || allowed.includes('*')
  }
  const listed = (to: string) =>
    allowed.some((ok) => ok === '*' || to === ok || (ok[0] !== '#' && to.startsWith(`${ok}/`)))
  return nodesOf(module)
    .flatMap(sourcesOf)
    .filter((to) => (to.startsWith('.') ? !stays(to) : !listed(to)))
    .map((to) => `${path} -> ${to}`)
}

/** What the core must not ask for: it gets time and chance as arguments. */
const IMPURE = ['Date', 'performance', 'crypto', 'setTimeout', 'setInterval', 'fetch', 'process']

function impurities(module: Module): readonly string[] {
  return nodesOf(module).flatMap((node) => {
    const { object, property } = node
    if (
      node.type === 'MemberExpression' &&
      isNode(object) &&
      isNode(property) &&
      object.name === 'Math' &&
      property.name === 'random'
    )
      return [`${module.path}: Math.random`]
    return node.type === 'Identifier' && IMPURE.includes(String(node.name)) ? [`${module.path}: ${node.name}`] : []
  })
}

/** A front door re-exports and does nothing else. */
const codeInFrontDoor = (module: Module): readonly string[] => {
  const { program } = parseSync(module.path, module.text)
  return program.body
    .filter(
      ({ type, ...rest }) =>
        !(
          type === 'ExportAllDeclaration' ||
          (type === 'ExportNamedDeclaration' && 'source' in rest && rest.source !== null)
        ),
    )
    .map(({ type }) => `${module.path}: ${type}`)
}

const SRC = join(import.meta.dirname, '../src')
const modules: readonly Module[] = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({ path: relative(SRC, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }))
const ofCore = modules.filter(({ path }) => path.startsWith('core/') && !path.endsWith('.test.ts'))

describe('the house', () => {
  it('is read whole', () => {
    expect(modules.length).toBeGreaterThanOrEqual(LEAST_MODULES)
    expect(modules.flatMap(nodesOf).flatMap(sourcesOf).length).toBeGreaterThan(LEAST_MODULES)
  })

  it('has no import that its folder’s line does not list', () => {
    expect(modules.flatMap(trespasses)).toEqual([])
  })

  it('has no clock, chance or outside world in the core', () => {
    expect(ofCore.length).toBeGreaterThan(30)
    expect(ofCore.flatMap(impurities)).toEqual([])
  })

  it('has front doors that only re-export', () => {
    expect(
      modules
        .filter(({ path }) => /(^|\/)index\.ts$/.test(path) && path.split('/').length <= 3)
        .flatMap(codeInFrontDoor),
    ).toEqual([])
  })
})

describe('the guard itself', () => {
  const planted: readonly (readonly [path: string, text: string, found: string | undefined])[] = [
    ['core/session/planted.ts', "import { useState } from 'react'", 'react'],
    ['core/session/planted.ts', "import type { ReactNode } from 'react'", 'react'],
    ['core/session/planted.ts', "export type Later = import('react').ReactNode", 'react'],
    ['core/session/planted.ts', "export const later = () => import('react')", 'react'],
    ['core/session/planted.ts', "export * from 'react'", 'react'],
    ['core/scenario/planted.ts', "import { step } from '#core/session'", '#core/session'],
    ['core/scenario/planted.ts', "import { step } from '../session/session.ts'", '../session/session.ts'],
    ['cell/planted.tsx', "import { Panel } from '#panels'\nexport const View = () => <Panel />", '#panels'],
    ['panels/planted.tsx', "import { parse } from '#core/scenario/parse'", '#core/scenario/parse'],
    [
      'player/planted.ts',
      'export const packs = import.meta.glob("../../scenarios/**/*.yaml")',
      '../../scenarios/**/*.yaml',
    ],
    ['player/planted.ts', 'export const any = (name: string) => import(name)', '(an import that is not written out)'],
    [
      'core/session/planted.test.ts',
      "import { it } from 'vitest'\nimport { tinyPack } from '../../../tests/fixtures/tiny-pack.ts'",
      undefined,
    ],
    ['cell/room/planted.tsx', "import { targets } from '../targets.ts'\nimport { Vector3 } from 'three'", undefined],
  ]
  for (const [path, text, found] of planted)
    it(`${found ? `catches ${found}` : 'lets pass what is allowed'} in ${path}: ${text.split('\n')[0]}`, () => {
      expect(trespasses({ path, text })).toEqual(found ? [`${path} -> ${found}`] : [])
    })

  it('catches a folder that nobody planned', () => {
    expect(trespasses({ path: 'utils/planted.ts', text: '' })).toEqual(['utils/planted.ts: in no folder of the house'])
  })

  it('catches a clock and a chance, and not the words in a text', () => {
    const text = "export const a = Math.random()\nexport const b = () => new Date()\n// Date\nexport const c = 'Date'"
    expect([...impurities({ path: 'core/session/planted.ts', text })].sort()).toEqual([
      'core/session/planted.ts: Date',
      'core/session/planted.ts: Math.random',
    ])
  })

  it('catches code in a front door', () => {
    expect(codeInFrontDoor({ path: 'ui/index.ts', text: "export { a } from './a.ts'\nexport const b = 1" })).toEqual([
      'ui/index.ts: ExportNamedDeclaration',
    ])
  })
})
