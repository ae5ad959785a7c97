import type { ChosenEffects, Condition, Effects, Pattern } from './clause-schema.ts'
import { type Diagnostic, oneOf } from './diagnostic.ts'
import { isOfBook, type PhraseBook } from './phrases.ts'
import type { Place } from './place-schema.ts'
import { PROP_KINDS } from './prop-kinds.ts'
import type { Criterion, LayerData, Line, PhraseUse, RegionState, ScenarioData } from './schema.ts'
import type { SourceFile } from './source-map.ts'
import { domainOf, type Variable, valueOf, variablesOf } from './variables.ts'
import { DISCIPLINES, type Discipline } from './vocabulary.ts'

type Path = readonly PropertyKey[]

/** How many wrong references are told at once; looking for the likeliest cure of each one takes time. */
const MAX_WRONG = 200

/** What all scenarios share; `undefined` when a file of it could not be read. */
type Shared = { readonly rules: ReadonlySet<string> | undefined; readonly phrases: PhraseBook | undefined }

/** What one file may refer to: the base and itself. */
type Scope = {
  readonly source: SourceFile
  readonly owner: Discipline | undefined
  readonly variables: ReadonlyMap<string, Variable>
  /** its own, and `base.x` of the scenario's */ readonly lines: ReadonlySet<string>
  readonly deeds: ReadonlySet<string>
  readonly injects: ReadonlySet<string>
  readonly topics: ReadonlySet<string>
  readonly cast: ReadonlySet<string>
  readonly variations: ReadonlySet<string>
  readonly place: Place
  readonly endings: ReadonlySet<string>
  readonly rules: Shared['rules']
  readonly phrases: Shared['phrases']
  readonly found: Diagnostic[]
}

type Files = { readonly scenario: SourceFile; readonly layers: ReadonlyMap<Discipline, SourceFile> }

/** Checks that everything named exists, is in its domain, and that no layer touches what is not its own. */
export function checkReferences(
  data: ScenarioData,
  layers: readonly LayerData[],
  place: Place,
  { rules, phrases }: Shared,
  files: Files,
): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const endings = new Set(['stopped', ...Object.values(data.plot.beats).flatMap((beat) => beat.ending ?? [])])
  const scopeOf = (content: ScenarioData | LayerData, source: SourceFile, layer: LayerData | undefined): Scope => ({
    source,
    owner: layer?.discipline,
    variables: new Map(variablesOf(data, layer ? [layer] : [], place).map((v) => [v.name, v])),
    lines: ownAndBase(content.lines, data.lines),
    deeds: ownAndBase(content.deeds, data.deeds),
    variations: new Set(['none', ...(data.variations ?? []).map((v) => v.id)]),
    injects: new Set((content.injects ?? []).map((i) => i.id)),
    topics: new Set([...(data.topics ?? []), ...(content.topics ?? [])]),
    cast: new Set([...Object.keys(data.cast), 'notes']),
    place,
    endings,
    rules,
    phrases,
    found,
  })
  const base = scopeOf(data, files.scenario, undefined)
  checkScenario(data, base)
  checkContent(data, base)
  for (const layer of layers) {
    const source = files.layers.get(layer.discipline)
    if (!source) continue
    const scope = scopeOf(layer, source, layer)
    checkContent(layer, scope)
    checkLayer(layer, scope)
  }
  return found
}

const ownAndBase = (own: readonly { readonly id: string }[] = [], base: readonly { readonly id: string }[] = []) =>
  new Set([...own.map(({ id }) => id), ...base.map(({ id }) => `base.${id}`)])

function checkScenario(data: ScenarioData, scope: Scope): void {
  const positions = scope.place.positions.map((p) => p.id)
  reference(
    scope,
    data.officer.at,
    scope.place.stations.map((s) => s.id),
    'station',
    ['officer', 'at'],
  )
  reference(
    scope,
    data.focus,
    Object.entries(data.cast)
      .filter(([, m]) => m.at && m.reacts)
      .map(([role]) => role),
    'reacting member of the cast',
    ['focus'],
  )
  if (data['phrase-book']) condition(scope, data['phrase-book'], ['phrase-book'])
  for (const [role, member] of Object.entries(data.cast)) {
    if (member.at) reference(scope, member.at, positions, 'position', ['cast', role, 'at'])
    if (member.hears) condition(scope, member.hears, ['cast', role, 'hears'])
    if (member.interpreted) condition(scope, member.interpreted, ['cast', role, 'interpreted'])
  }
  const props = scope.place.props.map((prop) => prop.id)
  for (const [n, prop] of (data.without ?? []).entries()) reference(scope, prop, props, 'prop', ['without', n])
  for (const [prop, state] of Object.entries(data.props ?? {})) assignment(scope, prop, state, ['props', prop])
  for (const [index, variation] of (data.variations ?? []).entries()) {
    for (const [name, value] of Object.entries(variation.set ?? {}))
      assignment(scope, name, value, ['variations', index, 'set', name])
    for (const part of ['with', 'without'] as const)
      for (const [n, prop] of (variation[part] ?? []).entries())
        reference(scope, prop, props, 'prop', ['variations', index, part, n])
    for (const [role, persona] of Object.entries(variation.personas ?? {}))
      if (reference(scope, role, Object.keys(data.cast), 'member of the cast', ['variations', index, 'personas', role]))
        reference(scope, persona, data.cast[role]?.personas ?? [], `persona of ${role}`, [
          'variations',
          index,
          'personas',
          role,
        ])
  }
  region(scope, data.plot.initial, data.plot.beats, ['plot'], 'beats')
  transitions(scope, data.plot, Object.keys(data.plot.beats), ['plot'])
}

