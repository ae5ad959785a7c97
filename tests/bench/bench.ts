import { headerOf, shippedScenario } from '../fixtures/packs.ts'
import { actCost } from './act-cost.ts'
import { fileSize } from './file-size.ts'
import { firstLoad } from './first-load.ts'
import { type Played, playAtRandom } from './long-session.ts'
import { replayCost } from './replay-cost.ts'
import type { Row } from './row.ts'
import { sceneCost } from './scene-cost.ts'
import { verifierCost } from './verifier-cost.ts'

/**
 * Everything the project promises in numbers, measured in one run: `npm run bench`, `npm run bench -- --json`; some parts
 * of it: `npm run bench -- --only=act,scene`.
 */
const asJson = process.argv.includes('--json')
const only = process.argv.find((one) => one.startsWith('--only='))?.slice('--only='.length)
const scenario = shippedScenario('cell-entry')

/** An hour at twenty acts a minute; of some tries the longest, for chance can play itself into a corner. */
function hour(): Played {
  const tries = Array.from({ length: 6 }, (_, n) =>
    playAtRandom(scenario, headerOf(scenario, { seed: n + 1 }), 3000, 1200),
  )
  return tries.reduce((longest, one) => (one.endMs > longest.endMs ? one : longest))
}

const say = (line: string) => {
  if (!asJson) console.log(line)
}
const format = ({ name, value, unit, goal, ok }: Row): string =>
  `${name.padEnd(50)} ${(value === null ? '—' : String(value)).padStart(8)} ${unit.padEnd(3)} ${goal === null ? '' : `${ok ? '✓' : '✗'} goal ≤ ${goal}`}`

let played: Played | undefined
const session = (): Played => {
  played ??= hour()
  return played
}
const PARTS: Readonly<Record<string, () => readonly Row[] | Promise<readonly Row[]>>> = {
  act: () => actCost(scenario),
  replay: () => replayCost(scenario, session()),
  file: () => fileSize(scenario, session()),
  verifier: () => verifierCost(scenario),
  load: firstLoad,
  scene: sceneCost,
}
const rows: Row[] = []
for (const [part, measure] of Object.entries(PARTS)) {
  if (only && !only.split(',').includes(part)) continue
  for (const found of await measure()) {
    rows.push(found)
    say(format(found).trimEnd())
  }
}
if (asJson) console.log(JSON.stringify({ rows }, null, 2))
