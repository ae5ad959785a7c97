import { expect, test } from './trainee.ts'

test('an author checks a scenario, sees what can be earned, and watches a run of it', async ({ trainee }) => {
  test.setTimeout(420_000)
  const { page } = trainee
  await page.goto('/')
  await trainee.entry.getByRole('link', { name: 'Check this scenario' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check a scenario' })).toBeVisible()
  await expect(page.getByLabel('Scenario')).toHaveValue('cell-entry')
  await trainee.expectsNoAccessibilityViolations()

  // A long check says how far it is and can be stopped.
  await page.getByLabel('How thoroughly').selectOption('thorough')
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  const running = page.getByRole('region', { name: 'The check is running' })
  await expect(running.getByRole('status')).toContainText('Combination 1 of 1')
  await expect(running.getByText(/states visited · .* states a second/)).toBeVisible({ timeout: 90_000 })
  await trainee.expectsNoAccessibilityViolations()
  await running.getByRole('button', { name: 'Stop the check' }).click()
  await expect(page.getByRole('status')).toHaveText('The check was stopped. Nothing was found out.')

  // One layer, quickly.
  await page.getByLabel('How thoroughly').selectOption('quick')
  for (const layer of ['Tactics', 'Communication', 'Self-defence', 'Language'])
    await page.getByRole('button', { name: layer, exact: true }).click()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'What was found' })).toBeVisible({ timeout: 240_000 })
  await expect(page.getByText('Nothing is wrong.')).toBeVisible()
  const law = page.getByRole('region', { name: 'Law', exact: true })
  await expect(law.getByText(/^from \d+% to 100%/)).toBeVisible()
  await trainee.expectsNoAccessibilityViolations()
  await page.setViewportSize({ width: 390, height: 844 })
  await trainee.expectsNoSidewaysScroll()
  await page.setViewportSize({ width: 1280, height: 720 })

  // The best run earns in the debrief what the check says of it.
  await law.getByRole('button', { name: 'Law: Best run' }).click()
  await expect(page).toHaveURL(/\/debrief\/check-/)
  await expect(page.getByRole('main')).toContainText('100', { timeout: 60_000 })
  // It is nobody's practice.
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Earlier sessions' })).toHaveCount(0)
})
