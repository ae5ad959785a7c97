import et from '../../src/ui/text/et.json' with { type: 'json' }
import { shippedScenario } from '../fixtures/packs.ts'
import { expect, test } from './trainee.ts'

const words = shippedScenario('cell-entry').text.et ?? {}
/** Words of the English interface that have no place on a page in Estonian. */
const ENGLISH =
  /\b(Begin|Layers|Mode|View|Settings|Volume|Start the clock|Pause|Say|Radio traffic|Go to|Stay silent|Debrief|Tactics|Law|Things|People|Close|met|missed|calm|Officer|Prisoner)\b/

test('Estonian is chosen on the start page and holds in the panels, the settings and the debrief', async ({
  trainee,
}) => {
  const { page } = trainee
  const expectsEstonian = async () => {
    await expect(page.locator('html')).toHaveAttribute('lang', 'et')
    expect((await page.locator('body').innerText()).match(ENGLISH)?.[0]).toBeUndefined()
    await trainee.expectsNoAccessibilityViolations()
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 720 })
      await trainee.expectsNoSidewaysScroll()
    }
  }
  await page.goto('/')
  await page.getByRole('group', { name: 'Language' }).getByRole('button', { name: 'eesti' }).click()
  await expect(page).toHaveTitle(et.app.title)
  const card = page.getByRole('region', { name: words.title ?? '', exact: true })
  await card.getByLabel(et.start.view).selectOption({ label: et.start['view-panels'] })
  await expectsEstonian()

  await card.getByRole('button', { name: et.start.begin }).click()
  await trainee.does(et.training.go)
  await trainee.does(`${et.verbs.go}: ${words['places.single-cell.stations.hinge-side']}`)
  await trainee.does(`${et.verbs.knock}: ${words['places.single-cell.props.door']}`)
  await expect(page.getByRole('log', { name: et.panels.heard })).toContainText(et.sound.knock)
  await trainee.does(et.stances.open)
  await expectsEstonian()

  await trainee.does(et.settings.title)
  await expect(page.getByRole('dialog', { name: et.settings.title })).toBeVisible()
  await expect(page.getByRole('combobox', { name: et.settings.language })).toHaveValue('et')
  await expectsEstonian()
  await trainee.does(et.ui.close, et.training.end)
  await expectsEstonian()
  await trainee.does(et.training['end-now'])
  await page.getByRole('link', { name: et.training['to-debrief'] }).click()
  await page.getByRole('heading', { name: et.debrief.scores }).waitFor()
  await expectsEstonian()

  await page.goto('/programme')
  await expect(page.getByRole('region', { name: et.programme.next })).toBeVisible()
  await expectsEstonian()
})
