/**
 * Draws contact sheets of places, each room at every time of day, and of the things in them, each in every state:
 * `npx tsx tools/place-sheets.ts <folder> [place …]`. Needs a build (`npm run build`) and a Chromium.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import sharp from 'sharp'
import { parse } from 'yaml'
import { type Place, PlaceFile, PROP_KINDS } from '#core/scenario'
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'

const TILE = { width: 480, height: 270 } as const
const HOURS = ['night', 'morning', 'noon'] as const
const PORT = process.env.PORT ?? '4205'
const [folder, ...asked] = process.argv.slice(2)
if (!folder) throw new Error('Say where the sheets go: npx tsx tools/place-sheets.ts <folder> [place …]')
mkdirSync(folder, { recursive: true })

type Tile = { readonly title: string; readonly search: Readonly<Record<string, string>> }

/** One row for every room that has a station, one only of rooms that are numbered (cell-1, cell-2 …). */
function roomRows(place: Place): readonly (readonly Tile[])[] {
  const kinds = new Map(place.rooms.map(({ id }) => [id.replace(/-\d+$/, ''), id] as const).reverse())
  return [...kinds.values()].reverse().flatMap((room) => {
    const station = place.stations.find((one) => one.room === room)
    if (!station) return []
    return [HOURS.map((time) => ({ title: `${station.id}, ${time}`, search: { station: station.id, time } }))]
  })
}

/** One row for every kind of prop: its states. */
function propRows(place: Place): readonly (readonly Tile[])[] {
  const first = new Map(place.props.map((prop) => [prop.kind, prop] as const).reverse())
  return [...first.values()].reverse().map(({ id, kind, reach }) =>
    PROP_KINDS[kind].states.map((state) => ({
      title: `${id}: ${state}`,
      search: { station: reach[0] ?? '', near: id, time: 'noon', states: `${id}:${state}` },
    })),
  )
}

async function draw(page: Page, place: string, rows: readonly (readonly Tile[])[], file: string): Promise<void> {
  const columns = Math.max(...rows.map((row) => row.length))
  const tiles = []
  for (const [y, row] of rows.entries())
    for (const [x, { title, search }] of row.entries()) {
      await page.goto(`http://localhost:${PORT}/places?${new URLSearchParams({ place, ...search })}`)
      // software drawing is slow: the picture is there when two looks at it are alike
      let before = ''
      for (let look = 0; look < 40; look++) {
        await page.waitForTimeout(700)
        const now = (await page.getByRole('status').textContent()) ?? ''
        if (now === before && !now.startsWith('0 ')) break
        before = now
      }
      const picture = await page.locator('.viewer-picture').screenshot()
      const words = Buffer.from(
        `<svg width="${TILE.width}" height="22"><rect width="100%" height="100%" fill="#14181b" opacity=".8"/><text x="8" y="16" font-family="IBM Plex Sans, DejaVu Sans" font-size="13" fill="#f2efe8">${title} · ${before}</text></svg>`,
      )
      const input = await sharp(picture)
        .resize(TILE.width, TILE.height)
        .composite([{ input: words, top: TILE.height - 22, left: 0 }])
        .png()
        .toBuffer()
      tiles.push({ input, left: x * TILE.width, top: y * TILE.height })
      console.log(`${place}: ${title}: ${before}`)
    }
  const size = { width: columns * TILE.width, height: rows.length * TILE.height }
  await sharp({ create: { ...size, channels: 3, background: '#14181b' } })
    .composite(tiles)
    .webp({ quality: 82 })
    .toFile(file)
}

const server = spawn('node', ['tools/serve.mjs'], { env: { ...process.env, PORT }, stdio: 'ignore' })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 592 } })
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(`console: ${message.text()}`)
  })
  for (const name of readdirSync('scenarios/places').filter((file) => file.endsWith('.yaml'))) {
    const place = PlaceFile.parse(parse(readFileSync(join('scenarios/places', name), 'utf8')))
    if (asked.length > 0 && !asked.includes(place.id)) continue
    await draw(page, place.id, roomRows(place), join(folder, `${place.id}.webp`))
    await draw(page, place.id, propRows(place), join(folder, `${place.id}-things.webp`))
  }
} finally {
  await browser.close()
  server.kill()
}
