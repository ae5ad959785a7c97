import { describe, expect, it } from 'vitest'
import { formatDiagnostic, parseScenario, type Scenario } from '#core/scenario'
import { verdictsOf } from '#core/scoring'
import { type Act, chartFor, openSession, replayLog, type Session, type Snapshot, step } from '#core/session'
import { headerOf } from '../fixtures/packs.ts'
import { tinyPack, tinyWith } from '../fixtures/tiny-pack.ts'

const BASE = 'tiny/scenario.yaml'
const LAW = 'tiny/layers/law.yaml'
const TEXT = 'tiny/text/en.yaml'

/** The tiny scenario with some of its text exchanged, and texts added. */
function tiny(changes: Readonly<Record<string, readonly (readonly [string, string])[]>>, texts = ''): Scenario {
  const overlay: Record<string, string> = { [TEXT]: `${tinyPack[TEXT]}\n${texts}` }
  for (const [path, pairs] of Object.entries(changes)) {
    let file = overlay[path] ?? tinyPack[path] ?? ''
    for (const [from, to] of pairs) {
      expect(file, `"${from}" in ${path}`).toContain(from)
      file = file.replace(from, to)
    }
    overlay[path] = file
  }
  const parsed = parseScenario(tinyWith(overlay), 'tiny')
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
  return parsed.value
}

/** Plays acts a second apart; every one of them must be possible. */
function played(scenario: Scenario, acts: readonly (string | Act)[], part: Parameters<typeof headerOf>[1] = {}) {
  const header = headerOf(scenario, part)
  let session: Session = openSession(header, chartFor(scenario, header)).session
  const records = []
  for (const act of acts) {
    const done = step(session, typeof act === 'string' ? { do: act } : act, session.run.timeMs + 1000)
    if ('refused' in done) throw new Error(`${JSON.stringify(act)} is refused: ${done.refused}`)
    session = done.session
    records.push(done.record)
  }
  const verdicts = verdictsOf(replayLog(scenario, [header, ...records]))
  const outcome = (id: string) => verdicts.find(({ criterion }) => criterion === `law.${id}`)?.outcome
  return { session, snapshot: session.snapshot, outcome, header, records }
}
const canDo = (snapshot: Snapshot) => snapshot.affordances.map(({ act }) => act.do)

describe('a pattern with `any`', () => {
  const scenario = tiny({
    [LAW]: [['do: { say: explain, about: reason }', 'do: { any: [{ say: explain, about: reason }, { say: greet }] }']],
  })
  it('is met by either of its parts, and missed by neither', () => {
    const enter = ['open:door', 'go:inside']
    expect(played(scenario, ['say:good-morning', ...enter]).outcome('explains-first')).toBe('met')
    expect(played(scenario, ['say:law.says-why', ...enter]).outcome('explains-first')).toBe('met')
    expect(played(scenario, ['say:come-here', ...enter]).outcome('explains-first')).toBe('missed')
  })
  it('moves a plot as well', () => {
    const moved = tiny({
      [BASE]: [
        [
          'on: [{ do: { go: inside }, to: within }]',
          'on: [{ do: { any: [{ go: inside }, { say: command }] }, to: within }]',
        ],
      ],
    })
    expect(played(moved, ['say:come-here']).snapshot.beat).toBe('within')
    expect(played(moved, ['say:good-morning']).snapshot.beat).toBe('before')
  })
})

describe('a layer that names a line of the base', () => {
  it('watches exactly that line', () => {
    const scenario = tiny({ [LAW]: [['do: { say: greet }', 'do: { line: base.good-morning }']] })
    expect(played(scenario, ['say:good-morning']).outcome('greets')).toBe('met')
    expect(played(scenario, ['say:come-here']).outcome('greets')).toBe('missed')
  })
  it('may not name what the base does not have', () => {
    expect(() => tiny({ [LAW]: [['do: { say: greet }', 'do: { line: base.good-mornin }']] })).toThrow(
      /E010.*base\.good-mornin.*base\.good-morning/,
    )
  })
})

