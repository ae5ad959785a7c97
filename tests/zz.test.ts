import { writeFileSync } from 'node:fs'
import { it } from 'vitest'
import { scenarioIdsIn } from '#core/scenario'
import { debriefOf } from '#core/scoring'
import { shippedPack, shippedScenario } from './fixtures/packs.ts'
import { walkthroughReplay } from './fixtures/walkthrough-replay.ts'
import { headerOf } from './fixtures/packs.ts'
import { walkthroughRecords } from '#core/scoring'
import { replayLog } from '#core/session'
it('x', () => {
  const out: Record<string, unknown> = {}
  for (const id of scenarioIdsIn(shippedPack)) {
    const s = shippedScenario(id)
    for (const [n, w] of Object.entries(s.walkthroughs)) {
      const header = headerOf(s, { stack: w.stack === 'all' ? s.data.layers : w.stack, variation: w.variation ?? 'none', personas: w.personas ?? {} })
      const d = debriefOf(replayLog(s, walkthroughRecords(w, header)))
      out[`${id}/walkthroughs/${n}.yaml`] = Object.fromEntries(d.disciplines.map(x => [x.discipline, { percent: x.percent, fails: x.fails, lost: x.criteria.filter(c => c.outcome !== 'met' && c.outcome !== 'not-applicable').map(c => c.id + ' ' + c.outcome) }]))
    }
  }
  writeFileSync('/tmp/scenes/scores.json', JSON.stringify(out))
}, 200000)
