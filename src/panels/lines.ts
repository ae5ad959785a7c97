import type { Scenario } from '#core/scenario'
import type { Affordance } from '#core/session'

/** Where a line is said: face to face, over the radio, or written down. */
export type Channel = 'face' | 'radio' | 'notes'

/** The roles that are only a voice on the radio. */
export const radioRoles = ({ data }: Scenario): readonly string[] =>
  Object.keys(data.cast).filter((role) => data.cast[role]?.radio)

/** Whether a line is said out of the phrase book, or tried without it. */
export const isFromBook = ({ phrase, language, intent }: Affordance): boolean =>
  intent === 'attempt' || (phrase !== undefined && language !== undefined)

/** Which panel a line belongs to. */
export const channelOf = ({ target }: Affordance, onRadio: readonly string[]): Channel =>
  target === 'notes' ? 'notes' : onRadio.includes(target) ? 'radio' : 'face'
