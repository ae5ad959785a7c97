import { type Criterion, POSES } from '#core/scenario'
import { type Goal, goalsOf, keyOf } from '../goals.ts'
import { allOf, anyOf, type Formula, formulaOf, is, mapTerms, TRUE } from './formula.ts'
import { type Model, writtenBy } from './model.ts'
import { outcomeFormula } from './outcome.ts'

/** Something that is to be seen: what must hold, and perhaps an act that is then to be done. */
export type Wish = {
  readonly key: string
  readonly formula: Formula
  /** what must hold in any run that shows it; `formula` unless given */ readonly proof?: Formula
  /** number of an act that shows it */ readonly act: number | undefined
  /** the criterion, when it is an outcome: it shows when the session ends */
  readonly criterion: { readonly id: string; readonly isMet: boolean } | undefined
}

/** What an outcome is called among the wishes: criteria are met, or lost in whatever way. */
export const outcomeKey = (criterion: string, isMet: boolean): string => `${isMet ? 'met' : 'lost'} ${criterion}`

/** Everything a chart's author may wish to be seen in some run. */
export function wishesOf(model: Model): readonly Wish[] {
  const { tables } = model
  const { criteria } = tables.chart.world.composition
  return [
    ...goalsOf(tables).map((goal) => ({ key: keyOf(goal), criterion: undefined, ...goalFormula(model, goal) })),
    ...criteria.flatMap((criterion) => [true, false].map((isMet) => outcomeWish(model, criterion, isMet))),
  ]
}

export const outcomeWish = (model: Model, criterion: Criterion, isMet: boolean): Wish => ({
  key: outcomeKey(criterion.id, isMet),
  formula: outcomeFormula(model, criterion, isMet),
  act: undefined,
  criterion: { id: criterion.id, isMet },
})

/** Whether a player has seen it. */
export function isSeen(
  { reached }: { readonly reached: ReadonlyMap<string, unknown> },
  { key, criterion }: Pick<Wish, 'key' | 'criterion'>,
): boolean {
  if (!criterion) return reached.has(key)
  const outcomes = criterion.isMet ? (['met'] as const) : (['missed', 'violated', 'partly'] as const)
  return outcomes.some((outcome) => reached.has(keyOf({ kind: 'outcome', criterion: criterion.id, outcome })))
}

function goalFormula(model: Model, goal: Goal): Pick<Wish, 'formula' | 'proof' | 'act'> {
  const { tables, possible, injectAt } = model
  const { world, acts, endings } = tables.chart
  const actOf = (id: string) => acts.findIndex((act) => act.id === id)
  switch (goal.kind) {
    case 'state': {
      const known = world.index.get(goal.region)
      return {
        formula: known ? is(world, known.at, [known.variable.words?.indexOf(goal.state) ?? -1]) : TRUE,
        act: undefined,
      }
    }
    case 'act':
      return { formula: possible[actOf(goal.act)] ?? TRUE, act: undefined }
    case 'inject':
      return { formula: { kind: 'is', at: injectAt.get(goal.inject) ?? 0, values: [1] }, act: undefined }
    case 'ending': {
      const beats = [...endings].flatMap(([beat, ending]) => (ending === goal.ending ? beat : []))
      return { formula: is(world, world.plot, beats), act: undefined }
    }
    case 'reply': {
      const act = actOf(goal.act)
      return { ...replyFormulas(model, act, goal.reply, goal.unheard), act }
    }
    default:
      return { formula: TRUE, act: undefined }
  }
}

/**
 * The act can be done, the reply's own condition holds after it, and that of no reply before it. What the act itself
 * brings about need not hold before it; for a proof, nothing need that could change in the same step.
 */
function replyFormulas(model: Model, act: number, reply: number, unheard: boolean) {
  const { tables, possible, understood, unheard: lost } = model
  const { world, acts } = tables.chart
  const spec = acts[act]
  const replies = (unheard ? spec?.line?.unheard?.replies : (spec?.line ?? spec?.deed)?.replies) ?? []
  const given = replies.slice(0, reply + 1).map(({ when, by }, n) => {
    const pose = world.index.get(`${by ?? spec?.target}.pose`)
    const awake = (wanted: boolean) =>
      pose
        ? is(
            world,
            pose.at,
            POSES.flatMap((word, at) => ((word !== 'sleep') === wanted ? at : [])),
          )
        : TRUE
    if (n === reply) return allOf(formulaOf(world, when), awake(true))
    // An earlier reply is also passed over while the one who would give it sleeps.
    return pose ? anyOf(formulaOf(world, when, false), awake(false)) : formulaOf(world, when, false)
  })
  const before = allOf(possible[act] ?? TRUE, (unheard ? lost : understood)[act] ?? TRUE)
  const own = model.operators.filter((operator) => operator.acts?.includes(act))
  const written = writtenBy(model, act)
  return {
    formula: allOf(
      before,
      mapTerms(allOf(...given), (at, values) =>
        anyOf(
          { kind: 'is', at, values },
          ...own.flatMap(({ sets, needs }) =>
            sets.some(([to, value]) => to === at && values.includes(value)) ? needs : [],
          ),
        ),
      ),
    ),
    proof: allOf(
      before,
      mapTerms(allOf(...given), (at, values) => (written.has(at) ? TRUE : { kind: 'is', at, values })),
    ),
  }
}
