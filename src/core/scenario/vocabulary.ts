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

/** What a verb does to a prop: from which states it can be done, and the state it leads to (none: it stays). */
export type Verb = {
  readonly from: readonly string[]
  readonly to?: string
  /** the body act a character may react to when he can see it */ readonly conduct?: BodyAct
  /** the caption and sound the act makes */ readonly sound?: SoundCue
}
export type PropKind = {
  readonly states: readonly string[]
  readonly initial: string
  readonly verbs: Readonly<Record<string, Verb>>
}

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

/**
 * Prop kinds. A new kind is a row here, a component in the cell and a row in the panels; no other code.
 * The door has a lock and a leaf in one region because a locked door cannot stand open.
 */
export const PROP_KINDS = {
  'cell-door': {
    states: ['locked', 'closed', 'ajar', 'open'],
    initial: 'locked',
    verbs: {
      unlock: { from: ['locked'], to: 'closed', sound: 'key-turn' },
      'open-a-hand': { from: ['closed'], to: 'ajar', sound: 'door-open' },
      open: { from: ['closed', 'ajar'], to: 'open', sound: 'door-open' },
      close: { from: ['ajar', 'open'], to: 'closed', sound: 'door-close' },
      lock: { from: ['closed'], to: 'locked', sound: 'key-turn' },
      'pull-test': { from: ['closed', 'locked'], sound: 'bolt' },
      knock: { from: ['locked', 'closed', 'ajar'], conduct: 'knock', sound: 'knock' },
    },
  },
  hatch: {
    states: ['shut', 'open'],
    initial: 'shut',
    verbs: {
      open: { from: ['shut'], to: 'open', sound: 'hatch' },
      look: { from: ['open'], conduct: 'look-in' },
      shut: { from: ['open'], to: 'shut', sound: 'hatch' },
    },
  },
  bolt: {
    states: ['drawn', 'thrown'],
    initial: 'drawn',
    verbs: {
      throw: { from: ['drawn'], to: 'thrown', sound: 'bolt' },
      draw: { from: ['thrown'], to: 'drawn', sound: 'bolt' },
    },
  },
  luminaire: {
    states: ['unexamined', 'examined', 'made-safe'],
    initial: 'unexamined',
    verbs: {
      examine: { from: ['unexamined'], to: 'examined' },
      'make-safe': { from: ['examined'], to: 'made-safe', sound: 'switch' },
    },
  },
  'light-switch': {
    states: ['on', 'off'],
    initial: 'on',
    verbs: {
      'switch-off': { from: ['on'], to: 'off', sound: 'switch' },
      'switch-on': { from: ['off'], to: 'on', sound: 'switch' },
    },
  },
  belongings: {
    states: ['untouched', 'moved', 'put-back'],
    initial: 'untouched',
    verbs: {
      move: { from: ['untouched', 'put-back'], to: 'moved', conduct: 'touch-belongings', sound: 'paper' },
      'put-back': { from: ['moved'], to: 'put-back', sound: 'paper' },
    },
  },
  papers: {
    states: ['untouched', 'read'],
    initial: 'untouched',
    verbs: { read: { from: ['untouched', 'read'], to: 'read', conduct: 'touch-belongings', sound: 'paper' } },
  },
  locker: {
    states: ['shut', 'open'],
    initial: 'shut',
    verbs: {
      'look-into': { from: ['shut'], to: 'open', conduct: 'touch-belongings', sound: 'locker' },
      shut: { from: ['open'], to: 'shut', sound: 'locker' },
    },
  },
  'alarm-button': {
    states: ['ready', 'pressed'],
    initial: 'ready',
    verbs: { press: { from: ['ready'], to: 'pressed', sound: 'alarm' } },
  },
  'faith-item': {
    states: ['untouched', 'handled'],
    initial: 'untouched',
    verbs: { handle: { from: ['untouched', 'handled'], to: 'handled', conduct: 'touch-belongings', sound: 'cloth' } },
  },
  // The board of a unit: who is where, in numbers.
  'roll-board': {
    states: ['unread', 'read'],
    initial: 'unread',
    verbs: { read: { from: ['unread', 'read'], to: 'read' } },
  },
  'log-book': {
    states: ['closed', 'read'],
    initial: 'closed',
    verbs: { read: { from: ['closed', 'read'], to: 'read', sound: 'paper' } },
  },
  telephone: {
    states: ['idle', 'in-use'],
    initial: 'idle',
    verbs: { call: { from: ['idle'], to: 'in-use', sound: 'radio' }, 'hang-up': { from: ['in-use'], to: 'idle' } },
  },
  'call-bell': {
    states: ['quiet', 'ringing', 'answered'],
    initial: 'quiet',
    verbs: { answer: { from: ['ringing'], to: 'answered', sound: 'switch' } },
  },
  // One zone of a cell to be searched: seen before it is touched (procedures 1.7).
  'search-zone': {
    states: ['unsearched', 'looked-at', 'searched'],
    initial: 'unsearched',
    verbs: {
      'look-first': { from: ['unsearched'], to: 'looked-at' },
      search: { from: ['unsearched', 'looked-at'], to: 'searched', sound: 'cloth' },
    },
  },
  // Something a search brings to light; the scenario says when it is found.
  find: {
    states: ['hidden', 'found', 'photographed', 'sealed'],
    initial: 'hidden',
    verbs: {
      photograph: { from: ['found'], to: 'photographed', sound: 'switch' },
      'seal-in-bag': { from: ['found', 'photographed'], to: 'sealed', sound: 'paper' },
    },
  },
  gloves: {
    states: ['off', 'on'],
    initial: 'off',
    verbs: {
      'put-on': { from: ['off'], to: 'on', sound: 'cloth' },
      'take-off': { from: ['on'], to: 'off', sound: 'cloth' },
    },
  },
  'torch-and-mirror': {
    states: ['stowed', 'in-hand'],
    initial: 'stowed',
    verbs: { 'take-out': { from: ['stowed'], to: 'in-hand' }, 'put-away': { from: ['in-hand'], to: 'stowed' } },
  },
  // Where pockets are emptied into, and what is given back from.
  tray: {
    states: ['empty', 'filled', 'returned'],
    initial: 'empty',
    verbs: { 'give-back': { from: ['filled'], to: 'returned', sound: 'cloth' } },
  },
  'privacy-screen': {
    states: ['folded', 'drawn'],
    initial: 'folded',
    verbs: {
      'draw-out': { from: ['folded'], to: 'drawn', sound: 'cloth' },
      'fold-back': { from: ['drawn'], to: 'folded', sound: 'cloth' },
    },
  },
  chair: {
    states: ['free', 'taken'],
    initial: 'free',
    verbs: { 'sit-down': { from: ['free'], to: 'taken' }, 'get-up': { from: ['taken'], to: 'free' } },
  },
  form: {
    states: ['blank', 'filled', 'signed'],
    initial: 'blank',
    verbs: {
      fill: { from: ['blank'], to: 'filled', sound: 'paper' },
      'have-signed': { from: ['filled'], to: 'signed', sound: 'paper' },
    },
  },
} as const satisfies Record<string, PropKindOf<string>>

type PropKindOf<Word extends string> = {
  readonly states: readonly Word[]
  readonly initial: Word
  readonly verbs: Readonly<Record<string, Verb>>
}

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
export type PropKindName = keyof typeof PROP_KINDS
export type FurnitureKind = (typeof FURNITURE_KINDS)[number]
export type CoreLevel = keyof typeof CORE_LEVELS
