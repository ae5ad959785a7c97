import { isOfBook, type Scenario, STOPPED } from '#core/scenario'
import { criteriaOf, type Facts } from './facts.ts'
import { type Finding, finder, whereIs } from './finding.ts'
import { type Goal, keyOf } from './goals.ts'
import { outcomeKey } from './plan/wish.ts'
import type { Event } from './tables.ts'

type Make = ReturnType<typeof finder>
type Places = ReturnType<typeof whereIs>

/** Every finding of a scenario. What was not proved is no finding. */
export function findingsOf(scenario: Scenario, full: Facts, alone: readonly Facts[]): readonly Finding[] {
  const make = finder(scenario)
  const places = whereIs(scenario)
  const found = [
    ...unreached(full, make, places),
    ...troubles(full, make, places),
    ...criteria(full, alone, make, places),
    ...contradictions(full, make, places),
    ...idle(full, make, places),
  ]
  return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
}

/** What no run reaches: states, acts, injects, replies. */
function unreached({ isWhole, goals, reached, impossible, worlds }: Facts, make: Make, places: Places) {
  const isLooping = worlds.some(({ troubles: found }) => found.some(({ kind }) => kind === 'loop'))
  if (isWhole && isLooping) return []
  const absent = goals.filter((goal) => !reached.has(keyOf(goal)) && (isWhole || impossible.has(keyOf(goal))))
  const missing = onceEach(absent, goals, places)
  const isMissing = (goal: Goal) => missing.some((one) => keyOf(one) === keyOf(goal))
  return missing.flatMap((goal): readonly Finding[] => {
    if (goal.kind === 'state' && goal.state !== STOPPED)
      return [make('V001', places.state(goal.region, goal.state), { state: goal.state })]
    if (goal.kind === 'act') return [make('V002', places.act(goal.act), { act: goal.act })]
    if (goal.kind === 'inject') return [make('V003', places.inject(goal.inject), { inject: goal.inject })]
    if (goal.kind === 'reply' && !isMissing({ kind: 'act', act: goal.act }))
      return [
        make('V004', places.act(goal.act, ...(goal.unheard ? ['unheard'] : []), 'replies', goal.reply), {
          act: goal.act,
        }),
      ]
    return []
  })
}

/** A phrase is written once and is a line in each of its languages: it is missing when it is missing in all of them. */
function onceEach(absent: readonly Goal[], goals: readonly Goal[], places: Places): readonly Goal[] {
  const siteOf = (goal: Goal): string | undefined => {
    if (goal.kind !== 'act' && goal.kind !== 'reply') return undefined
    const part = goal.kind === 'reply' ? [goal.unheard ? 'unheard' : 'heard', goal.reply] : []
    return JSON.stringify([goal.kind, places.act(goal.act, ...part)])
  }
  const absences = new Set(absent)
  const told = new Set(goals.flatMap((goal) => (absences.has(goal) ? [] : (siteOf(goal) ?? []))))
  return absent.filter((goal) => {
    const site = siteOf(goal)
    if (site === undefined) return true
    const isNew = !told.has(site)
    told.add(site)
    return isNew
  })
}

/** Where a trainee gets stuck, and what turns round for ever. */
function troubles({ worlds, casts }: Facts, make: Make, places: Places): readonly Finding[] {
  const told = new Set<string>()
  return worlds.flatMap((world, n) => {
    const { tables } = casts[n] as Facts['casts'][number]
    const beatOf = (plot: number) => tables.chart.world.variables[tables.chart.world.plot]?.words?.[plot] ?? ''
    return world.troubles.flatMap(({ kind, plot, arrow, witness }): readonly Finding[] => {
      const region = arrow && tables.regions[arrow.region]
      const id = region ? tables.chart.regionVariables[region.key] : undefined
      const state = id && region && arrow.target >= 0 ? region.words[arrow.target] : undefined
      const where = id && state ? places.state(id, state) : places.state('plot', beatOf(plot))
      const key = `${kind} ${where.field.join('.')}`
      if (told.has(key)) return []
      told.add(key)
      if (kind === 'dead-end') return [make('V005', where, {}, witness)]
      if (kind === 'soft-lock') return [make('V006', where, {}, witness)]
      return [make('V007', where, {}, witness)]
    })
  })
}

