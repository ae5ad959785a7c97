import type { Scenario } from '#core/scenario'
import { type Header, pick } from '#core/session'

/** Who is met in which situation. */
export type Drawn = Pick<Header, 'personas' | 'variation'>

/**
 * What an assessment meets, fixed by the seed of its session: a variation, the plain situation being one of them, and
 * the person it is about, among those the author cast. A variation that is about somebody keeps him, and him to itself:
 * in another he would say what does not belong there.
 */
export function drawSetup({ data }: Scenario, seed: number): Drawn {
  const variations = [undefined, ...(data.variations ?? [])]
  const variation = variations[pick(seed, 'variation', variations.length)]
  const own = variation?.personas?.[data.focus]
  const kept = new Set((data.variations ?? []).flatMap(({ personas }) => personas?.[data.focus] ?? []))
  const free = (data.cast[data.focus]?.personas ?? []).filter((persona) => !kept.has(persona))
  const persona = own ?? free[pick(seed, 'persona', Math.max(1, free.length))]
  return { variation: variation?.id ?? 'none', personas: persona ? { [data.focus]: persona } : {} }
}

/** Whether a session met what its seed draws: nobody chose. */
export function isAsDrawn(scenario: Scenario, { seed, personas, variation }: Header): boolean {
  const drawn = drawSetup(scenario, seed)
  const roles = Object.keys(drawn.personas)
  return (
    drawn.variation === variation &&
    roles.length === Object.keys(personas).length &&
    roles.every((role) => drawn.personas[role] === personas[role])
  )
}
