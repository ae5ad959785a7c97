import { z } from 'zod'
import {
  ChosenEffects,
  ConditionShape,
  EffectsShape,
  oneOrMany,
  PatternShape,
  smallInteger,
  TextKey,
  tableOf,
  VariableName,
  Word,
} from './clause-schema.ts'
import { LanguageId, PhraseFile } from './phrase-schema.ts'
import { Id, PlaceFile } from './place-schema.ts'
import {
  ANSWERS,
  BEHAVIOURS,
  BODY_ACTS,
  CEFR_LEVELS,
  CONFIDENCE_MARKS,
  DISCIPLINES,
  FIGURES,
  HEADWEAR,
  JURISDICTIONS,
  PICTOGRAMS,
  SOUND_CUES,
  SPEECH_ACTS,
  type SpeechAct,
  TIMES_OF_DAY,
  TONES,
} from './vocabulary.ts'

const Seconds = z.number().min(0.1).max(3600)
const Transition = {
  when: ConditionShape.optional(),
  to: Id.optional(),
  effects: EffectsShape.optional(),
  inject: Id.optional(),
}
const StateShape = z.strictObject({
  on: z
    .array(z.strictObject({ do: PatternShape, ...Transition }))
    .max(40)
    .optional(),
  after: z
    .array(z.strictObject({ seconds: Seconds, ...Transition }))
    .max(8)
    .optional(),
  always: z
    .array(z.strictObject({ ...Transition, when: ConditionShape }))
    .max(24)
    .optional(),
  ending: Id.optional().describe('reaching this beat ends the session with this ending'),
  gesture: z.record(Id, Word).optional().describe('what a member of the cast shows while this state lasts'),
})
const RegionShape = z.strictObject({ initial: Id, states: tableOf(StateShape, 60) })
export type Region = z.infer<typeof RegionShape>
export type RegionState = z.infer<typeof StateShape>

const FlagShape = z.strictObject({
  id: Id,
  max: z.int().min(1).max(3).optional().describe('1 (default): yes or no; 2 or 3: a counter'),
})
const LevelShape = z.strictObject({
  id: Id,
  min: z.literal(0),
  max: z.int().min(1).max(10),
  initial: z.int().min(0).max(10),
})

const ReplyShape = z.strictObject({ when: ConditionShape.optional(), by: Id.optional(), text: TextKey })
/** Limits something to some variations; `none` is the scenario without one. */
const InVariations = oneOrMany(Id).optional().describe('only in these variations; `none` is the one without')

/** What a line and a phrase of the book have in common when they are said. */
const Spoken = {
  variation: InVariations,
  to: Id.describe('a member of the cast, or `notes` for the written record'),
  about: Id.describe('topic'),
  'from-afar': z
    .literal(true)
    .optional()
    .describe('can be said where the listener’s `hears` does not hold: called out, or through a door'),
  when: ConditionShape.optional().describe('when it can be said at all; never a judgement of whether it should be'),
  tones: z.array(z.enum(TONES)).min(1).max(4).optional().describe('all four unless given'),
  level: z
    .enum(CEFR_LEVELS)
    .optional()
    .describe('how much of that language one needs to follow it; without, everyone follows'),
  effects: ChosenEffects.optional(),
  replies: z
    .array(ReplyShape)
    .max(8)
    .optional()
    .describe('special replies, first match wins; else the persona’s repertoire'),
  unheard: z
    .strictObject({ effects: ChosenEffects.optional(), replies: z.array(ReplyShape).max(8).optional() })
    .optional()
    .describe('what happens instead when the words do not arrive'),
}
const SayableAct = z.enum(SPEECH_ACTS).exclude(['attempt'])
const LineShape = z.strictObject({
  id: Id,
  say: SayableAct,
  ...Spoken,
  body: z.enum(BODY_ACTS).optional().describe('a body act that goes with it'),
  language: LanguageId.optional().describe('the language it is said in; else the scenario’s'),
})
/** A line as it was written, or one that came out of the phrase book. */
export type Line = Omit<z.infer<typeof LineShape>, 'say'> & {
  readonly say: SpeechAct
  /** the phrase it is, and the language it stands in there */
  readonly phrase?: { readonly id: string; readonly language: string } | undefined
}

const PhraseUseShape = z.strictObject({
  phrase: Id.describe('a phrase of scenarios/phrases; can be said in every language it has there'),
  id: Id.optional().describe('its lines are called `<language>-<id>`; the phrase’s own id unless given'),
  say: SayableAct.optional().describe('the phrase’s own unless given'),
  ...Spoken,
  languages: z.array(LanguageId).min(1).max(24).optional().describe('only in these'),
})
/** Where a phrase can be said, to whom, and what comes of it when it arrives. */
export type PhraseUse = z.infer<typeof PhraseUseShape>

