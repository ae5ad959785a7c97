// Renders contact sheets of people and places through the built app: node tools/contact-sheet.mjs [sheet …]
// Those the documentation shows are written to docs/pictures too.
import { spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { chromium } from '@playwright/test'
import { build } from './build.mjs'
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'
import { gridOf, writeWebp } from './picture-grid.mjs'
import { drawHours, PLACE_SHEETS } from './place-hours.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const OUT = resolve(ROOT, process.env.SHEETS ?? 'test-results/sheets')
const PORT = process.env.PORT ?? '4204'
/** What the documentation calls a sheet, how wide it is there, and of how many columns, if of others. */
const IN_DOCS = {
  standing: { file: 'people', width: 1200 },
  blind: { file: 'states', width: 1440 },
  gestures: { file: 'gestures', width: 1100, columns: 9 },
  places: { file: 'places', width: 1080 },
  wing: { file: 'wing', width: 1080 },
}

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

/** Somebody's own way of moving: people of one figure differ by it. */
const seedOf = (person) => [...person].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), 7) % 97

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
      choice: {
        ...STATES[state],
        person,
        wears: 'nothing',
        seed: seedOf(person),
        pose,
        view,
        gesture: 'none',
        distance: 3,
        at: MOMENTS_MS[0],
      },
    }),
    size,
  )
/** Numbers 0…1 that come in the same order for the same seed (mulberry32). */
function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** The states somebody has to tell apart who sees no numbers. */
const BLIND_STATES = ['calm', 'wary', 'agitated', 'hostile', 'withdrawn', 'frightened']
/** Four people in six states without a name, in an order only the key tells; for naming the state by looking. */
const blindSheet = (people, seed) => {
  const random = seeded(seed)
  const pictures = people.slice(0, 4).flatMap((person) =>
    BLIND_STATES.map((state) => ({
      state,
      order: random(),
      choice: {
        ...STATES[state],
        person,
        wears: 'nothing',
        seed: Math.floor(random() * 100),
        pose: 'stand',
        at: MOMENTS_MS[Math.floor(random() * MOMENTS_MS.length)],
        view: 'whole',
        gesture: 'none',
        distance: 2.2,
      },
    })),
  )
  pictures.sort((one, other) => one.order - other.order)
  return {
    columns: 6,
    size: { width: 400, height: 600 },
    apart: true,
    key: pictures.map(({ state, choice }, i) => ({ picture: i + 1, state, person: choice.person, at: choice.at })),
    pictures: pictures.map(({ choice }, i) => ({ label: String(i + 1), choice })),
  }
}
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
      choice: {
        ...STATES[state],
        person: people[0],
        wears: 'nothing',
        pose,
        view: 'whole',
        gesture: 'none',
        distance: 3,
        at: 2400,
      },
    }),
    { width: 340, height: 220 },
  ),
  blind: blindSheet(
    people.filter((person) => person.startsWith('prisoner')),
    Number(process.env.SEED ?? 1),
  ),
  // heads are covered as a person's faith asks it
  coverings: grid(
    ['turban', 'prayer-cap'],
    ['face', 'half', 'side'],
    (wears, view) => ({
      label: `${wears} · ${view}`,
      choice: {
        ...STATES.calm,
        person: wears === 'turban' ? 'prisoner-e' : 'prisoner-a',
        wears,
        pose: 'stand',
        view,
        gesture: 'none',
        distance: 3,
        at: MOMENTS_MS[0],
      },
    }),
    FACE,
  ),
  // from across a wing there are fewer triangles
  far: grid(
    people,
    [5.4, 8, 12],
    (person, distance) => ({
      label: `${person} · ${distance} m`,
      choice: {
        ...STATES.wary,
        person,
        wears: 'nothing',
        pose: 'stand',
        view: 'whole',
        gesture: 'none',
        distance,
        at: 2400,
      },
    }),
    WHOLE,
  ),
  gestures: grid(
    gestures,
    [250, 600, 1300],
    (gesture, at) => ({
      label: `${gesture} · ${at} ms`,
      choice: {
        ...STATES.calm,
        person: people[0],
        wears: 'nothing',
        seed: 7,
        pose: 'stand',
        view: 'whole',
        distance: 3,
        gesture,
        at,
      },
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
    // the first picture comes late where the graphics are software and the machine is busy
    page.setDefaultTimeout(180_000)
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && console.log(message.text()))
    page.on('pageerror', (error) => console.log(error))
    const origin = `http://localhost:${PORT}`
    const isWanted = (name) => wanted.length === 0 || wanted.includes(name)
    for (const [name, views] of Object.entries(PLACE_SHEETS))
      if (isWanted(name)) await writeSheet(name, await drawHours(page, origin, views))
    if (wanted.length > 0 && wanted.every((name) => name in PLACE_SHEETS)) return 0
    await page.goto(`${origin}/figures`)
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
      if (isWanted(name)) await writeSheet(name, await drawPeople(page, name, sheet))
    }
  } finally {
    await browser.close()
    server.kill()
  }
  return 0
}

async function drawPeople(page, name, { columns, size, pictures, key, apart }) {
  if (key) writeFileSync(join(OUT, `${name}-key.json`), `${JSON.stringify(key, null, 1)}\n`)
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
  if (apart) {
    const folder = join(OUT, name)
    mkdirSync(folder, { recursive: true })
    tiles.forEach((tile, i) => {
      writeFileSync(join(folder, `${String(i + 1).padStart(2, '0')}.png`), tile)
    })
  }
  return { tiles, labels: pictures.map(({ label }) => label), columns, size }
}

async function writeSheet(name, { tiles, labels, columns, size }) {
  const file = join(OUT, `${name}.webp`)
  await writeWebp(await gridOf(tiles, labels, columns, size), file, columns * size.width)
  console.log(`${name}: ${tiles.length} pictures → ${file}`)
  const shown = IN_DOCS[name]
  if (!shown) return
  const picture = join(ROOT, 'docs/pictures', `${shown.file}.webp`)
  const bytes = await writeWebp(await gridOf(tiles, labels, shown.columns ?? columns, size), picture, shown.width)
  console.log(`${name}: ${Math.round(bytes / 1000)} kB → ${picture}`)
}

process.exitCode = await main(process.argv.slice(2))
