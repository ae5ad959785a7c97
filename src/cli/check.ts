import { compose, DISCIPLINES, parseScenario, readSource, type Scenario, stacksOf } from '#core/scenario'
import { chartFor } from '#core/session'
import type { Command, Report } from './command.ts'
import { headerFor } from './new-session.ts'
import { type Source, shownProblems, sourcesIn } from './pack-folder.ts'
import { notPossible, perform } from './perform.ts'
import { BadInput, formatProblem, type Problem, problemOf } from './problem.ts'
import { isSessionPath, sourceInSession } from './session-file.ts'

/** What was found about one scenario. */
type Checked = {
  readonly path: string
  readonly scenario: string
  readonly version: string | undefined
  readonly stacks: number
  readonly walkthroughs: number
  readonly diagnostics: readonly Problem[]
}

export const checkCommand: Command = {
  name: 'check',
  summary: 'Checks scenario packs: every problem at once, with file, line and column.',
  usage: 'PATH…',
  operands: { min: 1, max: 50 },
  options: {},
  examples: [
    ['check scenarios', 'every scenario of a folder'],
    ['check scenarios/cell-entry', 'one scenario, with the personas, places and rules it uses'],
    ['check session.simcell --json', 'the scenario inside an exported session, for a program to read'],
  ],
  run: ({ operands }) => {
    const checked = operands.flatMap(checkPath)
    return report(checked)
  },
}

function checkPath(path: string): readonly Checked[] {
  try {
    const sources = isSessionPath(path) ? [sourceInSession(path)] : sourcesIn(path)
    return sources.map((source) => ({ path, ...checkSource(source) }))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return [{ path, scenario: '', version: undefined, stacks: 0, walkthroughs: 0, diagnostics: error.problems }]
  }
}

function checkSource(source: Source): Omit<Checked, 'path'> {
  const parsed = parseScenario(source.files, source.id)
  const nothing = { scenario: source.id, version: undefined, stacks: 0, walkthroughs: 0 }
  if (!parsed.ok) return { ...nothing, diagnostics: shownProblems(source, parsed.diagnostics) }
  const scenario = parsed.value
  const stacks = stacksOf(scenario.data.layers)
  const found = [...parsed.warnings, ...checkStacks(source, scenario), ...checkWalkthroughs(source, scenario)]
  return {
    scenario: scenario.id,
    version: scenario.version,
    stacks: stacks.length,
    walkthroughs: Object.keys(scenario.walkthroughs).length,
    diagnostics: shownProblems(source, found),
  }
}

/** Every stack must become a chart; it is enough to say so of the first that does not. */
function checkStacks(source: Source, scenario: Scenario): readonly Problem[] {
  for (const stack of stacksOf(scenario.data.layers))
    try {
      chartFor(scenario, { stack, personas: {}, variation: 'none' })
    } catch (error) {
      return [
        problemOf(
          `${source.id}/scenario.yaml`,
          `The stack [${stack.join(', ')}] does not compile: ${(error as Error).message}`,
        ),
      ]
    }
  return []
}

/** Every act of every walkthrough must be possible when its turn comes. */
function checkWalkthroughs(source: Source, scenario: Scenario): readonly Problem[] {
  return Object.entries(scenario.walkthroughs).flatMap(([name, walkthrough]): readonly Problem[] => {
    const path = `${source.id}/walkthroughs/${name}.yaml`
    const { source: file } = readSource(path, scenario.files[path] ?? '')
    const stack = walkthrough.stack === 'all' ? scenario.data.layers : walkthrough.stack
    const setup = { stack, variation: walkthrough.variation ?? 'none', personas: walkthrough.personas ?? {} }
    try {
      compose(scenario, setup)
    } catch (error) {
      return [file.diagnose('E010', [], (error as Error).message, `The disciplines are: ${DISCIPLINES.join(', ')}.`)]
    }
    const { notDone } = perform(scenario, headerFor(scenario, setup), walkthrough.steps)
    if (!notDone) return []
    return [notPossible(file.diagnose('E021', ['steps', notDone.step], '', ''), notDone)]
  })
}

function report(checked: readonly Checked[]): Report {
  const all = checked.flatMap(({ diagnostics }) => diagnostics)
  const errors = all.filter(({ severity }) => severity === 'error').length
  const warnings = all.length - errors
  const scenarios = checked.filter(({ scenario }) => scenario !== '')
  const lines = scenarios
    .filter(({ version }) => version !== undefined)
    .map(
      ({ scenario, version, stacks, walkthroughs }) =>
        `${scenario} ${version}: stacks that compile: ${stacks}; walkthroughs that can be walked: ${walkthroughs}`,
    )
  return {
    ok: errors === 0,
    json: {
      ok: errors === 0,
      errors,
      warnings,
      scenarios: scenarios.map(({ diagnostics: _, ...rest }) => rest),
      diagnostics: all,
    },
    text: [
      ...all.map(formatProblem),
      ...lines,
      `scenarios: ${scenarios.length}, errors: ${errors}, warnings: ${warnings}`,
    ].join('\n'),
  }
}
