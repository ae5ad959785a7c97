import {
  BEHAVIOURS,
  type Condition,
  type Criterion,
  type Effects,
  memoryName,
  OUTCOMES,
  type Pattern,
  POSES,
  PROP_KINDS,
  type Tone,
  type Verb,
  valueOf,
} from '#core/scenario'
import { type ActSpec, actsFitting, CRISIS_TENSION, reactTo } from '#core/statechart'
import type { Tables } from '../tables.ts'
import { allOf, anyOf, FALSE, type Formula, formulaOf, holding, is, TRUE, variablesOf } from './formula.ts'

/**
 * Something that can bring values about: an act of some, a timer, or what happens by itself when `needs` holds. It is a
 * relaxation: nothing that was ever true becomes false. Every step that can happen is covered by operators; not every
 * operator can happen.
 */
export type Operator = {
  /** acts of which one is done; none for what no act does */ readonly acts: readonly number[] | undefined
  readonly tone: Tone | undefined
  readonly timer: number | undefined
  readonly needs: Formula
  readonly sets: readonly (readonly [at: number, value: number])[]
  readonly adds: readonly (readonly [at: number, by: number])[]
}

/** Parts of a criterion as variables of the relaxation. */
export const PARTS = { armed: 0, since: 1, seen: 2, count: 3, decided: 4 } as const
export const PART_SIZES = [2, 2, 4, 24, OUTCOMES.length + 1]

/** A chart, its injects and its criteria, as operators over variables with few values. */
export type Model = {
  readonly tables: Tables
  /** number of values of each variable; those of the chart first */ readonly sizes: readonly number[]
  /** what each act needs to be possible */ readonly possible: readonly Formula[]
  /** when the words of an act arrive, and when they do not */ readonly understood: readonly Formula[]
  readonly unheard: readonly Formula[]
  readonly operators: readonly Operator[]
  readonly injectAt: ReadonlyMap<string, number>
  /** first part of each criterion, in the order of the composition */ readonly criterionAt: ReadonlyMap<string, number>
  /** variables of which a proof supposes every value: how people feel and what they remember */
  readonly free: readonly number[]
}

type Cause = Pick<Operator, 'acts' | 'tone' | 'timer' | 'needs'>
type Transition = {
  readonly when?: Condition | undefined
  readonly to?: string | undefined
  readonly effects?: Effects | undefined
  readonly inject?: string | undefined
}
const BY_ITSELF = { acts: undefined, tone: undefined, timer: undefined }

