import { scenarioIdsIn } from '#core/scenario'
import { walkthroughRecords } from '#core/scoring'
import { headerOf, shippedPack, shippedScenario } from '../fixtures/packs.ts'
import { expectsScoreOf } from './scored-run.ts'
import { ALL_LAYERS, expect, test } from './trainee.ts'

/**
 * The model run of every situation, played by the words on the screen, scores as its author wrote it. That of the cell
 * entry is played in cell-entry.spec.ts, with mouse, keys and panels.
 */
for (const id of scenarioIdsIn(shippedPack).filter((one) => one !== 'cell-entry')) {
  const scenario = shippedScenario(id)
  const { model } = scenario.walkthroughs
  if (!model) throw new Error(`${id} has no model run.`)
  test(`${id}: the model run in panels earns everything`, async ({ trainee }) => {
    test.setTimeout(240_000)
    await trainee.starts({
      scenario: scenario.text.en?.title ?? id,
      view: 'Panels only',
      layers: ALL_LAYERS,
      time: 'played',
    })
    await trainee.plays(scenario, 'model')
    await expect(trainee.page.getByRole('link', { name: 'See the debrief' })).toBeVisible()
    await expectsScoreOf(trainee, scenario, walkthroughRecords(model, headerOf(scenario)))
  })
}
