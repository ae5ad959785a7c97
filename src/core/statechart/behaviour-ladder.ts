import type { Behaviour, Persona } from '#core/scenario'

const THRESHOLDS = { wary: 4, agitated: 6, hostile: 8, assaultive: 10 } as const
/** Trust from which a calm person goes along, and below which he no longer does (hysteresis of two). */
const COMPLIANT = { from: 7, until: 5, tension: 3 } as const
/** Trust at which a withdrawing person shuts down, and at which he opens again. */
const WITHDRAWN = { from: 1, until: 3 } as const

/** A step from one behaviour to the next, and the levels that bring it about. */
export type Rung = { readonly to: Behaviour; readonly when: (tension: number, trust: number) => boolean }

/** The steps of each behaviour: up at a threshold, down only when tension has fallen clearly below it. */
export function behaviourLadder(persona: Persona): Readonly<Record<Behaviour, readonly Rung[]>> {
  const limits = persona.thresholds ?? THRESHOLDS
  const gap = persona.hysteresis ?? 1
  const up = (to: 'wary' | 'agitated' | 'hostile' | 'assaultive'): Rung => ({
    to,
    when: (tension) => tension >= limits[to],
  })
  const down = (to: Behaviour, from: 'wary' | 'agitated' | 'hostile' | 'assaultive'): Rung => ({
    to,
    when: (tension) => tension < limits[from] - gap,
  })
  const shut: readonly Rung[] = persona.withdraws
    ? [{ to: 'withdrawn', when: (tension, trust) => trust <= WITHDRAWN.from && tension < limits.hostile }]
    : []
  return {
    calm: [
      up('wary'),
      ...shut,
      { to: 'compliant', when: (tension, trust) => trust >= COMPLIANT.from && tension <= COMPLIANT.tension },
    ],
    wary: [up('agitated'), ...shut, down('calm', 'wary')],
    agitated: [up('hostile'), ...shut, down('wary', 'agitated')],
    hostile: [up('assaultive'), down('agitated', 'hostile')],
    assaultive: [down('hostile', 'assaultive')],
    withdrawn: [up('hostile'), { to: 'wary', when: (_, trust) => trust >= WITHDRAWN.until }],
    compliant: [up('wary'), { to: 'calm', when: (_, trust) => trust < COMPLIANT.until }],
  }
}

/** How somebody is when one meets him: where the ladder leads at his levels, so that nothing happens on the way there. */
export function behaviourAt(persona: Persona, tension: number, trust: number): Behaviour {
  const ladder = behaviourLadder(persona)
  const passed = new Set<Behaviour>()
  let now: Behaviour = 'calm'
  for (;;) {
    passed.add(now)
    const next: Behaviour | undefined = ladder[now].find(({ when }) => when(tension, trust))?.to
    if (next === undefined || passed.has(next)) return now
    now = next
  }
}