const DeedShape = z.strictObject({
  id: Id,
  variation: InVariations,
  on: Id.optional().describe('the member of the cast it is done to'),
  body: z.enum(BODY_ACTS).optional(),
  when: ConditionShape.optional(),
  sound: z.enum(SOUND_CUES).optional(),
  cards: z.array(z.enum(PICTOGRAMS)).min(1).max(8).optional().describe('the pictures that are shown by it'),
  shows: z
    .strictObject({
      at: Id.describe('a position of the place'),
      gesture: Word,
      bareheaded: z.boolean().optional().describe('what he wears on his head he holds out in his hand meanwhile'),
    })
    .optional()
    .describe('the gesture of whoever is at that position, until the next act'),
  effects: ChosenEffects.optional(),
  replies: z.array(ReplyShape).max(8).optional(),
})
export type Deed = z.infer<typeof DeedShape>

const InjectShape = z.strictObject({ id: Id, effects: EffectsShape.optional() })
export type Inject = z.infer<typeof InjectShape>

const judged = {
  id: Id,
  variation: InVariations,
  weight: z.int().min(1).max(5).optional().describe('points of weight, 1 unless given'),
  critical: z.boolean().optional().describe('a violation fails the discipline'),
  rule: oneOrMany(z.string().max(40)).describe('ids of the rules it rests on, from scenarios/rules'),
  applies: PatternShape.optional().describe('not applicable until this has happened'),
}
export const CriterionShape = z.discriminatedUnion('kind', [
  z.strictObject({
    ...judged,
    kind: z.literal('before'),
    do: PatternShape,
    // biome-ignore lint/suspicious/noThenProperty: `then` is the author's word; the object is never awaited.
    then: PatternShape,
    partly: PatternShape.optional().describe('half a point when only this came before'),
  }),
  z.strictObject({
    ...judged,
    kind: z.literal('after'),
    once: PatternShape,
    do: PatternShape,
    partly: PatternShape.optional(),
    'either-order': z.literal(true).optional().describe('it counts too when it was done before `once`'),
  }),
  z.strictObject({
    ...judged,
    kind: z.literal('within'),
    once: PatternShape,
    do: PatternShape,
    seconds: Seconds,
    'partly-seconds': Seconds.optional(),
  }),
  z.strictObject({ ...judged, kind: z.literal('never'), do: PatternShape }),
  z.strictObject({ ...judged, kind: z.literal('always'), during: ConditionShape, hold: ConditionShape }),
  z.strictObject({
    ...judged,
    kind: z.literal('count'),
    do: PatternShape,
    'at-least': z.int().min(0).max(20).optional(),
    'partly-at-least': z.int().min(0).max(20).optional(),
    'at-most': z.int().min(0).max(20).optional(),
  }),
  z.strictObject({
    ...judged,
    kind: z.literal('level-at-end'),
    level: VariableName,
    'at-least': z.int().min(0).max(10).optional(),
    'at-most': z.int().min(0).max(10).optional(),
    'partly-at-least': z.int().min(0).max(10).optional(),
    'partly-at-most': z.int().min(0).max(10).optional(),
  }),
  z.strictObject({ ...judged, kind: z.literal('order'), steps: z.array(PatternShape).min(2).max(10) }),
])
export type Criterion = z.infer<typeof CriterionShape>

const CastShape = z.strictObject({
  personas: z.array(Id).min(1).max(12).describe('who can play this part; the first unless chosen'),
  at: Id.optional().describe('where he is at the start: a position of the place; none for a voice on the radio'),
  variation: InVariations.describe('stands there only in these variations; in others he is a voice at most'),
  reacts: z.boolean().optional().describe('has tension, trust and behaviour'),
  radio: z.boolean().optional().describe('is heard over the radio only'),
  hears: ConditionShape.optional().describe(
    'when the officer’s words reach him at all; a line `from-afar` needs it not',
  ),
  loud: z.literal(true).optional().describe('what is said to this one is called out, and heard next door too'),
  interpreted: ConditionShape.optional().describe(
    'while this holds, an interpreter carries every word to and from him',
  ),
})

