export type { ChosenEffects, Condition, Effects, Pattern } from './clause-schema.ts'
export { type Composition, compose, memoryName, type Owned, type OwnedRegion, type Setup, stacksOf } from './compose.ts'
export {
  DIAGNOSTIC_CODES,
  type Diagnostic,
  type DiagnosticCode,
  formatDiagnostic,
  oneOf,
  type Parsed,
} from './diagnostic.ts'
export { type ActId, actId, type CriterionId, ownedId } from './ids.ts'
export { type PackFiles, parseScenario, scenarioIdsIn } from './parse.ts'
export type { Phrase, Wording } from './phrase-schema.ts'
export { isOfBook, OFFICER_LANGUAGE, OWN_WORDS, type PhraseBook, phraseKey } from './phrases.ts'
export { type Place, PlaceFile } from './place-schema.ts'
export { type Programme, parseProgramme, programmeIdsIn } from './programme.ts'
export { PROP_KINDS, type PropKind, type PropKindName, type Verb } from './prop-kinds.ts'
export type { Rule, Scenario, Texts } from './scenario.ts'
export {
  type Criterion,
  type Deed,
  FILE_SCHEMAS,
  type FileKind,
  type Inject,
  kindOfFile,
  type LayerData,
  type Line,
  type Persona,
  type ProgrammeData,
  type Region,
  type RegionState,
  type RuleData,
  type ScenarioData,
  type Walkthrough,
} from './schema.ts'
export { FILE_LIMITS } from './source-limits.ts'
export { readSource } from './source-map.ts'
export { DEEDS_SEEN } from './text-needs.ts'
export { fillText, PLACEHOLDERS, unsafeIn } from './text-safety.ts'
export { domainOf, STOPPED, type Variable, valueOf } from './variables.ts'
export * from './vocabulary.ts'
