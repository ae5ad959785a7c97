import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from './command.ts'
import { jsonSchemaOf, SCHEMA_KINDS, type SchemaKind, schemaFile } from './json-schema.ts'
import { badFile, UsageError } from './problem.ts'

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'Prints the JSON Schema of a kind of pack file, or writes all of them.',
  usage: '[KIND]',
  operands: { min: 0, max: 1 },
  options: { out: { type: 'string', value: 'FOLDER', meaning: 'write one file per kind into this folder' } },
  examples: [
    ['schema', `the kinds: ${SCHEMA_KINDS.join(', ')}`],
    ['schema layer', 'the schema of a layer file'],
    ['schema --out scenarios/schema', 'bring the committed schemas up to date'],
  ],
  run: (input) => {
    const [kind] = input.operands
    if (kind !== undefined && !isKind(kind))
      throw new UsageError(`There is no kind "${kind}"; the kinds are: ${SCHEMA_KINDS.join(', ')}.`)
    const kinds = kind === undefined ? SCHEMA_KINDS : [kind]
    const out = input.text('out')
    if (out !== undefined) return written(out, kinds)
    if (kind !== undefined) {
      const schema = jsonSchemaOf(kind)
      return { ok: true, json: schema, text: JSON.stringify(schema, null, 2) }
    }
    const schemas = Object.fromEntries(SCHEMA_KINDS.map((one) => [one, jsonSchemaOf(one)]))
    return { ok: true, json: schemas, text: `${SCHEMA_KINDS.join('\n')}\n\nsimcell schema KIND prints one of them.` }
  },
}

const isKind = (word: string): word is SchemaKind => (SCHEMA_KINDS as readonly string[]).includes(word)

function written(out: string, kinds: readonly SchemaKind[]) {
  const paths = kinds.map((kind) => join(out, schemaFile(kind)))
  try {
    mkdirSync(out, { recursive: true })
    for (const kind of kinds)
      writeFileSync(join(out, schemaFile(kind)), `${JSON.stringify(jsonSchemaOf(kind), null, 2)}\n`)
  } catch (error) {
    throw badFile(out, `The schemas cannot be written: ${(error as Error).message}`)
  }
  return { ok: true, json: { ok: true, written: paths }, text: paths.map((path) => `Wrote ${path}`).join('\n') }
}
