import { type Discipline, readSource, type Scenario } from '#core/scenario'
import type { Witness } from './witness.ts'

/** Every code with its short name; each has a seeded defect in tests/core/verifier-findings.test.ts. */
export const FINDING_CODES = {
  V001: 'unreachable-state',
  V002: 'unreachable-act',
  V003: 'unreachable-inject',
  V004: 'unreachable-reply',
  V005: 'dead-end',
  V006: 'soft-lock',
  V007: 'endless-loop',
  V008: 'never-decidable',
  V009: 'never-met',
  V010: 'never-missed',
  V011: 'decided-at-once',
  V012: 'contradicting-criteria',
  V013: 'unavoidable-fail',
  V014: 'act-without-effect',
  V015: 'intent-without-effect',
  V016: 'needs-another-layer',
} as const
export type FindingCode = keyof typeof FINDING_CODES

/** What is left over harms nobody; it is for the author to decide. */
const WARNINGS: ReadonlySet<FindingCode> = new Set(['V001', 'V002', 'V003', 'V004', 'V010', 'V014', 'V015'])

/** Something wrong in how a scenario behaves: what, where, how to mend it, and a run that shows it where there is one. */
export type Finding = {
  readonly severity: 'error' | 'warning'
  readonly code: FindingCode
  readonly message: string
  readonly hint: string
  readonly file: string
  readonly line: number
  readonly column: number
  readonly field: string
  /** a run to the reported state; absent where the finding is that no run does something */
  readonly witness: Witness | undefined
}

/** What a finding is about, in the files of a pack. */
export type Where = { readonly owner: Discipline | undefined; readonly field: readonly PropertyKey[] }

/** Makes findings with file, line and column. */
export function finder(scenario: Scenario) {
  const sources = new Map<string, ReturnType<typeof readSource>['source']>()
  const sourceOf = (path: string) => {
    const known = sources.get(path)
    if (known) return known
    const { source } = readSource(path, scenario.files[path] ?? '')
    sources.set(path, source)
    return source
  }
  return (code: FindingCode, { owner, field }: Where, message: string, hint: string, witness?: Witness): Finding => {
    const path = owner ? `${scenario.id}/layers/${owner}.yaml` : `${scenario.id}/scenario.yaml`
    const { file, line, column, field: dotted } = sourceOf(path).diagnose('E007', field, '', '')
    return {
      severity: WARNINGS.has(code) ? 'warning' : 'error',
      code,
      message,
      hint,
      file,
      line,
      column,
      field: dotted,
      witness,
    }
  }
}

/** Where things with an owner's id (`law.says-why`) are written. */
export function whereIs(scenario: Scenario) {
  const split = (id: string): readonly [Discipline | undefined, string] => {
    const dot = id.indexOf('.')
    const owner = dot < 0 ? undefined : (id.slice(0, dot) as Discipline)
    return owner && scenario.layers[owner] ? [owner, id.slice(dot + 1)] : [undefined, id]
  }
  const content = (owner: Discipline | undefined) => (owner ? scenario.layers[owner] : scenario.data)
  const item = (part: 'lines' | 'deeds' | 'injects', id: string, ...more: readonly PropertyKey[]): Where => {
    const [owner, own] = split(id)
    const found = content(owner)
    const items: readonly { readonly id: string; readonly phrase?: { readonly id: string } | undefined }[] =
      found?.[part] ?? []
    const at = items.findIndex((one) => one.id === own)
    const phrase = items[at]?.phrase?.id
    const use = (found?.phrases ?? []).findIndex((one) => one.phrase === phrase && own.endsWith(`-${one.id ?? phrase}`))
    if (phrase) return { owner, field: ['phrases', use, ...(more.length > 0 ? more : ['phrase'])] }
    return { owner, field: [part, at, ...(more.length > 0 ? more : ['id'])] }
  }
  return {
    state: (region: string, state: string): Where => {
      const [owner, own] = split(region)
      return { owner, field: owner ? ['regions', own, 'states', state] : ['plot', 'beats', state] }
    },
    act: (act: string, ...more: readonly PropertyKey[]): Where =>
      item(act.startsWith('do:') ? 'deeds' : 'lines', act.slice(act.indexOf(':') + 1), ...more),
    inject: (id: string): Where => item('injects', id),
    criterion: (id: string): Where => {
      const [owner, own] = split(id)
      const at = (owner ? (scenario.layers[owner]?.criteria ?? []) : []).findIndex((one) => one.id === own)
      return { owner, field: ['criteria', at, 'id'] }
    },
  }
}
