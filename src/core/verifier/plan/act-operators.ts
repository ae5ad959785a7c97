import { type Condition, type Effects, PROP_KINDS, type Verb, valueOf } from '#core/scenario'
import type { Draft } from './draft.ts'
import { allOf, type Formula, TRUE } from './formula.ts'
import type { Cause } from './operator.ts'

/** What acts do to props, to the officer and by the effects of lines and deeds. */
export function addActs(draft: Draft): void {
  const { understood, unheard, formula, add, writes } = draft
  const { world, acts } = draft.tables.chart
  const { composition, index } = world
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
}
