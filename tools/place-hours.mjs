// Pictures of places at three times of day, through the built app's /places page; `contact-sheet.mjs` runs it.
import sharp from 'sharp'

const HOURS = ['night', 'morning', 'noon']
const TILE = { width: 360, height: 202 }

/** Every place from the station that shows most of it, turned to it where the station is not; degrees. */
const PLACES = [
  ['single-cell', 'inside'],
  ['cell-fourteen', 'inside'],
  ['search-cell', 'inside'],
  ['search-area', 'bench-side', -116],
  ['interview-room', 'door-inside', -45],
  ['landing', 'desk', 80],
  ['wing', 'landing-west'],
]
/** The rooms of the wing. */
const WING = ['landing-west', 'in-2', 'office', 'search-room', 'interview-room', 'gate-lobby', 'reception'].map(
  (station) => ['wing', station],
)

export const PLACE_SHEETS = { places: PLACES, wing: WING }

/** The pictures of a sheet, row by row, with their labels. */
export async function drawHours(page, origin, views) {
  const tiles = []
  const labels = []
  let shown
  for (const [place, station, turn] of views) {
    if (shown !== place) {
      const lit = page.waitForResponse((response) => response.url().endsWith(`${place}.light`))
      const turned = turn === undefined ? '' : `&turn=${turn}`
      await page.goto(`${origin}/places?place=${place}&station=${station}${turned}`)
      await lit
      await page.waitForFunction(() => !/^0 /.test(document.querySelector('output')?.textContent ?? '0 '))
      // mixing the light into the vertices follows its arrival by a moment
      await page.waitForTimeout(3000)
      shown = place
    }
    const seenFrom = page.getByLabel('Seen from', { exact: true })
    if ((await seenFrom.inputValue()) !== station) await seenFrom.selectOption(station, { force: true })
    for (const hour of HOURS) {
      await page.getByLabel('Time of day', { exact: true }).selectOption(hour, { force: true })
      const data = await page.evaluate(async () => {
        for (let frame = 0; frame < 4; frame++) await new Promise((next) => requestAnimationFrame(next))
        return document.querySelector('.viewer-picture canvas').toDataURL('image/png')
      })
      const picture = Buffer.from(data.slice(data.indexOf(',') + 1), 'base64')
      tiles.push(await sharp(picture).resize(TILE).png().toBuffer())
      labels.push(`${place} · ${station} · ${hour}`)
    }
  }
  return { tiles, labels, columns: HOURS.length, size: TILE }
}
