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
import words from '../src/ui/text/en.json' with { type: 'json' }
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs'

const TILE = { width: 480, height: 270 } as const
const HOURS = ['night', 'morning', 'noon'] as const
const PORT = process.env.PORT ?? '4205'
const [folder, ...asked] = process.argv.slice(2)
if (!folder) throw new Error('Say where the sheets go: npx tsx tools/place-sheets.ts <folder> [place …]')
mkdirSync(folder, { recursive: true })

type Tile = {
  readonly title: string
  readonly station: string
  readonly time: string
  readonly near?: string
  /** of the prop looked at */ readonly state?: string
}
const placeWords: Readonly<Record<string, { readonly props: Readonly<Record<string, string>> }>> = parse(
  readFileSync('scenarios/places/text/en.yaml', 'utf8'),
).places

/** One row for every room that has a station, one only of rooms that are numbered (cell-1, cell-2 …). */
function roomRows(place: Place): readonly (readonly Tile[])[] {
  const kinds = new Map(place.rooms.map(({ id }) => [id.replace(/-\d+$/, ''), id] as const).reverse())
  return [...kinds.values()].reverse().flatMap((room) => {
    const station = place.stations.find((one) => one.room === room)
    if (!station) return []
    return [HOURS.map((time) => ({ title: `${station.id}, ${time}`, station: station.id, time }))]
  })
}

/** One row for every kind of prop: its states. */
function propRows(place: Place): readonly (readonly Tile[])[] {
  const first = new Map(place.props.map((prop) => [prop.kind, prop] as const).reverse())
  return [...first.values()].reverse().map(({ id, kind, reach }) =>
    PROP_KINDS[kind].states.map((state) => ({
      title: `${id}: ${state}`,
      station: reach[0] ?? '',
      time: 'noon',
      near: id,
      state,
    })),
  )
}

/** What the choices of the viewer are called. */
const CHOICE = { station: words.places.station, time: words.places.time, near: words.places.near } as const

async function draw(page: Page, place: Place, rows: readonly (readonly Tile[])[], file: string): Promise<void> {
  const names = placeWords[place.id]?.props ?? {}
  const tiles = []
  for (const [y, row] of rows.entries())
    for (const [x, tile] of row.entries()) {
      const choices = [
        ...Object.entries(CHOICE).map(([part, label]) => [label, tile[part as keyof typeof CHOICE] ?? '']),
      ]
      if (tile.state) choices.push([names[tile.near ?? ''] ?? '', tile.state])
      for (const [label = '', value] of choices)
        await page.getByLabel(label, { exact: true }).selectOption(value ?? '', { force: true })
      const drawn = await page.evaluate(async () => {
        for (let frame = 0; frame < 4; frame++) await new Promise((next) => requestAnimationFrame(next))
        const cost = document.querySelector('output')?.textContent ?? ''
        return { cost, picture: document.querySelector('canvas')?.toDataURL('image/png').split(',')[1] ?? '' }
      })
      const title = `${tile.title} · ${drawn.cost}`
      const caption = Buffer.from(
        `<svg width="${TILE.width}" height="22"><rect width="100%" height="100%" fill="#14181b" opacity=".8"/><text x="8" y="16" font-family="IBM Plex Sans, DejaVu Sans" font-size="13" fill="#f2efe8">${title}</text></svg>`,
      )
      const input = await sharp(Buffer.from(drawn.picture, 'base64'))
        .resize(TILE.width, TILE.height)
        .composite([{ input: caption, top: TILE.height - 22, left: 0 }])
        .png()
        .toBuffer()
      tiles.push({ input, left: x * TILE.width, top: y * TILE.height })
      console.log(`${place.id}: ${title}`)
    }
  const columns = Math.max(...rows.map((row) => row.length))
  const size = { width: columns * TILE.width, height: rows.length * TILE.height }
  await sharp({ create: { ...size, channels: 3, background: '#14181b' } })
    .composite(tiles)
    .webp({ quality: 82 })
    .toFile(file)
}

const server = spawn('node', ['tools/serve.mjs'], { env: { ...process.env, PORT }, stdio: 'ignore' })
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS })
try {
  const page = await browser.newPage({ viewport: { width: 1120, height: 530 } })
  page.setDefaultTimeout(120_000)
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) console.log(`console: ${message.text()}`)
  })
  for (const name of readdirSync('scenarios/places').filter((file) => file.endsWith('.yaml'))) {
    const place = PlaceFile.parse(parse(readFileSync(join('scenarios/places', name), 'utf8')))
    if (asked.length > 0 && !asked.includes(place.id)) continue
    const lit = page.waitForResponse((response) => response.url().endsWith(`${place.id}.light`))
    await page.goto(`http://localhost:${PORT}/places?place=${place.id}`)
    await lit
    await page.waitForFunction(() => !/^0 /.test(document.querySelector('output')?.textContent ?? '0 '))
    // mixing the light into the vertices follows its arrival by a moment
    await page.waitForTimeout(3000)
    await draw(page, place, roomRows(place), join(folder, `${place.id}.webp`))
    await draw(page, place, propRows(place), join(folder, `${place.id}-things.webp`))
  }
} finally {
  await browser.close()
  server.kill()
}
