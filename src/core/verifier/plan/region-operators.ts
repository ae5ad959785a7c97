import type { Condition, Effects } from '#core/scenario'
import type { Draft } from './draft.ts'
import { allOf, is, TRUE } from './formula.ts'
import { BY_ITSELF, type Cause } from './operator.ts'

type Transition = {
  readonly when?: Condition | undefined
  readonly to?: string | undefined
  readonly effects?: Effects | undefined
  readonly inject?: string | undefined
}

/** Transitions of the plot and of the layers’ own regions: by an act, by themselves, by a timer. */
export function addRegions(draft: Draft): void {
  const { tables, injectAt, formula, add, writes, causes } = draft
  const { world } = draft.tables.chart
  const { composition, index } = world
  const injects = new Map(composition.injects.map((inject) => [inject.id as string, inject]))
  for (const { id, states } of [composition.plot, ...composition.regions]) {
    const known = index.get(id)
    if (!known) continue
    const region = tables.regions.findIndex(({ at }) => at === known.at)
    for (const [state, { on = [], after = [], always = [] }] of Object.entries(states)) {
      const from = known.variable.words?.indexOf(state) ?? -1
      const here = is(world, known.at, [from])
      const leads = (cause: Cause, { when, to, effects, inject }: Transition) => {
        const own = writes(effects)
        const more = writes(inject ? injects.get(inject)?.effects : undefined)
        const value = to === undefined ? -1 : (known.variable.words?.indexOf(to) ?? -1)
        const shown = inject === undefined ? undefined : injectAt.get(inject)
        add(
          { ...cause, needs: allOf(here, cause.needs, formula(when)) },
          [
            ...(value >= 0 ? ([[known.at, value]] as const) : []),
            ...own.sets,
            ...more.sets,
            ...(shown === undefined ? [] : ([[shown, 1]] as const)),
          ],
          [...own.adds, ...more.adds],
        )
      }
      for (const transition of on) for (const cause of causes(transition.do)) leads(cause, transition)
      for (const transition of always) leads({ ...BY_ITSELF, needs: TRUE }, transition)
      for (const transition of after) {
        const ms = Math.round(transition.seconds * 1000)
        const timer = tables.timers.findIndex((one) => one.region === region && one.state === from && one.ms === ms)
        leads({ ...BY_ITSELF, timer, needs: TRUE }, transition)
      }
    }
  }
}
