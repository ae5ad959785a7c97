import { readFileSync } from 'node:fs'
import { debriefOf, walkthroughRecords } from '#core/scoring'
import { replayLog } from '#core/session'
import { importSession } from '#exchange'
import { headerOf, shippedScenario } from '../fixtures/packs.ts'
import { KeyHands } from './cell-keys.ts'
import { MouseHands } from './cell-mouse.ts'
import { CellOnScreen } from './cell-trainee.ts'
import { expect, type Trainee, test } from './trainee.ts'

/** The same run three times: with the mouse, with the keyboard, in the panels. Each must score as the walkthrough does. */
const RUN = 'model'
const LAYERS = ['Communication', 'Self-defence', 'Law', 'Language']
const SMALL = { width: 640, height: 480 }

const scenario = shippedScenario('cell-entry')
const walkthrough = scenario.walkthroughs[RUN]
if (!walkthrough) throw new Error(`There is no walkthrough ${RUN}.`)

type Records = Parameters<typeof replayLog>[1]
/** Percent and failure of every discipline, and the verdict on every criterion. */
function scored(records: Records) {
  const replay = replayLog(scenario, records)
  expect(replay.stoppedAt).toBeUndefined()
  return debriefOf(replay).disciplines.map(({ discipline, percent, fails, criteria }) => ({
    discipline,
    percent,
    fails,
    verdicts: Object.fromEntries(criteria.map(({ id, outcome }) => [id, outcome])),
  }))
}
/** What was done, and in which voice; a note has none, however the panel marks it. */
const actsIn = (records: Records) =>
  records.flatMap((record) =>
    record.kind === 'act' ? `${record.act.do} ${record.act.do.includes('note-') ? '' : (record.act.tone ?? '')}` : [],
  )
const expected = walkthroughRecords(walkthrough, headerOf(scenario))

/** Takes the log out as a file, with the key, and reads it as the command line does. */
async function exported({ page }: Trainee): Promise<Records> {
  await page.goto('/')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export' }).press('Enter')
  const read = importSession(readFileSync(await (await download).path()))
  if (!read.ok) throw new Error(read.problems.map(({ what }) => what).join('\n'))
  return read.value.log.map(({ record }) => record)
}

async function scoresAsTheWalkthrough(trainee: Trainee): Promise<void> {
  const records = await exported(trainee)
  expect(actsIn(records)).toEqual(actsIn(expected))
  const scores = scored(records)
  expect(scores).toEqual(scored(expected))
  for (const { percent, fails } of scores) expect({ percent, fails }).toEqual({ percent: 100, fails: false })
}

test('the whole entry in 3D with the mouse alone', async ({ trainee }) => {
  test.setTimeout(240_000)
  await trainee.page.setViewportSize(SMALL)
  // Fewer pictures to draw on the way; the keyboard run shows that movement changes nothing.
  await trainee.page.emulateMedia({ reducedMotion: 'reduce' })
  await trainee.starts({ view: '3D cell', layers: LAYERS }, 'quality=low')
  const view = new CellOnScreen(trainee.page)
  await view.isDrawn()
  await view.plays(RUN, new MouseHands(trainee.page))
  await scoresAsTheWalkthrough(trainee)
})

test('the whole entry in 3D with the keyboard alone', async ({ trainee }) => {
  test.setTimeout(240_000)
  const { page } = trainee
  await page.setViewportSize(SMALL)
  const hands = new KeyHands(page)
  const presses = async (name: string) => {
    await hands.tabsTo(page.getByRole('button', { name, exact: true }))
    await page.keyboard.press('Enter')
  }
  await page.goto('/')
  await page.getByRole('button', { name: 'Begin' }).waitFor()
  for (const layer of LAYERS) await presses(layer)
  await hands.tabsTo(page.getByLabel('Mode'))
  await page.keyboard.type('Practice')
  await presses('Begin')
  await page.getByRole('button', { name: 'Start the clock' }).waitFor()
  await page.goto(`${page.url()}?quality=low`)
  await page.getByRole('button', { name: 'Start the clock' }).waitFor()
  await presses('Start the clock')
  const view = new CellOnScreen(page)
  await view.isDrawn()
  await hands.tabsTo(page.getByRole('application'))
  await view.plays(RUN, hands)
  await scoresAsTheWalkthrough(trainee)
})

test('the whole entry in the panels alone', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only', layers: LAYERS })
  await trainee.plays(RUN)
  await expect(trainee.page.getByRole('link', { name: 'See the debrief' })).toBeVisible()
  await scoresAsTheWalkthrough(trainee)
})
