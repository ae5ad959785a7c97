import { describe, expect, it } from 'vitest'
import type { Walkthrough } from '#core/scenario'
import { debriefOf, isTooLittle, scoreDiscipline, verdictsOf, walkthroughRecords } from '#core/scoring'
import { replayLog } from '#core/session'
import { headerOf, shippedScenario } from '../fixtures/packs.ts'

/** Runs that an attacker found: few acts, high marks, and what the exercise is about not done. None of them may pay. */
type Run = {
  readonly id: string
  readonly steps: string
  readonly below: number
  readonly more?: Record<string, number>
}

const CALLED_IN =
  'say:en-button say:day-plain say:asking-plain say:language.back-button say:language.back-day say:language.back-asking say:radio-plan end:session'
const RUNS: Readonly<Record<string, Run>> = {
  'called in from the hall': { id: 'arrival-interview', steps: CALLED_IN, below: 80, more: { language: 60 } },
  'called in from the hall, sharply and louder': {
    id: 'arrival-interview',
    steps: CALLED_IN.replace('say:language.back-button', 'say:language.once-more-louder say:language.back-button')
      .split(' ')
      .map((act) => (act.startsWith('say:') ? `${act}/sharp` : act))
      .join(' '),
    below: 80,
    more: { language: 60 },
  },
  'thanked and not searched': {
    id: 'rub-down-search',
    steps:
      'say:first-good-morning say:first-thanks say:second-good-morning say:second-thanks say:third-good-morning say:third-thanks end:session',
    below: 60,
  },
  'one cell looked at': {
    id: 'standing-count',
    steps:
      'go:front-22 open:hatch-22 look:hatch-22 say:ask-recount wait:50 go:desk call:telephone say:look-at-him wait:30 say:report-reconciled end:session',
    below: 80,
  },
  'put off at once': { id: 'cell-search', steps: 'say:radio-put-off end:session', below: 80 },
  'put off with a knock': {
    id: 'cell-entry',
    steps: 'go:door-front switch-off:light-switch knock:door say:radio-put-off say:note-put-off end:session',
    below: 80,
  },
}

const played = (id: string, acts: readonly object[]) => {
  const scenario = shippedScenario(id)
  const header = headerOf(scenario, {})
  const walkthrough = { ...scenario.walkthroughs.model, steps: acts } as unknown as Walkthrough
  return replayLog(scenario, walkthroughRecords(walkthrough, header))
}
const actsOf = (steps: string) =>
  steps.split(' ').map((step) => {
    const [act = '', tone] = step.split('/')
    if (act.startsWith('wait:')) return { wait: Number(act.slice('wait:'.length)) }
    return { do: act, ...(tone !== undefined && { tone }) }
  })

describe('cheap wins', () => {
  for (const [name, { id, steps, below, more }] of Object.entries(RUNS))
    it(`${id}: ${name} earns little`, () => {
      const replay = played(id, actsOf(steps))
      expect(replay.stoppedAt).toBeUndefined()
      const verdicts = verdictsOf(replay)
      for (const { discipline, percent } of debriefOf(replay).disciplines) {
        const owned = replay.chart.world.composition.criteria.filter((one) => one.owner === discipline)
        const tooLittle = isTooLittle(scoreDiscipline(owned, verdicts))
        expect(tooLittle || (percent ?? 0) < (more?.[discipline] ?? below), `${discipline}: ${percent}`).toBe(true)
      }
    })

  it('cell-entry: nobody says that he is well before he has been heard', () => {
    const replay = played('cell-entry', actsOf('go:door-front say:radio-put-off say:note-put-off end:session'))
    expect(replay.stoppedAt).toBeDefined()
  })

  it('arrival-interview: a prisoner who sits by while health is asked has been used', () => {
    const model = shippedScenario('arrival-interview').walkthroughs.model
    const acts = (model?.steps ?? []).filter((step) => 'do' in step || 'wait' in step)
    const steps = acts.map((step) =>
      'do' in step && step.do === 'say:decline-orderly' ? { ...step, do: 'say:orderly-sit-with-us' } : step,
    )
    const fails = debriefOf(played('arrival-interview', steps as never)).disciplines.filter((one) => one.fails)
    expect(fails.map((one) => one.discipline)).toEqual(expect.arrayContaining(['law', 'language']))
  })
})
