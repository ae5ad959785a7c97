import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from '../../tools/chromium.mjs'
import { median, type Row, row, unmeasured } from './row.ts'
import type { Leak, PictureCost } from './scene/page.tsx'

const ROOT = join(import.meta.dirname, '../..')
/** Where the bundled page lies, and what it fetches: models and light. */
const FOLDERS = [join(ROOT, '.cache/bench-scene'), join(ROOT, 'public')]
const SITE = 'http://scene.bench'
/** Small: software WebGL takes most of its time for pixels, and no row counts them. */
const VIEW = { width: 320, height: 180 } as const
const SCENE_CHANGES = 10
const GOAL = { calls: 80, triangles: 200_000, overRaw: 1.3, loadMs: 4000 } as const
/** Heap that is no leak: counters, compiled code, the browser's own books. Megabytes after ten changes. */
const NO_GROWTH_MB = 2

/** (e) The 3D view on this machine's software WebGL: what a picture is made of, and what script it takes beside raw three.js. */
export async function sceneCost(): Promise<readonly Row[]> {
  const executablePath = findChromium()
  if (!executablePath || !existsSync(join(ROOT, '.cache/bench-scene/tests/bench/scene/index.html')))
    return [unmeasured('e  cell with two people: draw calls', '', GOAL.calls)]
  const browser = await chromium.launch({
    executablePath,
    args: [...CHROMIUM_FLAGS, '--js-flags=--expose-gc', '--enable-precise-memory-info'],
  })
  try {
    const page = await browser.newPage({ viewport: VIEW })
    await page.route(`${SITE}/**`, (route) => {
      const { pathname } = new URL(route.request().url())
      const path = FOLDERS.map((folder) => join(folder, pathname)).find((one) => existsSync(one))
      return path ? route.fulfill({ path }) : route.fulfill({ status: 404 })
    })
    const fresh = async () => {
      await page.goto(`${SITE}/tests/bench/scene/index.html`)
      await page.waitForFunction(() => window.__bench !== undefined)
    }
    await fresh()
    const cell = await page.evaluate(() => window.__bench?.cell())
    await fresh()
    const landing = await page.evaluate(() => window.__bench?.place('wing', 'landing-west'))
    return [
      ...pictureRows('cell with two people', cell as PictureCost),
      ...pictureRows('landing of the wing', landing as PictureCost),
      ...leakRows(await leakOf(page, fresh)),
    ]
  } finally {
    await browser.close()
  }
}

async function leakOf(page: Page, fresh: () => Promise<void>): Promise<Leak> {
  await fresh()
  return (await page.evaluate((changes) => window.__bench?.leak(changes), SCENE_CHANGES)) as Leak
}

function pictureRows(what: string, cost: PictureCost): readonly Row[] {
  const [own, raw] = [median(cost.scriptMs), median(cost.rawScriptMs)]
  // pair by pair: each was drawn right after the other, and a machine's speed drifts
  const over = median(cost.scriptMs.map((ms, n) => ms / (cost.rawScriptMs[n] ?? ms)))
  return [
    row(`e  ${what}: draw calls`, cost.calls, '', GOAL.calls),
    row(`e  ${what}: triangles`, cost.triangles, '', GOAL.triangles),
    row(`e  ${what}: script a frame`, own, 'ms'),
    row('e  … raw three.js, same geometry', raw, 'ms'),
    row('e  … over raw three.js', over, '×', GOAL.overRaw),
    row('e  … heap a frame leaves', cost.bytesPerFrame / 1000, 'kB'),
    row('e  … raw three.js', cost.rawBytesPerFrame / 1000, 'kB'),
    row('e  … React renders in these frames', cost.renders, '', 0),
    row('e  … until it is seen', cost.loadMs, 'ms', GOAL.loadMs),
    row('e  … raw three.js, all at hand', cost.rawLoadMs, 'ms'),
  ]
}

const leakRows = ({ geometries, textures, heapBytes }: Leak): readonly Row[] => [
  row(`e  geometries left after ${SCENE_CHANGES} scene changes`, geometries, '', 0),
  row(`e  textures left after ${SCENE_CHANGES} scene changes`, textures, '', 0),
  row(`e  heap grown in ${SCENE_CHANGES} scene changes`, heapBytes / 1e6, 'MB', NO_GROWTH_MB),
]
