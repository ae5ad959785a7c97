import { describe, expect, it } from 'vitest'
import { verdictsOf } from '#core/scoring'
import { FINDING_CODES, type FindingCode, replayOf, type Verified, verify } from '#core/verifier'
import { type Edit, soundFiles, soundScenario } from '../fixtures/sound-pack.ts'

const WHOLE = { states: 200_000, runs: 0, allStacks: false }
const checked = new Map<readonly Edit[], Verified>()
/** What is found of the sound scenario with a defect; each is checked once, whatever is asked of it. */
function check(edits: readonly Edit[]): Verified {
  const known = checked.get(edits) ?? verify(soundScenario(edits), WHOLE)
  checked.set(edits, known)
  return known
}

/** One defect for each code: what is changed, and the text of the line that must be named. */
const DEFECTS: Readonly<Record<FindingCode, { readonly edits: readonly Edit[]; readonly at: string }>> = {
  V001: { edits: [['scenario', '    done: {', '    extra: {}\n    done: {']], at: '    extra: {}' },
  V002: {
    edits: [
      ['scenario', '  - { id: greeted }', '  - { id: greeted }\n  - { id: secret }'],
      [
        'scenario',
        'lines:\n',
        'lines:\n  - { id: extra, to: prisoner, say: threaten, about: visit, tones: [neutral], when: { secret: true } }\n',
      ],
    ],
    at: '  - { id: extra, to: prisoner',
  },
  V003: {
    edits: [['scenario', '  - { id: looks-up }', '  - { id: looks-up }\n  - { id: extra }']],
    at: '  - { id: extra }',
  },
  V004: {
    edits: [['scenario', 'text: morning }]', 'text: morning }, { text: extra }]']],
    at: '  - { id: good-morning',
  },
  V005: {
    edits: [
      [
        'scenario',
        '      on:\n        - { do: { go: inside }, to',
        '      on:\n        - { do: { go: inside }, when: { greeted: true }, to: within, effects: { set: { door: closed } } }\n        - { do: { go: inside }, to',
      ],
      ['place', 'reach: [outside, inside]', 'reach: [outside]'],
    ],
    at: '    within:',
  },
  V006: {
    edits: [
      [
        'scenario',
        '        - { do: { go: inside }, to',
        '        - { do: { line: or-else }, to: extra }\n        - { do: { go: inside }, to',
      ],
      ['scenario', '    done: {', '    extra: {}\n    done: {'],
    ],
    at: '    extra: {}',
  },
  V007: {
    edits: [
      ['scenario', '    before:\n', '    before:\n      always: [{ when: { greeted: true }, to: extra }]\n'],
      ['scenario', '    done: {', '    extra: { always: [{ when: { greeted: true }, to: before }] }\n    done: {'],
    ],
    at: '    before:',
  },
  V008: {
    edits: [
      [
        'law',
        'criteria:\n',
        'criteria:\n  - { id: extra, kind: never, do: { say: threaten }, applies: { say: mock }, rule: T1 }\n',
      ],
    ],
    at: '  - { id: extra',
  },
  V009: {
    edits: [
      [
        'law',
        'criteria:\n',
        'criteria:\n  - { id: extra, kind: before, do: { say: mock }, then: { go: inside }, rule: T1 }\n',
      ],
    ],
    at: '  - { id: extra',
  },
  V010: {
    edits: [['law', 'criteria:\n', 'criteria:\n  - { id: extra, kind: never, do: { say: mock }, rule: T1 }\n']],
    at: '  - { id: extra',
  },
  V011: {
    edits: [
      ['scenario', '  - { id: greeted }', '  - { id: greeted }\n  - { id: lit }'],
      [
        'scenario',
        '    before:\n',
        '    before:\n      always: [{ when: { lit: false }, effects: { set: { lit: true } } }]\n',
      ],
      ['law', 'criteria:\n', 'criteria:\n  - { id: extra, kind: never, do: { becomes: { lit: true } }, rule: T1 }\n'],
    ],
    at: '  - { id: extra',
  },
  V012: {
    edits: [
      [
        'law',
        'greets, kind: count',
        'extra, kind: never, do: { say: greet }, rule: T1 }\n  - { id: greets, kind: count',
      ],
    ],
    at: '  - { id: greets',
  },
  V013: {
    edits: [
      [
        'law',
        'criteria:\n',
        'criteria:\n  - { id: extra, kind: never, critical: true, do: { go: inside }, rule: T1 }\n',
      ],
    ],
    at: '  - { id: extra',
  },
  V014: {
    edits: [
      [
        'scenario',
        'lines:\n',
        'lines:\n  - { id: extra, to: prisoner, say: small-talk, about: visit, tones: [neutral], when: { officer.at: outside } }\n',
      ],
    ],
    at: '  - { id: extra',
  },
  V015: {
    edits: [
      [
        'scenario',
        'lines:\n',
        'lines:\n  - { id: extra, to: prisoner, say: small-talk, about: visit, tones: [neutral, sharp], when: { officer.at: outside, prisoner.tension: "<= 3" } }\n',
      ],
    ],
    at: '  - { id: extra',
  },
  V016: {
    edits: [
      ['law', 'criteria:\n', 'criteria:\n  - { id: extra, kind: count, do: { say: thank }, at-least: 1, rule: T1 }\n'],
    ],
    at: '  - { id: extra',
  },
}

