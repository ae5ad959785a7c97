import { type Discipline, readSource, type Scenario } from '#core/scenario'
import type { Witness } from './witness.ts'

/**
 * Every code: its short name, what it says and how to mend it. `{…}` is filled in; a view in another language fills its own
 * sentences with the same values. Each code has a seeded defect in tests/core/verifier-findings.test.ts.
 */
export const FINDING_CODES = {
  V001: {
    name: 'unreachable-state',
    message: 'No run ever reaches "{state}".',
    hint: 'Add a way there, loosen the conditions of the ways that exist, or take it out.',
  },
  V002: {
    name: 'unreachable-act',
    message: '"{act}" can never be done.',
    hint: 'Its condition `when` never holds: loosen it, or take the act out.',
  },
  V003: {
    name: 'unreachable-inject',
    message: 'The inject "{inject}" never happens.',
    hint: 'Name it in a transition that can be taken, or take it out.',
  },
  V004: {
    name: 'unreachable-reply',
    message: 'This reply to "{act}" is never given.',
    hint: 'Its condition never holds when it is its turn: an earlier reply always comes first, or nothing makes it true.',
  },
  V005: {
    name: 'dead-end',
    message: 'A run can end up here with nothing to do, no timer running and no ending.',
    hint: 'Add a way on: an act, a timer or an ending.',
  },
  V006: {
    name: 'soft-lock',
    message: 'From here a run can go on, but no ending of the plot can be reached any more.',
    hint: 'Add a way to an ending, or keep runs from getting here.',
  },
  V007: {
    name: 'endless-loop',
    message: 'Transitions or timers lead to each other without end, whatever the trainee does or leaves undone.',
    hint: 'Let one of the transitions need something that changes on the way.',
  },
  V008: {
    name: 'never-decidable',
    message: '"{criterion}" is never decided: in every run it does not apply.',
    hint: 'Make what it waits for possible, or take it out.',
  },
  V009: {
    name: 'never-met',
    message: 'No run ever meets "{criterion}".',
    hint: 'Make what it asks for possible, or change what it asks for.',
  },
  V010: {
    name: 'never-missed',
    message: 'No run ever misses "{criterion}": it tells nobody apart.',
    hint: 'Ask for something that can be left undone, or take it out.',
  },
  V011: {
    name: 'decided-at-once',
    message: '"{criterion}" is decided before the trainee can do anything.',
    hint: 'Let it wait for something the trainee does.',
  },
  V012: {
    name: 'contradicting-criteria',
    message: '"{criterion}" and "{other}" contradict each other: whoever meets one loses the other.',
    hint: 'Decide which of the two is right, or let one not apply where the other does.',
  },
  V013: {
    name: 'unavoidable-fail',
    message: '"{criterion}" is critical, and every run to an ending of the plot fails it.',
    hint: 'Give the trainee a way round it.',
  },
  V014: {
    name: 'act-without-effect',
    message: '"{act}" changes nothing anywhere, is answered by nothing special and noticed by no criterion.',
    hint: 'Give it an effect, let a criterion look at it, or take it out.',
  },
  V015: {
    name: 'intent-without-effect',
    message: 'Said plainly, "{say}" leaves {persona} untouched: only the tone of "{act}" matters.',
    hint: 'Choose an intent that means something to him, or give the line an effect of its own.',
  },
  V016: {
    name: 'needs-another-layer',
    message: '"{criterion}" can be met only when another layer is on: with {layer} alone no run meets it.',
    hint: 'Give this layer, or the base, what it asks for.',
  },
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
  /** what is filled into the sentences of its code, by name */ readonly about: Readonly<Record<string, string>>
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
  return (code: FindingCode, { owner, field }: Where, about: Finding['about'], witness?: Witness): Finding => {
    const { message, hint } = FINDING_CODES[code]
    const path = owner ? `${scenario.id}/layers/${owner}.yaml` : `${scenario.id}/scenario.yaml`
    const { file, line, column, field: dotted } = sourceOf(path).diagnose('E007', field, '', '')
    return {
      severity: WARNINGS.has(code) ? 'warning' : 'error',
      code,
      message: message.replace(/\{(\w+)\}/g, (_, name: string) => about[name] ?? ''),
      hint,
      about,
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
