import type { Criterion, Discipline, Outcome, Rule, Scenario } from '#core/scenario'
import { type NamedAct, namedAct, type Replay, replayLog, type Utterance, utterancesOf } from '#core/session'
import { type DisciplineScore, percentOf, scoreDiscipline } from './discipline-score.ts'
import type { LogPosition } from './monitor.ts'
import { type Verdict, verdictsOf } from './verdict.ts'
import { walkthroughRecords } from './walkthrough.ts'

/**
 * Why a criterion did not apply: what it has to come before never came – though it was done itself, or was not –, what
 * calls for it never came, or its layer was off.
 */
export type Unscored = 'nothing-came' | 'done-and-nothing-came' | 'not-called-for' | 'not-practised'
/** One criterion as it is explained: outcome, why as text keys, the rule, and the moments that decided it. */
export type ExplainedCriterion = {
  readonly id: string
  readonly outcome: Outcome
  readonly weight: number
  readonly critical: boolean
  readonly title: string
  /** text key of the reason; absent when it did not apply */ readonly reason: string | undefined
  /** why it did not apply */ readonly unscored: Unscored | undefined
  readonly rules: readonly Rule[]
  readonly evidence: readonly LogPosition[]
  /** the first of them is when it was called for, not when it was done */ readonly isCalledFor: boolean
}
export type DisciplineDebrief = {
  readonly discipline: Discipline
  readonly score: DisciplineScore
  /** 0–100; undefined when nothing applied */ readonly percent: number | undefined
  readonly fails: boolean
  /** how many of the criteria applied */ readonly applied: number
  /** best percent a shipped run reaches with the same stack and variation */ readonly attainable: number | undefined
  readonly criteria: readonly ExplainedCriterion[]
}
/** Levels of the focus at one moment, for the curve. */
export type CurvePoint = {
  readonly atMs: number
  readonly seq: number
  readonly tension: number
  readonly trust: number
  readonly behaviour: string
}
/** An act that changed the person most. */
export type TurningPoint = CurvePoint & {
  readonly act: NamedAct
  readonly tensionBy: number
  readonly trustBy: number
}
export type Debrief = {
  readonly disciplines: readonly DisciplineDebrief[]
  readonly curve: readonly CurvePoint[]
  readonly turningPoints: readonly TurningPoint[]
  readonly transcript: readonly Utterance[]
  readonly ending: string | undefined
  readonly endMs: number
}

const GROUP: Readonly<Record<Outcome, string>> = {
  met: 'met',
  partly: 'partly',
  missed: 'missed',
  violated: 'violated',
  'not-applicable': '',
}
/** How many moments the debrief points at: few enough to remember. */
const TURNING_POINTS = 3

/** The explained score of a session. */
export function debriefOf(replay: Replay): Debrief {
  const { composition } = replay.chart.world
  const verdicts = verdictsOf(replay)
  const best = attainableOf(composition.scenario, replay)
  const curve = curveOf(replay)
  return {
    disciplines: composition.stack.map((discipline) => {
      const criteria = composition.criteria.filter((c) => c.owner === discipline)
      const own = verdicts.filter((v) => v.discipline === discipline)
      const score = scoreDiscipline(criteria, own)
      return {
        discipline,
        score,
        percent: percentOf(score),
        fails: score.failedBy.length > 0,
        applied: own.filter(({ outcome }) => outcome !== 'not-applicable').length,
        attainable: best.get(discipline),
        criteria: criteria.map((criterion) =>
          explain(
            criterion,
            own.find((v) => v.criterion === criterion.id),
            composition.scenario,
          ),
        ),
      }
    }),
    curve,
    turningPoints: turningPointsOf(replay, curve),
    transcript: replay.steps.flatMap(({ seq, happening }) =>
      utterancesOf(replay.end.run, happening, seq, replay.header.seed),
    ),
    ending: replay.end.snapshot.ending,
    endMs: replay.endMs,
  }
}

