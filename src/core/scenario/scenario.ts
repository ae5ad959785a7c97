import type { PhraseBook } from './phrases.ts'
import type { Place } from './place-schema.ts'
import type { LayerData, Persona, ScenarioData, Walkthrough } from './schema.ts'
import type { Discipline } from './vocabulary.ts'

/** A rule a criterion may rest on, with how sure we are of it (see `confidence marks` in docs/authoring.md). */
export type Rule = {
  readonly id: string
  readonly mark: string
  readonly source: string
  readonly jurisdiction: string
}

/** Text by key, of one language. */
export type Texts = Readonly<Record<string, string>>

/** A scenario that has been read and checked: every id resolved, every text present. */
export type Scenario = {
  readonly id: string
  readonly version: string
  readonly data: ScenarioData
  readonly layers: Readonly<Partial<Record<Discipline, LayerData>>>
  readonly place: Place
  readonly personas: Readonly<Record<string, Persona>>
  readonly rules: Readonly<Record<string, Rule>>
  /** what of the phrase book it may use; empty where it uses none */ readonly phrases: PhraseBook
  readonly text: Readonly<Record<string, Texts>>
  readonly walkthroughs: Readonly<Record<string, Walkthrough>>
  /** the files it was read from, path → text; what an exported session carries */
  readonly files: Readonly<Record<string, string>>
}

/** Every text key a scenario must have, by the conventions of docs/authoring.md, with where it is asked for. */
export type TextNeed = {
  readonly key: string
  readonly file: string
  readonly field: readonly PropertyKey[]
  /** may be left out, though not in one language only */ readonly isOptional?: boolean
}
