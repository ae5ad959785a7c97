import { z } from 'zod'
import { type Diagnostic, nearest, oneOf } from './diagnostic.ts'
import { FILE_SCHEMAS } from './schema.ts'
import { MAX_TOLD } from './source-limits.ts'
import type { SourceFile } from './source-map.ts'

/** Turns one zod issue into diagnostics that say what would be right. */
export function diagnoseIssue(source: SourceFile, issue: z.core.$ZodIssue): readonly Diagnostic[] {
  const field = issue.path
  const name = field.length > 0 ? `"${String(field.at(-1))}"` : 'The file'
  if (issue.code === 'unrecognized_keys')
    return issue.keys
      .slice(0, MAX_TOLD.file)
      .map((key) => source.diagnose('E008', [...field, key], `The field "${key}" is not known here.`, meant(key)))
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

/** The field that was likely meant, among all that any file may have. */
function meant(key: string): string {
  fields ??= fieldNames()
  const near = nearest(key, fields)
  return near && near !== key ? `Did you mean "${near}"? Else take it out.` : 'Check the spelling, or take it out.'
}
let fields: ReadonlySet<string> | undefined

function fieldNames(): ReadonlySet<string> {
  const names = new Set<string>()
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return
    if ('properties' in part) for (const name of Object.keys(part.properties as object)) names.add(name)
    for (const inner of Object.values(part)) collect(inner)
  }
  for (const schema of Object.values(FILE_SCHEMAS)) collect(z.toJSONSchema(schema, { io: 'input' }))
  return names
}

/** A value as it is told in a message: short. */
export const show = (input: unknown): string => {
  const text = typeof input === 'string' ? `"${input}"` : (JSON.stringify(input) ?? 'nothing')
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
