import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ANSWERS } from '#core/scenario'
import { heardAt, replayLog } from '#core/session'
import { distanceM } from '#core/statechart'
import { headerOf, randomRun, shippedScenario } from '../../../tests/fixtures/packs.ts'
import { walkthroughReplay } from '../../../tests/fixtures/walkthrough-replay.ts'
import { blocksOf } from './blocks.ts'
import { heardBy } from './ears.ts'
import { experienceOf, nextPerception } from './experience.ts'
import { momentsOf } from './moments.ts'
import { compareSides, isAnswered, NOTHING_ANSWERED, readOtherSide } from './other-side.ts'
import { perceptionsOf } from './perceive.ts'
import { responsesAt, WORDLESS } from './responses.ts'
import { OFFICER, officerPosition, sightOf } from './seen-by.ts'

const entry = shippedScenario('cell-entry')
const arrival = shippedScenario('arrival-interview')
const harmful = walkthroughReplay(entry, 'harmful')
const hasty = walkthroughReplay(arrival, 'hasty')

describe('what reaches the prisoner', () => {
  it('P2 is neither what is written nor what is told to a radio he cannot hear', () => {
    const model = walkthroughReplay(entry, 'model')
    const heard = perceptionsOf(model)
      .flat()
      .filter((one) => one.kind === 'heard')
    const door = model.chart.world.index.get('door')?.at ?? -1
    const hatch = model.chart.world.index.get('hatch')?.at ?? -1
    const notForHim = model.steps.filter(({ happening: { act, before } }) => {
      const to = act?.line?.to
      return to === 'notes' || (to === 'control' && before[door] === 0 && before[hatch] === 0)
    })
    expect(new Set(notForHim.map(({ happening }) => happening.act?.line?.to))).toEqual(new Set(['notes', 'control']))
    for (const { seq } of notForHim)
      expect(heard.filter((one) => one.by === 'officer').some((one) => one.seq === seq)).toBe(false)
    expect(heard.some((one) => one.by === 'officer' && one.to === 'prisoner')).toBe(true)
  })

  it('P3 is a voice only where his level of the language is below that of the line', () => {
    const heard = perceptionsOf(hasty)
      .flat()
      .filter((one) => one.kind === 'heard')
    const lost = heard.filter((one) => !one.isUnderstood && one.to === 'prisoner')
    const missed = hasty.steps.filter(
      ({ happening: { act, before } }) => act?.line?.to === 'prisoner' && act.understood?.(before) === false,
    )
    expect(missed.length).toBeGreaterThan(0)
    expect(lost.map(({ seq }) => seq)).toEqual(missed.map(({ seq }) => seq))
    // Talk between others is in a language he does not follow either.
    expect(heard.filter((one) => one.by === 'orderly' || one.to === 'orderly').every((one) => !one.isUnderstood)).toBe(
      true,
    )
  })

  it('follows far more in the same run when he speaks the language', () => {
    const fluent = walkthroughReplay(arrival, 'hasty', { prisoner: 'lindgren' })
    const lost = (replay: typeof hasty) =>
      perceptionsOf(replay)
        .flat()
        .filter((one) => one.kind === 'heard' && !one.isUnderstood).length
    expect(lost(fluent)).toBeLessThan(lost(hasty))
    expect(
      perceptionsOf(fluent)
        .flat()
        .filter((one) => one.kind === 'heard' && one.by === 'orderly')
        .every((one) => one.kind === 'heard' && one.isUnderstood),
    ).toBe(true)
  })

  it('P4 is nothing while he sleeps', () => {
    const pose = harmful.chart.world.focus.pose
    const asleep = harmful.steps.flatMap(({ happening: { before, after } }, n) =>
      before[pose] === 3 && after[pose] === 3 ? [perceptionsOf(harmful)[n]] : [],
    )
    expect(asleep.length).toBeGreaterThan(0)
    expect(asleep.flat()).toEqual([])
  })

  it('is shown as he sees it: not himself, but the officer where he stands', () => {
    const { at } = experienceOf(entry, harmful)
    const snapshot = at(harmful.endMs)
    expect(snapshot.characters.prisoner?.figure).toBe('none')
    expect(snapshot.characters[OFFICER]?.position).toBe(officerPosition(snapshot.officer.station))
    expect(snapshot.affordances).toEqual([])
  })

  it('P1 is nothing of the officer behind a shut door, and eyes when the hatch opens', () => {
    const { at } = experienceOf(entry, harmful)
    expect(sightOf(entry, at(0)).officer).toBeUndefined()
    const { prisoner } = at(0).characters
    expect(prisoner?.pose).toBe('sleep')
    const awake = { ...at(0).characters, prisoner: { ...at(0).characters.prisoner, pose: 'sit' } } as ReturnType<
      typeof at
    >['characters']
    const snapshot = {
      ...at(0),
      characters: awake,
      officer: { station: 'door-front', room: 'corridor', stance: 'relaxed' as const },
      props: { ...at(0).props, hatch: 'open' },
    }
    expect(sightOf(entry, snapshot)).toMatchObject({ hasEyesAtHatch: true, officer: undefined })
  })

  it('P1 does not see what is done at another cell, though a door stands open there', () => {
    const count = shippedScenario('standing-count')
    const replay = walkthroughReplay(count, 'model')
    const opened = replay.steps.filter(({ happening: { act } }) => act?.group === 'prop' && /-2[13]$/.test(act.target))
    expect(opened.length).toBeGreaterThan(0)
    const seen = perceptionsOf(replay)
      .flat()
      .flatMap((one) => (one.kind === 'uses' ? one.prop : []))
    expect(seen).toContain('hatch-22')
    expect(seen.filter((prop) => /-2[13]$/.test(prop))).toEqual([])
  })

  it('P1 hears through his shut door what is called out before it, and knows his own fists', () => {
    const seen = perceptionsOf(walkthroughReplay(shippedScenario('door-aggression'), 'harmful')).flat()
    expect(seen.flatMap((one) => (one.kind === 'heard' && one.by === 'other' ? one.text : []))).toContain(
      'replies.cry-baby',
    )
    const knocks = seen.flatMap((one) => (one.kind === 'sound' && one.cue === 'knock' ? one.isOwn : []))
    expect(knocks).toContain(true)
    // the officer's fist, once, from outside
    expect(knocks.filter((isOwn) => !isOwn)).toHaveLength(1)
  })

  it('P1 hears in his cell what is said to the whole landing', () => {
    const heard = perceptionsOf(walkthroughReplay(shippedScenario('standing-count'), 'model')).flat()
    const told = heard.flatMap((one) => (one.kind === 'heard' && one.to === 'landing' ? one.text : []))
    expect(told).toEqual(expect.arrayContaining(['lines.tell-why', 'lines.tell-result']))
  })

  it('is a deed in words of his own, not those on the button of the officer', () => {
    const deeds = perceptionsOf(harmful)
      .flat()
      .filter((one) => one.kind === 'deed')
    expect(deeds.length).toBeGreaterThan(0)
    for (const language of ['en', 'et'])
      for (const { text, seen } of deeds) {
        expect(seen).toBe(text.replace('deeds.', 'deeds-seen.'))
        expect(entry.text[language]?.[seen ?? '']).not.toBe(entry.text[language]?.[text])
      }
    // Where nothing is worded for him there is the deed's own text.
    const unworded = {
      ...entry,
      text: {
        en: Object.fromEntries(Object.entries(entry.text.en ?? {}).filter(([key]) => !key.includes('deeds-seen.'))),
      },
    }
    const plain = perceptionsOf(walkthroughReplay(unworded, 'harmful'))
      .flat()
      .filter((one) => one.kind === 'deed')
    expect(plain.map(({ text }) => text)).toEqual(deeds.map(({ text }) => text))
    expect(plain.some((one) => 'seen' in one)).toBe(false)
  })

  it('keeps words and sounds the same objects, so that each is said once', () => {
    const { at } = experienceOf(entry, harmful)
    const [one, two] = [at(harmful.endMs), at(harmful.endMs)]
    expect(one.utterances.every((said, n) => said === two.utterances[n])).toBe(true)
    expect(one.sounds).toBe(two.sounds)
  })

  it('is heard from where he is, with the officer among those who make sounds', () => {
    const model = walkthroughReplay(entry, 'model')
    const { at } = experienceOf(entry, model)
    const step = model.steps.find(({ happening }) => happening.act?.id === 'go:inside')?.happening
    const seen = at(step?.atMs ?? 0)
    expect(seen.sounds).toEqual(['footstep'])
    const { place, snapshot } = heardBy(entry.place, seen, 'prisoner')
    const [footstep] = heardAt(place, snapshot)
    expect(footstep?.metres).toBeCloseTo(distanceM(entry.place, 'inside', seen.characters.prisoner?.position ?? ''))
    expect(footstep?.from).not.toBe('here')
  })

  it('knows how long he waits for the next thing', () => {
    const experience = experienceOf(entry, harmful)
    const first = nextPerception(experience, -1)
    expect(first).toBe(experience.perceptions[0])
    expect(nextPerception(experience, harmful.endMs)).toBeUndefined()
  })
})