function checkLayer(layer: LayerData, scope: Scope): void {
  for (const [id, item] of Object.entries(layer.regions ?? {}))
    region(scope, item.initial, item.states, ['regions', id], 'states')
  unique(scope, layer.criteria, 'criteria', 'criterion')
  for (const [index, criterion] of layer.criteria.entries()) checkCriterion(scope, criterion, ['criteria', index])
  for (const [index, hint] of (layer.hints ?? []).entries()) {
    condition(scope, hint.when, ['hints', index, 'when'])
    inVariations(scope, hint, ['hints', index])
  }
}

function checkContent(data: ScenarioData | LayerData, scope: Scope): void {
  const lines = (data.lines ?? []).filter((line) => !isOfBook(line))
  unique(scope, lines, 'lines', 'line')
  for (const part of ['deeds', 'injects', 'flags', 'levels'] as const)
    unique(scope, data[part] ?? [], part, part.slice(0, -1))
  const uses = (data.phrases ?? []).map(({ id, phrase }) => ({ id: id ?? phrase }))
  unique(scope, uses, 'phrases', 'phrase')
  const ofBook = (data.lines ?? []).flatMap((line) => (isOfBook(line) ? line.id : []))
  for (const [index, { id }] of lines.entries())
    if (ofBook.includes(id))
      report(
        scope,
        'E011',
        ['lines', index, 'id'],
        `A phrase is called "${id}" as well.`,
        'Give one of them another id.',
      )
  for (const [index, line] of (data.lines ?? []).entries()) {
    if (isOfBook(line)) continue
    reference(scope, line.to, scope.cast, 'member of the cast', ['lines', index, 'to'])
    reference(scope, line.about, scope.topics, 'topic', ['lines', index, 'about'])
  }
  const positions = scope.place.positions.map(({ id }) => id)
  for (const [index, deed] of (data.deeds ?? []).entries()) {
    if (deed.on) reference(scope, deed.on, scope.cast, 'member of the cast', ['deeds', index, 'on'])
    if (deed.shows) reference(scope, deed.shows.at, positions, 'position', ['deeds', index, 'shows', 'at'])
  }
  for (const part of ['lines', 'deeds'] as const)
    for (const [index, item] of (data[part] ?? []).entries()) {
      if ('to' in item && isOfBook(item)) continue
      if (item.when) condition(scope, item.when, [part, index, 'when'])
      inVariations(scope, item, [part, index])
      answer(scope, item, [part, index])
      if ('unheard' in item && item.unheard) answer(scope, item.unheard, [part, index, 'unheard'])
    }
  for (const [index, use] of (data.phrases ?? []).entries()) checkPhrase(scope, use, ['phrases', index])
  for (const [index, inject] of (data.injects ?? []).entries())
    effects(scope, inject.effects, ['injects', index, 'effects'])
}

function checkPhrase(scope: Scope, use: PhraseUse, path: Path): void {
  reference(scope, use.to, scope.cast, 'member of the cast', [...path, 'to'])
  reference(scope, use.about, scope.topics, 'topic', [...path, 'about'])
  if (use.when) condition(scope, use.when, [...path, 'when'])
  inVariations(scope, use, path)
  answer(scope, use, path)
  if (use.unheard) answer(scope, use.unheard, [...path, 'unheard'])
  if (!scope.phrases || !reference(scope, use.phrase, Object.keys(scope.phrases), 'phrase', [...path, 'phrase'])) return
  const known = Object.keys(scope.phrases[use.phrase]?.in ?? {})
  for (const [n, language] of (use.languages ?? []).entries())
    reference(scope, language, known, `wording of "${use.phrase}" in`, [...path, 'languages', n])
}