export function modelOf(tables: Tables): Model {
  const { chart } = tables
  const { world, acts } = chart
  const { composition, index } = world
  const sizes = world.variables.map(({ max }) => max + 1)
  const operators: Operator[] = []
  const place = (size: number) => sizes.push(size) - 1
  const injectAt = new Map(composition.injects.map(({ id }) => [id, place(2)]))
  const criterionAt = new Map(
    composition.criteria.map(({ id }) => [id as string, PART_SIZES.map(place)[0] as number] as const),
  )
  const formula = (condition: Condition | undefined, wanted = true) => formulaOf(world, condition, wanted)
  const possible = acts.map((act) => {
    const { line, deed } = act
    if (!line && !deed) return holding(world, act.reads, act.isPossible)
    const hears = line && !line['from-afar'] ? composition.scenario.data.cast[line.to]?.hears : undefined
    return allOf(formula(hears), formula((line ?? deed)?.when))
  })
  const understood = acts.map((act) =>
    act.understood ? holding(world, act.understoodReads ?? [], act.understood) : TRUE,
  )
  const unheard = acts.map((act) => {
    const { understood: test } = act
    return test ? holding(world, act.understoodReads ?? [], (values) => !test(values)) : FALSE
  })
  const numbers = new Map(acts.map(({ id }, act) => [id as string, act]))

  const add = (cause: Cause, sets: Operator['sets'], adds: Operator['adds'] = []) => {
    if (cause.acts?.length !== 0 && (sets.length > 0 || adds.length > 0)) operators.push({ ...cause, sets, adds })
  }
  const writes = (effects: Effects | undefined) => ({
    sets: Object.entries(effects?.set ?? {}).flatMap(([name, to]): Operator['sets'] => {
      const known = index.get(name)
      const value = known && valueOf(known.variable, to)
      return known && value !== undefined ? [[known.at, value]] : []
    }),
    adds: Object.entries(effects?.add ?? {}).flatMap(([name, by]): Operator['adds'] => {
      const known = index.get(name)
      return known ? [[known.at, by]] : []
    }),
  })

  /** Everything that can be what a pattern waits for. */
  const causes = (pattern: Pattern): readonly Cause[] => {
    const needs = formula(pattern.while)
    if (pattern.any) return pattern.any.flatMap(causes).map((cause) => ({ ...cause, needs: allOf(needs, cause.needs) }))
    if (pattern.becomes) return [{ ...BY_ITSELF, needs: allOf(needs, formula(pattern.becomes)) }]
    if (pattern.ends) {
      const wanted = [pattern.ends].flat()
      const beats = [...chart.endings].flatMap(([beat, ending]) => (wanted.includes(ending) ? beat : []))
      return [{ ...BY_ITSELF, needs: allOf(needs, is(world, world.plot, beats)) }]
    }
    const fitting = [...(actsFitting(pattern, acts) ?? [])].map((id) => numbers.get(id) as number)
    const tones = pattern.tone === undefined ? [undefined] : [pattern.tone].flat()
    return tones.flatMap((tone): readonly Cause[] => {
      if (pattern.understood === undefined) return [{ acts: fitting, tone, timer: undefined, needs }]
      const arrives = pattern.understood ? understood : unheard
      return fitting.map((act) => ({
        acts: [act],
        tone,
        timer: undefined,
        needs: allOf(needs, arrives[act] as Formula),
      }))
    })
  }

  for (const [number, act] of acts.entries()) {
    const cause: Cause = { acts: [number], tone: undefined, timer: undefined, needs: TRUE }
    if (act.group === 'prop') {
      const known = index.get(act.target)
      const kind = composition.scenario.place.props.find(({ id }) => id === act.target)?.kind
      const verb: Verb | undefined = kind && (PROP_KINDS[kind].verbs as Readonly<Record<string, Verb>>)[act.verb]
      const value = known && verb?.to !== undefined ? valueOf(known.variable, verb.to) : undefined
      if (known && value !== undefined) add(cause, [[known.at, value]])
    }
    if (act.group === 'move' || act.group === 'stance') {
      const at = act.group === 'move' ? world.officerAt : world.officerStance
      add(cause, [[at, world.variables[at]?.words?.indexOf(act.target) ?? 0]])
    }
    if (act.group === 'end') add(cause, [[world.plot, (world.variables[world.plot]?.max ?? 1) as number]])
    for (const [effects, arrives] of [
      [act.line?.effects ?? act.deed?.effects, understood[number]],
      [act.line?.unheard?.effects, unheard[number]],
    ] as const)
      for (const { when, ...one } of [effects ?? []].flat() as readonly (Effects & { readonly when?: Condition })[]) {
        const { sets, adds } = writes(one)
        add({ ...cause, needs: allOf(formula(when), arrives as Formula) }, sets, adds)
      }
  }

  const injects = new Map(composition.injects.map((inject) => [inject.id as string, inject]))
  for (const { id, states } of [composition.plot, ...composition.regions]) {
    const known = index.get(id)
    if (!known) continue
    const region = tables.regions.findIndex(({ at }) => at === known.at)
    for (const [state, { on = [], after = [], always = [] }] of Object.entries(states)) {
      const from = known.variable.words?.indexOf(state) ?? -1
      const here = is(world, known.at, [from])
      const leads = (cause: Cause, { when, to, effects, inject }: Transition) => {
        const own = writes(effects)
        const more = writes(inject ? injects.get(inject)?.effects : undefined)
        const value = to === undefined ? -1 : (known.variable.words?.indexOf(to) ?? -1)
        const shown = inject === undefined ? undefined : injectAt.get(inject)
        add(
          { ...cause, needs: allOf(here, cause.needs, formula(when)) },
          [
            ...(value >= 0 ? ([[known.at, value]] as const) : []),
            ...own.sets,
            ...more.sets,
            ...(shown === undefined ? [] : ([[shown, 1]] as const)),
          ],
          [...own.adds, ...more.adds],
        )
      }
      for (const transition of on) for (const cause of causes(transition.do)) leads(cause, transition)
      for (const transition of always) leads({ ...BY_ITSELF, needs: TRUE }, transition)
      for (const transition of after) {
        const ms = Math.round(transition.seconds * 1000)
        const timer = tables.timers.findIndex((one) => one.region === region && one.state === from && one.ms === ms)
        leads({ ...BY_ITSELF, timer, needs: TRUE }, transition)
      }
    }
  }

  const free: number[] = []
  for (const [role, persona] of Object.entries(composition.cast)) {
    const at = index.get(role)?.at
    const tension = index.get(`${role}.tension`)?.at
    const trust = index.get(`${role}.trust`)?.at
    if (at === undefined || tension === undefined || trust === undefined) continue
    const memories = Object.entries(persona.memory ?? {}).flatMap(([memory, { acts: of }]) => {
      const memoryAt = index.get(memoryName(role, memory))?.at
      return memoryAt === undefined ? [] : { at: memoryAt, acts: of as readonly string[] }
    })
    free.push(tension, trust, ...memories.map((memory) => memory.at))
    const pose = index.get(`${role}.pose`)?.at
    const awake =
      pose === undefined
        ? TRUE
        : is(
            world,
            pose,
            POSES.flatMap((word, n) => (word === 'sleep' ? [] : n)),
          )
    const soft = is(
      world,
      tension,
      Array.from({ length: CRISIS_TENSION }, (_, n) => n),
    )
    const groups = new Map<string, { readonly operator: Omit<Operator, 'acts'>; readonly acts: number[] }>()
    const feels = (act: number, felt: Parameters<typeof reactTo>[0], tone: Tone | undefined, needs: Formula) => {
      const change = reactTo(felt, persona, ORDINARY(tone))
      const adds = [
        ...(change.tension === 0 ? [] : [[tension, change.tension] as const]),
        ...(change.trust === 0 ? [] : [[trust, change.trust] as const]),
        ...memories.flatMap((memory) => (memory.acts.includes(felt) ? [[memory.at, 1] as const] : [])),
      ]
      if (adds.length === 0) return
      const isHard = change.tension < 0 && !['stay-silent', 'step-back', 'open-hands'].includes(felt)
      const operator = {
        tone,
        timer: undefined,
        needs: allOf(awake, needs, isHard ? soft : TRUE),
        sets: [],
        adds,
      }
      const key = JSON.stringify(operator)
      const group = groups.get(key)
      if (group) group.acts.push(act)
      else groups.set(key, { operator, acts: [act] })
    }
    for (const [number, act] of acts.entries()) {
      if (act.group === 'say' && act.target === role)
        for (const tone of act.tones ?? []) {
          if (act.say) feels(number, act.say, tone, understood[number] as Formula)
          if (act.understood) feels(number, 'unheard', tone, unheard[number] as Formula)
        }
      if (
        (act.group === 'say' || act.group === 'deed' ? act.target === role : world.focus.role === role) &&
        act.group !== 'end'
      )
        for (const body of act.body) feels(number, body, undefined, TRUE)
    }
    for (const { operator, acts: of } of groups.values()) operators.push({ ...operator, acts: of })
    const region = tables.regions.find((one) => one.at === at)
    for (const [from, word] of BEHAVIOURS.entries())
      for (const { target, guard } of region?.config.states[word]?.always ?? [])
        add(
          {
            ...BY_ITSELF,
            needs: allOf(
              is(world, at, [from]),
              holding(
                world,
                [tension, trust],
                (values) => guard?.({ context: { values }, event: { type: '' } }) ?? true,
              ),
            ),
          },
          [[at, BEHAVIOURS.indexOf(target as (typeof BEHAVIOURS)[number])]],
        )
  }
  for (const criterion of composition.criteria)
    watches(criterion, criterionAt.get(criterion.id) as number, causes, formula, add, acts)

  return { tables, sizes, possible, understood, unheard, operators, injectAt, criterionAt, free }
}