describe('a deed that shows something', () => {
  const DEEDS = 'deeds: [{ id: pat-down, shows: { at: by-window, gesture: search-stance } }, { id: wait }]\nlines:'
  const TEXTS = 'deeds: { pat-down: Pat him down, wait: Wait }'
  it('is answered by the body of whoever stands there, until the next act', () => {
    const scenario = tiny({ [BASE]: [['lines:', DEEDS]] }, TEXTS)
    const gesture = (...acts: readonly string[]) => played(scenario, acts).snapshot.characters.prisoner?.gesture
    expect(gesture('do:pat-down')).toBe('search-stance')
    expect(gesture('do:pat-down', 'do:wait')).toBeUndefined()
  })
  it('names a position of the place', () => {
    expect(() => tiny({ [BASE]: [['lines:', DEEDS.replace('by-window', 'by-windw')]] }, TEXTS)).toThrow(
      /E010.*by-windw.*by-window/,
    )
  })
})

describe('how a deed looks to the prisoner', () => {
  const deeds = (more: string) => ({ [BASE]: [['lines:', `deeds: [{ id: nod${more} }]\nlines:`]] }) as const
  const SEEN = 'deeds: { nod: Nod }\ndeeds-seen: { nod: nods }'
  it('may be left out: a session kept with an older pack opens for ever', () => {
    expect(tiny(deeds(', on: prisoner'), 'deeds: { nod: Nod }').text.en).not.toHaveProperty(['deeds-seen.nod'])
    expect(tiny(deeds(', on: prisoner'), SEEN).text.en?.['deeds-seen.nod']).toBe('nods')
  })
  it('is worded in every language or in none', () => {
    const estonian = { 'tiny/text/et.yaml': `${tinyPack[TEXT]}\ndeeds: { nod: Noogutada }` }
    const [[from, to]] = deeds('')[BASE]
    const pack = { [BASE]: (tinyPack[BASE] ?? '').replace(from, to), ...estonian }
    const told = (texts: string) => {
      const parsed = parseScenario(tinyWith({ ...pack, [TEXT]: `${tinyPack[TEXT]}\n${texts}` }), 'tiny')
      return parsed.ok ? [] : parsed.diagnostics.map(formatDiagnostic).filter((one) => one.includes('deeds-seen'))
    }
    expect(told('deeds: { nod: Nod }')).toEqual([])
    expect(told(SEEN)).toEqual([expect.stringMatching(/E012.*no et text for "deeds-seen\.nod"/)])
  })
  it('belongs to a deed of the same file', () => {
    for (const stray of ['nood: nods', 'nod: { twice: nods }'])
      expect(() => tiny(deeds(''), `deeds: { nod: Nod }\ndeeds-seen: { ${stray} }`)).toThrow(
        /en\.yaml:\d+:\d+ {2}error E012.*deeds-seen\.nod/,
      )
    expect(() => tiny({ [TEXT]: [['law:', 'law:\n  deeds-seen: { nod: nods }']] })).toThrow(
      /E012.*"law\.deeds-seen\.nod"/,
    )
  })
})

describe('effects given as a list', () => {
  it('take the first whose condition holds', () => {
    const scenario = tiny({
      [BASE]: [
        [
          'effects: { set: { greeted: true } }',
          'effects: [{ when: { greeted: true }, add: { prisoner.tension: 3 } }, { set: { greeted: true } }]',
        ],
        ['thresholds', 'thresholds'],
      ].slice(0, 1) as [string, string][],
    })
    const once = played(scenario, ['say:good-morning']).snapshot.characters.prisoner
    const twice = played(scenario, ['say:good-morning', 'say:good-morning']).snapshot.characters.prisoner
    expect(once?.tension).toBe(1)
    // A second greeting eases by one as the first did; the effect adds three.
    expect(twice?.tension).toBe(3)
  })
})

