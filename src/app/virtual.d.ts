/** What the start page shows of a scenario, prepared by the build. */
interface ScenarioEntry {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
  readonly layers: readonly import('#core/scenario').Discipline[]
  readonly focus: string
  readonly personas: readonly { readonly id: string; readonly name: string; readonly history: string }[]
  readonly variations: readonly { readonly id: string; readonly title: string }[]
}
/** What the programme page shows of a programme. */
interface ProgrammeEntry {
  readonly data: import('#core/scenario').ProgrammeData
  readonly title: string
  readonly summary: string
}
declare module 'virtual:scenario-index' {
  type Index = { readonly scenarios: readonly ScenarioEntry[]; readonly programmes: readonly ProgrammeEntry[] }
  /** by language; only those in which every scenario and programme has all its words */
  export const indexes: { readonly en: Index; readonly [language: string]: Index | undefined }
}
declare module 'virtual:scenarios' {
  type Shipped = { readonly packHash: string; readonly read: () => Promise<import('#core/scenario').Scenario> }
  /** by id; each is loaded when it is read */
  export const shippedScenarios: Readonly<Record<string, Shipped>>
}
declare module 'virtual:places' {
  export const places: readonly import('#viewer').PlaceToSee[]
}
