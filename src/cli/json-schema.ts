import { z } from 'zod'
import { FILE_SCHEMAS } from '#core/scenario'

/** The kinds of pack files that have a schema. */
export type SchemaKind = keyof typeof FILE_SCHEMAS
export const SCHEMA_KINDS = Object.keys(FILE_SCHEMAS) as readonly SchemaKind[]

/** JSON Schema of one kind of file, for editors; the checker uses the very same source. */
export const jsonSchemaOf = (kind: SchemaKind): Readonly<Record<string, unknown>> => {
  const { $schema, ...rest } = z.toJSONSchema(FILE_SCHEMAS[kind], { io: 'input' })
  return { $schema, title: `Simcell ${kind} file`, ...rest }
}

/** Name of the file a schema is kept in, below `scenarios/schema`. */
export const schemaFile = (kind: SchemaKind): string => `${kind}.schema.json`