describe('the findings of a check', () => {
  it('are none in a sound scenario, all of whose states were visited', () => {
    const { findings, stacks } = check([])
    expect(findings).toEqual([])
    expect(stacks.every(({ bounded }) => !bounded)).toBe(true)
  })

  for (const [code, { edits, at }] of Object.entries(DEFECTS))
    it(`are exactly ${code} (${FINDING_CODES[code as FindingCode].name}) where that was sown, with its line and a run to it`, () => {
      const { findings } = check(edits)
      expect(findings.map((finding) => [finding.code, finding.message])).toEqual([[code, expect.any(String)]])
      const [finding] = findings
      const line = soundFiles(edits)[finding!.file]?.split('\n')[finding!.line - 1]
      expect(line?.startsWith(at), `${finding!.file}:${finding!.line}: ${line}`).toBe(true)
      expect(finding!.hint.length).toBeGreaterThan(10)
    })

  it('lead the player to the beat that is reported', () => {
    for (const [code, beat] of [
      ['V005', 'within'],
      ['V006', 'extra'],
    ] as const) {
      const { edits } = DEFECTS[code]
      const [finding] = check(edits).findings
      const replay = replayOf(soundScenario(edits), finding!.witness!)
      expect(replay.end.snapshot).toMatchObject({ beat, ending: undefined })
      if (code === 'V005')
        expect(new Set(replay.end.snapshot.affordances.map(({ group }) => group))).toEqual(
          new Set(['stance', 'silence', 'end']),
        )
    }
  })

  it('show a criterion that is failed by all in a run that fails it', () => {
    const { edits } = DEFECTS.V013
    const [finding] = check(edits).findings
    const verdicts = verdictsOf(replayOf(soundScenario(edits), finding!.witness!))
    expect(verdicts.find(({ criterion }) => criterion === 'law.extra')?.outcome).toBe('violated')
  })

  it('come with a run that the session plays, wherever there is something to show', () => {
    const shows: readonly (readonly [FindingCode, (replay: ReturnType<typeof replayOf>) => unknown])[] = [
      // The step that never ends would stop the player; the run ends right before it.
      ['V007', ({ end }) => expect(end.snapshot.beat).toBe('before')],
      ['V011', (replay) => expect(outcomeOf(replay, 'law.extra')).toBe('violated')],
      [
        'V012',
        (replay) =>
          expect([outcomeOf(replay, 'law.greets'), outcomeOf(replay, 'law.extra')]).toEqual(['met', 'violated']),
      ],
      [
        'V016',
        (replay) => {
          expect(outcomeOf(replay, 'law.extra')).toBe('met')
          expect(replay.chart.world.composition.stack.length).toBeGreaterThan(1)
        },
      ],
    ]
    for (const [code, show] of shows) {
      const { edits } = DEFECTS[code]
      const [finding] = check(edits).findings
      show(replayOf(soundScenario(edits), finding!.witness!))
    }
  })
})

const outcomeOf = (replay: ReturnType<typeof replayOf>, id: string) =>
  verdictsOf(replay).find(({ criterion }) => criterion === id)?.outcome
