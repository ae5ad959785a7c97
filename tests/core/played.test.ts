import { describe, expect, it } from 'vitest'
import { type FeltThere, MOMENT_IDS, momentsOf, type OtherSide, playedOn, responsesAt } from '#core/perspective'
import { ANSWERS, type Answer, type GivenAnswer, type Scenario, scenarioIdsIn } from '#core/scenario'
import { debriefOf, walkthroughRecords } from '#core/scoring'
import { chartFor, possibleOf, type Replay, replayLog } from '#core/session'
import { headerOf, shippedPack, shippedScenario } from '../fixtures/packs.ts'

const OFFICERS = ['model', 'hasty', 'harmful'] as const

function officerOf(scenario: Scenario, name: string): (answers: readonly GivenAnswer[]) => Replay {
  const walkthrough = scenario.walkthroughs[name]
  if (!walkthrough) throw new Error(`"${scenario.id}" has no walkthrough "${name}".`)
  const { personas = {}, variation = 'none' } = walkthrough
  const header = headerOf(scenario, { personas, variation })
  const chart = chartFor(scenario, header)
  return (answers) => {
    const script = walkthroughRecords(walkthrough, header, () => true, answers)
    return replayLog(scenario, possibleOf(script, header, chart), chart)
  }
}

/** Goes through a session and gives such an answer at each moment, in words when there are some. */
function livedWith(play: (answers: readonly GivenAnswer[]) => Replay, wanted: readonly Answer[]) {
  let felt: OtherSide['felt'] = {}
  for (const [n, id] of MOMENT_IDS.entries()) {
    const { replay, moments } = playedOn(play, felt)
    const moment = moments.find((one) => one.id === id)
    if (!moment) continue
    const response = responsesAt(replay, moment).find(({ answer }) => answer === wanted[n])?.key
    const there: FeltThere = { safe: 3, respected: 3, next: '', ...(response && { response }) }
    felt = { ...felt, [id]: there }
  }
  return { ...playedOn(play, felt), felt }
}

const doingsOf = ({ acts }: Replay) => acts.map(({ act }) => act.do)

for (const id of scenarioIdsIn(shippedPack))
  for (const name of OFFICERS)
    describe(`the ${name} officer of ${id}`, () => {
      const play = officerOf(shippedScenario(id), name)
      const neutral = play([])

      it('does what his run says before whoever bides', () => {
        expect(doingsOf(livedWith(play, ['neutral', 'neutral', 'neutral']).replay)).toEqual(doingsOf(neutral))
      })

      it.each(['compliant', 'resisting'] as const)('does something else before whoever is %s', (answer) => {
        const { replay } = livedWith(play, [answer, answer, answer])
        const added = doingsOf(replay).filter((act) => !doingsOf(neutral).includes(act))
        expect(added.length).toBeGreaterThan(0)
        // The good officer carries it through, whoever he has before him.
        if (name === 'model') expect(doingsOf(replay)).toEqual(expect.arrayContaining([...doingsOf(neutral)]))
      })

      it('takes another turn when the answer changes', () => {
        const [soft, hard] = [
          ['compliant', 'resisting'],
          ['resisting', 'compliant'],
        ] as const
        const runs = [soft, hard].map((answers) => doingsOf(livedWith(play, [...answers, 'neutral']).replay))
        expect(runs[0]).not.toEqual(runs[1])
      })
    })

describe('what was lived', () => {
  const play = officerOf(shippedScenario('cell-entry'), 'model')

  it('stays as it was, whatever the answer to it brings about', () => {
    const [contact] = momentsOf(play([]))
    for (const answer of ANSWERS) {
      const { moments } = livedWith(play, [answer, answer, answer])
      expect(moments[0]).toEqual(contact)
      expect(moments.map(({ atMs }) => atMs)).toEqual([...moments.map(({ atMs }) => atMs)].sort((a, b) => a - b))
    }
  })

  it('is answered in one way only: the same answers bring about the same session', () => {
    const { replay, felt } = livedWith(play, ['resisting', 'neutral', 'resisting'])
    expect(doingsOf(playedOn(play, felt).replay)).toEqual(doingsOf(replay))
  })

  it('counts an answer that is none of those offered as one that neither goes along nor resists', () => {
    const felt = { contact: { safe: 1, respected: 1, next: '', response: 'a song' } }
    expect(doingsOf(playedOn(play, felt).replay)).toEqual(doingsOf(play([])))
  })
})
