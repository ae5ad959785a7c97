import { debriefOf } from '../src/core/scoring/index.ts'
import { walkthroughRecords } from '../src/core/scoring/index.ts'
import { chartFor, replayLog } from '../src/core/session/index.ts'
import { headerOf, shippedScenario } from '../tests/fixtures/packs.ts'
const ids = process.argv.slice(2)
for (const id of ids) {
  const s = shippedScenario(id)
  const w = s.walkthroughs.model!
  const header = headerOf(s, { variation: w.variation ?? 'none' })
  const chart = chartFor(s, header)
  const flat: any[] = []
  const go = (steps: any[]) => { for (const st of steps) { if ('by-his-answer' in st) go(st['by-his-answer'].compliant ?? Object.values(st['by-his-answer'])[0]); else if (!('expect' in st)) flat.push(st) } }
  go(w.steps as any[])
  const seen: string[] = []
  for (let k = 1; k <= flat.length; k++) {
    const steps = [...flat.slice(0, k), { do: 'end:session' }]
    const recs = walkthroughRecords({ ...w, steps } as any, header, (a) => chart.actById.has(a))
    let d
    try { d = debriefOf(replayLog(s, recs, chart)) } catch (e) { console.log(k, String(e).slice(0, 100)); continue }
    console.log(String(k).padStart(3), (flat[k - 1].do ?? 'wait ' + flat[k - 1].wait).padEnd(36), d.disciplines.map((x) => x.discipline.slice(0, 4) + ' ' + String(x.percent ?? '-').padStart(3) + (x.fails ? '!' : ' ')).join('  '), d.ending)
  }
}
