import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compose, DISCIPLINES, stacksOf } from '#core/scenario'
import { debriefOf, monitorsFor, verdictsOf } from '#core/scoring'
import { chartFor, replayLog, setupOf } from '#core/session'
import { headerOf, randomRun, shippedScenario } from '../fixtures/packs.ts'

const scenario = shippedScenario('cell-entry')
const stacks = stacksOf(scenario.data.layers)

describe('what must not change a score', () => {
  it('is another name, figure or skin', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.string({ maxLength: 20 }),
        fc.constantFrom('prisoner-a', 'prisoner-b'),
        (seed, name, figure) => {
          const header = headerOf(scenario, { seed })
          const { records } = randomRun(scenario, header, seed, 50)
          const looked = [{ ...header, looks: { prisoner: { name, figure } } }, ...records.slice(1)]
          expect(debriefOf(replayLog(scenario, looked)).disciplines).toEqual(
            debriefOf(replayLog(scenario, records)).disciplines,
          )
        },
      ),
      { numRuns: 15 },
    )
  })

  it('is the seed that orders what is shown', () => {
    const header = headerOf(scenario, { seed: 1 })
    const { records } = randomRun(scenario, header, 5, 60)
    const other = [{ ...header, seed: 99 }, ...records.slice(1)]
    expect(verdictsOf(replayLog(scenario, other))).toEqual(verdictsOf(replayLog(scenario, records)))
  })

  it('is a rubric with one layer more, for the layers already there: the same log, more criteria', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.constantFrom(...stacks), (seed, stack) => {
        const replay = replayLog(scenario, randomRun(scenario, headerOf(scenario, { stack, seed }), seed, 50).records)
        const all = compose(scenario, { ...setupOf(replay.header), stack: DISCIPLINES })
        const before = verdictsOf(replay)
        const after = verdictsOf(replay, monitorsFor(replay.chart, all.criteria))
        expect(after.filter((v) => stack.includes(v.discipline))).toEqual(before)
      }),
      { numRuns: 30 },
    )
  })

  it('is a layer that is on and not used: the same base acts earn the same verdicts in every stack', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.constantFrom(...DISCIPLINES),
        fc.constantFrom(...stacks),
        (seed, layer, stack) => {
          const bigger = DISCIPLINES.filter((d) => d === layer || stack.includes(d))
          const run = randomRun(
            scenario,
            headerOf(scenario, { stack, seed }),
            seed,
            40,
            (_, owner) => owner === undefined,
          )
          const small = replayLog(scenario, run.records)
          const large = replayLog(scenario, [headerOf(scenario, { stack: bigger, seed }), ...run.records.slice(1)])
          expect(large.stoppedAt).toBeUndefined()
          expect(verdictsOf(large).filter((v) => stack.includes(v.discipline))).toEqual(verdictsOf(small))
        },
      ),
      { numRuns: 40 },
    )
  })

  it('leaving a layer off removes exactly its lines, injects and criteria', () => {
    const full = compose(scenario, { stack: DISCIPLINES })
    for (const off of DISCIPLINES) {
      const rest = compose(scenario, { stack: DISCIPLINES.filter((d) => d !== off) })
      for (const part of ['lines', 'deeds', 'injects', 'criteria', 'regions', 'hints'] as const)
        expect(rest[part]).toEqual((full[part] as readonly { owner?: string }[]).filter((item) => item.owner !== off))
      const acts = (stack: readonly (typeof DISCIPLINES)[number][]) =>
        chartFor(scenario, headerOf(scenario, { stack })).acts.map((act) => [act.id, act.owner])
      expect(acts(DISCIPLINES.filter((d) => d !== off))).toEqual(acts(DISCIPLINES).filter(([, owner]) => owner !== off))
    }
  })
})
