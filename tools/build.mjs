// Builds the app, unless what is built already is made of the very same sources.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '..')
const SOURCES = [
  'src',
  'scenarios',
  'public',
  'index.html',
  'vite.config.ts',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]
const STAMP = join(ROOT, '.cache/build-stamp')
export const BUILT = join(ROOT, 'dist/index.html')

function filesOf(source) {
  const path = join(ROOT, source)
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}

/** What the sources are; test files make no difference to what is built. */
function stampOfSources() {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesOf).sort())
    if (!/\.test\.tsx?$/.test(file))
      hash.update(`${file}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  return hash.digest('hex')
}
// The time of the built page tells apart a build by this tool and one by something else.
const stampOf = (sources) => `${sources} ${existsSync(BUILT) ? statSync(BUILT).mtimeMs : ''}`

/** Builds when it must; true when `dist` is then what the sources say. */
export function build({ always = false, quiet = false } = {}) {
  const sources = stampOfSources()
  if (!always && existsSync(BUILT) && existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stampOf(sources)) return true
  if (!quiet) console.log('Building Simcell …')
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], { stdio: 'inherit', cwd: ROOT })
  if (status !== 0) return false
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  writeFileSync(STAMP, stampOf(sources))
  return true
}

if (resolve(process.argv[1] ?? '') === import.meta.filename) process.exitCode = build({ always: true }) ? 0 : 1
