/**
 * Bakes the light of places: `npx tsx tools/bake-place.ts [place.yaml …]`, all of scenarios/places by default.
 * Run it when a place or the shape of furniture changes; a light file that no longer fits is ignored by the room.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { PlaceFile } from '#core/scenario'
import { bakeLight } from '../src/cell/room/light-bake.ts'
import { encodeLight } from '../src/cell/room/light-file.ts'
import { buildRoom } from '../src/cell/room/room-geometry.ts'

const PLACES = 'scenarios/places'
const OUT = 'public/places'

const given = process.argv.slice(2)
const files =
  given.length > 0
    ? given
    : readdirSync(PLACES)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => join(PLACES, name))
mkdirSync(OUT, { recursive: true })
for (const file of files) {
  const place = PlaceFile.parse(parse(readFileSync(file, 'utf8')))
  const steps = bakeLight(place, buildRoom(place))
  let step = steps.next()
  while (!step.done) step = steps.next()
  const bytes = encodeLight(step.value)
  writeFileSync(join(OUT, `${place.id}.light`), bytes)
  console.log(`${file}: ${step.value.channels.length / 4} vertices, ${bytes.length} bytes`)
}
