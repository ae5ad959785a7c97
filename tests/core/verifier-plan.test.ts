import { describe, expect, it } from 'vitest'
import { scenarioIdsIn } from '#core/scenario'
import { castsOf, replayOf, TableRun, verify } from '#core/verifier'
import { Aim } from '../../src/core/verifier/plan/aim.ts'
import { impossibleOf } from '../../src/core/verifier/plan/impossible.ts'
import { modelOf } from '../../src/core/verifier/plan/model.ts'
import { isSeen, wishesOf } from '../../src/core/verifier/plan/wish.ts'
import { Player } from '../../src/core/verifier/player.ts'
import { probe, seedsOf, sow } from '../../src/core/verifier/probe.ts'
import { shippedPack, shippedScenario } from '../fixtures/packs.ts'
import { type Edit, soundFiles, soundScenario } from '../fixtures/sound-pack.ts'

/** Too few states for a proof by visiting them all. */
const BOUNDED = { states: 20, runs: 20, allStacks: false }

describe('what the relaxation calls impossible', () => {
  for (const id of scenarioIdsIn(shippedPack))
    it(`is shown by no walkthrough and no random run of ${id}`, () => {
      const scenario = shippedScenario(id)
      for (const cast of castsOf(scenario, scenario.data.layers).slice(0, 2)) {
        const player = new Player(cast)
        probe(player, sow(player, seedsOf(cast)), 20)
        const wishes = wishesOf(new Aim(player).model)
        const impossible = impossibleOf(new Aim(player).model, cast.starts, wishes)
        const shown = wishes.filter((wish) => isSeen(player, wish)).map(({ key }) => key)
        expect(shown.length).toBeGreaterThan(40)
        expect(shown.filter((key) => impossible.has(key))).toEqual([])
      }
    })

  const line = (when: string, replies: string): Edit => [
    'scenario',
    'lines:\n',
    `lines:\n  - { id: extra, to: prisoner, say: threaten, about: visit, tones: [neutral], when: ${when}, replies: ${replies} }\n`,
  ]
  const SOWN: readonly (readonly [code: string, edits: readonly Edit[]])[] = [
    // The reply contradicts the line's own condition: no single variable shows it, only both together.
    ['V004', [line('{ officer.at: outside }', '[{ when: { officer.at: inside }, text: morning }, { text: morning }]')]],
    // A reply that comes after one without a condition.
    ['V004', [line('{ officer.at: outside }', '[{ text: morning }, { text: morning }]')]],
    [
      'V009',
      [
        [
          'law',
          'criteria:\n',
          'criteria:\n  - { id: extra, kind: before, do: { say: mock }, then: { go: inside }, rule: T1 }\n',
        ],
      ],
    ],
    ['V010', [['law', 'criteria:\n', 'criteria:\n  - { id: extra, kind: never, do: { say: mock }, rule: T1 }\n']]],
  ]
  for (const [n, [code, edits]] of SOWN.entries())
    it(`is a finding with its line though not every state was visited: ${code} (${n + 1})`, () => {
      const { findings, stacks } = verify(soundScenario(edits), BOUNDED)
      expect(stacks[0]?.bounded).toBe(true)
      expect(findings.map((finding) => finding.code)).toEqual([code])
      const { file, line: number } = findings[0]!
      expect(soundFiles(edits)[file]?.split('\n')[number - 1]).toContain('id: extra')
    })

  it('is nothing in a sound scenario, and everything else of it is shown', () => {
    const { findings, undecided, stacks } = verify(soundScenario(), BOUNDED)
    expect(stacks[0]?.bounded).toBe(true)
    expect([findings, undecided]).toEqual([[], []])
  })
})

describe('the operators of the relaxation', () => {
  /** Acts that are done at random beside the walkthroughs, in each cast. */
  const ACTS = 150
  const random = (seed: number) => {
    let state = seed
    return (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648
      return Math.floor((state / 2147483648) * below)
    }
  }

  for (const id of scenarioIdsIn(shippedPack))
    it(`cover every change that any step makes in ${id}`, () => {
      const scenario = shippedScenario(id)
      let changes = 0
      const uncovered = new Set<string>()
      for (const cast of castsOf(scenario, scenario.data.layers).slice(0, 2)) {
        const { tables } = cast
        const { operators, free } = modelOf(tables)
        const { world, acts } = tables.chart
        const number = new Map(acts.map((act, n) => [act.id as string, n]))
        const run = new TableRun(tables)
        const tell: Parameters<TableRun['does']>[1] = (event, { vector }) => {
          const act = event.act && number.get(event.act.id)
          for (const [at, { name, kind }] of world.variables.entries()) {
            const [now, before] = [vector[at] as number, vector[tables.n + at] as number]
            // Of how people feel, and what they remember, every value is supposed by a proof.
            if (now === before || kind === 'derived' || free.includes(at)) continue
            changes++
            const isCovered = operators.some(
              (one) =>
                (one.acts === undefined || (act !== undefined && one.acts.includes(act))) &&
                (one.sets.some(([to, value]) => to === at && value === now) ||
                  one.adds.some(([to, by]) => to === at && Math.sign(by) === Math.sign(now - before))),
            )
            if (!isCovered) uncovered.add(`${event.type}: ${name} ${before} → ${now}`)
          }
        }
        for (const { start, steps } of seedsOf(cast)) {
          run.goTo(cast.starts[start]!)
          for (const { act, timeMs } of steps) {
            run.advance(timeMs, tell)
            const event = tables.moveOf(act.do, act.tone)
            if (event && !run.hasEnded && run.canDo(event)) run.does(event, tell)
          }
        }
        const pick = random(7)
        for (let done = 0; done < ACTS; done++) {
          if (done % 30 === 0 || run.hasEnded) run.goTo(cast.starts[pick(cast.starts.length)]!)
          const possible = tables.moves.filter(({ act }) => act?.group !== 'end').filter((event) => run.canDo(event))
          const event = possible[pick(possible.length)]
          if (event) run.does(event, tell)
          run.advance(run.timeMs + 1000 * pick(20), tell)
        }
      }
      expect([...uncovered]).toEqual([])
      expect(changes).toBeGreaterThan(100)
    })
})

describe('a plan', () => {
  it('shows what lies many acts away, from the very beginning, and XState plays it', () => {
    const scenario = shippedScenario('cell-entry')
    const [cast] = castsOf(scenario, scenario.data.layers)
    const player = new Player(cast!)
    const aim = new Aim(player)
    for (const key of ['inject letters-read', 'inject locker-opened', 'lost law.no-search-creep']) {
      const wish = wishesOf(aim.model).find((one) => one.key === key)!
      player.begin(0)
      expect(isSeen(player, wish), key).toBe(false)
      expect(aim.reach(wish, [{ mark: player.mark(), distance: 0, depth: 0 }]), key).toBe(true)
      const { steps } = replayOf(scenario, player.witness())
      const [kind, id] = key.split(' ')
      if (kind === 'inject')
        expect(steps.flatMap(({ happening }) => happening.shown)).toContainEqual({ kind: 'inject', id })
    }
  })
})
