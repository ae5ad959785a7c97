import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { type Row, row, unmeasured } from './row.ts'

type Chunk = {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = Readonly<Record<string, Chunk>>

const DIST = join(import.meta.dirname, '../../dist')
/** What only the 3D cell needs, by a word of its code that no minifier takes away. */
const MARK_OF_3D = 'WebGLRenderer'
const NAMES = { start: 'd  start page, first load', cell: 'd  3D chunk, besides' } as const

/** (d) Bytes over the wire, compressed as a web server would, before a trainee sees the start page and then the cell. */
export function firstLoad(): readonly Row[] {
  const path = join(DIST, '.vite/manifest.json')
  if (!existsSync(path)) return [unmeasured(NAMES.start, 'kB', 150), unmeasured(NAMES.cell, 'kB', 350)]
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry)
  const start = reached(manifest, entries)
  const first = new Set(['index.html', ...filesOf(manifest, start)])
  const lazy = [...new Set(Object.values(manifest).flatMap((chunk) => chunk.dynamicImports ?? []))]
  const with3d = lazy
    .map((key) => filesOf(manifest, reached(manifest, [key])).filter((file) => !first.has(file)))
    .filter((files) => files.some((file) => textOf(file).includes(MARK_OF_3D)))
    .sort((a, b) => sizeOf(a) - sizeOf(b))[0]
  return [
    row(NAMES.start, sizeOf([...first]) / 1000, 'kB', 150),
    with3d ? row(NAMES.cell, sizeOf(with3d) / 1000, 'kB', 350) : unmeasured(NAMES.cell, 'kB', 350),
  ]
}

/** Chunks that load together with the given ones. */
function reached(manifest: Manifest, keys: readonly string[], seen = new Set<string>()): ReadonlySet<string> {
  for (const key of keys) {
    if (seen.has(key)) continue
    seen.add(key)
    reached(manifest, manifest[key]?.imports ?? [], seen)
  }
  return seen
}

/** Files of chunks: code and styles. Fonts come after the first words are shown, and are not counted. */
function filesOf(manifest: Manifest, keys: ReadonlySet<string>): readonly string[] {
  const chunks = [...keys].flatMap((key) => manifest[key] ?? [])
  return [...new Set(chunks.flatMap(({ file, css = [] }) => [file, ...css]))]
}

const textOf = (file: string): string => (/\.(js|css|html)$/.test(file) ? readFileSync(join(DIST, file), 'utf8') : '')

const sizeOf = (files: readonly string[]): number =>
  files.reduce((sum, file) => {
    const bytes = readFileSync(join(DIST, file))
    return sum + brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length
  }, 0)
