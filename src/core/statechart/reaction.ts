import type { BodyAct, Persona, SpeechAct, Stance, Tone } from '#core/scenario'

/** Change of a persona's levels, in whole steps. */
export type LevelChange = { readonly tension: number; readonly trust: number }
/** `unheard`: words the listener does not understand. */
type Act = SpeechAct | BodyAct | 'unheard'

/**
 * The common temperament: what an act does to somebody of whom nothing else is said. Design values after
 * procedures-and-communication §2.3 (mark D: to be calibrated with instructors), scaled to steps of 0–10 levels.
 */
export const COMMON_TEMPERAMENT: Readonly<Partial<Record<Act, Partial<LevelChange>>>> = {
  greet: { tension: -1, trust: 1 },
  explain: { tension: -1, trust: 1 },
  'ask-open': { tension: -1, trust: 1 },
  'ask-consent': { tension: -1, trust: 1 },
  reflect: { tension: -1, trust: 1 },
  'label-feeling': { tension: -1, trust: 1 },
  affirm: { trust: 1 },
  'offer-choice': { tension: -1, trust: 1 },
  command: { tension: 1 },
  promise: { trust: 1 },
  apologise: { tension: -1, trust: 1 },
  thank: { trust: 1 },
  reassure: { tension: -1 },
  refuse: { tension: 1 },
  minimise: { tension: 1, trust: -1 },
  argue: { tension: 1 },
  mock: { tension: 2, trust: -2 },
  threaten: { tension: 3, trust: -2 },
  crowd: { tension: 2, trust: -1 },
  'step-back': { tension: -1 },
  'open-hands': { tension: -1 },
  'square-up': { tension: 1 },
  touch: { tension: 3, trust: -2 },
  grab: { tension: 4, trust: -3 },
  'block-exit': { tension: 2 },
  knock: { trust: 1 },
  'stay-silent': { tension: -1 },
  'enter-unasked': { tension: 2, trust: -1 },
  'touch-belongings': { tension: 2, trust: -2 },
}

/** From this tension on, only space, time and open hands still calm (procedures §2.3: "only safety works"). */
export const CRISIS_TENSION = 9
const CALMS_IN_CRISIS: ReadonlySet<Act> = new Set(['stay-silent', 'step-back', 'open-hands'])
/** Below this trust a firm tone is heard as a threat. */
const FIRM_TONE_TRUST = 5

/** What the moment adds to an act. */
export type ReactionContext = {
  readonly tension: number
  readonly trust: number
  readonly asleep: boolean
  /** only for what is said */ readonly tone: Tone | undefined
  readonly stance: Stance
  readonly touchingDistance: boolean
  /** something was explained before */ readonly explained: boolean
  /** the act's good has been used up: its memory is full */ readonly wornOff: boolean
}

/**
 * How one act changes a persona's levels (rules R1–R8 of docs/rules.md).
 *
 * @returns steps to add, before they are kept within 0–10
 */
export function reactTo(act: Act, persona: Persona, context: ReactionContext): LevelChange {
  if (context.asleep) return { tension: 0, trust: 0 }
  const felt = act === 'unheard' ? {} : (persona.temperament?.[act] ?? COMMON_TEMPERAMENT[act] ?? {})
  let tension = felt.tension ?? 0
  let trust = felt.trust ?? 0
  if (act === 'command' && context.explained) {
    tension = Math.min(0, tension)
    trust = Math.max(0, trust)
  }
  const unheard = context.tone !== undefined && context.stance === 'turned-away'
  if (context.wornOff || unheard) {
    tension = Math.max(0, tension)
    trust = Math.min(0, trust)
  }
  if (context.tension >= CRISIS_TENSION && !CALMS_IN_CRISIS.has(act)) tension = Math.max(0, tension)
  if (context.tone === 'calm' && tension > 0) tension -= 1
  if (context.tone === 'firm' && context.trust < FIRM_TONE_TRUST) tension += 1
  if (context.tone === 'sharp') {
    tension += 2
    trust -= 1
  }
  if (context.tone !== undefined && context.touchingDistance) tension += 1
  return { tension, trust }
}
