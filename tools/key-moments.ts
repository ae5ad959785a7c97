/**
 * The key moment of each shipped situation as the trainee sees it in 3D, wide and narrow, in one picture:
 * `npx tsx tools/key-moments.ts [OUT.webp]`. Of what was built; run `npm run build` first.
 */
import { spawn } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { walkthroughRecords } from '#core/scoring'
import { chain, packHashOf } from '#core/session'
import { exportSession, sha256Hex } from '#exchange'
import '../src/cell/test-hook.ts'
import { headerOf, shippedScenario } from '../tests/fixtures/packs.ts'
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'

/** Scenario, and the act of its model run after which the picture is taken. */
const MOMENTS = [
  ['cell-entry', 'do:self-defence.palm-up-and-out'],
  ['standing-count', 'look:hatch-22'],
  ['rub-down-search', 'do:arms'],
  ['cell-search', 'do:self-defence.palms-open'],
  ['door-aggression', 'look:hatch'],
  ['arrival-interview', 'do:card-button'],
] as const
const SIZES = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
] as const
const PORT = Number(process.env.PORT ?? 4320)
/** The narrow picture beside the wide one of the same height. */
const ROW_PX = 400

/** The model run up to an act, as a session that was left there. */
function sessionUpTo(id: string, act: string): Buffer {
  const scenario = shippedScenario(id)
  const model = scenario.walkthroughs.model
  if (!model) throw new Error(`${id} has no model run.`)
  const header = headerOf(scenario, {
    sessionId: `moment-${id}`,
    packHash: packHashOf(scenario.files, sha256Hex),
    variation: model.variation ?? 'none',
  })
  const records = walkthroughRecords(model, header)
  const last = records.findIndex((record) => record.kind === 'act' && record.act.do === act)
  if (last < 0) throw new Error(`The model run of ${id} has no act "${act}".`)
  const log = chain(records.slice(0, last + 1), sha256Hex)
  return Buffer.from(exportSession({ log, poses: [], pack: scenario.files, reflection: undefined }))
}

/** What stands on the screen when the session is gone on with, the clock standing still. */
async function picture(page: Page, id: string, buffer: Buffer): Promise<Buffer> {
  await page.goto('/')
  const file = { name: `${id}.simcell`, mimeType: 'application/zip', buffer }
  await page.getByLabel('Open a session file (.simcell)').setInputFiles(file)
  await page.getByText('The session is here now').waitFor()
  await page.goto(`/play/moment-${id}?quality=medium`)
  await page.getByRole('button', { name: 'Go on', exact: true }).click()
  await page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, { timeout: 180_000 })
  await page.waitForFunction(() => window.__sim?.isStill())
  // Faces and hands come to rest in the pose they go into.
  await page.waitForTimeout(4000)
  return page.screenshot()
}

const out = process.argv[2] ?? join(import.meta.dirname, '../docs/pictures/moments.webp')
const server = spawn(process.execPath, [join(import.meta.dirname, 'serve.mjs')], {
  env: { ...process.env, PORT: String(PORT) },
  stdio: 'ignore',
})
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
try {
  const rows: Buffer[] = []
  for (const [id, act] of MOMENTS) {
    const buffer = sessionUpTo(id, act)
    const pictures: Buffer[] = []
    for (const viewport of SIZES) {
      const context = await browser.newContext({
        baseURL: `http://localhost:${PORT}`,
        viewport,
        reducedMotion: 'reduce',
      })
      const whole = await picture(await context.newPage(), id, buffer)
      pictures.push(await sharp(whole).resize({ height: ROW_PX }).toBuffer())
      await context.close()
    }
    console.log(id)
    rows.push(await beside(pictures))
  }
  const { width = 0 } = await sharp(rows[0]).metadata()
  const sheet = sharp({ create: { width, height: rows.length * (ROW_PX + 8), channels: 3, background: '#14181b' } })
  const picture_ = await sheet
    .composite(rows.map((input, n) => ({ input, left: 0, top: n * (ROW_PX + 8) })))
    .webp({ quality: 80 })
    .toBuffer()
  writeFileSync(`${out}.part`, picture_)
  renameSync(`${out}.part`, out)
} finally {
  await browser.close()
  server.kill()
}

async function beside(pictures: readonly Buffer[]): Promise<Buffer> {
  const widths = await Promise.all(pictures.map(async (one) => (await sharp(one).metadata()).width))
  const width = widths.reduce((sum, one) => sum + one + 8, -8)
  let left = 0
  const layers = pictures.map((input, n) => {
    const at = left
    left += (widths[n] ?? 0) + 8
    return { input, left: at, top: 0 }
  })
  return sharp({ create: { width, height: ROW_PX, channels: 3, background: '#14181b' } })
    .composite(layers)
    .png()
    .toBuffer()
}
