import '../../src/cell/test-hook.ts'
import { expect, test } from './trainee.ts'

test('settings are within reach on every page, free of accessibility violations, and hold', async ({ trainee }) => {
  const { page } = trainee
  await page.goto('/')
  await trainee.opensSettings()
  await trainee.expectsNoAccessibilityViolations()
  await page.getByLabel('Mute everything').check()
  await page.getByLabel('Movement').selectOption('reduced')
  await page.getByLabel('Volume').fill('35')
  await page.getByLabel('The wing around').fill('20')
  await page.getByLabel('Angle of view').selectOption('85')
  await page.getByLabel('Dark edges while moving').check()
  await page.getByLabel('Turn in steps').check()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Settings' })).toBeFocused()

  await trainee.starts({ view: 'Panels only' })
  await trainee.opensSettings()
  await expect(page.getByLabel('Mute everything')).toBeChecked()
  await expect(page.getByLabel('Volume')).toHaveValue('35')
  await expect(page.getByLabel('The wing around')).toHaveValue('20')
  await expect(page.getByLabel('Angle of view')).toHaveValue('85')
  await expect(page.getByLabel('Dark edges while moving')).toBeChecked()
  await expect(page.getByLabel('Turn in steps')).toBeChecked()
  await trainee.does('Close', 'End the exercise', 'End now')
  await trainee.opensDebrief()
  await trainee.opensSettings()
  await expect(page.getByLabel('Movement')).toHaveValue('reduced')
  await trainee.does('Close')
  await page.goto('/nowhere')
  await trainee.opensSettings()
})

test('the clock stands still while the settings are open, and its keys stay in the dialog', async ({ trainee }) => {
  const { page } = trainee
  await trainee.starts({ view: 'Panels only' })
  await trainee.opensSettings()
  await page.getByLabel('Mute everything').focus()
  await page.keyboard.press('Space')
  await expect(page.getByLabel('Mute everything')).toBeChecked()
  await expect(page.getByText('The clock stands still.')).toBeAttached()
  await trainee.does('Close')
  await expect(page.getByText('The clock stands still.')).toHaveCount(0)
  // Space in the dialog was not a silence kept with him: nothing has been written yet.
  await page.reload()
  await expect(page.getByRole('button', { name: 'Start the clock' })).toBeVisible()
})

test('what moves follows the setting, over what the system says', async ({ trainee }) => {
  const { page } = trainee
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto('/')
  const moves = () =>
    page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('i'))
      probe.style.transition = 'opacity 1s'
      const { transitionProperty } = getComputedStyle(probe)
      probe.remove()
      return transitionProperty !== 'none'
    })
  expect(await moves()).toBe(false)
  await trainee.opensSettings()
  await page.getByLabel('Movement').selectOption('full')
  expect(await moves()).toBe(true)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await page.getByLabel('Movement').selectOption('reduced')
  expect(await moves()).toBe(false)
})

test('the 3D cell is drawn in the detail that was set, and without captions when they are off', async ({ trainee }) => {
  const { page } = trainee
  await page.setViewportSize({ width: 640, height: 480 })
  await page.goto('/')
  await trainee.opensSettings()
  await page.getByLabel('Detail of the 3D cell').selectOption('low')
  await page.getByLabel('Captions in the 3D cell').uncheck()
  await trainee.does('Close')
  await trainee.starts({ view: '3D cell' })
  await page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, { timeout: 60_000 })
  // The low profile draws three quarters of the pixels each way; the others draw them all.
  const share = () =>
    page.evaluate(() => {
      const canvas = document.querySelector('canvas')
      return canvas ? canvas.width / canvas.clientWidth : 0
    })
  await expect.poll(share).toBeCloseTo(0.75, 1)
  const captions = page.getByRole('log', { name: 'Heard and said' })
  expect((await captions.boundingBox())?.height).toBeLessThan(2)
  await trainee.opensSettings()
  await page.getByLabel('Captions in the 3D cell').check()
  await page.getByLabel('Detail of the 3D cell').selectOption('medium')
  await trainee.does('Close')
  await expect.poll(share).toBeCloseTo(1, 1)
  expect((await captions.boundingBox())?.height).toBeGreaterThan(40)
})
