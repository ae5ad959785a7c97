import type { Condition, Criterion, Discipline, Outcome, Pattern } from '#core/scenario'
import type { Happening } from '#core/session'
import { actsFitting, type Chart, compileCondition, compilePattern, type Values } from '#core/statechart'

/** A place in a log: the record it belongs to, and the moment. */
export type LogPosition = { readonly seq: number; readonly atMs: number }

/**
 * What a monitor remembers. Finite, so that a checker can visit every state: which things were seen (bits), a small
 * count, and the moment a window opened.
 */
export type MonitorState = {
  readonly armed: boolean
  readonly seen: number
  readonly count: number
  readonly since: LogPosition | undefined
  readonly decided: Outcome | undefined
  readonly evidence: readonly LogPosition[]
}

/** A criterion as an automaton that runs beside the chart, never in it. */
export type Monitor = {
  readonly criterion: Criterion & { readonly owner: Discipline }
  readonly initial: MonitorState
  /** ids of the acts that can move it; `undefined` when any step can */ readonly listens:
    | ReadonlySet<string>
    | undefined
  readonly step: (state: MonitorState, happening: Happening, position: LogPosition) => MonitorState
  /** @param end values when the session ended */ readonly close: (
    state: MonitorState,
    end: Values,
    at: LogPosition,
  ) => { readonly outcome: Outcome; readonly evidence: readonly LogPosition[] }
}

type Rule = Pick<Monitor, 'step' | 'close'>
type Watch = (happening: Happening) => boolean
const FRESH: MonitorState = { armed: false, seen: 0, count: 0, since: undefined, decided: undefined, evidence: [] }
const KEPT_EVIDENCE = 6

const note = (state: MonitorState, position: LogPosition): readonly LogPosition[] =>
  state.evidence.length < KEPT_EVIDENCE ? [...state.evidence, position] : state.evidence
const decide = (state: MonitorState, decided: Outcome, position: LogPosition): MonitorState => ({
  ...state,
  decided,
  evidence: note(state, position),
})

/** Compiles every criterion of a chart's stack, and of further criteria a rubric may add. */
export function monitorsFor(chart: Chart, criteria = chart.world.composition.criteria): readonly Monitor[] {
  return criteria.map((criterion) => {
    const watch = (pattern: Pattern): Watch => compilePattern(pattern, chart.world, chart.acts)
    const test = (condition: Condition) => compileCondition(condition, chart.world.index)
    const rule = ruleOf(criterion, watch, test, chart)
    const applies = criterion.applies && watch(criterion.applies)
    return {
      criterion,
      initial: { ...FRESH, armed: !applies },
      listens: listensOf(criterion, chart),
      step: (state, happening, position) => {
        if (state.decided && state.armed) return state
        // What arms a criterion may be the very act it judges, or come after it.
        const armed = state.armed || (applies?.(happening) ?? true)
        const now = armed === state.armed ? state : { ...state, armed }
        return state.decided ? now : rule.step(now, happening, position)
      },
      close: (state, end, at) =>
        state.armed ? rule.close(state, end, at) : { outcome: 'not-applicable', evidence: state.evidence },
    }
  })
}

/** The acts a criterion's patterns could fit; conditions are watched at every step. */
function listensOf(criterion: Criterion, { acts }: Chart): ReadonlySet<string> | undefined {
  if (criterion.kind === 'always') return undefined
  const fields = criterion as unknown as Readonly<Record<string, Pattern | undefined>>
  const patterns = [
    ...(['do', 'then', 'once', 'partly', 'applies'] as const).flatMap((field) => fields[field] ?? []),
    ...(criterion.kind === 'order' ? criterion.steps : []),
  ]
  const fitting = patterns.map((pattern) => actsFitting(pattern, acts))
  return fitting.some((one) => one === undefined) ? undefined : new Set(fitting.flatMap((one) => [...(one ?? [])]))
}

function ruleOf(
  criterion: Criterion,
  watch: (pattern: Pattern) => Watch,
  test: (condition: Condition) => (values: Values) => boolean,
  chart: Chart,
): Rule {
  switch (criterion.kind) {
    case 'before':
      return beforeRule(watch(criterion.do), watch(criterion.then), criterion.partly && watch(criterion.partly))
    case 'after':
      return afterRule(
        watch(criterion.once),
        watch(criterion.do),
        criterion.partly && watch(criterion.partly),
        criterion['either-order'] ?? false,
      )
    case 'within':
      return withinRule(
        watch(criterion.once),
        watch(criterion.do),
        criterion.seconds * 1000,
        (criterion['partly-seconds'] ?? criterion.seconds) * 1000,
      )
    case 'never':
      return neverRule(watch(criterion.do))
    case 'always':
      return alwaysRule(test(criterion.during), test(criterion.hold))
    case 'count':
      return countRule(
        watch(criterion.do),
        criterion['at-least'] ?? 0,
        criterion['partly-at-least'],
        criterion['at-most'],
      )
    case 'level-at-end':
      return levelRule(chart.world.index.get(criterion.level)?.at, criterion)
    case 'order':
      return orderRule(criterion.steps.map(watch))
  }
}

const settled = (state: MonitorState, otherwise: Outcome, at: readonly LogPosition[] = state.evidence) => ({
  outcome: state.decided ?? otherwise,
  evidence: state.decided ? state.evidence : at,
})

