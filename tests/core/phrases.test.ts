import { describe, expect, it } from 'vitest'
import { formatDiagnostic, parseScenario, type Scenario, scenarioIdsIn } from '#core/scenario'
import { debriefOf } from '#core/scoring'
import {
  chain,
  chartFor,
  MAX_TYPED,
  openSession,
  readLog,
  replayLog,
  type Session,
  step,
  writeLog,
} from '#core/session'
import { sha256Hex } from '#exchange'
import { headerOf, randomRun, shippedPack, shippedScenario } from '../fixtures/packs.ts'
import { tinyPack, tinyWith } from '../fixtures/tiny-pack.ts'

const BASE = 'tiny/scenario.yaml'
const BOOK = `simcell: 1
phrases:
  - { id: help, use: welfare, say: ask-closed, mark: H, in: { en: { text: "Do you need help?" }, ru: { text: "Вам нужна помощь?", roman: "Vam nuzhna pomoshch?" }, es: { text: "¿Necesita ayuda?" } } }
  - { id: wait, use: welfare, say: inform, level: B1, mark: M, in: { en: { text: "Please wait." }, ru: { text: "Подождите, пожалуйста." } } }
`
const BOOK_TEXT = 'phrase-book: { own-words: "(You try.)" }\nphrase-uses: { welfare: "How he is" }\n'

/** The tiny pack with a phrase book, its persona's languages, and what of the book can be said. */
function packWith(uses: string, { book = BOOK, languages = '[{ id: ru, level: A2 }]', head = '' } = {}) {
  return tinyWith({
    'phrases/core.yaml': book,
    'phrases/text/en.yaml': BOOK_TEXT,
    [BASE]: (tinyPack[BASE] ?? '').replace('lines:\n', `${head}phrases: ${uses}\nlines:\n`),
    'personas/mart.yaml': (tinyPack['personas/mart.yaml'] ?? '').replace(/languages: .*/, `languages: ${languages}`),
  })
}
function read(...args: Parameters<typeof packWith>): Scenario {
  const parsed = parseScenario(packWith(...args), 'tiny')
  if (!parsed.ok) throw new Error(parsed.diagnostics.map(formatDiagnostic).join('\n'))
  return parsed.value
}
function problems(...args: Parameters<typeof packWith>) {
  const parsed = parseScenario(packWith(...args), 'tiny')
  return parsed.ok ? [] : parsed.diagnostics.map(({ code, file, line, message }) => [code, file, line, message])
}
const opened = (scenario: Scenario) => openSession(headerOf(scenario), chartFor(scenario, headerOf(scenario))).session
function says(session: Session, line: string): Session {
  const done = step(session, { do: `say:${line}`, tone: 'calm' }, session.run.timeMs + 1000)
  if ('refused' in done) throw new Error(`${line} is refused: ${done.refused}`)
  return done.session
}
const canSay = (session: Session) =>
  session.snapshot.affordances.flatMap(({ act }) => (act.do.startsWith('say:') ? act.do.slice(4) : [])).sort()

const HELP = '[{ phrase: help, to: prisoner, about: visit, effects: { set: { greeted: true } } }]'

