import { checkCommand } from './check.ts'
import { type Command, columns, helpOf, type Report, readInput } from './command.ts'
import { coverageCommand } from './coverage.ts'
import { playCommand } from './play.ts'
import { BadInput, formatProblem, type Problem, printable, problemOf, UsageError } from './problem.ts'
import { replayCommand } from './replay.ts'
import { schemaCommand } from './schema.ts'
import { scoreCommand } from './score.ts'
import { appVersion } from './version.ts'

const COMMANDS: readonly Command[] = [
  checkCommand,
  playCommand,
  scoreCommand,
  replayCommand,
  coverageCommand,
  schemaCommand,
]

/** Where a command's words go. */
export type Io = { readonly out: (text: string) => void; readonly err: (text: string) => void }

const OF_THE_PROCESS: Io = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
}

/**
 * The whole command line.
 *
 * @param args the words after `simcell`
 * @param io where answers and complaints are written; this process's own streams unless given
 * @returns 0 all well · 1 something was found wrong, or the input cannot be used · 2 the command was not understood
 */
export async function main(args: readonly string[], io: Io = OF_THE_PROCESS): Promise<number> {
  const say = (text: string, exitCode: number): number => {
    io.out(`${text}\n`)
    return exitCode
  }
  const complain = (text: string, exitCode: number): number => {
    io.err(`${text}\n`)
    return exitCode
  }
  const [name, ...rest] = args
  if (name === '--version') return say(appVersion(), 0)
  if (name === undefined) return complain(overview(), 2)
  if (name === '--help' || name === 'help') return say(helpFor(rest[0]), 0)
  const command = COMMANDS.find((one) => one.name === name)
  if (!command) return complain(`There is no command "${printable(name)}".\n\n${overview()}`, 2)
  const asJson = rest.includes('--json')
  try {
    const input = readInput(command, rest)
    if (input.has('help')) return say(helpOf(command), 0)
    const report = await command.run(input)
    return say(asJson ? JSON.stringify(report.json, null, 2) : printable(report.text), report.ok ? 0 : 1)
  } catch (error) {
    if (error instanceof UsageError)
      return complain(`${printable(error.message)}\nSee: simcell ${command.name} --help`, 2)
    const { json, text } = failed(problemsOf(error))
    return asJson ? say(JSON.stringify(json, null, 2), 1) : complain(printable(text), 1)
  }
}

/** The report of a command that could not do its work. */
const failed = (problems: readonly Problem[]): Report => ({
  ok: false,
  json: { ok: false, diagnostics: problems },
  text: problems.map(formatProblem).join('\n'),
})

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof BadInput) return error.problems
  if (process.env.SIMCELL_DEBUG) console.error(error)
  if (isOfFiles(error)) return [problemOf(error.path ?? '', `The file system says: ${error.message}.`)]
  const message = error instanceof Error ? error.message : String(error)
  return [problemOf('simcell', message, 'This looks like a fault of Simcell; SIMCELL_DEBUG=1 shows where.')]
}

/** A file that cannot be read or written is no fault of Simcell. */
const isOfFiles = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'syscall' in error

function helpFor(name: string | undefined): string {
  const command = COMMANDS.find((one) => one.name === name)
  return command ? helpOf(command) : overview()
}

const overview = (): string =>
  [
    'Simcell on the command line: the same core as the browser.',
    '',
    'Usage: simcell COMMAND … [--json] [--help]',
    '',
    'Commands:',
    ...columns(COMMANDS.map(({ name, usage, summary }) => [`${name} ${usage}`, summary] as const)),
    '',
    'Exit code: 0 all well, 1 something is wrong with what was given (named), 2 the command was not understood.',
    'Examples: simcell COMMAND --help',
  ].join('\n')
