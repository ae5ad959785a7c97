import { scenarioFiles } from 'virtual:scenario-files'
import { FiguresPage } from '#cell'
import { formatDiagnostic, parseScenario } from '#core/scenario'

const SHOWN = 'cell-entry'

/** The people of the cell, in a plain room or in the place of the shipped scenario. */
export function FiguresRoute() {
  const parsed = parseScenario(scenarioFiles, SHOWN)
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
  return <FiguresPage place={parsed.value.place} />
}