describe('a phrase of the book', () => {
  it('is a line in each of its languages, and beside them stands the attempt', () => {
    expect(canSay(opened(read(HELP)))).toEqual([
      'come-here',
      'en-help',
      'es-help',
      'good-morning',
      'law.says-why',
      'own-words-to-prisoner',
      'ru-help',
    ])
    expect(canSay(opened(read('[{ phrase: help, id: aid, to: prisoner, about: visit, languages: [ru] }]')))).toContain(
      'ru-aid',
    )
  })

  it('arrives where his language suffices, and nowhere else', () => {
    const told = (line: string, languages: string) => {
      const { snapshot } = says(opened(read(HELP, { languages })), line)
      const said = snapshot.utterances.find(({ by }) => by === 'officer')
      return { text: said?.text, unheard: said?.unheard ?? false }
    }
    expect(told('ru-help', '[{ id: ru, level: A2 }]')).toEqual({ text: 'phrases.help.ru', unheard: false })
    expect(told('es-help', '[{ id: ru, level: A2 }]')).toEqual({ text: 'phrases.help.es', unheard: true })
    expect(told('en-help', '[{ id: ru, level: A2 }]')).toEqual({ text: 'phrases.help.en', unheard: true })
    const waits = read('[{ phrase: wait, to: prisoner, about: visit }]')
    expect(says(opened(waits), 'ru-wait').snapshot.utterances.at(0)?.unheard, 'B1 for a man of A2').toBe(true)
  })

  it('has its effects only when it arrives', () => {
    const scenario = read(HELP)
    const greeted = (line: string) => {
      const { run } = says(opened(scenario), line)
      const at = run.chart.world.index.get('greeted')?.at ?? -1
      return run.state.context.values[at]
    }
    expect(greeted('ru-help')).toBe(1)
    expect(greeted('es-help')).toBe(0)
  })

  it('keeps what was typed for it, letter by letter, and decides nothing by it', () => {
    const session = opened(read(HELP))
    const typedFor = (line: string, typed: string) =>
      step(session, { do: `say:${line}`, tone: 'calm', typed }, session.run.timeMs + 1000)
    const tried = typedFor('own-words-to-prisoner', 'davai {davai} <b>')
    if ('refused' in tried) throw new Error('It is refused.')
    expect(tried.record.act.typed).toBe('davai {davai} <b>')
    expect(tried.session.snapshot.utterances.at(0)).toMatchObject({
      text: 'phrase-book.own-words',
      typed: 'davai {davai} <b>',
    })
    const reread = readLog(writeLog(chain([session.header, tried.record], sha256Hex)))
    expect(reread.ok && reread.log[1]?.record).toEqual(tried.record)
    const untyped = says(session, 'own-words-to-prisoner')
    expect(tried.session.run).toEqual(untyped.run)
    expect(typedFor('good-morning', 'good morning'), 'a line of no book is chosen, not typed').toHaveProperty('refused')
    const long = typedFor('own-words-to-prisoner', 'x'.repeat(500))
    expect('record' in long && long.record.act.typed?.length).toBe(MAX_TYPED)
  })

  it('is read out of an open book, but for the officer’s own page', () => {
    const closed = read(HELP, { head: 'phrase-book: { officer.at: inside }\n' })
    expect(canSay(opened(closed))).toEqual([
      'come-here',
      'en-help',
      'good-morning',
      'law.says-why',
      'own-words-to-prisoner',
    ])
  })

  it('has words of its own in a scenario that gives them', () => {
    const pack = packWith(HELP)
    const text = `${tinyPack['tiny/text/en.yaml']}\nphrases: { help: { ru: "Помочь вам?" } }\n`
    const parsed = parseScenario({ ...pack, 'tiny/text/en.yaml': text }, 'tiny')
    expect(parsed.ok && parsed.value.text.en?.['phrases.help.ru']).toBe('Помочь вам?')
    expect(parsed.ok && parsed.value.text.en?.['phrases.help.es']).toBe('¿Necesita ayuda?')
  })
})

describe('what is wrong with a phrase is told where it stands', () => {
  const line = (tinyPack[BASE] ?? '').split('\n').indexOf('lines:') + 1
  it('a phrase, a language, a topic, a listener that is not there', () => {
    expect(problems('[{ phrase: hlep, to: prisoner, about: visit }]')).toEqual([
      ['E010', BASE, line, 'There is no phrase "hlep".'],
    ])
    expect(problems('[{ phrase: help, to: prisoner, about: visit, languages: [ru, fr] }]')).toEqual([
      ['E010', BASE, line, 'There is no wording of "help" in "fr".'],
    ])
    expect(problems('[{ phrase: help, to: nobody, about: nothing }]').map(([code]) => code)).toEqual(['E010', 'E010'])
  })
  it('a line that is called like one of a phrase', () => {
    const uses = '[{ phrase: help, to: prisoner, about: visit }]'
    const pack = packWith(uses)
    const base = (pack[BASE] ?? '').replace('id: come-here', 'id: ru-help')
    const parsed = parseScenario({ ...pack, [BASE]: base }, 'tiny')
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ code, field }) => [code, field])).toContainEqual([
      'E011',
      'lines.1.id',
    ])
  })
  it('two phrases of one name, two uses of one id, an unsafe text, a use without a name', () => {
    expect(problems(HELP, { book: `${BOOK}${BOOK.split('\n')[2]}\n` })).toEqual([
      ['E011', 'phrases/core.yaml', 5, 'There are two phrases "help".'],
    ])
    expect(
      problems('[{ phrase: help, to: prisoner, about: visit }, { phrase: help, to: prisoner, about: visit }]').map(
        ([code]) => code,
      ),
    ).toEqual(['E011'])
    expect(problems(HELP, { book: BOOK.replace('¿Necesita ayuda?', '<b>ayuda</b>') }).map(([code]) => code)).toEqual([
      'E013',
    ])
    expect(problems(HELP, { book: BOOK.replace('use: welfare', 'use: comfort') })).toEqual([
      ['E012', 'phrases/core.yaml', 3, 'There is no en text for "phrase-uses.comfort".'],
    ])
  })
})

