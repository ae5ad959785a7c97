export { blocksOf } from './blocks.ts'
export { heardBy } from './ears.ts'
export { type Experience, experienceOf, nextPerception } from './experience.ts'
export { MOMENT_IDS, type MomentId, momentsOf, type SetMoment } from './moments.ts'
export {
  type Compared,
  compareSides,
  DEGREES,
  type Felt,
  type FeltThere,
  isAnswered,
  NEXT_LIMIT,
  NOTHING_ANSWERED,
  type OtherSide,
  readOtherSide,
} from './other-side.ts'
export { isOfOfficer, type Perception, perceptionsOf } from './perceive.ts'
export { type Played, playedOn } from './played.ts'
export { responsesAt, type WayToAnswer, WORDLESS } from './responses.ts'
export { asSeenBy, OFFICER, officerPosition, type Sight, sightOf } from './seen-by.ts'
