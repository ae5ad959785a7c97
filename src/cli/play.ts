import { compose, DISCIPLINES, type Discipline, type Scenario } from '#core/scenario'
import { type Header, MODES } from '#core/session'
import { readActList } from './act-list.ts'
import { type Command, type Input, type Report, wholeNumber, wordOf } from './command.ts'
import { headerFor } from './new-session.ts'
import { readScenario, sourceNamed } from './pack-folder.ts'
import { notPossible, perform } from './perform.ts'
import { BadInput, badFile, UsageError } from './problem.ts'
import { writeSession } from './session-file.ts'
import { appVersion } from './version.ts'
import { formatHeader, formatSnapshot, formatTime, wordsOf } from './words.ts'

/** An assessment is drawn and sealed by the device of the person who is assessed. */
const PLAYED_MODES = MODES.filter((mode) => mode !== 'assessment')

export const playCommand: Command = {
  name: 'play',
  summary: 'Plays a list of acts and writes the session.',
  usage: 'SCENARIO --acts FILE --out SESSION',
  operands: { min: 1, max: 1 },
  options: {
    acts: {
      type: 'string',
      value: 'FILE',
      meaning: 'YAML or JSON: a list of { do, tone? } and { wait: seconds }, or a walkthrough',
    },
    out: { type: 'string', value: 'SESSION', meaning: 'the .simcell file to write' },
    stack: {
      type: 'string',
      value: 'a,b|all|none',
      meaning: 'the layers that are on; the walkthrough’s own, else all',
    },
    variation: { type: 'string', value: 'ID', meaning: 'a variation of the scenario' },
    persona: { type: 'string', multiple: true, value: 'ROLE=ID', meaning: 'who plays a role; may be given again' },
    mode: { type: 'string', value: 'MODE', meaning: `${PLAYED_MODES.join(' or ')}; practice unless given` },
    seed: { type: 'string', value: 'N', meaning: 'order of what is shown; 1 unless given; never changes a score' },
    locale: { type: 'string', value: 'xx', meaning: 'language of the texts; en unless given' },
    'at-step': {
      type: 'string',
      value: 'N',
      meaning: 'stop after N steps of the list and show what is possible then; needs no --out',
    },
    'session-id': { type: 'string', value: 'ID', meaning: 'instead of a random one' },
    'started-at': {
      type: 'string',
      value: 'TIME',
      meaning: 'wall-clock start to write into the header, instead of now',
    },
  },
  examples: [
    [
      'play cell-entry --acts scenarios/cell-entry/walkthroughs/model.yaml --out model.simcell',
      'a shipped walkthrough',
    ],
    ['play cell-entry --stack law,tactics --acts acts.yaml --out s.simcell', 'own acts with two layers'],
    ['play cell-entry --acts acts.yaml --at-step 0', 'what is possible at the start'],
  ],
  run: (input) => {
    const stopAt = wholeNumber(input, 'at-step')
    const listPath = required(input, 'acts')
    const out = stopAt === undefined ? required(input, 'out') : input.text('out')
    const scenario = readScenario(sourceNamed(input.operands[0] ?? ''))
    const { steps, setup, placeOf } = readActList(listPath)
    const header = headerFor(scenario, { ...choicesOf(input, scenario, setup), appVersion: appVersion() })
    const { records, session, notDone } = perform(scenario, header, steps.slice(0, stopAt))
    if (notDone) throw new BadInput([notPossible(placeOf(notDone.step), notDone)])
    if (out !== undefined) writeSession(out, { records, files: scenario.files })
    return report(header, scenario, session, out, records.length, stopAt !== undefined)
  },
}

function report(
  header: Header,
  scenario: Scenario,
  session: ReturnType<typeof perform>['session'],
  out: string | undefined,
  records: number,
  shows: boolean,
): Report {
  const { snapshot } = session
  const { ending = null, timeMs } = snapshot
  const written =
    out === undefined
      ? []
      : [`Wrote ${out}: ${session.seq} acts in ${formatTime(timeMs)}${ending ? `, ended: ${ending}` : ', not ended'}.`]
  return {
    ok: true,
    json: { ok: true, out: out ?? null, header, acts: session.seq, records, endMs: timeMs, ending, snapshot },
    text: [
      formatHeader(header),
      ...(shows ? [formatSnapshot(snapshot, wordsOf(scenario, header.locale, snapshot))] : []),
      ...written,
    ].join('\n'),
  }
}

/** What the session runs with; options come before what a walkthrough says. */
function choicesOf(input: Input, scenario: Scenario, setup: ReturnType<typeof readActList>['setup']) {
  const personas = { ...setup?.personas, ...Object.fromEntries(input.texts('persona').map(roleAndPersona)) }
  const variation = input.text('variation') ?? setup?.variation ?? 'none'
  const stack = stackOf(input.text('stack'), scenario, setup?.stack)
  const locale = input.text('locale') ?? 'en'
  const locales = Object.keys(scenario.text)
  if (!locales.includes(locale))
    throw badFile(scenario.id, `There is no text in "${locale}".`, `It has: ${locales.join(', ')}.`)
  const unknown = Object.keys(personas).find((role) => !Object.hasOwn(scenario.data.cast, role))
  if (unknown !== undefined)
    throw badFile(
      scenario.id,
      `There is no role "${unknown}".`,
      `The roles are: ${Object.keys(scenario.data.cast).join(', ')}.`,
    )
  try {
    compose(scenario, { stack, personas, variation })
  } catch (error) {
    throw badFile(scenario.id, (error as Error).message)
  }
  const sessionId = input.text('session-id')
  const startedAt = input.text('started-at')
  return {
    stack,
    personas,
    variation,
    locale,
    mode: wordOf(input, 'mode', PLAYED_MODES, 'practice'),
    seed: wholeNumber(input, 'seed') ?? 1,
    ...(sessionId !== undefined && { sessionId }),
    ...(startedAt !== undefined && { startedAt }),
  }
}

function stackOf(
  written: string | undefined,
  scenario: Scenario,
  otherwise: 'all' | readonly Discipline[] | undefined,
): readonly Discipline[] {
  if (written === 'none') return []
  if (written === undefined && Array.isArray(otherwise)) return otherwise
  if (written === undefined || written === 'all') return DISCIPLINES.filter((d) => scenario.data.layers.includes(d))
  const names = written.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !(DISCIPLINES as readonly string[]).includes(name))
  if (wrong !== undefined)
    throw new UsageError(
      `--stack knows no "${wrong}"; the disciplines are: ${DISCIPLINES.join(', ')}; or write all or none.`,
    )
  return DISCIPLINES.filter((d) => names.includes(d))
}

function roleAndPersona(written: string): readonly [string, string] {
  const [role = '', persona = '', ...rest] = written.split('=')
  if (role === '' || persona === '' || rest.length > 0) throw new UsageError('--persona is written as role=persona.')
  return [role, persona]
}

function required(input: Input, option: string): string {
  const value = input.text(option)
  if (value === undefined) throw new UsageError(`--${option} is needed.`)
  return value
}