describe('words of one’s own', () => {
  const scenario = shippedScenario('arrival-interview')
  it('never arrive, with an interpreter or without', () => {
    const header = headerOf(scenario)
    let session = openSession(header, chartFor(scenario, header)).session
    for (const act of ['go:door-inside', 'go:table-side', 'do:language-card', 'call:phone']) {
      const done = step(session, { do: act }, session.run.timeMs + 1000)
      if ('refused' in done) throw new Error(`${act} is refused`)
      session = done.session
    }
    for (const waitMs of [1000, 30_000]) {
      const done = step(session, { do: 'say:own-words-to-prisoner', tone: 'calm' }, session.run.timeMs + waitMs)
      if ('refused' in done) throw new Error('The attempt is refused.')
      session = done.session
      const said = session.snapshot.utterances.findLast(({ by }) => by === 'officer')
      expect(said).toMatchObject({ text: 'phrase-book.own-words', unheard: true })
    }
    expect(session.snapshot.beat).toBe('connected')
  })
})

describe('a session with phrases', () => {
  it('is replayed from its own pack alone', () => {
    for (const id of ['arrival-interview', 'door-aggression', 'standing-count']) {
      const scenario = shippedScenario(id)
      expect(Object.keys(scenario.files).filter((path) => path.startsWith('phrases/'))).toEqual([
        'phrases/core.yaml',
        'phrases/text/en.yaml',
        'phrases/text/et.yaml',
      ])
      const alone = parseScenario(scenario.files, id)
      if (!alone.ok) throw new Error(alone.diagnostics.map(formatDiagnostic).join('\n'))
      const spoken = (act: string) => !/^say:(?!(.*\.)?([a-z]{2}-|own-words))/.test(act)
      const { header, records, sessions } = randomRun(scenario, headerOf(scenario), 5, 120, ({ do: act }) =>
        spoken(act),
      )
      const replay = replayLog(alone.value, [header, ...records.slice(1)])
      expect(replay.stoppedAt).toBeUndefined()
      expect(replay.end.snapshot).toEqual(sessions.at(-1)?.snapshot)
    }
  })

  it('takes no phrase book along where nothing of it is used', () => {
    const parsed = parseScenario({ ...packWith('[]'), [BASE]: tinyPack[BASE] ?? '' }, 'tiny')
    expect(parsed.ok && parsed.value.phrases).toEqual({})
    expect(parsed.ok && Object.keys(parsed.value.files).some((path) => path.startsWith('phrases/'))).toBe(false)
  })
})

describe('a foreign language', () => {
  it.each(scenarioIdsIn(shippedPack))(
    'is met in %s: somebody of the focus follows the officer’s only in plain words',
    (id) => {
      const { data, personas } = shippedScenario(id)
      const players = data.cast[data.focus]?.personas ?? []
      const plain = players.filter((name) =>
        personas[name]?.languages.every((one) => one.id !== (data.language ?? 'en') || one.level.startsWith('A')),
      )
      const varied = new Set((data.variations ?? []).flatMap(({ personas: cast }) => cast?.[data.focus] ?? []))
      expect(plain.filter((name) => varied.has(name) || name === players[0])).not.toEqual([])
    },
  )

  it('is not bridged by the officer’s own: no run of English words alone earns 60 % of the language discipline', () => {
    const scenario = shippedScenario('arrival-interview')
    const header = headerOf(scenario, { stack: ['language'] })
    const isOwn = (act: string) =>
      /^(say|go|close|stay|stance):/.test(act) && !/^say:((et|ru|es|fr|de|sv|ro|sq|ar)-|own-words)/.test(act)
    const best = Array.from({ length: 40 }, (_, seed) => {
      const { records } = randomRun(scenario, header, seed + 1, 90, ({ do: act }) => isOwn(act))
      return debriefOf(replayLog(scenario, records)).disciplines[0]?.percent ?? 0
    }).reduce((most, one) => Math.max(most, one), 0)
    expect(best).toBeGreaterThan(20)
    expect(best).toBeLessThan(60)
  })
})
