import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeFigure } from './export.ts'
import { openMakehuman } from './makehuman.ts'
import { PEOPLE } from './people.ts'
import { buildPerson } from './person.ts'

/** Builds the people of the cell into `public/models/`: `npx tsx tools/figures/build.ts [name …]`. */

/** More would be felt on a slow line (see ASSETS.md). */
const LIMIT_BYTES = 650_000
const ROOT = join(import.meta.dirname, '../..')
const wanted = process.argv.slice(2)
const data = openMakehuman(join(ROOT, '.cache/makehuman'))
const models = join(ROOT, 'public/models')
mkdirSync(models, { recursive: true })

for (const [i, recipe] of PEOPLE.entries()) {
  if (wanted.length > 0 && !wanted.includes(recipe.file)) continue
  const figure = await buildPerson(data, recipe, 100 + i * 10)
  const bytes = await writeFigure(figure)
  writeFileSync(join(models, `${recipe.file}.glb`), bytes)
  const triangles = [...figure.head, ...figure.body].reduce((sum, { indices }) => sum + indices.length / 3, 0)
  console.log(
    `${recipe.file}.glb  ${(bytes.length / 1000).toFixed(0)} kB, ${triangles} triangles, ${figure.joints.length} joints`,
  )
  if (bytes.length > LIMIT_BYTES)
    throw new Error(`${recipe.file}.glb is larger than ${LIMIT_BYTES} bytes; shrink a texture.`)
}
