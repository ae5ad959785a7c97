/**
 * The closed vocabularies of a scenario: what can be said, done, felt and touched.
 * A pack names these words and may not invent others; everything here is a table so that
 * the schema, the compiler, the figure and the panels read the same list.
 */

/** The five subjects of the integrated learning system; a centre may add its own id beside them. */
export const DISCIPLINES = ['tactics', 'communication', 'self-defence', 'law', 'language'] as const

/** Intent tags of a line: what the speaker does by saying it. */
export const SPEECH_ACTS = [
  'greet',
  'explain',
  'ask-open',
  'ask-closed',
  'ask-consent',
  'reflect',
  'label-feeling',
  'affirm',
  'offer-choice',
  'request',
  'command',
  'set-limit',
  'promise',
  'apologise',
  'thank',
  'reassure',
  'refuse',
  'small-talk',
  'minimise',
  'argue',
  'mock',
  'threaten',
  'inform',
  'report',
  'record',
  // Own words in a language one has not got: the voice arrives and nothing else.
  'attempt',
] as const

/** What the officer's body does; a temperament reacts to these as it does to words. */
export const BODY_ACTS = [
  'approach',
  'crowd',
  'step-back',
  'open-hands',
  'square-up',
  'turn-back',
  'point',
  'touch',
  'grab',
  'block-exit',
  'knock',
  'look-in',
  'stay-silent',
  'enter-unasked',
  'touch-belongings',
] as const

export const TONES = ['calm', 'neutral', 'firm', 'sharp'] as const

/** Behaviour of a character, ordered by arousal; `withdrawn` and `compliant` stand beside the ladder. */
export const BEHAVIOURS = ['calm', 'wary', 'agitated', 'hostile', 'assaultive', 'withdrawn', 'compliant'] as const

/** How somebody takes what the officer does, told apart where a trainee plays him: he goes along, bides, or resists. */
export const ANSWERS = ['compliant', 'neutral', 'resisting'] as const
export type Answer = (typeof ANSWERS)[number]
/** An answer of whoever plays the prisoner, and when it was given, ms. */
export type GivenAnswer = { readonly atMs: number; readonly answer: Answer }

/** How the officer holds himself. One region, so that the state space stays small. */
export const STANCES = ['relaxed', 'open', 'squared', 'turned-away'] as const

/** Levels of the Common European Framework of Reference, easiest first (domain procedures §4.1). */
export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const

/** What picture cards show; a drawing of each is in public/pictograms. */
export const PICTOGRAMS = [
  'eat',
  'drink',
  'sleep',
  'toilet',
  'shower',
  'clothes',
  'pain',
  'medicine',
  'doctor',
  'telephone',
  'interpreter',
  'call-button',
  'officer',
  'exercise',
  'family',
  'lawyer',
  'write',
  'lamp',
  'search',
  'stop',
] as const

/** How sure the source is of a phrase: high, medium (to be checked by a native speaker before release), low. */
export const PHRASE_MARKS = ['H', 'M', 'L'] as const

/** How a body rests at a position; the figure takes its base pose from it. */
export const POSES = ['stand', 'sit', 'lie', 'sleep'] as const

/** People there is a model of, and `none` for a voice without a body. */
export const FIGURES = [
  'prisoner-a',
  'prisoner-b',
  'prisoner-c',
  'prisoner-d',
  'prisoner-e',
  'prisoner-woman',
  'officer-man',
  'officer-woman',
  'nurse',
  'none',
] as const

/** What somebody may wear on his head by his faith; drawn over the hair. */
export const HEADWEAR = ['turban', 'prayer-cap'] as const

/** When a session plays; the light of a place follows it. */
export const TIMES_OF_DAY = ['night', 'morning', 'noon', 'evening'] as const

/** Bands of distance between officer and character, by metres; the upper bound belongs to the band. */
export const DISTANCE_BANDS = ['touching', 'near', 'social', 'far'] as const
/** Upper bounds in metres: `near` ends at 1.2 m, where closeness is felt as crowding (procedures 2.3). */
export const BAND_LIMITS_M = { touching: 0.7, near: 1.2, social: 2.6, far: Number.POSITIVE_INFINITY } as const

/** Levels every reacting persona has; a layer adds its own beside them. */
export const CORE_LEVELS = { tension: { min: 0, max: 10 }, trust: { min: 0, max: 10 } } as const

/** The seven questions of the Safe Job Analysis card (domain procedures §8, Norway). */
export const SAFE_JOB_ANALYSIS = [
  'task',
  'people',
  'information',
  'resources',
  'remaining-risk',
  'shared-criteria',
  'lessons',
] as const

export const OUTCOMES = ['met', 'partly', 'missed', 'violated', 'not-applicable'] as const
export const CRITERION_KINDS = [
  'before',
  'after',
  'within',
  'never',
  'always',
  'count',
  'level-at-end',
  'order',
] as const
export const CONFIDENCE_MARKS = ['V', 'M+', 'M', 'S', 'D'] as const
export const JURISDICTIONS = ['INT', 'COE', 'EU', 'EE', 'GB'] as const

/** Cues a view may play; each has a file and a caption. */
export const SOUND_CUES = [
  'key-turn',
  'bolt',
  'door-open',
  'door-close',
  'hatch',
  'knock',
  'footstep',
  'radio',
  'switch',
  'cloth',
  'paper',
  'locker',
  'alarm',
  'bell',
] as const

/** What one can walk on. */
export const FLOORS = ['lino', 'concrete', 'steel'] as const

/** Furniture has no state: it is drawn, and it is in the way. */
export const FURNITURE_KINDS = [
  'bed',
  'table',
  'stool',
  'shelf',
  'locker-cabinet',
  'toilet',
  'basin',
  'mirror',
  'half-wall',
  'ceiling-lamp',
  'vent',
  'call-button',
  'notice-board',
  'door-shut',
  'bench',
  'bare-table',
  'desk',
  'counter',
  'cupboard',
  'radiator',
  'detector-arch',
] as const

export type SafeJobQuestion = (typeof SAFE_JOB_ANALYSIS)[number]
export type Discipline = (typeof DISCIPLINES)[number]
export type Pictogram = (typeof PICTOGRAMS)[number]
export type PhraseMark = (typeof PHRASE_MARKS)[number]
export type SpeechAct = (typeof SPEECH_ACTS)[number]
export type BodyAct = (typeof BODY_ACTS)[number]
export type Tone = (typeof TONES)[number]
export type Behaviour = (typeof BEHAVIOURS)[number]
export type Stance = (typeof STANCES)[number]
export type Pose = (typeof POSES)[number]
export type Headwear = (typeof HEADWEAR)[number]
export type TimeOfDay = (typeof TIMES_OF_DAY)[number]
export type DistanceBand = (typeof DISTANCE_BANDS)[number]
export type Outcome = (typeof OUTCOMES)[number]
export type CriterionKind = (typeof CRITERION_KINDS)[number]
export type Floor = (typeof FLOORS)[number]
export type SoundCue = (typeof SOUND_CUES)[number]
export type FurnitureKind = (typeof FURNITURE_KINDS)[number]
export type CoreLevel = keyof typeof CORE_LEVELS
