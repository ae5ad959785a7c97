import { type Card, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs'
import { type Discipline, type ProgrammeData, STOPPED } from '#core/scenario'
import type { Attempt } from './attempt.ts'

/** One rung of a ladder: a scenario with its first so many layers. */
export type Rung = {
  readonly id: string
  readonly scenario: string
  readonly stack: readonly Discipline[]
  /** the layer this rung adds */ readonly adds: Discipline
  /** all layers of the ladder together */ readonly isCapstone: boolean
}
export type RungState = 'locked' | 'open' | 'mastered' | 'due'
/** Where somebody stands on one rung. */
export type RungStanding = {
  readonly rung: Rung
  readonly state: RungState
  readonly attempts: number
  /** variations passed so far, in order */ readonly passed: readonly string[]
  /** when to practise again, ms since 1970; absent until mastered */ readonly dueAtMs?: number
  /** how to meet it next: hints for the first meeting, then without */ readonly mode: 'guided' | 'practice'
  /** the variation to meet next */ readonly variation: string
}

const MASTERY = { rest: 80, variations: 2 } as const
/** Domain scenarios, conventions: a rung is mastered with all critical items and this much of the rest. */
export const masteryOf = ({ mastery }: ProgrammeData) => mastery ?? MASTERY

/** Due dates in whole days, without the random spread, so that a standing can be computed again. */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false })

export function rungsOf(programme: ProgrammeData): readonly (readonly Rung[])[] {
  return programme.ladders.map(({ scenario, layers }) =>
    layers.map((adds, n) => ({
      id: `${scenario}/${n + 1}`,
      scenario,
      stack: layers.slice(0, n + 1),
      adds,
      isCapstone: n === layers.length - 1,
    })),
  )
}

const sameStack = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one))

/**
 * Whether an attempt counts towards mastery: to the end, without hints, with enough in it to judge each discipline of its
 * stack by, every critical item met and enough of the rest.
 */
export function isPassed(attempt: Attempt, programme: ProgrammeData): boolean {
  const { rest } = masteryOf(programme)
  return (
    attempt.ending !== STOPPED &&
    attempt.mode !== 'guided' &&
    attempt.stack.every((discipline) => {
      const result = attempt.disciplines[discipline]
      return result !== undefined && !result.fails && !result.tooLittle && (result.rest ?? 100) >= rest
    })
  )
}

/**
 * Where somebody stands in a programme: a fold over his attempts, so that nothing but the sessions is stored.
 *
 * @param attempts of one person, in any order
 * @param variations by scenario, `none` first
 * @param nowMs wall clock, ms since 1970
 */
export function standingIn(
  programme: ProgrammeData,
  attempts: readonly Attempt[],
  variations: Readonly<Record<string, readonly string[]>>,
  nowMs: number,
): readonly (readonly RungStanding[])[] {
  const ordered = [...attempts].sort((a, b) => a.endedAtMs - b.endedAtMs || (a.sessionId < b.sessionId ? -1 : 1))
  return rungsOf(programme).map((ladder) => {
    let isOpen = true
    return ladder.map((rung): RungStanding => {
      const own = ordered.filter((one) => one.scenario === rung.scenario && sameStack(one.stack, rung.stack))
      const { card, passed } = practised(programme, own)
      const dueAtMs = card?.due.getTime()
      const standing: RungStanding = {
        rung,
        state: !isOpen ? 'locked' : dueAtMs === undefined ? 'open' : dueAtMs <= nowMs ? 'due' : 'mastered',
        attempts: own.length,
        passed,
        ...(dueAtMs !== undefined && { dueAtMs }),
        mode: own.length === 0 ? 'guided' : 'practice',
        variation: nextVariation(variations[rung.scenario] ?? ['none'], own, card ? [] : passed),
      }
      isOpen &&= dueAtMs !== undefined
      return standing
    })
  })
}

/** Mastery when enough variations are passed; from then on every attempt is a review of one card (FSRS). */
function practised(programme: ProgrammeData, attempts: readonly Attempt[]) {
  const passed = new Set<string>()
  let card: Card | undefined
  for (const attempt of attempts) {
    const at = attempt.endedAtMs
    const good = isPassed(attempt, programme)
    if (good) passed.add(attempt.variation)
    const grade: Grade = good ? Rating.Good : Rating.Again
    if (card) card = SCHEDULER.next(card, at, grade).card
    else if (passed.size >= masteryOf(programme).variations)
      card = SCHEDULER.next(createEmptyCard(at), at, Rating.Good).card
  }
  return { card, passed: [...passed] }
}

/** The variation met least often, of those not passed yet where there are any; earlier in the file wins. */
function nextVariation(all: readonly string[], attempts: readonly Attempt[], passed: readonly string[]): string {
  const open = all.filter((variation) => !passed.includes(variation))
  const met = (variation: string) => attempts.filter((attempt) => attempt.variation === variation).length
  return [...(open.length > 0 ? open : all)].sort((a, b) => met(a) - met(b))[0] ?? 'none'
}

/** What to do next: what is due, then the lowest open rung; `undefined` when all is mastered and nothing is due. */
export function nextStep(standing: readonly (readonly RungStanding[])[]): RungStanding | undefined {
  const all = standing.flat()
  const due = all.filter(({ state }) => state === 'due').sort((a, b) => (a.dueAtMs ?? 0) - (b.dueAtMs ?? 0))
  return due[0] ?? all.find(({ state }) => state === 'open')
}