function region(
  scope: Scope,
  initial: string,
  states: Readonly<Record<string, RegionState>>,
  path: Path,
  word: string,
): void {
  const names = Object.keys(states)
  reference(scope, initial, names, 'state', [...path, 'initial'])
  for (const [id, state] of Object.entries(states)) {
    transitions(scope, state, names, [...path, word, id])
    for (const role of Object.keys(state.gesture ?? {}))
      reference(scope, role, scope.cast, 'member of the cast', [...path, word, id, 'gesture', role])
  }
}

function transitions(
  scope: Scope,
  state: Pick<RegionState, 'on' | 'after' | 'always'>,
  names: readonly string[],
  path: Path,
): void {
  for (const part of ['on', 'after', 'always'] as const)
    for (const [index, transition] of (state[part] ?? []).entries()) {
      const at = [...path, part, index]
      if (transition.to) reference(scope, transition.to, names, 'state', [...at, 'to'])
      if (transition.inject) reference(scope, transition.inject, scope.injects, 'inject', [...at, 'inject'])
      if (transition.when) condition(scope, transition.when, [...at, 'when'])
      effects(scope, transition.effects, [...at, 'effects'])
      if (!('do' in transition)) continue
      pattern(scope, transition.do, [...at, 'do'])
      if ([transition.do, ...(transition.do.any ?? [])].some(({ becomes, ends }) => becomes ?? ends))
        report(
          scope,
          'E007',
          [...at, 'do'],
          'A transition cannot wait for `becomes` or `ends`.',
          'Use `always: [{ when: … }]` for what becomes true.',
        )
    }
}

/** Effects and replies of a line or deed, or of what happens when its words do not arrive. */
function answer(scope: Scope, { effects: chosen, replies }: Pick<Line, 'effects' | 'replies'>, path: Path): void {
  for (const [n, one] of [chosen ?? []].flat().entries()) {
    const at = Array.isArray(chosen) ? [...path, 'effects', n] : [...path, 'effects']
    const { when, ...effect } = one as Exclude<ChosenEffects, readonly unknown[]> & { readonly when?: Condition }
    if (when) condition(scope, when, [...at, 'when'])
    effects(scope, effect, at)
  }
  for (const [n, reply] of (replies ?? []).entries()) {
    if (reply.when) condition(scope, reply.when, [...path, 'replies', n, 'when'])
    if (reply.by) reference(scope, reply.by, scope.cast, 'member of the cast', [...path, 'replies', n, 'by'])
  }
}

function inVariations(
  scope: Scope,
  { variation }: { readonly variation?: string | readonly string[] | undefined },
  path: Path,
): void {
  for (const [n, id] of [variation ?? []].flat().entries())
    reference(
      scope,
      id,
      scope.variations,
      'variation',
      Array.isArray(variation) ? [...path, 'variation', n] : [...path, 'variation'],
    )
}

function checkCriterion(scope: Scope, criterion: Criterion, path: Path): void {
  inVariations(scope, criterion, path)
  for (const [index, rule] of [criterion.rule].flat().entries())
    if (scope.rules && !scope.rules.has(rule))
      report(
        scope,
        'E018',
        Array.isArray(criterion.rule) ? [...path, 'rule', index] : [...path, 'rule'],
        `There is no rule "${rule}".`,
        oneOf(rule, scope.rules),
      )
  for (const [field, value] of Object.entries(criterion)) {
    if (['do', 'then', 'once', 'partly', 'applies'].includes(field)) pattern(scope, value as Pattern, [...path, field])
    if (field === 'steps')
      for (const [n, step] of (value as Pattern[]).entries()) pattern(scope, step, [...path, field, n])
    if (field === 'during' || field === 'hold') condition(scope, value as Condition, [...path, field])
    if (field === 'level') variable(scope, value as string, [...path, field])
  }
}

function pattern(scope: Scope, value: Pattern, path: Path): void {
  const lists: readonly (readonly [keyof Pattern, Iterable<string>, string])[] = [
    ['about', scope.topics, 'topic'],
    ['to', scope.cast, 'member of the cast'],
    ['line', scope.lines, 'line of this file'],
    ['deed', scope.deeds, 'deed of this file'],
    ['on', [...scope.place.props.map((p) => p.id), 'session'], 'prop'],
    ['act', [...Object.values(PROP_KINDS).flatMap((kind) => Object.keys(kind.verbs)), 'end'], 'verb'],
    ['go', scope.place.stations.map((s) => s.id), 'station'],
    ['ends', scope.endings, 'ending'],
  ]
  for (const [field, allowed, what] of lists)
    for (const word of [value[field] ?? []].flat() as string[]) reference(scope, word, allowed, what, [...path, field])
  for (const [n, one] of (value.any ?? []).entries()) pattern(scope, one, [...path, 'any', n])
  if (value.while) condition(scope, value.while, [...path, 'while'])
  if (value.becomes) condition(scope, value.becomes, [...path, 'becomes'])
}

