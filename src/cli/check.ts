import { writeFileSync } from 'node:fs'
import { compose, DISCIPLINES, parseScenario, readSource, type Scenario, stacksOf } from '#core/scenario'
import { chartFor } from '#core/session'
import type { Verified } from '#core/verifier'
import { behaviourOf, type Thoroughness, writeWitnesses } from './behaviour.ts'
import { type Command, type Input, type Report, wholeNumber } from './command.ts'
import { headerFor } from './new-session.ts'
import { type Source, shownProblems, sourcesIn } from './pack-folder.ts'
import { notPossible, perform } from './perform.ts'
import { BadInput, badFile, formatProblem, type Problem, problemOf, UsageError } from './problem.ts'
import { isSessionPath, sourceInSession } from './session-file.ts'
import { verifiedHtml } from './verify-html.ts'
import { findingJson, verifiedJson, verifiedText } from './verify-report.ts'

/** What was found about one scenario. */
type Checked = {
  readonly path: string
  readonly scenario: string
  readonly version: string | undefined
  readonly compiled: number
  readonly walkthroughs: number
  readonly diagnostics: readonly Problem[]
  /** what was found of how it behaves; only of files that are sound */ readonly verified: Verified | undefined
}

/** What the files of one scenario are like. */
type Read = Checked & {
  /** the scenario, when nothing is wrong with its files */
  readonly sound: { readonly source: Source; readonly scenario: Scenario } | undefined
}

/** States visited at most in each world, and runs played where that is not enough. */
const STATES = 10_000
const RUNS = 600

export const checkCommand: Command = {
  name: 'check',
  summary: 'Checks scenario packs: what is wrong in the files, and what is wrong in how they behave.',
  usage: 'PATH…',
  operands: { min: 1, max: 50 },
  options: {
    stack: { type: 'string', value: 'all', meaning: 'report on all 2ⁿ stacks, not only on all layers together' },
    budget: { type: 'string', value: 'N', meaning: `states to visit at most in each world; ${STATES} unless given` },
    runs: { type: 'string', value: 'N', meaning: `runs to play where a world is too large; ${RUNS} unless given` },
    'files-only': { type: 'boolean', meaning: 'check the files and not how they behave' },
    changed: { type: 'boolean', meaning: 'take the last result of a scenario whose files are the same' },
    html: { type: 'string', value: 'FILE', meaning: 'write a report that a browser shows' },
    witnesses: { type: 'string', value: 'FOLDER', meaning: 'write the runs that show something as sessions' },
  },
  examples: [
    ['check scenarios', 'every scenario of a folder'],
    ['check scenarios/cell-entry', 'one scenario, with the personas, places and rules it uses'],
    ['check scenarios --stack all --html report.html', 'all stacks, as a report to read'],
    ['check session.simcell --json', 'the scenario inside an exported session, for a program to read'],
  ],
  run: async (input) => {
    const thoroughness = input.has('files-only') ? undefined : thoroughnessOf(input)
    const checked = await withBehaviour(input.operands.flatMap(checkPath), thoroughness, input.text('witnesses'))
    const html = input.text('html')
    if (html !== undefined) writeReport(html, verifiedHtml(checked.flatMap(({ verified }) => verified ?? [])))
    return report(checked)
  },
}

/** Enough to visit every state of a small scenario, and to see in seconds that one is not small. */
function thoroughnessOf(input: Input): Thoroughness {
  const stack = input.text('stack')
  if (stack !== undefined && stack !== 'all') throw new UsageError('--stack is "all", or is left out.')
  return {
    states: wholeNumber(input, 'budget') ?? STATES,
    runs: wholeNumber(input, 'runs') ?? RUNS,
    allStacks: stack === 'all',
    onlyChanged: input.has('changed'),
  }
}

function writeReport(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (error) {
    throw badFile(path, `The report cannot be written: ${(error as Error).message}`)
  }
}

function checkPath(path: string): readonly Read[] {
  try {
    const sources = isSessionPath(path) ? [sourceInSession(path)] : sourcesIn(path)
    return sources.map((source) => ({ ...checkSource(source), path }))
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return [{ ...NOTHING, path, scenario: '', diagnostics: error.problems, sound: undefined }]
  }
}

const NOTHING = { version: undefined, compiled: 0, walkthroughs: 0, verified: undefined }

function checkSource(source: Source): Omit<Read, 'path'> {
  const parsed = parseScenario(source.files, source.id)
  if (!parsed.ok)
    return {
      ...NOTHING,
      scenario: source.id,
      diagnostics: shownProblems(source, parsed.diagnostics),
      sound: undefined,
    }
  const scenario = parsed.value
  const found = [...parsed.warnings, ...checkStacks(source, scenario), ...checkWalkthroughs(source, scenario)]
  return {
    scenario: scenario.id,
    version: scenario.version,
    verified: undefined,
    compiled: stacksOf(scenario.data.layers).length,
    walkthroughs: Object.keys(scenario.walkthroughs).length,
    diagnostics: shownProblems(source, found),
    sound: found.length === 0 ? { source, scenario } : undefined,
  }
}

/** Adds how the scenarios behave whose files are sound. */
async function withBehaviour(
  read: readonly Read[],
  thoroughness: Thoroughness | undefined,
  witnesses: string | undefined,
): Promise<readonly Checked[]> {
  const sound = thoroughness ? read.flatMap((one) => one.sound ?? []) : []
  const found = thoroughness
    ? await behaviourOf(
        sound.map(({ scenario }) => scenario),
        thoroughness,
      )
    : []
  return read.map(({ sound: own, ...rest }): Checked => {
    const verified = own && found[sound.indexOf(own)]
    if (!own || !verified) return rest
    if (witnesses !== undefined) writeWitnesses(witnesses, own.scenario, verified)
    const findings = verified.findings.map((finding) => ({ ...finding, file: own.source.shown(finding.file) }))
    return { ...rest, verified: { ...verified, findings } }
  })
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
  const findings = checked.flatMap(({ verified }) => verified?.findings ?? [])
  const errors = [...all, ...findings].filter(({ severity }) => severity === 'error').length
  const warnings = all.length + findings.length - errors
  const scenarios = checked.filter(({ scenario }) => scenario !== '')
  const lines = scenarios
    .filter(({ version }) => version !== undefined)
    .map(
      ({ scenario, version, compiled, walkthroughs }) =>
        `${scenario} ${version}: stacks that compile: ${compiled}; walkthroughs that can be walked: ${walkthroughs}`,
    )
  return {
    ok: errors === 0,
    json: {
      ok: errors === 0,
      errors,
      warnings,
      scenarios: scenarios.map(({ diagnostics: _, verified, ...rest }) => ({
        id: rest.scenario,
        ...rest,
        ...(verified && verifiedJson(verified)),
      })),
      diagnostics: all,
      findings: findings.map((finding) => findingJson(finding)),
    },
    text: [
      ...all.map(formatProblem),
      ...findings.map((finding) => formatProblem({ ...finding, cure: finding.hint })),
      ...lines,
      ...checked.flatMap(({ verified }) => (verified ? verifiedText(verified) : [])),
      `scenarios: ${scenarios.length}, errors: ${errors}, warnings: ${warnings}`,
    ].join('\n'),
  }
}