function explain(
  criterion: Criterion & { readonly owner: Discipline },
  verdict: Verdict | undefined,
  scenario: Scenario,
): ExplainedCriterion {
  const outcome = verdict?.outcome ?? 'not-applicable'
  const short = criterion.id.slice(criterion.owner.length + 1)
  const key = `${criterion.owner}.criteria.${short}`
  const part = GROUP[outcome]
  return {
    id: criterion.id,
    outcome,
    weight: criterion.weight ?? 1,
    critical: criterion.critical ?? false,
    title: `${key}.title`,
    reason: part ? `${key}.${part}` : undefined,
    unscored: part ? undefined : unscoredOf(criterion, (verdict?.evidence.length ?? 0) > 0),
    rules: [criterion.rule].flat().flatMap((id) => scenario.rules[id] ?? []),
    evidence: verdict?.evidence ?? [],
    isCalledFor: criterion.kind === 'within' || (criterion.kind === 'after' && !criterion['either-order']),
  }
}

function unscoredOf({ kind, applies }: Criterion, done: boolean): Unscored {
  // a level that counts from the beginning can only be missing with its layer
  if (kind === 'level-at-end') return applies ? 'not-called-for' : 'not-practised'
  if (kind !== 'before') return 'not-called-for'
  return done ? 'done-and-nothing-came' : 'nothing-came'
}

function curveOf(replay: Replay): readonly CurvePoint[] {
  const { world } = replay.chart
  const role = world.focus.role
  const [behaviour, tension, trust] = [role, `${role}.tension`, `${role}.trust`].map(
    (name) => world.index.get(name)?.at ?? -1,
  ) as [number, number, number]
  return replay.steps.map(({ seq, happening }) => ({
    atMs: happening.atMs,
    seq,
    tension: happening.after[tension] ?? 0,
    trust: happening.after[trust] ?? 0,
    behaviour: world.variables[behaviour]?.words?.[happening.after[behaviour] ?? 0] ?? '',
  }))
}

function turningPointsOf(replay: Replay, curve: readonly CurvePoint[]): readonly TurningPoint[] {
  const changes = replay.steps.flatMap(({ happening }, n): TurningPoint[] => {
    const [now, before] = [curve[n], curve[n - 1]]
    if (!happening.act || !now || !before) return []
    return [
      {
        ...now,
        act: namedAct(replay.chart, happening.act),
        tensionBy: now.tension - before.tension,
        trustBy: now.trust - before.trust,
      },
    ]
  })
  const size = (point: TurningPoint) => Math.abs(point.tensionBy) + Math.abs(point.trustBy)
  return changes
    .filter((point) => size(point) > 0)
    .sort((a, b) => size(b) - size(a) || a.atMs - b.atMs)
    .slice(0, TURNING_POINTS)
    .sort((a, b) => a.atMs - b.atMs)
}

/** What the shipped walkthroughs reach with this setup: a proved lower bound of what can be attained. */
function attainableOf(scenario: Scenario, replay: Replay): ReadonlyMap<Discipline, number> {
  const best = new Map<Discipline, number>()
  for (const walkthrough of Object.values(scenario.walkthroughs)) {
    if ((walkthrough.variation ?? 'none') !== replay.header.variation) continue
    const records = walkthroughRecords(walkthrough, replay.header, (id) => replay.chart.actById.has(id))
    const run = replayLog(scenario, records, replay.chart)
    const verdicts = verdictsOf(run)
    for (const discipline of run.chart.world.composition.stack) {
      const criteria = run.chart.world.composition.criteria.filter((c) => c.owner === discipline)
      const score = scoreDiscipline(criteria, verdicts)
      const percent = score.failedBy.length > 0 ? undefined : percentOf(score)
      if (percent !== undefined && percent > (best.get(discipline) ?? -1)) best.set(discipline, percent)
    }
  }
  return best
}