function condition(scope: Scope, value: Condition, path: Path): void {
  for (const [name, wanted] of Object.entries(value)) {
    const at = [...path, name]
    if (name === 'any' || name === 'all') {
      for (const [n, part] of (Array.isArray(wanted) ? wanted : []).entries())
        if (typeof part === 'object') condition(scope, part as Condition, [...at, n])
      continue
    }
    if (name === 'not') {
      condition(scope, wanted as Condition, at)
      continue
    }
    const known = variable(scope, name, at)
    if (!known) continue
    for (const one of [wanted].flat() as (string | boolean | number)[]) {
      if (typeof one === 'string' && /^[<>=]/.test(one)) {
        if (known.words) report(scope, 'E017', at, `"${name}" is not a number.`, `Write ${domainOf(known)}.`)
      } else if (valueOf(known, one) === undefined)
        report(scope, 'E017', at, `"${name}" is never "${String(one)}".`, `Write ${domainOf(known)}.`)
    }
  }
}

function effects(scope: Scope, value: Effects | undefined, path: Path): void {
  for (const [name, by] of Object.entries(value?.add ?? {})) {
    const known = writable(scope, name, [...path, 'add', name])
    if (known?.words)
      report(
        scope,
        'E017',
        [...path, 'add', name],
        `"${name}" is not a number, so ${by} cannot be added.`,
        'Use `set`.',
      )
  }
  for (const [name, to] of Object.entries(value?.set ?? {}))
    if (writable(scope, name, [...path, 'set', name])) assignment(scope, name, to, [...path, 'set', name])
  for (const [n, says] of (value?.says ?? []).entries())
    reference(scope, says.by, scope.cast, 'member of the cast', [...path, 'says', n, 'by'])
  if (value?.['sound-by']) reference(scope, value['sound-by'], scope.cast, 'member of the cast', [...path, 'sound-by'])
}

function writable(scope: Scope, name: string, path: Path): Variable | undefined {
  const known = variable(scope, name, path)
  if (!known) return undefined
  if (known.owner !== scope.owner)
    report(
      scope,
      'E014',
      path,
      `The ${scope.owner ?? 'base'} may not write "${name}".`,
      'A layer writes only its own flags, levels and regions; the base writes only base variables.',
    )
  if (
    known.kind === 'derived' ||
    known.kind === 'behaviour' ||
    known.kind === 'variation' ||
    known.kind === 'plot' ||
    known.kind === 'stance' ||
    known.kind === 'station'
  )
    report(
      scope,
      'E014',
      path,
      `"${name}" follows from the situation and cannot be set.`,
      'Set a level, a flag, a prop or a position instead.',
    )
  return known
}

function assignment(scope: Scope, name: string, value: string | boolean | number, path: Path): void {
  const known = variable(scope, name, path)
  if (known && valueOf(known, value) === undefined)
    report(scope, 'E017', path, `"${name}" cannot be "${String(value)}".`, `Write ${domainOf(known)}.`)
}

function variable(scope: Scope, name: string, path: Path): Variable | undefined {
  const known = scope.variables.get(name)
  if (known || scope.found.length >= MAX_WRONG) return known
  const [first] = name.split('.')
  if (first && first !== scope.owner && (DISCIPLINES as readonly string[]).includes(first))
    report(
      scope,
      'E015',
      path,
      `"${name}" belongs to the layer ${first}.`,
      'A file may read the base and itself, so that any layer can be taken off.',
    )
  else report(scope, 'E016', path, `There is no variable "${name}".`, oneOf(name, scope.variables.keys()))
  return undefined
}

function reference(scope: Scope, id: string, allowed: Iterable<string>, what: string, path: Path): boolean {
  const list = new Set(allowed)
  if (list.has(id)) return true
  if (scope.found.length >= MAX_WRONG) return false
  report(scope, 'E010', path, `There is no ${what} "${id}".`, oneOf(id, list))
  return false
}

function unique(scope: Scope, items: readonly { readonly id: string }[], part: string, what: string): void {
  const seen = new Set<string>()
  for (const [index, { id }] of items.entries()) {
    if (seen.has(id))
      report(scope, 'E011', [part, index, 'id'], `There are two ${what}s "${id}".`, 'Give one of them another id.')
    seen.add(id)
  }
}

function report(scope: Scope, code: Diagnostic['code'], path: Path, message: string, cure: string): void {
  if (scope.found.length < MAX_WRONG) scope.found.push(scope.source.diagnose(code, path, message, cure))
}
