import { type ParseArgsConfig, parseArgs } from 'node:util'
import { printable, UsageError } from './problem.ts'

/** An option as `parseArgs` wants it, with what help says of it. */
export type Option = {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** name of its value in help */ readonly value?: string
  readonly meaning: string
}

/** What a command is called with. */
export type Input = {
  readonly operands: readonly string[]
  readonly text: (option: string) => string | undefined
  readonly texts: (option: string) => readonly string[]
  readonly has: (option: string) => boolean
}

/** What a command found: as data, in words, and whether all was well. */
export type Report = { readonly ok: boolean; readonly json: unknown; readonly text: string }

export type Command = {
  readonly name: string
  readonly summary: string
  /** operands in help */ readonly usage: string
  readonly operands: { readonly min: number; readonly max: number }
  readonly options: Readonly<Record<string, Option>>
  readonly examples: readonly (readonly [command: string, meaning: string])[]
  readonly run: (input: Input) => Report | Promise<Report>
}

const COMMON: Readonly<Record<string, Option>> = {
  json: { type: 'boolean', meaning: 'answer with one JSON document (docs/cli.md)' },
  help: { type: 'boolean', meaning: 'show this' },
}

/** Reads the words after a command. @throws {UsageError} an option or operand it does not have */
export function readInput(command: Command, args: readonly string[]): Input {
  const options = { ...command.options, ...COMMON } as NonNullable<ParseArgsConfig['options']>
  let read: ReturnType<typeof parseArgs>
  try {
    read = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(printable((error as Error).message.split('. To specify')[0] ?? ''))
  }
  const { values, positionals: operands } = read
  const input: Input = {
    operands,
    text: (option) => values[option] as string | undefined,
    texts: (option) => (values[option] as readonly string[] | undefined) ?? [],
    has: (option) => values[option] !== undefined,
  }
  const { min, max } = command.operands
  if (!input.has('help') && (operands.length < min || operands.length > max))
    throw new UsageError(`"${command.name}" is called as: simcell ${command.name} ${command.usage}`)
  return input
}

/** A whole number that an option must be. @throws {UsageError} */
export function wholeNumber(input: Input, option: string): number | undefined {
  const written = input.text(option)
  if (written === undefined) return undefined
  const value = Number(written)
  if (written.trim() === '' || !Number.isSafeInteger(value) || value < 0)
    throw new UsageError(`--${option} must be a whole number, 0 or more.`)
  return value
}

/** One of the words an option allows. @throws {UsageError} */
export function wordOf<Word extends string>(
  input: Input,
  option: string,
  allowed: readonly Word[],
  otherwise: Word,
): Word {
  const written = input.text(option) ?? otherwise
  const found = allowed.find((word) => word === written)
  if (!found) throw new UsageError(`--${option} must be one of: ${allowed.join(', ')}.`)
  return found
}

/** What `--help` says of one command. */
export function helpOf({ name, summary, usage, options, examples }: Command): string {
  const rows = Object.entries({ ...options, ...COMMON }).map(
    ([option, { value, meaning }]) => [`--${option}${value ? ` ${value}` : ''}`, meaning] as const,
  )
  return [
    summary,
    '',
    `Usage: simcell ${name} ${usage} [options]`,
    '',
    'Options:',
    ...columns(rows),
    '',
    'Examples:',
    ...examples.flatMap(([line, meaning]) => [`  # ${meaning}`, `  npx simcell ${line}`]),
  ].join('\n')
}

/** Two columns, the second one aligned. */
export function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([first]) => first.length)) + 2
  return rows.map(([first, second]) => `  ${first.padEnd(width)}${second}`)
}