const VariationShape = z.strictObject({
  id: Id,
  set: z.record(VariableName, z.union([Word, z.boolean(), smallInteger])).optional(),
  personas: z.record(Id, Id).optional(),
  time: z.enum(TIMES_OF_DAY).optional().describe('when it plays, where that differs from the scenario’s'),
  with: z.array(Id).min(1).max(64).optional().describe('props that are there although the scenario leaves them out'),
  without: z.array(Id).min(1).max(64).optional().describe('props of the place that are not there'),
})

const Content = {
  topics: z.array(Id).max(60).optional(),
  flags: z.array(FlagShape).max(16).optional(),
  levels: z.array(LevelShape).max(3).optional(),
  lines: z.array(LineShape).max(200).optional(),
  phrases: z.array(PhraseUseShape).max(60).optional().describe('what of the phrase book can be said'),
  deeds: z.array(DeedShape).max(40).optional(),
  injects: z.array(InjectShape).max(40).optional(),
}

/** Content whose phrases may have become lines. */
type WithLines<Written> = Omit<Written, 'lines'> & { readonly lines?: readonly Line[] | undefined }

export const ScenarioFile = z.strictObject({
  simcell: z.literal(1).describe('version of the file format'),
  id: Id,
  version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
  jurisdictions: z.array(z.enum(JURISDICTIONS)).min(1),
  place: Id,
  time: z.enum(TIMES_OF_DAY).optional().describe('when it plays; the light follows; evening without'),
  officer: z.strictObject({ at: Id }),
  cast: tableOf(CastShape, 24),
  focus: Id.describe('the member of the cast whose distance and view count'),
  props: z.record(Id, Word).optional().describe('initial states that differ from the kind’s'),
  without: z.array(Id).min(1).max(64).optional().describe('props of the place that are not there'),
  language: LanguageId.optional().describe('the language the officer speaks unless a line says otherwise; en without'),
  'phrase-book': ConditionShape.optional().describe(
    'while this holds its pages in other languages can be used: it lies open, it is in the pocket; always without',
  ),
  'safe-job-analysis': z
    .literal(true)
    .optional()
    .describe('a card is filled before the start; texts `safe-job-analysis.*` tell what the situation really held'),
  plot: z.strictObject({
    initial: Id,
    on: StateShape.shape.on.describe('holds in every beat that is not an ending, after the beat’s own'),
    always: StateShape.shape.always.describe('holds in every beat that is not an ending, after the beat’s own'),
    beats: tableOf(StateShape, 60),
  }),
  variations: z.array(VariationShape).max(12).optional(),
  layers: z.array(z.enum(DISCIPLINES)).min(1).max(12),
  briefing: z.strictObject({ minutes: z.int().min(1).max(120), steps: z.int().min(1).max(10) }),
  ...Content,
})
export type ScenarioData = WithLines<z.infer<typeof ScenarioFile>>

export const LayerFile = z.strictObject({
  simcell: z.literal(1),
  discipline: z.enum(DISCIPLINES),
  regions: tableOf(RegionShape, 16).optional(),
  criteria: z.array(CriterionShape).min(1).max(60),
  hints: z
    .array(z.strictObject({ id: Id, variation: InVariations, when: ConditionShape }))
    .max(24)
    .optional()
    .describe('guided mode: first hint whose condition holds'),
  ...Content,
})
export type LayerData = WithLines<z.infer<typeof LayerFile>>

const LevelChange = z.strictObject({ tension: smallInteger.optional(), trust: smallInteger.optional() })
const Act = z.enum([...SPEECH_ACTS, ...BODY_ACTS])
export const PersonaFile = z.strictObject({
  simcell: z.literal(1),
  id: Id,
  figure: z.enum(FIGURES),
  wears: z.enum(HEADWEAR).optional().describe('what he wears on his head by his faith'),
  languages: z
    .array(z.strictObject({ id: LanguageId, level: z.enum(CEFR_LEVELS) }))
    .min(1)
    .max(8),
  start: z.strictObject({ tension: z.int().min(0).max(10), trust: z.int().min(0).max(10) }).optional(),
  thresholds: z
    .strictObject({ wary: z.int(), agitated: z.int(), hostile: z.int(), assaultive: z.int() })
    .optional()
    .describe('tension at which each behaviour begins'),
  hysteresis: z
    .int()
    .min(1)
    .max(3)
    .optional()
    .describe('how far tension must fall below a threshold before behaviour steps down'),
  withdraws: z.boolean().optional().describe('shuts down instead of flaring up when trust is gone'),
  temperament: z.partialRecord(Act, LevelChange).optional().describe('what differs from the common temperament'),
  memory: z
    .record(Id, z.strictObject({ acts: z.array(Act).min(1), limit: z.int().min(1).max(3) }))
    .optional()
    .describe('after `limit` of these acts their good wears off'),
  repertoire: z.partialRecord(
    z.enum([...BEHAVIOURS, 'any']),
    z.partialRecord(z.union([Act, z.enum(['default', 'not-understood'])]), z.array(Id).min(1).max(6)),
  ),
})
export type Persona = z.infer<typeof PersonaFile>

