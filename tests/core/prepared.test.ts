import { expect, it } from 'vitest'
import { parseScenario, scenarioIdsIn } from '#core/scenario'
import { shippedPack, shippedScenario } from '../fixtures/packs.ts'

// The build hands the app each scenario as it was read (tools/scenarios-plugin.ts); a stored pack is read again from its
// files only when it is another one. Both must give the same scenario.
it.each(scenarioIdsIn(shippedPack))(
  '%s is the same by way of JSON, and when it is read again from its own files',
  (id) => {
    const scenario = shippedScenario(id)
    expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario)
    const again = parseScenario(scenario.files, id)
    expect(again).toEqual({ ok: true, value: scenario, warnings: [] })
  },
)