/** How somebody is when nothing else is known of the moment. */
const ORDINARY = (tone: Tone | undefined) => ({
  tension: 5,
  trust: 5,
  asleep: false,
  tone,
  stance: 'relaxed' as const,
  touchingDistance: false,
  explained: false,
  wornOff: false,
})

/** What moves a criterion's parts, after its monitor in `#core/scoring`. */
function watches(
  criterion: Criterion,
  at: number,
  causes: (pattern: Pattern) => readonly Cause[],
  formula: (condition: Condition | undefined, wanted?: boolean) => Formula,
  add: (cause: Cause, sets: Operator['sets'], adds?: Operator['adds']) => void,
  acts: readonly ActSpec[],
): void {
  const part = (name: keyof typeof PARTS, ...values: readonly number[]): Formula => ({
    kind: 'is',
    at: at + PARTS[name],
    values,
  })
  const open = part('decided', 0)
  const when = (
    pattern: Pattern | undefined,
    needs: Formula,
    sets: readonly (readonly [keyof typeof PARTS, number])[],
    adds: Operator['adds'] = [],
  ) => {
    for (const cause of pattern ? causes(pattern) : [])
      add(
        { ...cause, needs: allOf(cause.needs, needs) },
        sets.map(([name, value]) => [at + PARTS[name], value]),
        adds,
      )
  }
  const outcome = (word: (typeof OUTCOMES)[number]) => OUTCOMES.indexOf(word) + 1
  when(criterion.applies, TRUE, [['armed', 1]])
  switch (criterion.kind) {
    case 'before':
      when(criterion.do, part('seen', 0), [['seen', 2]])
      when(criterion.do, part('seen', 1), [['seen', 3]])
      when(criterion.partly, part('seen', 0), [['seen', 1]])
      when(criterion.then, allOf(open, part('seen', 2, 3)), [['decided', outcome('met')]])
      when(criterion.then, allOf(open, part('seen', 1)), [['decided', outcome('partly')]])
      when(criterion.then, allOf(open, part('seen', 0)), [['decided', outcome('missed')]])
      break
    case 'after':
    case 'within':
      when(criterion.once, open, [['since', 1]])
      when(criterion.do, allOf(open, part('since', 1)), [['decided', outcome('met')]])
      break
    case 'never': {
      when(criterion.do, allOf(open, part('armed', 1)), [['decided', outcome('violated')]])
      // `since`: it applied from a moment on at which it was not violated as well.
      const { while: holds, tone, body, understood, any, becomes, ends } = criterion.do
      const isPlain = !(tone ?? body ?? understood ?? any ?? becomes ?? ends)
      const wrong = isPlain ? new Set(causes(criterion.do).flatMap((cause) => cause.acts ?? [])) : new Set()
      for (const cause of criterion.applies ? causes(criterion.applies) : []) {
        const [bad, good] = [true, false].map((is) => cause.acts?.filter((act) => wrong.has(act) === is))
        add({ ...cause, acts: good }, [[at + PARTS.since, 1]])
        if (bad) add({ ...cause, acts: bad, needs: allOf(cause.needs, formula(holds, false)) }, [[at + PARTS.since, 1]])
      }
      break
    }
    case 'always': {
      const any: Cause = { acts: acts.map((_, act) => act), tone: undefined, timer: undefined, needs: open }
      const during = allOf(open, formula(criterion.during))
      add({ ...any, needs: allOf(during, formula(criterion.hold)) }, [[at + PARTS.seen, 1]])
      add({ ...any, needs: allOf(during, formula(criterion.hold, false)) }, [[at + PARTS.decided, outcome('violated')]])
      break
    }
    case 'count':
      when(criterion.do, open, [], [[at + PARTS.count, 1]])
      break
    case 'order':
      for (const [n, step] of criterion.steps.entries()) when(step, part('count', n), [['count', n + 1]])
      break
    case 'level-at-end':
  }
}

/** Variables that an act may write, itself or by what follows from it at once. */
export function writtenBy({ operators, free }: Model, act: number): ReadonlySet<number> {
  const own = operators.filter(({ acts, timer }) => (acts ? acts.includes(act) : timer === undefined))
  return new Set([...free, ...own.flatMap(({ sets, adds }) => [...sets, ...adds].map(([at]) => at))])
}

/** Variables an operator or an act reads. */
export const readsOf = (formulas: readonly Formula[]): readonly number[] => [...new Set(formulas.flatMap(variablesOf))]
