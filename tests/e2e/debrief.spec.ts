import '../../src/cell/test-hook.ts'
import { expect, type Trainee, test } from './trainee.ts'

/** The first pictures of a room cost software WebGL many seconds; what they show is asserted, not when. */
const SLOW = { timeout: 60_000 }
const isDrawn = ({ page }: Trainee) =>
  page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, SLOW)
const gaze = ({ page }: Trainee) => page.evaluate(() => window.__sim?.gaze())
const timeMs = ({ page }: Trainee) => page.evaluate(() => window.__sim?.snapshot().timeMs)

test('a moment of a session in panels is shown in the cell, from where the officer stood', async ({ trainee }) => {
  const { page } = trainee
  await page.setViewportSize({ width: 900, height: 700 })
  await trainee.hasSettings({ quality: 'low' })
  await trainee.starts({ view: 'Panels only' })
  await expect(page.getByRole('timer')).not.toHaveText('0:00')
  await trainee.does('Go to: in front of the door', 'Unlock: cell door', 'Open: cell door', 'Go to: the threshold')
  await trainee.does('End the exercise', 'End now')
  await trainee.opensDebrief()
  expect(await page.evaluate(() => window.__sim)).toBeUndefined()
  await trainee.does('Show in the cell')
  await isDrawn(trainee)
  await expect(page.getByRole('img', { name: /The cell at this moment/ })).toBeVisible()
  await trainee.expectsNoAccessibilityViolations()

  const slider = page.getByRole('slider', { name: 'Moment of the session' })
  const beginning = await gaze(trainee)
  await slider.press('End')
  await expect.poll(async () => (await gaze(trainee))?.at, SLOW).not.toEqual(beginning?.at)
  await page
    .getByRole('button', { name: /^Show the moment/ })
    .first()
    .click()
  await expect.poll(async () => String(await timeMs(trainee))).toBe(await slider.inputValue())

  await trainee.does('Watch again')
  const shown = await timeMs(trainee)
  await expect.poll(async () => (await timeMs(trainee)) !== shown).toBe(true)
  await trainee.does('Show in the cell')
  await expect(page.getByRole('img', { name: /The cell at this moment/ })).toHaveCount(0)
})

test('a moment of a session in the cell is seen as the head was held', async ({ trainee }) => {
  const { page } = trainee
  await page.setViewportSize({ width: 640, height: 480 })
  await trainee.hasSettings({ quality: 'low' })
  await trainee.starts({ view: '3D cell' })
  await isDrawn(trainee)
  const x = await page.evaluate(() => window.__sim?.gaze().at[0])
  await trainee.does('Go to: in front of the door')
  await page.waitForFunction((x) => Math.abs((window.__sim?.gaze().at[0] ?? 0) - (x ?? 0)) > 1, x, SLOW)
  await page.waitForFunction(() => window.__sim?.isStill(), undefined, SLOW)
  // A few samples of the head at rest.
  await page.waitForTimeout(600)
  const held = await gaze(trainee)
  await trainee.does('End the exercise', 'End now')
  await trainee.opensDebrief()
  await trainee.does('Show in the cell')
  await isDrawn(trainee)
  await page.getByRole('slider', { name: 'Moment of the session' }).press('End')
  // The channel keeps 5 cm and 2°.
  const off = async () => {
    const seen = await gaze(trainee)
    if (!seen || !held) return Number.POSITIVE_INFINITY
    return Math.max(Math.hypot(seen.at[0] - held.at[0], seen.at[2] - held.at[2]), Math.abs(seen.yaw - held.yaw))
  }
  await expect.poll(off, SLOW).toBeLessThan(0.07)
})
