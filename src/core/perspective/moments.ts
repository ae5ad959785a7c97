import type { Replay } from '#core/session'
import { isOfOfficer, isOfOthers, type Perception, perceptionsOf } from './perceive.ts'

/** The set moments of a session, in the order of reading; which of them a session has follows from its log. */
export const MOMENT_IDS = ['contact', 'rise', 'last'] as const
export type MomentId = (typeof MOMENT_IDS)[number]

/** A moment at which one is asked how the prisoner feels. */
export type SetMoment = {
  readonly id: MomentId
  /** session time, ms: what happens then has happened */ readonly atMs: number
  readonly seq: number
  /** 0–10, after it */ readonly tension: number
  readonly trust: number
  /** by how much the two had changed since the moment before, or the beginning */ readonly tensionBy: number
  readonly trustBy: number
  /** what was said and done around him since the moment before, as far as he could tell; newest last, at most four */
  readonly before: readonly Perception[]
}

/** As many of the officer's doings as one keeps in mind. */
const KEPT = 4

/**
 * The moments of a session worth stopping at, from the log alone: the first time the officer reaches him, the greatest
 * rise of his tension after that, and the last thing done to him. Where tension never rises it is the greatest loss of
 * trust, else the greatest change, else the middle. A session in which less than three times anything reached him has
 * fewer.
 *
 * @param lived moments that somebody has been through already: they stay when they were, whatever came after them
 */
export function momentsOf(replay: Replay, lived: readonly SetMoment[] = []): readonly SetMoment[] {
  const points = pointsOf(replay)
  const reached = points.filter(({ reaches }) => reaches)
  const then = (id: MomentId) => {
    const atMs = lived.find((one) => one.id === id)?.atMs
    return points.findLast((point) => point.atMs === atMs)
  }
  const [first, last] = [then('contact') ?? reached[0], then('last') ?? reached.at(-1)]
  if (!first || !last) return []
  const between = points.filter(({ atMs }) => atMs > first.atMs && atMs < last.atMs)
  const rise =
    then('rise') ??
    greatest(between, ({ tensionBy }) => tensionBy) ??
    greatest(between, ({ trustBy }) => -trustBy) ??
    greatest(between, ({ tensionBy, trustBy }) => Math.abs(tensionBy) + Math.abs(trustBy)) ??
    middleOf(between.filter(({ reaches }) => reaches))
  const chosen = [
    { id: 'contact', point: first },
    { id: 'rise', point: rise },
    { id: 'last', point: last.atMs > Math.max(first.atMs, rise?.atMs ?? 0) ? last : undefined },
  ] as const
  let from: Point | undefined
  return chosen.flatMap(({ id, point }): SetMoment[] => {
    if (!point) return []
    // What follows at the same instant belongs to it: it is what one sees when the picture stops there.
    const until = points.findLast(({ atMs }) => atMs === point.atMs) ?? point
    const since = points.filter(({ n }) => n > (from?.n ?? -1) && n <= until.n)
    const start = from ?? points[0] ?? until
    from = until
    return [
      {
        id,
        atMs: until.atMs,
        seq: until.seq,
        tension: until.tension,
        trust: until.trust,
        tensionBy: until.tension - start.tension,
        trustBy: until.trust - start.trust,
        before: since.flatMap(({ perceptions }) => perceptions.filter(isOfOthers)).slice(-KEPT),
      },
    ]
  })
}

type Point = {
  readonly n: number
  readonly atMs: number
  readonly seq: number
  readonly tension: number
  readonly trust: number
  readonly tensionBy: number
  readonly trustBy: number
  readonly perceptions: readonly Perception[]
  readonly reaches: boolean
}

function pointsOf(replay: Replay): readonly Point[] {
  const { index, focus } = replay.chart.world
  const perceptions = perceptionsOf(replay)
  const level = (name: string, values: readonly number[]) => values[index.get(`${focus.role}.${name}`)?.at ?? -1] ?? 0
  return replay.steps.map(({ seq, happening }, n): Point => {
    const { before, after, atMs } = happening
    const own = perceptions[n] ?? []
    return {
      n,
      atMs,
      seq,
      tension: level('tension', after),
      trust: level('trust', after),
      tensionBy: level('tension', after) - level('tension', before),
      trustBy: level('trust', after) - level('trust', before),
      perceptions: own,
      reaches: own.some((one) => isOfOfficer(one) && (one.kind !== 'heard' || one.to === focus.role)),
    }
  })
}

/** The first of those that score highest; `undefined` when none scores above nothing. */
function greatest(points: readonly Point[], score: (point: Point) => number): Point | undefined {
  let best: Point | undefined
  for (const point of points) if (score(point) > (best ? score(best) : 0)) best = point
  return best
}

const middleOf = (points: readonly Point[]): Point | undefined => points[Math.floor(points.length / 2)]
