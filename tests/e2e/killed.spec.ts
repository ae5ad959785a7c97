import '../../src/player/player-hook.ts'
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { canonical, chartFor, type LogRecord, openSession, type Snapshot, step } from '#core/session'
import { CHROMIUM_FLAGS, ensureChromium } from '../../tools/chromium.mjs'
import { numbers, shippedScenario } from '../fixtures/packs.ts'
import { expect, test } from './trainee.ts'

/** How often the browser is killed, and after how long at most from the first act, ms. */
const KILLS = 12
const LONGEST_MS = 450

type Browser = { readonly page: Page; readonly kill: () => Promise<void> }

/** A browser in a process group of its own, with its profile on disk: what a person has, and what can be killed. */
async function opensBrowser(profile: string): Promise<Browser> {
  const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--disable-extensions']
  // Nothing is drawn in 3D here, and of so many browsers each would start a process for it.
  const args = [...own, ...CHROMIUM_FLAGS, '--disable-gpu', 'about:blank']
  const process_ = spawn(ensureChromium(), args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
  const connection = await chromium.connectOverCDP(await addressOf(process_))
  const context = connection.contexts()[0]
  const page = context?.pages()[0] ?? (await context?.newPage())
  if (!page) throw new Error('Chromium opened no page.')
  const gone = new Promise<void>((resolve) => process_.once('exit', () => resolve()))
  return {
    page,
    kill: async () => {
      process.kill(-(process_.pid as number), 'SIGKILL')
      await gone
    },
  }
}

/** Where the browser listens; it says so on its error channel. */
const addressOf = ({ stderr }: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    stderr?.on('data', (part: Buffer) => {
      said += part.toString()
      const address = /ws:\/\/\S+/.exec(said)?.[0]
      if (address) resolve(address)
    })
    stderr?.on('end', () => reject(new Error(`Chromium ended: ${said.slice(-500)}`)))
  })

/** Acts as fast as the disk answers, and hands out each snapshot the moment it is shown. */
const actsOnAndOn = (page: Page, seed: number) =>
  page.evaluate((seed) => {
    const player = window.__player
    if (!player) throw new Error('There is no session on this page.')
    let state = seed
    const next = (below: number) => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state % below
    }
    let seq = player.getState().snapshot.seq
    player.subscribe(({ snapshot }) => {
      if (snapshot.seq === seq) return
      seq = snapshot.seq
      ;(window as unknown as { shown: (snapshot: Snapshot) => void }).shown(snapshot)
    })
    const goOn = async () => {
      for (;;) {
        // The door stays locked: an exercise that ends by itself would end the test.
        const open = player
          .getState()
          .snapshot.affordances.filter(({ act, group }) => group !== 'end' && act.do !== 'unlock:door')
        const chosen = open[next(open.length)]
        if (!chosen) return
        const tone = chosen.tones?.[next(chosen.tones.length)]
        const before = seq
        await player.getState().send({ ...chosen.act, ...(tone && { tone }) })
        // What was not taken, as in a pause, must leave the page its turn: a loop of promises alone would stop it.
        if (seq === before) await new Promise((later) => setTimeout(later, 20))
      }
    }
    void goOn()
  }, seed)

const snapshotOnPage = (page: Page) => page.evaluate(() => window.__player?.getState().snapshot)

/** The stored log, as it lies on the disk. */
const recordsOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<LogRecord[]>((done, failed) => {
        const opening = indexedDB.open('simcell')
        opening.onerror = () => failed(opening.error)
        opening.onsuccess = () => {
          const reading = opening.result.transaction('records').objectStore('records').getAll()
          reading.onsuccess = () => {
            opening.result.close()
            done(reading.result.map((row: { readonly record: LogRecord }) => row.record))
          }
        }
      }),
  )

let chart: ReturnType<typeof chartFor> | undefined

/** Every snapshot a log leads to, by the number of its last record. All logs here are of one session. */
function snapshotsOf(records: readonly LogRecord[]): ReadonlyMap<number, Snapshot> {
  const [header, ...rest] = records
  if (header?.kind !== 'header') throw new Error('The log has no header.')
  chart ??= chartFor(shippedScenario(header.scenario), header)
  let { session } = openSession(header, chart)
  const snapshots = new Map([[0, session.snapshot]])
  for (const record of rest) {
    if (record.kind !== 'act') continue
    const next = step(session, record.act, record.timeMs)
    if ('refused' in next) throw new Error(`Act ${record.seq} was refused.`)
    session = next.session
    snapshots.set(session.seq, session.snapshot)
  }
  return snapshots
}

test('a browser killed at any moment loses no act that was shown', async ({ baseURL }) => {
  // Twenty browsers are started, and the log is played again after each; a busy machine takes ten seconds for one.
  test.setTimeout(600_000)
  const profile = mkdtempSync(join(tmpdir(), 'simcell-killed-'))
  const next = numbers(20261124)
  const shown = new Map<number, string>()
  let address = `${baseURL}/`
  let browser = await opensBrowser(profile)
  try {
    for (let kill = 0; kill <= KILLS; kill++) {
      const { page } = browser
      await page.exposeFunction('shown', (snapshot: Snapshot) => shown.set(snapshot.seq, canonical(snapshot)))
      await page.goto(address)
      if (kill === 0) {
        const entry = page.getByRole('region', { name: 'Cell entry with a colleague' })
        await entry.getByLabel('View').selectOption({ label: 'Panels only' })
        await entry.getByLabel('Mode').selectOption('practice')
        await entry.getByRole('button', { name: 'Begin' }).click()
        await page.getByRole('button', { name: 'Start the clock' }).click()
        address = page.url()
      } else {
        await page.getByRole('button', { name: 'Go on', exact: true }).waitFor()
        const records = await recordsOf(page)
        const snapshots = snapshotsOf(records)
        for (const [seq, snapshot] of shown) expect(canonical(snapshots.get(seq) ?? 'lost')).toBe(snapshot)
        // It stands where the disk stands, waiting to go on.
        expect(canonical(await snapshotOnPage(page))).toBe(canonical([...snapshots.values()].at(-1)))
        if (kill === KILLS) break
        await page.getByRole('button', { name: 'Go on', exact: true }).click()
      }
      const before = shown.size
      await actsOnAndOn(page, next(1_000_000) + 1)
      await expect.poll(() => shown.size).toBeGreaterThan(before)
      await page.waitForTimeout(next(LONGEST_MS))
      await browser.kill()
      browser = await opensBrowser(profile)
    }
    expect(shown.size).toBeGreaterThan(KILLS)
    console.log(`${shown.size} acts were shown before ${KILLS} kills; none was lost.`)
  } finally {
    await browser.kill()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
})
