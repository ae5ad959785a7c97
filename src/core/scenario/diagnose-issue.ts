import type { z } from 'zod'
import { type Diagnostic, oneOf } from './diagnostic.ts'
import { MAX_TOLD } from './source-limits.ts'
import type { SourceFile } from './source-map.ts'

/** Turns one zod issue into diagnostics that say what would be right. */
export function diagnoseIssue(source: SourceFile, issue: z.core.$ZodIssue): readonly Diagnostic[] {
  const field = issue.path
  const name = field.length > 0 ? `"${String(field.at(-1))}"` : 'The file'
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MAX_TOLD.file)
      .map((key) =>
        source.diagnose(
          'E008',
          [...field, key],
          `The field "${key}" is not known here.`,
          'Check the spelling, or take it out.',
        ),
      )
  if (issue.code === 'invalid_type' && issue.input === undefined)
    return [source.diagnose('E009', field, `${name} is missing.`, `Add it; it is a ${issue.expected}.`)]
  if (issue.code === 'invalid_value')
    return [
      source.diagnose(
        issue.input === undefined ? 'E009' : 'E007',
        field,
        issue.input === undefined ? `${name} is missing.` : `${name} cannot be ${show(issue.input)}.`,
        oneOf(String(issue.input), issue.values.map(String)),
      ),
    ]
  if (issue.code === 'invalid_key')
    return [
      source.diagnose(
        'E007',
        field,
        `Nothing here can be called ${name}.`,
        `Write ${issue.issues.map((part) => part.message).join('; ')}.`,
      ),
    ]
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().sort((a, b) => b.path.length - a.path.length)[0]
    if (deepest && deepest.path.length > 0)
      return diagnoseIssue(source, { ...deepest, path: [...field, ...deepest.path] } as z.core.$ZodIssue)
    const cures = [...new Set(issue.errors.flat().map((e) => e.message))].slice(0, 4).join('; or ')
    return [
      source.diagnose(
        'E007',
        field,
        `${name} cannot be ${show(issue.input)}.`,
        cures || 'See the schema for what is allowed.',
      ),
    ]
  }
  return [source.diagnose('E007', field, `${name} cannot be ${show(issue.input)}.`, `${issue.message}.`)]
}

/** A value as it is told in a message: short. */
export const show = (input: unknown): string => {
  const text = typeof input === 'string' ? `"${input}"` : (JSON.stringify(input) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
