// Builds when a source has changed since the last build, then serves.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCES = ['src', 'scenarios', 'public', 'tools', 'index.html', 'vite.config.ts', 'package-lock.json']
const stamp = '.cache/build-stamp'

const hash = createHash('sha256')
for (const source of SOURCES) {
  const files = statSync(source).isDirectory()
    ? readdirSync(source, { recursive: true, withFileTypes: true }).flatMap((e) =>
        e.isFile() ? join(e.parentPath, e.name) : [],
      )
    : [source]
  for (const file of files.sort()) hash.update(file).update(readFileSync(file))
}
const now = hash.digest('hex')
const built = existsSync('dist/index.html') && existsSync(stamp) && readFileSync(stamp, 'utf8') === now
if (!built) {
  console.log('Building Simcell …')
  const { status } = spawnSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(1)
  mkdirSync('.cache', { recursive: true })
  writeFileSync(stamp, now)
}
await import('./serve.mjs')
