import { expect, test } from './trainee.ts'

test('a place is looked at from its stations, at any hour and in any state, and found again', async ({ trainee }) => {
  const { page } = trainee
  await page.setViewportSize({ width: 640, height: 480 })
  await page.goto('/places?place=single-cell&quality=low')
  await expect(page.getByRole('status')).not.toHaveText(/^0 /, { timeout: 60_000 })
  await page.getByLabel('Seen from', { exact: true }).selectOption('just inside the cell')
  await page.getByLabel('Time of day', { exact: true }).selectOption('Night')
  await page.getByLabel('cell door', { exact: true }).selectOption('open')
  await expect(
    page.getByRole('img', { name: 'Cell 12 and the corridor, seen from just inside the cell. Night.' }),
  ).toBeVisible()
  const address = new URL(page.url()).searchParams
  expect(Object.fromEntries(address)).toMatchObject({ station: 'inside', time: 'night', states: 'door:open' })
  await page.reload()
  await expect(page.getByLabel('cell door', { exact: true })).toHaveValue('open')
  await expect(page.getByLabel('Time of day', { exact: true })).toHaveValue('night')
})

test('the places page has no accessibility violations and fits a narrow screen', async ({ trainee }) => {
  await trainee.page.setViewportSize({ width: 390, height: 844 })
  await trainee.page.goto('/places?place=single-cell&quality=low')
  await expect(trainee.page.getByRole('status')).not.toHaveText(/^0 /, { timeout: 60_000 })
  await trainee.expectsNoAccessibilityViolations()
  await trainee.expectsNoSidewaysScroll()
})

test('the figures page has no accessibility violations', async ({ trainee }) => {
  await trainee.page.setViewportSize({ width: 640, height: 480 })
  await trainee.page.goto('/figures?quality=low')
  await expect(trainee.page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 })
  await trainee.expectsNoAccessibilityViolations()
})
