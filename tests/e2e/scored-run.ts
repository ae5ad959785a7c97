import { readFileSync } from 'node:fs'
import type { Scenario } from '#core/scenario'
import { debriefOf } from '#core/scoring'
import { type LogRecord, replayLog } from '#core/session'
import { importSession } from '#exchange'
import { expect, type Trainee } from './trainee.ts'

type Records = readonly LogRecord[]

/** Percent and failure of every discipline, and the verdict on every criterion. */
function scored(scenario: Scenario, records: Records) {
  const replay = replayLog(scenario, records)
  expect(replay.stoppedAt).toBeUndefined()
  return debriefOf(replay).disciplines.map(({ discipline, percent, fails, criteria }) => ({
    discipline,
    percent,
    fails,
    verdicts: Object.fromEntries(criteria.map(({ id, outcome }) => [id, outcome])),
  }))
}

/** What was done, and in which voice: neutral where none is named, as with a note. */
const actsIn = (records: Records): readonly string[] =>
  records.flatMap((record) => (record.kind === 'act' ? `${record.act.do} ${record.act.tone ?? 'neutral'}` : []))

/** Takes the log out as a file, with the key, and reads it as the command line does. */
async function exported({ page }: Trainee): Promise<Records> {
  await page.goto('/')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).press('Enter')
  const read = importSession(readFileSync(await (await download).path()))
  if (!read.ok) throw new Error(read.problems.map(({ what }) => what).join('\n'))
  return read.value.log.map(({ record }) => record)
}

/** The session on the page was the walkthrough's: the same acts, the same percent and verdicts, all of it earned. */
export async function expectsScoreOf(trainee: Trainee, scenario: Scenario, walkthrough: Records): Promise<void> {
  const records = await exported(trainee)
  expect(actsIn(records)).toEqual(actsIn(walkthrough))
  const scores = scored(scenario, records)
  expect(scores).toEqual(scored(scenario, walkthrough))
  for (const { percent, fails } of scores) expect({ percent, fails }).toEqual({ percent: 100, fails: false })
}
