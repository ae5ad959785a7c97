import '../../src/cell/test-hook.ts'
import { expect, type Trainee, test } from './trainee.ts'

/** Software WebGL is slow: the low profile in a small window, and state instead of pixels. */
const startsIn3d = async (trainee: Trainee) => {
  await trainee.page.setViewportSize({ width: 640, height: 480 })
  await trainee.starts({ view: '3D cell' }, 'quality=low')
  await trainee.page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, {
    timeout: 60_000,
  })
}
const station = (trainee: Trainee) => trainee.page.evaluate(() => window.__sim?.snapshot().officer.station)

test('the cell is drawn, and a click on the floor goes there', async ({ trainee }) => {
  await startsIn3d(trainee)
  const cell = trainee.page.getByRole('application')
  await cell.focus()
  await trainee.does('Go to: in front of the door')
  await expect.poll(() => station(trainee)).toBe('door-front')
})

test('with keys alone one goes from thing to thing and uses them', async ({ trainee }) => {
  await startsIn3d(trainee)
  await trainee.does('Go to: in front of the door')
  await trainee.page.getByRole('application').focus()
  for (let n = 0; n < 12; n++) {
    if ((await trainee.page.evaluate(() => window.__sim?.highlighted())) === 'hatch') break
    await trainee.page.keyboard.press('e')
    await trainee.page.waitForTimeout(150)
  }
  await trainee.page.keyboard.press('Enter')
  await trainee.page.getByRole('group', { name: 'observation hatch' }).first().waitFor()
  await trainee.page.keyboard.press('1')
  await expect.poll(() => trainee.page.evaluate(() => window.__sim?.snapshot().props.hatch)).toBe('open')
})
