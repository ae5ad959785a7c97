// Runs every check in order and ends with one line: "N passed, N failed". Each static check counts as one.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import { ensureChromium } from './chromium.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const bin = (name) => join(ROOT, 'node_modules/.bin', name)
const results = []

/** Runs a command with its output shown; true when it ends with 0. */
function run(command, args, env = {}) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', cwd: ROOT, env: { ...process.env, ...env } })
  if (error) console.error(`${command}: ${error.message}`)
  return status === 0
}

/** Runs a command and keeps what it says until it is done, so that two at a time do not talk into each other. */
function runQuietly(command, args) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += text
      })
    child.on('error', (error) => done({ ok: false, said: `${command}: ${error.message}` }))
    child.on('close', (code) => done({ ok: code === 0, said }))
  })
}

/** Checks of one process each, as many at a time as there are cores. Each counts as one. */
async function checks(list) {
  const waiting = [...list]
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, command, ...args] = next
      const start = performance.now()
      const { ok, said } = await runQuietly(command, args)
      console.log(`\n── ${name}\n${said.trimEnd()}`)
      results.push({ name, ...asOne(ok), seconds: (performance.now() - start) / 1000 })
    }
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), list.length) }, worker))
}

/** Does one part, keeps its counts and its time; a part that throws has failed. */
function part(name, does) {
  console.log(`\n── ${name}`)
  const start = performance.now()
  let counts = { passed: 0, failed: 1 }
  try {
    counts = does()
  } catch (error) {
    console.error(error.message)
  }
  results.push({ name, ...counts, seconds: (performance.now() - start) / 1000 })
}
const asOne = (ok) => ({ passed: Number(ok), failed: Number(!ok) })

/** Counts of a test runner's report. A runner that failed without a failed test counts as one. */
function reported(file, runs, countsOf) {
  const path = join(ROOT, 'test-results', file)
  rmSync(path, { force: true })
  const ok = runs()
  const { passed, failed } = existsSync(path)
    ? countsOf(JSON.parse(readFileSync(path, 'utf8')))
    : { passed: 0, failed: 0 }
  return { passed, failed: ok ? failed : Math.max(failed, 1) }
}

mkdirSync(join(ROOT, 'test-results'), { recursive: true })
await checks([
  ['types', bin('tsc'), '-p', '.'],
  ['types of the core', bin('tsc'), '-p', 'src/core'],
  ['build', process.execPath, 'tools/build.mjs'],
  ['unused code', bin('knip')],
  ['lint and format', bin('biome'), 'ci', '.', '--diagnostic-level=error'],
])
part('scenarios', () => asOne(run(process.execPath, ['bin/simcell.mjs', 'check', 'scenarios'])))
part('unit and property tests', () =>
  reported(
    'vitest.json',
    () =>
      run(bin('vitest'), [
        'run',
        '--reporter=default',
        '--reporter=json',
        '--outputFile.json=test-results/vitest.json',
      ]),
    ({ numPassedTests, numFailedTests }) => ({ passed: numPassedTests, failed: numFailedTests }),
  ),
)
part('browser tests', () =>
  reported(
    'playwright.json',
    () => run(bin('playwright'), ['test'], { CHROMIUM_PATH: ensureChromium() }),
    ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }),
  ),
)

const width = Math.max(...results.map(({ name }) => name.length))
console.log('')
for (const { name, passed, failed, seconds } of results)
  console.log(
    `${failed > 0 ? '✗' : '✓'} ${name.padEnd(width)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(1).padStart(7)} s`,
  )
const sum = (field) => results.reduce((total, row) => total + row[field], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 ? 1 : 0
