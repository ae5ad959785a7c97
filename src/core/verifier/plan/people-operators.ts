import { BEHAVIOURS, memoryName, POSES, type Tone } from '#core/scenario'
import { CRISIS_TENSION, reactTo } from '#core/statechart'
import type { Draft } from './draft.ts'
import { allOf, type Formula, holding, is, TRUE } from './formula.ts'
import { BY_ITSELF, type Operator } from './operator.ts'

/** How people feel about acts, what they remember and how they come to behave; the variables of which a proof supposes every value. */
export function addPeople(draft: Draft): readonly number[] {
  const { tables, understood, unheard, add, operators } = draft
  const { world, acts } = draft.tables.chart
  const { composition, index } = world
  const free: number[] = []
  for (const [role, persona] of Object.entries(composition.cast)) {
    const at = index.get(role)?.at
    const tension = index.get(`${role}.tension`)?.at
    const trust = index.get(`${role}.trust`)?.at
    if (at === undefined || tension === undefined || trust === undefined) continue
    const memories = Object.entries(persona.memory ?? {}).flatMap(([memory, { acts: of }]) => {
      const memoryAt = index.get(memoryName(role, memory))?.at
      return memoryAt === undefined ? [] : { at: memoryAt, acts: of as readonly string[] }
    })
    free.push(tension, trust, ...memories.map((memory) => memory.at))
    const pose = index.get(`${role}.pose`)?.at
    const awake =
      pose === undefined
        ? TRUE
        : is(
            world,
            pose,
            POSES.flatMap((word, n) => (word === 'sleep' ? [] : n)),
          )
    const soft = is(
      world,
      tension,
      Array.from({ length: CRISIS_TENSION }, (_, n) => n),
    )
    const groups = new Map<string, { readonly operator: Omit<Operator, 'acts'>; readonly acts: number[] }>()
    const feels = (act: number, felt: Parameters<typeof reactTo>[0], tone: Tone | undefined, needs: Formula) => {
      const change = reactTo(felt, persona, ORDINARY(tone))
      const adds = [
        ...(change.tension === 0 ? [] : [[tension, change.tension] as const]),
        ...(change.trust === 0 ? [] : [[trust, change.trust] as const]),
        ...memories.flatMap((memory) => (memory.acts.includes(felt) ? [[memory.at, 1] as const] : [])),
      ]
      if (adds.length === 0) return
      const isHard = change.tension < 0 && !['stay-silent', 'step-back', 'open-hands'].includes(felt)
      const operator = {
        tone,
        timer: undefined,
        needs: allOf(awake, needs, isHard ? soft : TRUE),
        sets: [],
        adds,
      }
      const key = JSON.stringify(operator)
      const group = groups.get(key)
      if (group) group.acts.push(act)
      else groups.set(key, { operator, acts: [act] })
    }
    for (const [number, act] of acts.entries()) {
      if (act.group === 'say' && act.target === role)
        for (const tone of act.tones ?? []) {
          if (act.say) feels(number, act.say, tone, understood[number] as Formula)
          if (act.understood) feels(number, 'unheard', tone, unheard[number] as Formula)
        }
      if (
        (act.group === 'say' || act.group === 'deed' ? act.target === role : world.focus.role === role) &&
        act.group !== 'end'
      )
        for (const body of act.body) feels(number, body, undefined, TRUE)
    }
    for (const { operator, acts: of } of groups.values()) operators.push({ ...operator, acts: of })
    const region = tables.regions.find((one) => one.at === at)
    for (const [from, word] of BEHAVIOURS.entries())
      for (const { target, guard } of region?.config.states[word]?.always ?? [])
        add(
          {
            ...BY_ITSELF,
            needs: allOf(
              is(world, at, [from]),
              holding(
                world,
                [tension, trust],
                (values) => guard?.({ context: { values }, event: { type: '' } }) ?? true,
              ),
            ),
          },
          [[at, BEHAVIOURS.indexOf(target as (typeof BEHAVIOURS)[number])]],
        )
  }
  return free
}

/** How somebody is when nothing else is known of the moment. */
const ORDINARY = (tone: Tone | undefined) => ({
  tension: 5,
  trust: 5,
  asleep: false,
  tone,
  stance: 'relaxed' as const,
  touchingDistance: false,
  explained: false,
  wornOff: false,
})