describe('the set moments', () => {
  it('are the first contact, the greatest rise of his tension and the last thing done to him', () => {
    const moments = momentsOf(harmful)
    expect(moments.map(({ id }) => id)).toEqual(['contact', 'rise', 'last'])
    const { index } = harmful.chart.world
    const at = index.get('prisoner.tension')?.at ?? -1
    const rises = harmful.steps.map(({ happening }) => (happening.after[at] ?? 0) - (happening.before[at] ?? 0))
    const [contact, rise, last] = moments
    const between = harmful.steps.flatMap(({ happening }, n) =>
      happening.atMs > (contact?.atMs ?? 0) && happening.atMs < (last?.atMs ?? 0) ? [rises[n] ?? 0] : [],
    )
    const chosen = harmful.steps.flatMap(({ happening }, n) => (happening.atMs === rise?.atMs ? [rises[n] ?? 0] : []))
    expect(Math.max(...chosen)).toBe(Math.max(...between))
    expect(Math.max(...between)).toBeGreaterThan(0)
  })

  it('tell what the officer did before each, in the order it was done', () => {
    for (const { before, atMs } of momentsOf(harmful)) {
      expect(before.length).toBeGreaterThan(0)
      expect(before.length).toBeLessThanOrEqual(4)
      expect(before.every((one) => one.atMs <= atMs)).toBe(true)
    }
  })

  it('are found in every shipped run of every scenario', () => {
    for (const id of [
      'cell-entry',
      'standing-count',
      'rub-down-search',
      'cell-search',
      'door-aggression',
      'arrival-interview',
    ]) {
      const scenario = shippedScenario(id)
      for (const run of ['model', 'hasty', 'harmful'])
        expect(momentsOf(walkthroughReplay(scenario, run)).length, `${id} ${run}`).toBe(3)
    }
  })

  it('are in order of time and never more than three, whatever was done; none when nothing reached him', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.integer({ min: 0, max: 30 }), (seed, acts) => {
        const { header, records } = randomRun(entry, headerOf(entry), seed, acts)
        const replay = replayLog(entry, records)
        const moments = momentsOf(replay)
        const times = moments.map(({ atMs }) => atMs)
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b))
        expect(times.length).toBeLessThanOrEqual(3)
        expect(header.scenario).toBe('cell-entry')
        if (acts === 0) expect(moments).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

describe('the two sides', () => {
  const moments = momentsOf(harmful)

  it('differ by what was felt less what was guessed, and only where both are there', () => {
    const sides = compareSides(moments, {
      guesses: { contact: { safe: 4, respected: 4 }, rise: { safe: 3, respected: 3 } },
      felt: { contact: { safe: 2, respected: 5, next: '' } },
    })
    expect(sides.map(({ safeBy, respectedBy }) => [safeBy, respectedBy])).toEqual([
      [-2, 1],
      [undefined, undefined],
      [undefined, undefined],
    ])
  })

  it('are complete when every moment was felt', () => {
    expect(isAnswered(moments, NOTHING_ANSWERED)).toBe(false)
    const there = { safe: 1, respected: 1, next: 'He comes in.' }
    expect(isAnswered(moments, { guesses: {}, felt: { contact: there, rise: there, last: there } })).toBe(true)
    expect(isAnswered([], NOTHING_ANSWERED)).toBe(false)
  })

  it('are read from a file as they were written, and refused when they are not answers', () => {
    const sides = {
      guesses: { rise: { safe: 1, respected: 2 } },
      felt: { last: { safe: 3, respected: 5, next: 'He leaves.', response: 'silent' } },
    }
    expect(readOtherSide(JSON.parse(JSON.stringify(sides)))).toEqual(sides)
    expect(readOtherSide({ ...sides, felt: { last: { safe: 6, respected: 1, next: '' } } })).toBeUndefined()
    expect(readOtherSide({ ...sides, guesses: [] })).toBeUndefined()
    expect(readOtherSide({ guesses: {}, felt: { elsewhere: { safe: 1 } } })).toEqual(NOTHING_ANSWERED)
  })
})

describe('what he can answer', () => {
  it('is to go along, to bide or to resist in words of his own, or nothing at all', () => {
    for (const moment of momentsOf(harmful)) {
      const ways = responsesAt(harmful, moment)
      expect(new Set(ways.map(({ answer }) => answer))).toEqual(new Set(ANSWERS))
      expect(ways.map(({ key }) => key)).toEqual(expect.arrayContaining([...WORDLESS]))
      const words = ways.filter(({ key }) => key.startsWith('personas.parv.replies.'))
      expect(words.length).toBeLessThanOrEqual(3)
      expect(words.every(({ key }) => entry.text.en?.[key])).toBe(true)
      expect(responsesAt(harmful, moment)).toEqual(ways)
    }
  })

  it('resists as a man at his limit where he is at his limit', () => {
    const rise = momentsOf(harmful).find(({ id }) => id === 'rise')
    const resisting =
      rise && responsesAt(harmful, rise).find(({ answer, key }) => answer === 'resisting' && !WORDLESS.includes(key))
    expect(resisting?.key).toMatch(/replies\.(hostile|assaultive)/)
  })

  it('takes the place of what he says by himself, and only at the set moments', () => {
    const says = (playedBy: 'script' | 'trainee') =>
      experienceOf(entry, harmful, playedBy)
        .perceptions.filter(({ kind }) => kind === 'says')
        .map(({ atMs }) => atMs)
    const times = momentsOf(harmful).map(({ atMs }) => atMs)
    expect(says('trainee')).toEqual(says('script').filter((atMs) => !times.includes(atMs)))
  })
})

describe('words that do not arrive', () => {
  it('keep their length, their order, their melody and his name', () => {
    expect(blocksOf('Mihai, do you understand everything?', ['Radu Mihai'])).toBe('Mihai ▮ ▮ ▮▮▮ ▮▮▮?')
  })
  it('say nothing else', () => {
    fc.assert(fc.property(fc.string(), (words) => /^[▮?!… ]*$/u.test(blocksOf(words))))
  })
})
