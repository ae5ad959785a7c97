import { compose, OUTCOMES, type Outcome, type Scenario } from '#core/scenario'
import { verdictsOf } from '#core/scoring'
import { type Replay, specialReplyTo } from '#core/session'

/** One thing an author wrote, and in how many of the sessions it was met. */
export type Covered = { readonly id: string; readonly sessions: number }
/** What trainees ever reached of a scenario, and what never. */
export type Coverage = {
  readonly scenario: string
  readonly sessions: number
  readonly parts: Readonly<Record<keyof ReturnType<typeof none>, readonly Covered[]>>
  /** for each criterion, sessions by outcome */
  readonly criteria: readonly { readonly id: string; readonly outcomes: Readonly<Record<Outcome, number>> }[]
}

/**
 * Counts in how many sessions of one scenario each of its parts was met: beats entered, lines said, deeds done, special
 * replies given, injects shown, endings reached, and what became of each criterion. Parts of every variation and layer
 * are listed, in the order of the files, whether a session had them or not.
 *
 * @param replays sessions of this scenario, run again
 */
export function coverageOf(scenario: Scenario, replays: readonly Replay[]): Coverage {
  const met = replays.map(metIn)
  const outcomes = replays.map(
    (replay) => new Map(verdictsOf(replay).map((one) => [one.criterion as string, one.outcome])),
  )
  const all = partsOf(scenario)
  const part = (name: keyof Coverage['parts']): readonly Covered[] =>
    [...all[name]].map((id) => ({ id, sessions: met.filter((one) => one[name].has(id)).length }))
  return {
    scenario: scenario.id,
    sessions: replays.length,
    parts: {
      beats: part('beats'),
      lines: part('lines'),
      deeds: part('deeds'),
      replies: part('replies'),
      injects: part('injects'),
      endings: part('endings'),
    },
    criteria: [...all.criteria].map((id) => ({
      id,
      outcomes: Object.fromEntries(
        OUTCOMES.map((outcome) => [outcome, outcomes.filter((one) => one.get(id) === outcome).length]),
      ) as Record<Outcome, number>,
    })),
  }
}

const none = () => ({
  beats: new Set<string>(),
  lines: new Set<string>(),
  deeds: new Set<string>(),
  replies: new Set<string>(),
  injects: new Set<string>(),
  endings: new Set<string>(),
})
const replyId = (act: string, number: number, unheard: boolean) => `${act} ${unheard ? 'unheard ' : ''}${number}`

/** Every part of a scenario with all its layers, in any variation. */
function partsOf(scenario: Scenario) {
  const all = { ...none(), criteria: new Set<string>() }
  for (const variation of ['none', ...(scenario.data.variations ?? []).map(({ id }) => id)]) {
    const { plot, lines, deeds, injects, criteria } = compose(scenario, { stack: scenario.data.layers, variation })
    for (const [beat, { ending }] of Object.entries(plot.states)) {
      all.beats.add(beat)
      if (ending) all.endings.add(ending)
    }
    for (const { id, replies = [], unheard } of lines) {
      all.lines.add(id)
      for (const number of replies.keys()) all.replies.add(replyId(`say:${id}`, number, false))
      for (const number of (unheard?.replies ?? []).keys()) all.replies.add(replyId(`say:${id}`, number, true))
    }
    for (const { id, replies = [] } of deeds) {
      all.deeds.add(id)
      for (const number of replies.keys()) all.replies.add(replyId(`do:${id}`, number, false))
    }
    for (const { id } of injects) all.injects.add(id)
    for (const { id } of criteria) all.criteria.add(id)
  }
  return all
}

/** What one session met. */
function metIn({ chart, steps, end }: Replay) {
  const met = none()
  const { world } = chart
  const beats = world.variables[world.plot]?.words ?? []
  for (const { happening } of steps) {
    const { act, before, after, shown } = happening
    for (const values of [before, after]) met.beats.add(beats[values[world.plot] ?? 0] ?? '')
    if (act?.line) met.lines.add(act.line.id)
    if (act?.deed) met.deeds.add(act.deed.id)
    const reply = act && specialReplyTo(world, act, before, after)
    if (reply) met.replies.add(replyId(act.id, reply.number, reply.unheard))
    for (const one of shown) if (one.kind === 'inject') met.injects.add(one.id)
  }
  const { ending } = end.snapshot
  if (ending) met.endings.add(ending)
  return met
}
