import { type AnyMachineSnapshot, createActor } from 'xstate'
import type { BodyAct, Tone } from '#core/scenario'
import { type ActSpec, bodyActsOf, type Chart, type Moment, type Values } from '#core/statechart'
import type { Act } from './record.ts'

/** An event that will happen by itself, as data. */
type Due = { readonly id: string; readonly event: { readonly type: string }; readonly atMs: number }
export type ChartState = AnyMachineSnapshot

/** A chart part-way: where it is, what is still to come by itself, and what time it is. */
export type Run = {
  readonly chart: Chart
  readonly state: ChartState
  readonly due: readonly Due[]
  readonly timeMs: number
}

/** What one step showed besides the values it changed. */
export type Shown =
  | {
      readonly kind: 'says'
      readonly by: string
      readonly text: string
      readonly owner: string
      /** called out, and heard next door */ readonly loud?: true
    }
  | { readonly kind: 'inject'; readonly id: string }
  | { readonly kind: 'sound'; readonly cue: string /** whose sound it is */; readonly by?: string | undefined }

/** One step of a run, an act or a timer that fired: what monitors watch and views show. */
export type Happening = Moment & {
  readonly atMs: number
  readonly shown: readonly Shown[]
  readonly body: readonly BodyAct[]
}
export type Stepped = { readonly run: Run; readonly happenings: readonly Happening[] }

/** Values of all variables of a run. */
export const valuesOf = (run: Run): Values => (run.state.context as { values: Values }).values
/** The ending a run has reached, if any. */
export const endingOf = (run: Run): string | undefined =>
  run.chart.endings.get(valuesOf(run)[run.chart.world.plot] ?? -1)

export function begin(chart: Chart): Stepped {
  const [state, actions] = pure(chart, (scope) => chart.machine.getInitialSnapshot(scope as never, undefined))
  const empty: Run = { chart, state, due: [], timeMs: 0 }
  return settle(empty, state, actions, { act: undefined, tone: undefined, body: [], before: chart.world.initial })
}

/**
 * Lets time pass. What falls due on the way happens at its own moment, ties in the order they were set.
 *
 * @param untilMs session time, ms; not before the run's own
 */
export function advance(from: Run, untilMs: number): Stepped {
  const happenings: Happening[] = []
  let run = from
  for (let next = run.due[0]; next && next.atMs <= untilMs && endingOf(run) === undefined; next = run.due[0]) {
    const waiting: Run = { ...run, due: run.due.slice(1), timeMs: next.atMs }
    const stepped = send(waiting, next.event, { act: undefined, tone: undefined, body: [], before: valuesOf(run) })
    happenings.push(...stepped.happenings)
    run = stepped.run
  }
  return { run: { ...run, timeMs: Math.max(untilMs, run.timeMs) }, happenings }
}

/** The act as the chart knows it when it can be done now, else `undefined`. */
export function possibleAct(run: Run, act: Act): ActSpec | undefined {
  const spec = run.chart.actById.get(act.do)
  if (!spec || endingOf(run) !== undefined || !spec.isPossible(valuesOf(run))) return undefined
  return act.tone === undefined || spec.tones?.includes(act.tone) ? spec : undefined
}

/** Does one act at the run's own time. The act must be possible. */
export function take(run: Run, spec: ActSpec, tone: Tone | undefined): Stepped {
  const before = valuesOf(run)
  const said = spec.tones ? (tone ?? spec.tones[0] ?? 'neutral') : undefined
  const body = bodyActsOf(run.chart.world, spec, before)
  return send(run, said ? { type: spec.id, tone: said } : { type: spec.id }, { act: spec, tone: said, body, before })
}

function send(
  run: Run,
  event: { readonly type: string; readonly tone?: Tone },
  moment: Pick<Moment, 'act' | 'tone' | 'body' | 'before'>,
): Stepped {
  const [state, actions] = pure(run.chart, (scope) =>
    run.chart.machine.transition(run.state as never, event as never, scope as never),
  )
  return settle(run, state, actions, moment)
}

type Emitted = { readonly type: string; readonly params: unknown }

function settle(
  run: Run,
  state: ChartState,
  actions: readonly Emitted[],
  moment: Pick<Moment, 'act' | 'tone' | 'body' | 'before'>,
): Stepped {
  let due = run.due
  const shown: Shown[] = []
  for (const { type, params } of actions) {
    if (type === 'xstate.raise') {
      const { event, delay, id } = params as { event: { type: string }; delay?: number; id?: string }
      if (delay === undefined) continue
      const timer: Due = { id: id ?? event.type, event, atMs: run.timeMs + delay }
      due = [...due.filter((other) => other.id !== timer.id), timer].sort((a, b) => a.atMs - b.atMs)
    } else if (type === 'xstate.cancel') {
      const { sendId } = params as { sendId: string }
      due = due.filter((timer) => timer.id !== sendId)
    } else if (type === 'says' || type === 'inject' || type === 'sound')
      shown.push({ ...(params as object), kind: type } as Shown)
  }
  const next: Run = { chart: run.chart, state, due, timeMs: run.timeMs }
  const { act, tone, body, before } = moment
  const happening = { act, tone, body, before, after: valuesOf(next), ending: endingOf(next), atMs: run.timeMs, shown }
  return { run: next, happenings: [happening] }
}

type Scope = { actionExecutor: (action: Emitted) => void }
const scopes = new WeakMap<object, Scope>()

/**
 * Runs one pure step of the machine and collects its actions. XState's exported `transition` builds an inert actor on
 * every call; one scope kept per machine does the same several times faster. `tests/differential.test.ts` proves it
 * still agrees with the interpreter.
 */
function pure(chart: Chart, step: (scope: Scope) => unknown): readonly [ChartState, readonly Emitted[]] {
  let scope = scopes.get(chart.machine)
  if (!scope) {
    const self = createActor(chart.machine)
    const inert = () => {}
    scope = {
      self,
      system: self.system,
      id: 'run',
      sessionId: 'run',
      defer: inert,
      logger: inert,
      stopChild: inert,
      emit: inert,
      actionExecutor: inert,
    } as Scope
    scopes.set(chart.machine, scope)
  }
  const actions: Emitted[] = []
  scope.actionExecutor = (action) => actions.push(action)
  try {
    return [step(scope) as ChartState, actions]
  } catch (cause) {
    // XState gives up after the chart's `maxIterations`; that is the author's mistake, not the trainee's.
    const { scenario } = chart.world.composition
    throw new Error(`"${scenario.id}" never comes to rest: states lead to each other by \`always\` without end.`, {
      cause,
    })
  }
}
