import type { Outcome } from '#core/scenario'
import type { Tables } from './tables.ts'

/** Something a scenario should let happen in some session. */
export type Goal =
  | { readonly kind: 'state'; readonly region: string; readonly state: string }
  | { readonly kind: 'act'; readonly act: string }
  | { readonly kind: 'inject'; readonly inject: string }
  | { readonly kind: 'reply'; readonly act: string; readonly reply: number; readonly unheard: boolean }
  | { readonly kind: 'ending'; readonly ending: string }
  | { readonly kind: 'outcome'; readonly criterion: string; readonly outcome: Outcome }
  /** each of the two was met, or did not apply, and one was met */
  | { readonly kind: 'pair'; readonly criteria: readonly [string, string] }

export function keyOf(goal: Goal): string {
  switch (goal.kind) {
    case 'state':
      return `state ${goal.region} ${goal.state}`
    case 'act':
      return `act ${goal.act}`
    case 'inject':
      return `inject ${goal.inject}`
    case 'reply':
      return `reply ${goal.act} ${goal.unheard ? 'unheard ' : ''}${goal.reply}`
    case 'ending':
      return `ending ${goal.ending}`
    case 'outcome':
      return `outcome ${goal.criterion} ${goal.outcome}`
    case 'pair':
      return `pair ${goal.criteria[0]} ${goal.criteria[1]}`
  }
}

/** Everything of a composition that an author wrote to be reached. */
export function goalsOf({ chart }: Tables): readonly Goal[] {
  const { composition } = chart.world
  const states = [composition.plot, ...composition.regions].flatMap((region) =>
    Object.keys(region.states).map((state): Goal => ({ kind: 'state', region: region.id, state })),
  )
  const endings = [...new Set(chart.endings.values())].map((ending): Goal => ({ kind: 'ending', ending }))
  const acts = chart.acts
    .filter(({ group }) => group === 'say' || group === 'deed')
    .flatMap(({ id, replies = [], unheardReplies = [] }): readonly Goal[] => [
      { kind: 'act', act: id },
      ...replies.map((_, reply): Goal => ({ kind: 'reply', act: id, reply, unheard: false })),
      ...unheardReplies.map((_, reply): Goal => ({ kind: 'reply', act: id, reply, unheard: true })),
    ])
  const injects = composition.injects.map(({ id }): Goal => ({ kind: 'inject', inject: id }))
  return [...states, ...endings, ...acts, ...injects]
}
