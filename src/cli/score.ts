import { isAsDrawn } from '#core/assessment'
import type { Scenario } from '#core/scenario'
import { type DisciplineDebrief, debriefOf, type ExplainedCriterion, type Unscored } from '#core/scoring'
import { type Header, SCORING_VERSION } from '#core/session'
import { type SealState, verifySeal } from '#sealing'
import type { Command } from './command.ts'
import { openStored } from './session-file.ts'
import { formatHeader, formatTime, wordsOf } from './words.ts'

export const scoreCommand: Command = {
  name: 'score',
  summary: 'Scores a session per discipline, with the reason, the rule and the moment of every criterion.',
  usage: 'SESSION',
  operands: { min: 1, max: 1 },
  options: {},
  examples: [
    ['score model.simcell', 'in words'],
    ['score model.simcell --json', 'for a program: disciplines.<id>.percent, critical, criteria'],
  ],
  run: async ({ operands }) => {
    const { replay, scenario, stored } = openStored(operands[0] ?? '')
    const debrief = debriefOf(replay)
    const { header, endMs } = replay
    const words = wordsOf(scenario, header.locale, replay.end.snapshot)
    const ending = debrief.ending ?? null
    const seal = await verifySeal(stored.log, stored.seal)
    const faults = faultsOf(scenario, header, seal)
    return {
      ok: faults.length === 0,
      json: {
        ok: faults.length === 0,
        header,
        scoring: SCORING_VERSION,
        ending,
        endMs,
        seal,
        faults,
        disciplines: Object.fromEntries(debrief.disciplines.map((d) => [d.discipline, jsonOf(d, words)])),
      },
      text: [
        formatHeader(header),
        ...(seal.is === 'unbroken' ? [`Sealed by device ${seal.device} on ${seal.sealedAt}, unbroken.`] : []),
        ...faults.map((fault) => `NOT TO BE TRUSTED: ${fault}`),
        ending
          ? `Ended at ${formatTime(endMs)}: ${words(`endings.${ending}.title`)}`
          : `Not ended; ${formatTime(endMs)} played.`,
        ...debrief.disciplines.map((d) => formatDiscipline(d, words)),
        ...(debrief.disciplines.length === 0 ? ['No layer was on, so nothing is scored.'] : []),
      ].join('\n'),
    }
  },
}

const BROKEN: Readonly<Record<Extract<SealState, { is: 'broken' }>['why'], string>> = {
  signature: 'the log is not the one that was sealed',
  unfinished: 'the session has no end, and only one that has ended is sealed',
  'unreadable-key': 'its key cannot be read',
}

/** What keeps an assessor from relying on a session, in sentences; the log itself was proven when it was read. */
function faultsOf(scenario: Scenario, header: Header, seal: SealState): readonly string[] {
  const broken = seal.is === 'broken' ? [`The seal of device ${seal.device} is broken: ${BROKEN[seal.why]}.`] : []
  if (header.mode !== 'assessment') return broken
  return [
    ...broken,
    ...(seal.is === 'missing' ? ['This is an assessment, and it has no seal.'] : []),
    ...(isAsDrawn(scenario, header) ? [] : ['The person or the situation is not what the seed of this session draws.']),
  ]
}

type Words = ReturnType<typeof wordsOf>

const jsonOf = ({ percent, fails, attainable, score, criteria }: DisciplineDebrief, words: Words) => ({
  percent: percent ?? null,
  fails,
  critical: score.failedBy,
  earned: score.earned,
  possible: score.possible,
  attainable: attainable ?? null,
  criteria: criteria.map(({ id, outcome, weight, critical, title, reason, rules, evidence }) => ({
    id,
    outcome,
    weight,
    critical,
    title: words(title),
    reason: reason ? words(reason) : null,
    rules: rules.map((rule) => rule.id),
    evidence,
  })),
})

const UNSCORED: Readonly<Record<Unscored, string>> = {
  'nothing-came': 'what it comes before never came',
  'done-and-nothing-came': 'done, but what it comes before never came',
  'not-called-for': 'nothing called for it',
  'not-practised': 'its layer was off',
}

function formatDiscipline(
  { discipline, percent, fails, attainable, score, criteria }: DisciplineDebrief,
  words: Words,
): string {
  const sum =
    percent === undefined ? 'nothing applied' : `${percent} % (${score.earned / 2} of ${score.possible / 2} points)`
  const best = attainable === undefined ? '' : `; a shipped run reaches ${attainable} %`
  const failed = fails ? `; FAILED by ${score.failedBy.join(', ')}` : ''
  return ['', `${discipline}: ${sum}${best}${failed}`, ...criteria.map((one) => formatCriterion(one, words))].join('\n')
}

function formatCriterion(
  { id, outcome, critical, title, reason, unscored, rules, evidence }: ExplainedCriterion,
  words: Words,
): string {
  const moments = evidence.map(({ seq, atMs }) => `${formatTime(atMs)} (act ${seq})`).join(', ')
  const line = `  ${outcome.padEnd(14)} ${id}${critical ? ' (critical)' : ''}: ${words(title)}`
  if (unscored) return `${line} (${UNSCORED[unscored]})`
  const why = [reason && words(reason), `Rule ${rules.map((rule) => rule.id).join(', ')}.`, moments && `At ${moments}.`]
  return `${line}\n${' '.repeat(17)}${why.filter(Boolean).join(' ')}`
}