/** `do` before the first `then`: met; only `partly` before it: partly; `then` alone: missed. */
function beforeRule(first: Watch, then: Watch, half: Watch | undefined): Rule {
  return {
    step: (state, h, at) => {
      if (then(h)) return decide(state, state.seen & 2 ? 'met' : state.seen & 1 ? 'partly' : 'missed', at)
      if (first(h)) return state.seen & 2 ? state : { ...state, seen: state.seen | 2, evidence: note(state, at) }
      if (half?.(h)) return state.seen & 1 ? state : { ...state, seen: state.seen | 1, evidence: note(state, at) }
      return state
    },
    // what stands there without a verdict is that it was done, not that half of it was
    close: (state) => settled(state, 'not-applicable', state.seen & 2 ? state.evidence : []),
  }
}

/** Once `once` has happened, `do` must follow before the end; or may have come before it, where the order is all the same. */
function afterRule(once: Watch, then: Watch, half: Watch | undefined, eitherOrder: boolean): Rule {
  return {
    step: (state, h, at) => {
      if (!state.since) {
        const early = eitherOrder && then(h)
        if (once(h)) {
          const begun = { ...state, since: at }
          return early || state.seen & 2 ? decide(begun, 'met', at) : { ...begun, evidence: note(state, at) }
        }
        return early && !(state.seen & 2) ? { ...state, seen: state.seen | 2, evidence: note(state, at) } : state
      }
      if (then(h)) return decide(state, 'met', at)
      if (half?.(h) && !(state.seen & 1)) return { ...state, seen: state.seen | 1, evidence: note(state, at) }
      return state
    },
    close: (state) => settled(state, state.since ? (state.seen & 1 ? 'partly' : 'missed') : 'not-applicable'),
  }
}

/** Once `once` has happened, `do` must follow within a time on the session clock. */
function withinRule(once: Watch, then: Watch, limitMs: number, partlyMs: number): Rule {
  return {
    step: (state, h, at) => {
      if (!state.since) return once(h) ? { ...state, since: at, evidence: note(state, at) } : state
      if (!then(h)) return state
      const waitedMs = at.atMs - state.since.atMs
      return decide(state, waitedMs <= limitMs ? 'met' : waitedMs <= partlyMs ? 'partly' : 'missed', at)
    },
    close: (state) => settled(state, state.since ? 'missed' : 'not-applicable'),
  }
}

/** Must not happen, neither after what makes it apply nor before. */
function neverRule(watch: Watch): Rule {
  return {
    step: (state, h, at) => (watch(h) ? decide(state, 'violated', at) : state),
    close: (state) => settled(state, 'met'),
  }
}

/** Whenever an act leaves `during` true, `hold` must be true too. */
function alwaysRule(during: (values: Values) => boolean, hold: (values: Values) => boolean): Rule {
  return {
    step: (state, h, at) => {
      if (!h.act || !during(h.after)) return state
      if (!hold(h.after)) return decide(state, 'violated', at)
      return state.seen ? state : { ...state, seen: 1, evidence: note(state, at) }
    },
    close: (state) => settled(state, state.seen ? 'met' : 'not-applicable'),
  }
}

/** How often something happened; counted no further than it matters. */
function countRule(watch: Watch, least: number, partlyLeast: number | undefined, most: number | undefined): Rule {
  const enough = Math.max(least, (most ?? 0) + 1)
  return {
    step: (state, h, at) => {
      if (state.count >= enough || !watch(h)) return state
      const next = { ...state, count: state.count + 1, evidence: note(state, at) }
      if (most !== undefined && next.count > most) return { ...next, decided: 'missed' }
      return most === undefined && next.count >= least ? { ...next, decided: 'met' } : next
    },
    close: (state) =>
      settled(
        state,
        state.count >= least ? 'met' : partlyLeast !== undefined && state.count >= partlyLeast ? 'partly' : 'missed',
      ),
  }
}

/** What a level is when the session ends. A level whose layer is off does not apply. */
function levelRule(at: number | undefined, limits: Extract<Criterion, { kind: 'level-at-end' }>): Rule {
  const within = (value: number, least: number | undefined, most: number | undefined) =>
    (least === undefined || value >= least) && (most === undefined || value <= most)
  const hasPartly = limits['partly-at-least'] !== undefined || limits['partly-at-most'] !== undefined
  return {
    step: (state) => state,
    close: (state, end, position) => {
      if (at === undefined) return { outcome: 'not-applicable', evidence: state.evidence }
      const value = end[at] ?? 0
      const outcome = within(value, limits['at-least'], limits['at-most'])
        ? 'met'
        : hasPartly && within(value, limits['partly-at-least'], limits['partly-at-most'])
          ? 'partly'
          : 'missed'
      return { outcome, evidence: [position] }
    },
  }
}

/** All steps in the given order: met; all, but not in it: partly. */
function orderRule(steps: readonly Watch[]): Rule {
  const all = 2 ** steps.length - 1
  return {
    step: (state, h, at) => {
      let next = state
      for (const [n, watch] of steps.entries()) {
        if (!watch(h) || next.seen & (1 << n)) continue
        // `count` holds how many steps came in order: step n is in order when the n before it are already there.
        next = {
          ...next,
          seen: next.seen | (1 << n),
          count: next.count + Number(next.count === n && next.seen === 2 ** n - 1),
          evidence: note(next, at),
        }
      }
      return next.seen === all && next.count === steps.length ? { ...next, decided: 'met' } : next
    },
    close: (state) => settled(state, state.seen === all ? 'partly' : 'missed'),
  }
}
