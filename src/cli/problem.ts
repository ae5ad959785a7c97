import { type Diagnostic, FILE_LIMITS } from '#core/scenario'

/** Something wrong in what the command line was given: where, what, and what would be right. */
export type Problem = Omit<Diagnostic, 'code'> & {
  /** absent when no file of a pack is meant */ readonly code?: string
  readonly possible?: readonly string[]
}

/** Input that cannot be used; ends the command with 1. */
export class BadInput extends Error {
  constructor(readonly problems: readonly Problem[]) {
    super(problems[0]?.message ?? 'The input cannot be used.')
  }
}

/** A command line that is not understood; ends the command with 2. */
export class UsageError extends Error {}

/** A problem of a file as a whole. */
export const problemOf = (file: string, message: string, cure = ''): Problem => ({
  severity: 'error',
  file,
  line: 0,
  column: 0,
  field: '',
  message,
  cure,
})

export const badFile = (file: string, message: string, cure = ''): BadInput =>
  new BadInput([problemOf(file, message, cure)])

/** One problem as a line that editors and terminals can jump to: `file:line:column: error E010: …`. */
export function formatProblem({ severity, code, file, line, column, field, message, cure }: Problem): string {
  const at = line > 0 ? `${file}:${line}:${column}` : file
  return `${at}: ${severity}${code ? ` ${code}` : ''}${field ? ` [${field}]` : ''}: ${message} ${cure}`.trimEnd()
}

/** Text that is safe to show: what came from a file must not steer a terminal or turn its reading order round. */
export const printable = (text: string): string => text.replace(/[^\P{C}\n]/gu, '\u{FFFD}')

/** Files above this are not even read; a little more than what a pack file may have, so that the reader says which. */
export const MAX_TEXT_BYTES = FILE_LIMITS.bytes * 2
