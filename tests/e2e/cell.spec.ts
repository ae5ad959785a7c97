import { KeyHands } from './cell-keys.ts'
import { MouseHands } from './cell-mouse.ts'
import { CellOnScreen } from './cell-trainee.ts'
import { expect, type Trainee, test } from './trainee.ts'

const FRONT = { kind: 'go', station: 'door-front', label: 'in front of the door' } as const
const HATCH = { kind: 'use', prop: 'hatch', name: 'observation hatch' } as const

/** Software WebGL is slow: the low profile in a small window, and state instead of pixels. */
async function startsIn3d(trainee: Trainee): Promise<CellOnScreen> {
  await trainee.page.setViewportSize({ width: 640, height: 480 })
  await trainee.page.emulateMedia({ reducedMotion: 'reduce' })
  await trainee.hasSettings({ quality: 'low' })
  await trainee.starts({ view: '3D cell' })
  const view = new CellOnScreen(trainee.page)
  await view.isDrawn()
  return view
}
const eyeHeight = (trainee: Trainee) => trainee.page.evaluate(() => window.__sim?.gaze().at[1] ?? 0)
const isLocked = (trainee: Trainee) => trainee.page.evaluate(() => document.pointerLockElement !== null)
const room = (trainee: Trainee) => trainee.page.getByRole('application')

test('a click on a ring on the floor goes there, on a thing shows what can be done with it, on the hatch looks in', async ({
  trainee,
}) => {
  const view = await startsIn3d(trainee)
  const mouse = new MouseHands(trainee.page)
  await mouse.does(FRONT)
  await expect.poll(view.station).toBe('door-front')
  await mouse.does({ ...HATCH, label: 'Open' })
  await expect.poll(view.lastAct).toBe('open:hatch')
  await expect(room(trainee)).toBeFocused()
  // every sound has its caption, with where it comes from: what is done, and what is heard all the while
  const heard = trainee.page.getByRole('log', { name: 'Heard and said' })
  await expect(heard).toContainText('the hatch slides, ahead')
  await expect(heard).toContainText('all around')
  await trainee.expectsNoAccessibilityViolations()

  // Whoever looks through the hatch has his eyes at the pane, and steps back again.
  expect(await view.isTarget('prisoner')).toBe(false)
  await mouse.does({ ...HATCH, label: 'Look through' })
  await expect.poll(() => view.isTarget('prisoner')).toBe(true)
  expect(await eyeHeight(trainee)).toBeLessThan(1.6)
  await trainee.page
    .getByRole('toolbar')
    .getByRole('button', { name: /Step back$/ })
    .click()
  await expect.poll(() => eyeHeight(trainee)).toBeGreaterThan(1.6)
})

test('a gamepad goes from thing to thing, uses it, chooses in its list and goes back', async ({ trainee }) => {
  await trainee.page.addInitScript(() => {
    const pad = { connected: true, axes: [0, 0, 0, 0], buttons: Array.from({ length: 16 }, () => ({ pressed: false })) }
    Object.assign(window, { pad })
    navigator.getGamepads = () => [pad as unknown as Gamepad]
  })
  const view = await startsIn3d(trainee)
  // down for some frames, then up: a pad is read once a frame
  const press = (button: number) =>
    trainee.page.evaluate(async (at) => {
      const { pad } = window as unknown as { pad: { buttons: { pressed: boolean }[] } }
      for (const pressed of [true, false]) {
        pad.buttons[at] = { pressed }
        for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
      }
    }, button)
  const [USE, BACK, GO, NEXT] = [0, 1, 3, 5]
  await press(NEXT)
  await expect.poll(() => trainee.page.evaluate(() => window.__sim?.highlighted())).toBeTruthy()
  await press(GO)
  const list = room(trainee).getByRole('group', { name: 'Go to' })
  await expect(list.getByRole('button').first()).toBeFocused()
  await press(BACK)
  await expect(list).toHaveCount(0)
  await press(GO)
  const before = await view.station()
  await press(USE)
  await expect.poll(view.station).not.toBe(before)
})

test('with keys alone one goes from thing to thing and uses them, and walks until a door stops one', async ({
  trainee,
}) => {
  const view = await startsIn3d(trainee)
  const keys = new KeyHands(trainee.page)
  await keys.tabsTo(room(trainee))
  await keys.does(FRONT)
  await expect.poll(view.station).toBe('door-front')
  await keys.does({ ...HATCH, label: 'Open' })
  await expect.poll(view.lastAct).toBe('open:hatch')
  await view.settles()
  await trainee.page.keyboard.down('w')
  await expect.poll(() => trainee.page.evaluate(() => window.__sim?.gaze().at[2] ?? -9)).toBeGreaterThan(-0.5)
  await trainee.page.waitForTimeout(500)
  await trainee.page.keyboard.up('w')
  expect(await trainee.page.evaluate(() => window.__sim?.gaze().at[2] ?? 9)).toBeLessThan(-0.4)
  expect(await view.station()).toBe('door-front')
})

test('whoever is clicked is spoken to; Escape closes what is open and leads back to the room', async ({ trainee }) => {
  const view = await startsIn3d(trainee)
  await room(trainee).focus()
  await trainee.page.keyboard.press('b')
  const list = trainee.page.getByRole('group', { name: 'Your body' })
  await expect(list.getByRole('button').first()).toBeFocused()
  await trainee.page.keyboard.press('Escape')
  await expect(list).toHaveCount(1) // the panel's own
  await expect(room(trainee)).toBeFocused()
  expect(await new MouseHands(trainee.page).chooses('colleague')).toBe(true)
  const intents = trainee.page.getByRole('region', { name: 'Say', exact: true }).getByRole('group').last()
  await expect(intents.getByRole('button').first()).toBeFocused()
  await trainee.page.keyboard.press('1')
  await expect(trainee.page.getByRole('group', { name: 'Your words' }).getByRole('button').first()).toBeFocused()
  await trainee.page.keyboard.press('Escape')
  await trainee.page.keyboard.press('Escape')
  await expect(room(trainee)).toBeFocused()
  expect(await view.seq()).toBe(0)
})

test('the 3D page has no accessibility violation; mouse look locks the pointer, lets it go for a list, ends with its key', async ({
  trainee,
}) => {
  await startsIn3d(trainee)
  await trainee.page.getByRole('button', { name: /Mouse look$/ }).click()
  await expect.poll(() => isLocked(trainee)).toBe(true)
  await expect(trainee.page.getByText('Escape frees the mouse')).toBeVisible()
  await room(trainee).focus()
  await trainee.page.keyboard.press('g')
  await expect.poll(() => isLocked(trainee)).toBe(false)
  await trainee.page.keyboard.press('2')
  await expect.poll(() => isLocked(trainee)).toBe(true)
  await trainee.page.keyboard.press('m')
  await expect.poll(() => isLocked(trainee)).toBe(false)
  await expect(trainee.page.getByText('Escape frees the mouse')).toHaveCount(0)

  // With a list open, while speaking on the radio, and on a narrow screen.
  await trainee.expectsNoAccessibilityViolations()
  await room(trainee).focus()
  await trainee.page.keyboard.press('b')
  await trainee.expectsNoAccessibilityViolations()
  await trainee.page.keyboard.press('Escape')
  await trainee.page.keyboard.press('r')
  await trainee.expectsNoAccessibilityViolations()
  await trainee.page.setViewportSize({ width: 390, height: 844 })
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
})