/** Criteria that say nothing: never decided, never met, never lost, decided at once, lost by all. */
function criteria(full: Facts, alone: readonly Facts[], make: Make, places: Places): readonly Finding[] {
  const isLooping = full.worlds.some(({ troubles: found }) => found.some(({ kind }) => kind === 'loop'))
  if (full.isWhole && isLooping) return []
  const has = ({ reached }: Facts, criterion: string, outcome: string) =>
    reached.has(keyOf({ kind: 'outcome', criterion, outcome: outcome as never }))
  return criteriaOf(full).flatMap(({ id, owner }): readonly Finding[] => {
    const where = places.criterion(id)
    // Where not every state was visited, only what was proved is impossible: the rest may still be.
    const can = (outcome: string) => has(full, id, outcome)
    const canMeet = can('met') || !(full.isWhole || full.impossible.has(outcomeKey(id, true)))
    const canLose =
      can('missed') || can('violated') || can('partly') || !(full.isWhole || full.impossible.has(outcomeKey(id, false)))
    if (full.atOnce.has(id)) return [make('V011', where, { criterion: id }, full.atOnce.get(id))]
    if (!canMeet && !canLose) return [make('V008', where, { criterion: id })]
    if (full.doomed.has(id))
      return [
        make(
          'V013',
          where,
          { criterion: id },
          full.reached.get(keyOf({ kind: 'outcome', criterion: id, outcome: can('violated') ? 'violated' : 'missed' }))
            ?.witness,
        ),
      ]
    if (!canMeet) return [make('V009', where, { criterion: id })]
    if (!canLose) return [make('V010', where, { criterion: id })]
    const own = alone.find(({ stack }) => stack.length === 1 && stack[0] === owner)
    if (own?.isWhole && !has(own, id, 'met'))
      return [
        make(
          'V016',
          where,
          { criterion: id, layer: owner ?? '' },
          // A run of the larger stack that meets it: its acts name the layer that is needed.
          full.reached.get(keyOf({ kind: 'outcome', criterion: id, outcome: 'met' }))?.witness,
        ),
      ]
    return []
  })
}

/** Two criteria of which each can be met, but never without losing the other. */
function contradictions(full: Facts, make: Make, places: Places): readonly Finding[] {
  if (!full.isWhole) return []
  const met = criteriaOf(full).filter(({ id }) =>
    full.reached.has(keyOf({ kind: 'outcome', criterion: id, outcome: 'met' })),
  )
  return met.flatMap((a, n) =>
    met.slice(n + 1).flatMap((b): readonly Finding[] => {
      const [first, second] = a.id < b.id ? [a, b] : [b, a]
      if (full.together.has(`${first.id} ${second.id}`) || !meet(full, a.id, b.id)) return []
      return [
        make(
          'V012',
          places.criterion(b.id),
          { criterion: b.id, other: a.id },
          full.reached.get(keyOf({ kind: 'outcome', criterion: b.id, outcome: 'met' }))?.witness,
        ),
      ]
    }),
  )
}

/** Lines and deeds that make no difference to anything, or not to this person. */
function idle({ isWhole, casts, worlds, reached, noticed }: Facts, make: Make, places: Places): readonly Finding[] {
  if (!isWhole) return []
  const told = new Set<string>()
  return worlds.flatMap(({ telling }, n) => {
    const { tables } = casts[n] as Facts['casts'][number]
    const byAct = new Map<string, Event[]>()
    for (const event of tables.moves)
      if (event.act?.group === 'say' || event.act?.group === 'deed')
        byAct.set(event.type, [...(byAct.get(event.type) ?? []), event])
    const tells = ({ type, tone }: Event) =>
      telling.has(`${type} ${tone ?? ''}`) || noticed.has(`${type} ${tone ?? ''}`)
    return [...byAct].flatMap(([id, events]): readonly Finding[] => {
      const [event] = events
      const { act } = event as Event
      // A page of the phrase book in a language he has not got is there for somebody else.
      if (act?.line && isOfBook(act.line) && act.understood) return []
      if (told.has(id) || !act || (act.replies?.length ?? act.unheardReplies?.length ?? 0) > 0) return []
      if (!reached.has(keyOf({ kind: 'act', act: id }))) return []
      const persona = tables.chart.world.composition.cast[act.target]
      const reacts = tables.chart.world.index.get(act.target)?.variable.kind === 'behaviour'
      if (!events.some(tells)) {
        told.add(id)
        return [make('V014', places.act(id), { act: id })]
      }
      const plain = events.find(({ tone }) => tone === 'neutral') ?? events.find(({ tone }) => tone === 'calm')
      if (act.group === 'say' && reacts && persona && plain && !tells(plain)) {
        told.add(id)
        return [make('V015', places.act(id, 'say'), { say: act.say ?? '', persona: persona.id, act: id })]
      }
      return []
    })
  })
}

/** Whether two criteria are ever judged in the same session: one of another variation contradicts nothing. */
const meet = ({ casts }: Facts, a: string, b: string): boolean =>
  casts.some(({ tables }) => {
    const ids = new Set<string>(tables.chart.world.composition.criteria.map(({ id }) => id))
    return ids.has(a) && ids.has(b)
  })
