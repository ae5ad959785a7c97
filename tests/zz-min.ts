import { verify, replayOf } from '/work/verifier/src/core/verifier/index.ts'
import { verdictsOf } from '/work/verifier/src/core/scoring/index.ts'
import { shippedScenario } from '/work/verifier/tests/fixtures/packs.ts'
const [id, d] = process.argv.slice(2)
const s = shippedScenario(id as any)
const v = verify(s, { states: 500, runs: 600, allStacks: false })
const b = v.stacks[0].bounds[d as 'law']!
console.log(b.min, b.max, b.minRun!.setup.variation, b.minRun!.acts.map(a=>a.act.do).join(' '))
for (const x of verdictsOf(replayOf(s, b.minRun!))) if (String(x.criterion).startsWith(d)) console.log(x.criterion, x.outcome)
