// Renders contact sheets of the people through the built app's /figures page: node tools/contact-sheet.mjs [sheet …]
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import sharp from 'sharp'
import { build } from './build.mjs'
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const OUT = join(ROOT, process.env.SHEETS ?? 'test-results/sheets')
const PORT = process.env.PORT ?? '4204'
const LABEL_PX = 18

/** Every state that has to be told apart by looking; fear is withdrawal under tension (see `mood.ts`). */
const STATES = {
  calm: { behaviour: 'calm', tension: 2, trust: 6 },
  compliant: { behaviour: 'compliant', tension: 2, trust: 8 },
  wary: { behaviour: 'wary', tension: 5, trust: 3 },
  agitated: { behaviour: 'agitated', tension: 7, trust: 3 },
  hostile: { behaviour: 'hostile', tension: 9, trust: 1 },
  assaultive: { behaviour: 'assaultive', tension: 10, trust: 0 },
  withdrawn: { behaviour: 'withdrawn', tension: 3, trust: 1 },
  frightened: { behaviour: 'withdrawn', tension: 7, trust: 1 },
}
const MOMENTS_MS = [2400, 3900, 5100]

/** A sheet: pictures row by row, all of one size. */
const grid = (rows, columns, choose, size) => ({
  columns: columns.length,
  size,
  pictures: rows.flatMap((row) => columns.map((column) => choose(row, column))),
})
const stateSheet = (people, pose, view, size) =>
  grid(
    people,
    Object.keys(STATES),
    (person, state) => ({
      label: `${person} · ${state}`,
      choice: { ...STATES[state], person, pose, view, gesture: 'none', distance: 3, at: MOMENTS_MS[0] },
    }),
    size,
  )
const WHOLE = { width: 190, height: 340 }
const FACE = { width: 230, height: 270 }
const SEATED = { width: 250, height: 300 }

const sheets = (people, gestures) => ({
  standing: stateSheet(people, 'stand', 'whole', WHOLE),
  faces: stateSheet(people, 'stand', 'face', FACE),
  sitting: stateSheet(people.slice(0, 3), 'sit', 'whole', SEATED),
  side: stateSheet(people.slice(0, 2), 'sit', 'side', SEATED),
  lying: grid(
    ['lie', 'sleep'],
    ['calm', 'wary', 'withdrawn', 'frightened'],
    (pose, state) => ({
      label: `${pose} · ${state}`,
      choice: { ...STATES[state], person: people[0], pose, view: 'whole', gesture: 'none', distance: 3, at: 2400 },
    }),
    { width: 340, height: 220 },
  ),
  gestures: grid(
    gestures,
    [250, 600, 1300],
    (gesture, at) => ({
      label: `${gesture} · ${at} ms`,
      choice: { ...STATES.calm, person: people[0], pose: 'stand', view: 'whole', distance: 3, gesture, at },
    }),
    { width: 150, height: 260 },
  ),
})

async function main(wanted) {
  if (!build()) return 1
  mkdirSync(OUT, { recursive: true })
  const server = spawn(process.execPath, [join(ROOT, 'tools/serve.mjs')], {
    env: { ...process.env, PORT },
    stdio: 'pipe',
  })
  await new Promise((ready) => server.stdout.once('data', ready))
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
  try {
    const page = await browser.newPage({ viewport: { width: 1100, height: 720 }, bypassCSP: true })
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(message.text()))
    page.on('pageerror', (error) => console.log(error))
    await page.goto(`http://localhost:${PORT}/figures`)
    await page.waitForFunction(() => window.__figures !== undefined)
    const listOf = (label) =>
      page
        .getByLabel(label, { exact: true })
        .locator('option')
        .evaluateAll((all) => all.map((one) => one.value))
    const [people, gestures] = [await listOf('Person'), (await listOf('Gesture')).slice(1)]
    // the picture alone, at exactly the size of a tile
    await page.addStyleTag({
      content:
        '.viewer{display:block!important}.viewer-choice{display:none}.viewer-picture{width:var(--w);height:var(--h)}',
    })
    const all = sheets(people, gestures)
    for (const [name, sheet] of Object.entries(all)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue
      await writeSheet(page, name, sheet)
    }
  } finally {
    await browser.close()
    server.kill()
  }
  return 0
}

async function writeSheet(page, name, { columns, size, pictures }) {
  const { width, height } = size
  await page.evaluate(
    ([w, h]) => {
      document.documentElement.style.setProperty('--w', `${w}px`)
      document.documentElement.style.setProperty('--h', `${h}px`)
    },
    [width, height],
  )
  await page.waitForFunction(
    ([w, h]) => {
      const canvas = document.querySelector('canvas')
      return canvas?.width === w && canvas?.height === h
    },
    [width, height],
  )
  const tiles = []
  for (const { choice } of pictures) {
    const data = await page.evaluate(async (one) => {
      await window.__figures(one)
      return document.querySelector('canvas').toDataURL('image/png')
    }, choice)
    tiles.push(Buffer.from(data.slice(data.indexOf(',') + 1), 'base64'))
  }
  const rows = Math.ceil(pictures.length / columns)
  const label = (text) =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL_PX}"><rect width="100%" height="100%" fill="#14181b"/><text x="4" y="13" font-family="sans-serif" font-size="12" fill="#fff">${text}</text></svg>`,
    )
  const at = (i) => ({ left: (i % columns) * width, top: Math.floor(i / columns) * (height + LABEL_PX) })
  await sharp({
    create: { width: columns * width, height: rows * (height + LABEL_PX), channels: 3, background: '#14181b' },
  })
    .composite(
      pictures.flatMap(({ label: text }, i) => [
        { input: tiles[i], ...at(i) },
        { input: label(text), left: at(i).left, top: at(i).top + height },
      ]),
    )
    .jpeg({ quality: 82 })
    .toFile(join(OUT, `${name}.jpg`))
  console.log(`${name}: ${pictures.length} pictures → ${join(OUT, `${name}.jpg`)}`)
}

process.exitCode = await main(process.argv.slice(2))
