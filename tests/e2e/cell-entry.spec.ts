import type { Locator, Page } from '@playwright/test'
import { walkthroughRecords } from '#core/scoring'
import { headerOf, shippedScenario } from '../fixtures/packs.ts'
import { KeyHands } from './cell-keys.ts'
import { MouseHands } from './cell-mouse.ts'
import { CellOnScreen } from './cell-trainee.ts'
import { expectsScoreOf } from './scored-run.ts'
import { expect, test } from './trainee.ts'

/**
 * The same run three times: with the mouse, with the keyboard, in the panels. Each must score as the walkthrough does.
 * Of the model runs this one lets the man rise before it goes on: what is done does not race against a timer.
 */
const RUN = 'model-quiet'
const LAYERS = ['Communication', 'Self-defence', 'Law', 'Language']
const SMALL = { width: 640, height: 480 }

const scenario = shippedScenario('cell-entry')
const walkthrough = scenario.walkthroughs[RUN]
if (!walkthrough) throw new Error(`There is no walkthrough ${RUN}.`)

const expected = walkthroughRecords(walkthrough, headerOf(scenario))

test('the whole entry in 3D with the mouse alone', async ({ trainee }) => {
  test.setTimeout(480_000)
  await trainee.page.setViewportSize(SMALL)
  // Fewer pictures to draw on the way; the keyboard run shows that movement changes nothing.
  await trainee.page.emulateMedia({ reducedMotion: 'reduce' })
  await trainee.hasSettings({ quality: 'low' })
  await trainee.hasPacedTime()
  await trainee.starts({ view: '3D cell', layers: LAYERS })
  const view = new CellOnScreen(trainee.page)
  await view.isDrawn()
  await view.plays(scenario, RUN, new MouseHands(trainee.page))
  await expectsScoreOf(trainee, scenario, expected)
})

test('the whole entry in 3D with the keyboard alone', async ({ trainee }) => {
  test.setTimeout(480_000)
  const { page } = trainee
  await page.setViewportSize(SMALL)
  await trainee.hasSettings({ quality: 'low' })
  await trainee.hasPacedTime()
  const hands = new KeyHands(page)
  const presses = async (name: string, within: Locator | Page = page) => {
    await hands.tabsTo(within.getByRole('button', { name, exact: true }))
    await page.keyboard.press('Enter')
  }
  await page.goto('/')
  await trainee.entry.getByRole('button', { name: 'Begin' }).waitFor()
  for (const layer of LAYERS) await presses(layer, trainee.entry)
  await hands.tabsTo(trainee.entry.getByLabel('Mode'))
  await page.keyboard.type('Practice')
  await presses('Begin', trainee.entry)
  await page.getByRole('button', { name: 'Start the clock' }).waitFor()
  await presses('Start the clock')
  const view = new CellOnScreen(page)
  await view.isDrawn()
  await hands.tabsTo(page.getByRole('application'))
  await view.plays(scenario, RUN, hands)
  await expectsScoreOf(trainee, scenario, expected)
})

test('the whole entry in the panels alone', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only', layers: LAYERS, time: 'played' })
  await trainee.plays(scenario, RUN)
  await expect(trainee.page.getByRole('link', { name: 'See the debrief' })).toBeVisible()
  await expectsScoreOf(trainee, scenario, expected)
})