describe('a variation', () => {
  const scenario = tiny(
    {
      [BASE]: [
        [
          'props: { door: closed }',
          'props: { door: closed }\nvariations: [{ id: doorless, without: [door] }, { id: silent }]',
        ],
        ['  - { id: come-here,', '  - { id: come-here, variation: [none, doorless],'],
      ],
      [LAW]: [['  - id: greets', '  - id: greets\n    variation: silent']],
    },
    'variations: { doorless: { title: No door, text: None. }, silent: { title: Silent, text: Quiet. } }',
  )
  it('takes a prop away: it is not shown and affords nothing', () => {
    const { snapshot } = played(scenario, [], { variation: 'doorless' })
    expect(snapshot.props).not.toHaveProperty('door')
    expect(canDo(snapshot).filter((act) => act.endsWith(':door'))).toEqual([])
    expect(played(scenario, []).snapshot.props).toHaveProperty('door')
  })
  it('keeps lines and criteria that belong to others away', () => {
    expect(canDo(played(scenario, [], { variation: 'silent' }).snapshot)).not.toContain('say:come-here')
    expect(canDo(played(scenario, []).snapshot)).toContain('say:come-here')
    expect(played(scenario, [], { variation: 'silent' }).outcome('greets')).toBe('missed')
    expect(played(scenario, []).outcome('greets')).toBeUndefined()
  })
  it('that does not exist is told with the field that names it', () => {
    expect(() => tiny({ [BASE]: [['  - { id: come-here,', '  - { id: come-here, variation: nigth,']] })).toThrow(
      /E010.*lines\.1\.variation/,
    )
  })
})

describe('what holds in every beat', () => {
  const scenario = tiny({
    [BASE]: [['plot:\n  initial: before', 'plot:\n  initial: before\n  on: [{ do: { say: command }, to: done }]']],
  })
  it('leads out of each of them', () => {
    expect(played(scenario, ['say:come-here']).snapshot.ending).toBe('left')
    expect(played(scenario, ['open:door', 'go:inside', 'say:come-here']).snapshot.ending).toBe('left')
  })
})

describe('words that do not arrive', () => {
  const foreign = (line: string, cast = '') =>
    tiny(
      {
        [BASE]: [
          ['    effects: { set: { greeted: true } }', `    effects: { set: { greeted: true } }\n${line}`],
          ['at: by-window, reacts: true }', `at: by-window, reacts: true${cast} }`],
        ],
        [LAW]: [['do: { say: greet }', 'do: { say: greet, understood: true }']],
        'personas/mart.yaml': [['greet: [hello]', 'greet: [hello]\n    not-understood: [yes-well]']],
      },
      'replies: { nods: He nods. }',
    )
  const greeted = (scenario: Scenario) => played(scenario, [{ do: 'say:good-morning', tone: 'neutral' }])

  it('have no effect, ease nobody, and get the answer of someone who has not understood', () => {
    const { session, snapshot, outcome } = greeted(foreign('    level: C1'))
    expect(snapshot.characters.prisoner).toMatchObject({ tension: 2, trust: 5 })
    expect(session.run.chart.world.index.get('greeted')).toBeDefined()
    expect(snapshot.utterances.map(({ text, unheard }) => [text, unheard])).toEqual([
      ['lines.good-morning', true],
      ['personas.mart.replies.yes-well', undefined],
    ])
    expect(outcome('greets')).toBe('missed')
  })
  it('are those above the listener’s level or in a language he does not have', () => {
    expect(greeted(foreign('    level: B2')).outcome('greets')).toBe('met')
    expect(greeted(foreign('    language: es')).outcome('greets')).toBe('missed')
    expect(greeted(foreign('')).outcome('greets')).toBe('met')
  })
  it('still have a tone', () => {
    const { snapshot } = played(foreign('    level: C1'), [{ do: 'say:good-morning', tone: 'sharp' }])
    expect(snapshot.characters.prisoner).toMatchObject({ tension: 4, trust: 4 })
  })
  it('have effects and replies of their own', () => {
    const { snapshot } = greeted(
      foreign('    level: C1\n    unheard: { effects: { add: { prisoner.tension: 1 } }, replies: [{ text: nods }] }'),
    )
    expect(snapshot.characters.prisoner?.tension).toBe(3)
    expect(snapshot.utterances.at(-1)?.text).toBe('replies.nods')
  })
  it('arrive through an interpreter, though not in a third language', () => {
    const interpreted = ', interpreted: { door: [open] }'
    const opened = ['open:door', { do: 'say:good-morning', tone: 'neutral' }] as const
    expect(played(foreign('    level: C1', interpreted), opened).outcome('greets')).toBe('met')
    expect(played(foreign('    language: es', interpreted), opened).outcome('greets')).toBe('missed')
  })
})

