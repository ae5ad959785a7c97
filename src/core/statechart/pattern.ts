import type { BodyAct, Pattern, Tone } from '#core/scenario'
import { type ActSpec, arrives, bodyActsOf } from './acts.ts'
import { compileCondition, type Values } from './condition.ts'
import type { World } from './world.ts'

/** What a pattern needs of a moment; a timer that fired has no act. */
export type Moment = {
  readonly act: ActSpec | undefined
  readonly tone: Tone | undefined
  readonly body: readonly BodyAct[]
  readonly before: Values
  readonly after: Values
  readonly ending: string | undefined
}

const has = (allowed: string | readonly string[] | undefined, word: string | undefined): boolean =>
  allowed === undefined ||
  (word !== undefined && (typeof allowed === 'string' ? allowed === word : allowed.includes(word)))

/** Whether an act could ever fit a pattern, by what is fixed about it. */
export function couldMatch(pattern: Pattern, act: ActSpec): boolean {
  if (pattern.any) return pattern.any.some((one) => couldMatch(one, act))
  if (pattern.becomes || pattern.ends) return false
  if (
    !has(pattern.say, act.say) ||
    !has(pattern.about, act.about) ||
    !has(pattern.line, act.line?.id) ||
    !has(pattern.deed, act.deed?.id)
  )
    return false
  if (pattern.to && !(act.group === 'say' && has(pattern.to, act.target))) return false
  if (pattern.understood !== undefined && act.group !== 'say') return false
  if (pattern.tone && !act.tones) return false
  if (
    (pattern.act || pattern.on) &&
    !((act.group === 'prop' || act.group === 'end') && has(pattern.act, act.verb) && has(pattern.on, act.target))
  )
    return false
  if (pattern.go && !(act.group === 'move' && has(pattern.go, act.target))) return false
  if (pattern.body && act.group !== 'move' && !act.body.some((b) => has(pattern.body, b))) return false
  return true
}

/** The rest of a pattern that depends on the moment, for an act that could match. */
export function compileActPattern(
  pattern: Pattern,
  world: World,
): (act: ActSpec, tone: Tone | undefined, before: Values) => boolean {
  const holds = compileCondition(pattern.while, world.index)
  const { tone: tones, body, understood } = pattern
  if (pattern.any) {
    const parts = pattern.any.map((one) => ({ one, fits: compileActPattern(one, world) }))
    return (act, tone, before) =>
      parts.some(({ one, fits }) => couldMatch(one, act) && fits(act, tone, before)) && holds(before)
  }
  return (act, tone, before) =>
    (tones === undefined || has(tones, tone)) &&
    (understood === undefined || arrives(act, before) === understood) &&
    (body === undefined || bodyActsOf(world, act, before).some((b) => has(body, b))) &&
    holds(before)
}

/** Ids of the acts that could ever fit a pattern; `undefined` when it waits for a change instead, whatever brings it. */
export function actsFitting(pattern: Pattern, acts: readonly ActSpec[]): ReadonlySet<string> | undefined {
  if (pattern.becomes || pattern.ends) return undefined
  const parts = pattern.any?.map((one) => actsFitting(one, acts))
  if (!parts) return new Set(acts.filter((act) => couldMatch(pattern, act)).map((act) => act.id))
  return parts.some((part) => part === undefined) ? undefined : new Set(parts.flatMap((part) => [...(part ?? [])]))
}

/** A whole pattern as a test of moments; acts that can never fit cost one look-up. */
export function compilePattern(pattern: Pattern, world: World, acts: readonly ActSpec[]): (moment: Moment) => boolean {
  const holds = compileCondition(pattern.while, world.index)
  if (pattern.any) {
    const parts = pattern.any.map((one) => compilePattern(one, world, acts))
    return (m) => parts.some((part) => part(m)) && holds(m.before)
  }
  if (pattern.becomes) {
    const turned = compileCondition(pattern.becomes, world.index)
    return (m) => m.before !== m.after && !turned(m.before) && turned(m.after) && holds(m.before)
  }
  if (pattern.ends) return (m) => m.ending !== undefined && has(pattern.ends, m.ending) && holds(m.before)
  const fitting = actsFitting(pattern, acts) ?? new Set()
  const { tone: tones, body, understood } = pattern
  return (m) =>
    m.act !== undefined &&
    fitting.has(m.act.id) &&
    (tones === undefined || has(tones, m.tone)) &&
    (understood === undefined || arrives(m.act, m.before) === understood) &&
    (body === undefined || m.body.some((b) => has(body, b))) &&
    holds(m.before)
}
