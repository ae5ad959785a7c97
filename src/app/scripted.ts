import type { Scenario } from '#core/scenario'
import { walkthroughRecords } from '#core/scoring'
import { chartFor, type Header, LOG_VERSION, pick, type Replay, replayLog } from '#core/session'
import { shipped } from './library.ts'

/** The runs an officer is played by; every scenario ships them (docs/authoring.md). */
const OFFICERS = ['model', 'hasty', 'harmful'] as const
export type Officer = (typeof OFFICERS)[number]

/** A session that an officer of the script has with whoever plays the prisoner; it is nobody's attempt and not stored. */
export type Scripted = { readonly officer: Officer; readonly scenario: Scenario; readonly replay: Replay }

/** The officer a seed brings to a scenario. @throws {Error} no such scenario, or one without such a run */
export async function scriptedSession(scenarioId: string, seed: number): Promise<Scripted> {
  const { scenario } = await shipped(scenarioId)
  const there = OFFICERS.filter((name) => scenario.walkthroughs[name])
  const officer = there[pick(seed, 'officer', Math.max(1, there.length))]
  const walkthrough = officer && scenario.walkthroughs[officer]
  if (!officer || !walkthrough) throw new Error(`"${scenarioId}" has no run an officer could be played by.`)
  const header: Header = {
    kind: 'header',
    log: LOG_VERSION,
    sessionId: `scripted ${scenarioId} ${seed}`,
    scenario: scenarioId,
    scenarioVersion: scenario.version,
    packHash: '',
    stack: scenario.data.layers,
    personas: walkthrough.personas ?? {},
    variation: walkthrough.variation ?? 'none',
    mode: 'practice',
    locale: 'en',
    seed,
    trainee: 'script',
    appVersion: '',
    startedAt: '1970-01-01T00:00:00Z',
  }
  const chart = chartFor(scenario, header)
  const records = walkthroughRecords(walkthrough, header, (id) => chart.actById.has(id))
  return { officer, scenario, replay: replayLog(scenario, records, chart) }
}
