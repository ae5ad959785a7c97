import { describe, expect, it } from 'vitest'
import { drawSetup } from '#core/assessment'
import { scenarioIdsIn } from '#core/scenario'
import { chartFor, openSession, type Session, step } from '#core/session'
import { headerOf, shippedPack, shippedScenario } from '../fixtures/packs.ts'

const SEEDS = Array.from({ length: 10 }, (_, n) => n + 1)

/** Ten sessions that nobody chose: what the trainee meets at the start, and what he is told when he does the same things. */
describe.each(scenarioIdsIn(shippedPack))('ten seeded runs of %s', (id) => {
  const scenario = shippedScenario(id)
  const acts = (scenario.walkthroughs.model?.steps ?? []).flatMap((one) => ('do' in one ? one : [])).slice(0, 25)
  const runs = SEEDS.map((seed) => {
    const header = headerOf(scenario, { seed, ...drawSetup(scenario, seed) })
    let session: Session = openSession(header, chartFor(scenario, header)).session
    const offered = session.snapshot.affordances.flatMap(({ group, act }) => (group === 'say' ? act.do : []))
    for (const { do: act, tone } of acts) {
      const done = step(session, { do: act, ...(tone && { tone }) }, session.run.timeMs + 2000)
      if (!('refused' in done)) session = done.session
    }
    const heard = session.snapshot.utterances.filter(({ kind }) => kind !== 'line').map(({ text }) => text)
    const { prisoner } = session.snapshot.characters
    return { variation: header.variation, person: prisoner?.persona ?? '', offered, heard }
  })
  const different = (what: (run: (typeof runs)[number]) => unknown) =>
    new Set(runs.map((run) => JSON.stringify(what(run)))).size

  it('differ in the situation and in the person', () => {
    expect(different((run) => [run.variation, run.person])).toBeGreaterThanOrEqual(4)
    expect(different((run) => run.variation)).toBeGreaterThanOrEqual(3)
    expect(different((run) => run.person)).toBeGreaterThanOrEqual(2)
  })

  it('offer the same words in another order each time, so that no place gives the good one away', () => {
    expect(different((run) => run.offered)).toBe(SEEDS.length)
  })

  it('answer the same acts differently', () => {
    expect(different((run) => run.heard)).toBeGreaterThanOrEqual(4)
  })
})

/** How many steps two runs have in common, in the same order: the length of their longest common subsequence. */
function inCommon(one: readonly string[], other: readonly string[]): number {
  let row = new Array<number>(other.length + 1).fill(0)
  for (const step of one) {
    const next = [0]
    for (const [n, act] of other.entries())
      next.push(act === step ? (row[n] ?? 0) + 1 : Math.max(row[n + 1] ?? 0, next[n] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

/** What a situation must offer its author’s trainees: words of its own, variations, and a run of each kind. */
describe.each(scenarioIdsIn(shippedPack))('the situation %s', (id) => {
  const scenario = shippedScenario(id)
  const runs = Object.entries(scenario.walkthroughs)

  it('words every deed for him to whom it is done', () => {
    const { data, layers, text } = scenario
    const parts = [{ prefix: '', deeds: data.deeds ?? [] }]
    for (const layer of Object.values(layers)) parts.push({ prefix: `${layer.discipline}.`, deeds: layer.deeds ?? [] })
    const bare = parts.flatMap(({ prefix, deeds }) =>
      deeds
        .filter(({ on }) => on === data.focus)
        .flatMap(({ id }) => {
          const key = `${prefix}deeds-seen.${id}`
          return text.en?.[key] && text.et?.[key] ? [] : key
        }),
    )
    expect(bare).toEqual([])
  })

  it('has fifty lines of its own and three variations, one of them with somebody of another language', () => {
    const lines = [scenario.data, ...Object.values(scenario.layers)].flatMap((part) => part?.lines ?? [])
    expect(lines.length).toBeGreaterThanOrEqual(50)
    expect(scenario.data.variations?.length).toBeGreaterThanOrEqual(3)
    const others = (scenario.data.variations ?? []).flatMap(({ personas }) => personas?.[scenario.data.focus] ?? [])
    expect(others.length).toBeGreaterThanOrEqual(1)
  })

  it('has a model, a hasty, a harmful and an unexpected run', () => {
    for (const kind of ['model', 'hasty', 'harmful', 'unexpected-order'])
      expect(
        runs.some(([name]) => name === kind),
        kind,
      ).toBe(true)
    const failing = runs.filter(([name]) => name.startsWith('harmful'))
    for (const [name, run] of failing)
      expect(
        Object.values(run.score ?? {}).some(({ fails }) => fails),
        name,
      ).toBe(true)
  })

  it('gives full marks in all its layers to three runs that take different ways', () => {
    const full = runs.filter(([, run]) => scenario.data.layers.every((layer) => run.score?.[layer]?.percent === 100))
    const ways = full.map(([, { steps }]) => steps.flatMap((one) => ('do' in one ? one.do : [])))
    const isLike = (one: readonly string[], other: readonly string[]) =>
      inCommon(one, other) / Math.max(one.length, other.length) > 0.8
    const apart: (readonly string[])[] = []
    for (const way of ways) if (!apart.some((other) => isLike(way, other))) apart.push(way)
    expect(
      apart.length,
      'runs with full marks that differ in a fifth of their steps or in their order',
    ).toBeGreaterThanOrEqual(3)
  })
})