export const RuleFile = z.strictObject({
  simcell: z.literal(1),
  source: Id.describe('text key of the instrument, below `sources`'),
  jurisdiction: z.enum(JURISDICTIONS),
  rules: z
    .array(
      z.strictObject({
        id: z
          .string()
          .regex(/^[A-Z][A-Za-z0-9./-]*$/)
          .max(40),
        mark: z.enum(CONFIDENCE_MARKS),
      }),
    )
    .min(1)
    .max(200),
})
export type RuleData = z.infer<typeof RuleFile>

const PlainSteps = [
  z.strictObject({ do: z.string().max(120), tone: z.enum(TONES).optional() }),
  z.strictObject({ wait: Seconds }),
] as const
const StepShape = z.union([
  ...PlainSteps,
  z
    .strictObject({ 'by-his-answer': z.partialRecord(z.enum(ANSWERS), z.array(z.union(PlainSteps)).min(1).max(20)) })
    .describe('what the officer does here when a trainee plays the prisoner, by his latest answer; else `neutral`'),
  z.strictObject({ expect: z.record(z.string().max(120), z.union([z.string().max(60), z.boolean(), z.int()])) }),
])
export const WalkthroughFile = z.strictObject({
  simcell: z.literal(1),
  name: z.string().max(120),
  stack: z.union([z.literal('all'), z.array(z.enum(DISCIPLINES))]),
  variation: Id.optional(),
  personas: z.record(Id, Id).optional(),
  steps: z.array(StepShape).min(1).max(300),
  score: z
    .partialRecord(
      z.enum(DISCIPLINES),
      z.strictObject({ percent: z.int().min(0).max(100).optional(), fails: z.boolean().optional() }),
    )
    .optional(),
})
export type Walkthrough = z.infer<typeof WalkthroughFile>

/** A programme: in which order layers are put on the scenarios, and what counts as mastered. */
export const ProgrammeFile = z.strictObject({
  simcell: z.literal(1),
  id: Id,
  mastery: z
    .strictObject({
      rest: z
        .int()
        .min(50)
        .max(100)
        .describe('percent to reach in what is not critical; critical items must all be met'),
      variations: z.int().min(1).max(5).describe('on so many different variations'),
    })
    .optional()
    .describe('80 percent on two variations unless given'),
  ladders: z
    .array(
      z.strictObject({
        scenario: Id,
        layers: z.array(z.enum(DISCIPLINES)).min(1).max(12).describe('in the order they are put on, one at a time'),
      }),
    )
    .min(1)
    .max(40),
})
export type ProgrammeData = z.infer<typeof ProgrammeFile>

export { PlaceFile }
/** Which schema reads which file of a pack, by its path. */
export const FILE_SCHEMAS = {
  scenario: ScenarioFile,
  layer: LayerFile,
  persona: PersonaFile,
  place: PlaceFile,
  phrases: PhraseFile,
  rules: RuleFile,
  walkthrough: WalkthroughFile,
  programme: ProgrammeFile,
} as const
export type FileKind = keyof typeof FILE_SCHEMAS | 'text'

/** What kind of pack file a path names; `undefined` for a path that has no place in a pack. */
export function kindOfFile(path: string): FileKind | undefined {
  if (/(^|\/)text\/[a-z]{2}\.yaml$/.test(path)) return 'text'
  if (/^personas\/[^/]+\.yaml$/.test(path)) return 'persona'
  if (/^places\/[^/]+\.yaml$/.test(path)) return 'place'
  if (/^phrases\/[^/]+\.yaml$/.test(path)) return 'phrases'
  if (/^programmes\/[^/]+\.yaml$/.test(path)) return 'programme'
  if (/^rules\/[^/]+\.yaml$/.test(path)) return 'rules'
  if (/^[^/]+\/scenario\.yaml$/.test(path)) return 'scenario'
  if (/^[^/]+\/layers\/[^/]+\.yaml$/.test(path)) return 'layer'
  if (/^[^/]+\/walkthroughs\/[^/]+\.yaml$/.test(path)) return 'walkthrough'
  return undefined
}