describe('whom words reach', () => {
  const scenario = tiny({
    [BASE]: [
      ['at: by-window, reacts: true }', 'at: by-window, reacts: true, hears: { door: open } }'],
      ['  - { id: come-here,', '  - { id: come-here, from-afar: true,'],
    ],
  })
  it('is said once for the listener, and lines called from afar need it not', () => {
    const shut = canDo(played(scenario, []).snapshot)
    expect(shut).toContain('say:come-here')
    expect(shut).not.toContain('say:good-morning')
    expect(shut).not.toContain('say:law.says-why')
    expect(canDo(played(scenario, ['open:door']).snapshot)).toContain('say:law.says-why')
  })
})

describe('a step within a band of distance', () => {
  it('is felt from 35 cm on', () => {
    const scenario = tiny({
      'places/hall.yaml': [
        [
          '  - { id: inside, room: room, at: { x: 1.5, z: 1 }, turn: 0 }',
          '  - { id: inside, room: room, at: { x: 2, z: 1 }, turn: 0 }\n  - { id: nearer, room: room, at: { x: 2, z: 1.5 }, turn: 0 }\n  - { id: a-hand-nearer, room: room, at: { x: 2, z: 1.7 }, turn: 0 }',
        ],
        [
          '  - { between: [outside, inside], through: door }',
          '  - { between: [outside, inside], through: door }\n  - { between: [inside, nearer] }\n  - { between: [nearer, a-hand-nearer] }',
        ],
      ],
      'places/text/en.yaml': [['inside:', 'nearer: nearer, a-hand-nearer: a hand nearer, inside:']],
    })
    const go = (...acts: string[]) => played(scenario, ['open:door', 'go:inside', ...acts]).snapshot.lastAct?.body
    expect(go('go:nearer')).toEqual(['approach'])
    expect(go('go:nearer', 'go:a-hand-nearer')).toEqual([])
    expect(go('go:nearer', 'go:inside')).toEqual(['step-back'])
  })
})

describe('beats that lead to each other without end', () => {
  it('are told as the author’s mistake and never hang', () => {
    const scenario = tiny({
      [BASE]: [
        ['    within:\n', '    within:\n      always: [{ when: { plot: within }, to: before }]\n'],
        ['    before:\n', '    before:\n      always: [{ when: { door: open, plot: before }, to: within }]\n'],
      ],
    })
    expect(() => played(scenario, ['open:door'])).toThrow(/never comes to rest/)
  })
})

describe('what the hands do', () => {
  const scenario = tiny({
    'places/hall.yaml': [
      ['props:\n', 'props:\n  - { id: letters, kind: papers, at: { x: 1, z: -1 }, reach: [outside] }\n'],
    ],
    'places/text/en.yaml': [['props: { ', 'props: { letters: the letters, ']],
  })
  const tension = (...acts: string[]) => played(scenario, acts).snapshot.characters.prisoner?.tension ?? 0
  it('is felt only when it is seen', () => {
    expect(tension('read:letters')).toBe(tension())
    expect(tension('open:door', 'read:letters')).toBe(tension('open:door') + 2)
  })
})

describe('the number of a door', () => {
  const PLACE = 'places/hall.yaml'
  const told = (kind: string) => {
    const place = (tinyPack[PLACE] ?? '').replace('kind: cell-door,', `kind: ${kind}, number: "7",`)
    const parsed = parseScenario(tinyWith({ [PLACE]: place }), 'tiny')
    return parsed.ok ? [] : parsed.diagnostics.map(({ message }) => message)
  }
  it('stands on a door and on nothing else', () => {
    expect(told('cell-door')).toEqual([])
    expect(told('call-bell')).toContain('A call-bell bears no number.')
  })
})
