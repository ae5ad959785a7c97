// Runs every check in order and ends with one line: "N passed, N failed". Each static check counts as one.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { ensureChromium } from './chromium.mjs'

const results = []
mkdirSync('test-results', { recursive: true })

/** Runs a command with its output shown; true when it exits with 0. */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
  return status === 0
}
const bin = (name) => `node_modules/.bin/${name}`
const record = (name, passed, failed) => results.push({ name, passed, failed })
const staticCheck = (name, command, args) => {
  console.log(`\n── ${name}`)
  const ok = run(command, args)
  record(name, Number(ok), Number(!ok))
}
const readJson = (path) => (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined)

staticCheck('types of the core', bin('tsc'), ['-p', 'src/core'])
staticCheck('types', bin('tsc'), ['-p', '.'])
staticCheck('lint and format', bin('biome'), ['ci', '.', '--diagnostic-level=error'])
staticCheck('unused code', bin('knip'), [])
staticCheck('scenarios', process.execPath, ['bin/simcell.mjs', 'check', 'scenarios'])

console.log('\n── unit and property tests')
rmSync('test-results/vitest.json', { force: true })
const unitOk = run(bin('vitest'), [
  'run',
  '--reporter=default',
  '--reporter=json',
  '--outputFile.json=test-results/vitest.json',
])
const unit = readJson('test-results/vitest.json')
record(
  'unit and property tests',
  unit?.numPassedTests ?? 0,
  (unit?.numFailedTests ?? 0) + Number(!unitOk && !unit?.numFailedTests),
)

staticCheck('build', bin('vite'), ['build', '--logLevel', 'warn'])

console.log('\n── browser tests')
rmSync('test-results/playwright.json', { force: true })
const browserOk = run(bin('playwright'), ['test'], { CHROMIUM_PATH: ensureChromium() })
const stats = readJson('test-results/playwright.json')?.stats
const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0)
record('browser tests', stats?.expected ?? 0, failed + Number(!browserOk && failed === 0))

console.log('')
for (const { name, passed, failed: lost } of results)
  console.log(`${lost > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${lost} failed`)
const sum = (part) => results.reduce((total, row) => total + row[part], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') > 0 ? 1 : 0)
