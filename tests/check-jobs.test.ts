import { describe, expect, it } from 'vitest'
import { verify } from '#core/verifier'
import { runJobs } from '../src/cli/check-jobs.ts'
import { rateText } from '../src/cli/progress.ts'
import { soundScenario } from './fixtures/sound-pack.ts'
import { tinyScenario } from './fixtures/tiny-pack.ts'

describe('a check in threads', () => {
  it('says the same as one without, in the order of the jobs', async () => {
    const wanted = { states: 50, runs: 20, allStacks: false }
    const scenarios = [soundScenario(), tinyScenario(), soundScenario()]
    const found = await runJobs(scenarios.map((scenario) => ({ scenario, wanted })))
    expect(found).toEqual(scenarios.map((scenario) => verify(scenario, wanted)))
  })

  it('passes on what went wrong in a thread', async () => {
    const broken = { ...soundScenario(), id: 'elsewhere' }
    const wanted = { states: 10, runs: 1, allStacks: false }
    const jobs = [broken, soundScenario()].map((scenario) => ({ scenario, wanted }))
    await expect(runJobs(jobs)).rejects.toThrow('"elsewhere" cannot be read')
  })

  it('tells how fast it is and how long it takes at most', () => {
    expect(rateText(12_000, 100_000, 300)).toBe(': 12000 states, 40000/s, at most 3 s more')
    expect(rateText(0, 100_000, 300)).toBe(' …')
  })
})
