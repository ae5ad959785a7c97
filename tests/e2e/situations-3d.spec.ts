import '../../src/cell/test-hook.ts'
import type { Page } from '@playwright/test'
import { walkthroughRecords } from '#core/scoring'
import { headerOf, shippedScenario } from '../fixtures/packs.ts'
import { KeyHands } from './cell-keys.ts'
import { MouseHands } from './cell-mouse.ts'
import { CellOnScreen } from './cell-trainee.ts'
import { expectsScoreOf } from './scored-run.ts'
import { ALL_LAYERS, expect, type Trainee, test } from './trainee.ts'

/** The key acts of two situations with the hands of a person, and one more situation as a whole. */
async function startsIn3d(
  trainee: Trainee,
  title: string | undefined,
  layers: readonly string[] = [],
): Promise<CellOnScreen> {
  await trainee.page.setViewportSize({ width: 480, height: 400 })
  await trainee.page.emulateMedia({ reducedMotion: 'reduce' })
  await trainee.hasSettings({ quality: 'low' })
  await trainee.starts({ scenario: title ?? '', view: '3D cell', layers })
  const view = new CellOnScreen(trainee.page)
  await view.isDrawn()
  return view
}
const person = (page: Page, role: string) =>
  page.evaluate((wanted) => window.__sim?.snapshot().characters[wanted], role)

test('the count in 3D by keys: a shape under a blanket is woken before it counts', async ({ trainee }) => {
  const scenario = shippedScenario('standing-count')
  const view = await startsIn3d(trainee, scenario.text.en?.title)
  const keys = new KeyHands(trainee.page)
  await keys.tabsTo(trainee.page.getByRole('application'))
  for (const act of ['go:front-22', 'open:hatch-22', 'look:hatch-22']) await view.performs(scenario, keys, act)
  expect(await person(trainee.page, 'prisoner')).toMatchObject({ position: 'bed-22', pose: 'sleep' })
  for (const act of ['shut:hatch-22', 'knock:door-22']) await view.performs(scenario, keys, act)
  expect(await person(trainee.page, 'prisoner')).toMatchObject({ position: 'awake-22', pose: 'lie' })
  await expect(trainee.page.getByRole('log', { name: 'Heard and said' })).toContainText(
    scenario.text.en?.['injects.turns-round'] ?? '',
  )
})

test('the interview in 3D: by mouse the door is closed and a chair shown, by keys a phrase is said and a card shown', async ({
  trainee,
}) => {
  const scenario = shippedScenario('arrival-interview')
  const view = await startsIn3d(trainee, scenario.text.en?.title)
  expect(await view.isTarget('prisoner'), 'he is seen through the open door').toBe(true)
  const mouse = new MouseHands(trainee.page)
  for (const act of ['go:door-inside', 'close:door', 'go:table-side', 'do:show-chair'])
    await view.performs(scenario, mouse, act)
  expect(await person(trainee.page, 'prisoner')).toMatchObject({ position: 'sitting-at-table', pose: 'sit' })
  const keys = new KeyHands(trainee.page)
  await keys.tabsTo(trainee.page.getByRole('application'))
  await view.performs(scenario, keys, 'read:phrase-book')
  await view.performs(scenario, keys, 'say:es-safe', 'calm')
  await expect(trainee.page.getByRole('application'), 'the hands are back in the room').toBeFocused()
  await view.performs(scenario, keys, 'do:card-button')
  await expect(
    trainee.page.getByRole('log', { name: 'Heard and said' }).getByRole('img', { name: 'Call button' }),
  ).toBeVisible()
})

test('the shouting at the door in 3D by keys, from the first word to the note: it earns everything', async ({
  trainee,
}) => {
  test.setTimeout(480_000)
  const scenario = shippedScenario('door-aggression')
  const { model } = scenario.walkthroughs
  if (!model) throw new Error('There is no model run.')
  await trainee.hasPacedTime()
  const view = await startsIn3d(trainee, scenario.text.en?.title, ALL_LAYERS)
  const keys = new KeyHands(trainee.page)
  await keys.tabsTo(trainee.page.getByRole('application'))
  await view.plays(scenario, 'model', keys)
  await expectsScoreOf(trainee, scenario, walkthroughRecords(model, headerOf(scenario)))
})
