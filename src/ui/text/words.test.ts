import { describe, expect, it } from 'vitest'
import { PROP_KINDS } from '#core/scenario'
import en from './en.json'

const kinds = Object.entries(PROP_KINDS).map(([kind, { verbs, states }]) => ({
  kind,
  verbs: Object.keys(verbs),
  states: [...states] as readonly string[],
}))

describe('the interface has words', () => {
  it.each(kinds)('for every verb of a $kind', ({ verbs }) => {
    expect(verbs.filter((verb) => !(verb in en.verbs))).toEqual([])
  })

  it.each(kinds)('for every state of a $kind', ({ states }) => {
    expect(states.filter((state) => typeof (en.states as Record<string, unknown>)[state] !== 'string')).toEqual([])
  })

  it('of a kind of its own only for states that kind has', () => {
    const own = Object.entries(en.states).flatMap(([kind, words]) =>
      typeof words === 'string' ? [] : Object.keys(words).map((state) => ({ kind, state })),
    )
    expect(own.filter(({ kind, state }) => !kinds.find((k) => k.kind === kind)?.states.includes(state))).toEqual([])
    expect(own.length).toBeGreaterThan(0)
  })
})
