import { z } from 'zod'
import { Id } from './place-schema.ts'
import { BODY_ACTS, SOUND_CUES, SPEECH_ACTS, TONES } from './vocabulary.ts'

// The clauses of which scenarios, layers and people are made: conditions, patterns, effects.

/** A name of a variable in a condition: a prop, `prisoner`, `prisoner.at`, `officer.stance`, a flag, `law.flag` … */
export const VariableName = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)?$/, 'the name of a variable, e.g. "door" or "prisoner.at"')
  .max(80)
export const oneOrMany = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1).max(40)])
/** A table of named things, bounded: every one of them costs the compiler and the verifier. */
export const tableOf = <T extends z.ZodType>(item: T, limit: number) =>
  z.record(Id, item).refine((table) => Object.keys(table).length <= limit, `at most ${limit} of these`)
export const smallInteger = z.int().min(-10).max(10)

const Comparison = z.string().regex(/^(>=|<=|>|<|=) ?-?\d{1,2}$/, 'a comparison such as ">= 6"')
export const Word = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/)
  .max(48)
export type ConditionValue = string | boolean | number | readonly string[]
export type Condition = { readonly [variable: string]: ConditionValue | readonly Condition[] | Condition }

/** All named variables must have the given value (or one of a list); `any`, `all` and `not` combine. */
export const ConditionShape: z.ZodType<Condition> = z.lazy(() =>
  z
    .record(
      VariableName,
      z.union([
        Comparison,
        Word,
        z.boolean(),
        smallInteger,
        z.array(Word).min(1).max(40),
        z.array(ConditionShape).min(1).max(12),
        ConditionShape,
      ]),
    )
    .refine((value) => Object.keys(value).length > 0 && Object.keys(value).length <= 24, 'between 1 and 24 terms'),
)

/** A thing of the same file, or `base.x`: of the scenario's own file, which every layer may know. */
const OwnOrBaseId = z
  .string()
  .regex(
    /^(base\.)?(?!(?:constructor|prototype)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'an id, or `base.` and an id of scenario.yaml',
  )
  .max(60)

/** What a criterion or a transition watches for in the stream of acts and changes. */
export type Pattern = {
  readonly [Field in keyof typeof PATTERN_FIELDS]?: z.infer<(typeof PATTERN_FIELDS)[Field]>
} & { readonly any?: readonly Pattern[] | undefined }
const PATTERN_FIELDS = {
  say: oneOrMany(z.enum(SPEECH_ACTS)).optional().describe('a line with this speech act'),
  about: oneOrMany(Id).optional().describe('… on this topic'),
  to: oneOrMany(Id).optional().describe('… said to this member of the cast, or written to `notes`'),
  tone: oneOrMany(z.enum(TONES)).optional(),
  line: oneOrMany(OwnOrBaseId).optional().describe('exactly this line of the same file, or `base.…` of the scenario’s'),
  deed: oneOrMany(OwnOrBaseId).optional().describe('exactly this deed of the same file, or `base.…` of the scenario’s'),
  understood: z.boolean().optional().describe('… and the words arrive, or do not'),
  act: oneOrMany(Word).optional().describe('a verb of a prop'),
  on: oneOrMany(Id).optional().describe('… done on this prop'),
  go: oneOrMany(Id).optional().describe('the officer arrives at this station'),
  body: oneOrMany(z.enum(BODY_ACTS)).optional().describe('a body act, however it was done'),
  becomes: ConditionShape.optional().describe('this condition turns from false to true'),
  ends: oneOrMany(Id).optional().describe('the session reaches this ending'),
  while: ConditionShape.optional().describe(
    'and at that moment this condition holds (before the act changes anything)',
  ),
} as const
export const PatternShape: z.ZodType<Pattern> = z.lazy(() =>
  z
    .strictObject({
      ...PATTERN_FIELDS,
      any: z
        .array(PatternShape)
        .min(2)
        .max(12)
        .optional()
        .describe('one of these happens; only `while` may stand beside it'),
    })
    .refine(
      (pattern) => Object.keys(pattern).some((key) => key !== 'while'),
      'a pattern must name something that happens',
    )
    .refine(
      (pattern) => !pattern.any || Object.keys(pattern).every((key) => key === 'any' || key === 'while'),
      'beside `any` only `while` may stand',
    ),
)

export const TextKey = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/)
  .max(120)

export const EffectsShape = z.strictObject({
  add: z.record(VariableName, smallInteger).optional().describe('add to levels or counters, kept within their range'),
  set: z
    .record(VariableName, z.union([Word, z.boolean(), smallInteger]))
    .optional()
    .describe('set flags, levels, props, positions or regions'),
  says: z
    .array(
      z.strictObject({
        by: Id,
        text: TextKey,
        loud: z.literal(true).optional().describe('called out: heard in the next room too, through a shut door'),
      }),
    )
    .max(6)
    .optional()
    .describe('what is heard; text key below `replies`'),
  sound: z.enum(SOUND_CUES).optional(),
  'sound-by': Id.optional().describe('the member of the cast who makes the sound'),
})
export type Effects = z.infer<typeof EffectsShape>
/** Effects of a line or deed: one table, or a list of which the first whose condition holds counts. */
export const ChosenEffects = z.union([
  EffectsShape,
  z
    .array(EffectsShape.extend({ when: ConditionShape.optional() }))
    .min(1)
    .max(8),
])
export type ChosenEffects = z.infer<typeof ChosenEffects>
