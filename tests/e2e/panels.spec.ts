import { shippedScenario } from '../fixtures/packs.ts'
import { sessionFile, takesIn } from './session-file.ts'
import { expect, test } from './trainee.ts'

const words = shippedScenario('cell-entry').text.en ?? {}
const LOOK = words['tactics.criteria.look-before-key.title'] ?? ''
const MISSED = words['tactics.criteria.look-before-key.missed'] ?? ''
const ALL = ['Communication', 'Self-defence', 'Law', 'Language']

test('the panels and the debrief of a session have no accessibility violations', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only', layers: ALL })
  await trainee.expectsNoAccessibilityViolations()
  await trainee.does('Go to: in front of the door', 'Unlock: cell door', 'End the exercise', 'End now')
  await trainee.opensDebrief()
  await expect(trainee.scores).toHaveCount(5)
  await trainee.expectsNoAccessibilityViolations()
})

test('an officer who opens without looking is told so, and shown the moment', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only' })
  await expect(trainee.page.getByRole('timer')).not.toHaveText('0:00')
  await trainee.does(
    'Go to: in front of the door',
    'Unlock: cell door',
    'Open: cell door',
    'End the exercise',
    'End now',
  )
  await trainee.opensDebrief()
  const verdict = trainee.page.getByRole('listitem').filter({ has: trainee.page.getByText(LOOK, { exact: true }) })
  await expect(verdict).toContainText('missed')
  await verdict.getByRole('button', { name: /Show the moment/ }).click()
  const slider = trainee.page.getByRole('slider', { name: 'Moment of the session' })
  await expect(slider).toBeFocused()
  expect(Number(await slider.inputValue())).toBeGreaterThan(0)
  await trainee.page.getByLabel('Keep one thing').fill('I asked my colleague.')
  await trainee.page.getByLabel('Change one thing').fill('Look first.')
  await expect(trainee.page.getByText('Saved', { exact: true })).toBeVisible()
  await trainee.page.reload()
  await expect(trainee.page.getByLabel('Change one thing')).toHaveValue('Look first.')
})

test('a session left in the middle goes on where it was', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only' })
  await trainee.does('Go to: in front of the door', 'Open: observation hatch', 'Knock: cell door')
  const clock = trainee.page.getByRole('timer')
  const seconds = async () => Number((await clock.textContent())?.split(':')[1])
  const atLastAct = await seconds()
  await expect.poll(seconds).toBeGreaterThanOrEqual(atLastAct + 4)
  await trainee.page.goto('/')
  await trainee.page.getByRole('link', { name: 'Go on (Panels)' }).click()
  // whoever comes back has not won the time since his last act
  expect(await seconds()).toBeGreaterThanOrEqual(atLastAct + 2)
  await trainee.does('Go on')
  await expect(trainee.page.getByText('Where you stand: in front of the door')).toBeVisible()
  await expect(trainee.page.getByRole('group', { name: 'observation hatch' })).toContainText('open')
})

test('guided mode explains at once and gives a hint when asked', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only', mode: 'guided' })
  await trainee.does('Give me a hint')
  await expect(trainee.page.getByText(/\?$/).first()).toBeVisible()
  await trainee.does('Go to: in front of the door', 'Unlock: cell door')
  await expect(trainee.page.getByText(MISSED)).toBeVisible()
})

test('the pages fit a narrow screen and have no accessibility violation', async ({ trainee }) => {
  await trainee.page.setViewportSize({ width: 390, height: 844 })
  await trainee.page.goto('/')
  await trainee.entry.getByRole('button', { name: 'Begin' }).waitFor()
  await trainee.expectsNoAccessibilityViolations()
  await trainee.expectsNoSidewaysScroll()
  await trainee.starts({ view: 'Panels only', layers: ALL })
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
  await trainee.does('End the exercise', 'End now')
  await trainee.opensDebrief()
  await trainee.expectsNoSidewaysScroll()
})

test('an address that leads nowhere says so, leads home, and has no accessibility violation', async ({ trainee }) => {
  await trainee.page.goto('/nowhere')
  await expect(trainee.page.getByRole('heading', { level: 1 })).toBeVisible()
  await trainee.expectsNoAccessibilityViolations()
  await trainee.page.getByRole('main').getByRole('link').click()
  await expect(trainee.entry).toBeVisible()
})

test('a session travels as a file, and a damaged one is refused with a reason', async ({ trainee }) => {
  await trainee.starts({ view: 'Panels only' })
  await trainee.does('Go to: in front of the door', 'End the exercise', 'End now')
  await trainee.page.goto('/')
  const download = trainee.page.waitForEvent('download')
  await trainee.does('Export')
  const path = await (await download).path()
  await trainee.page.getByLabel(/Open a session file/).setInputFiles(path)
  await expect(trainee.page.getByText('The session is here now: Cell entry with a colleague.')).toBeVisible()
  await expect(trainee.page.getByRole('alert')).toHaveCount(0)
  await trainee.page
    .getByLabel(/Open a session file/)
    .setInputFiles({ name: 'x.simcell', mimeType: 'application/zip', buffer: Buffer.from('not a session') })
  await expect(trainee.page.getByRole('alert')).toContainText('could not be opened')
  await takesIn(trainee.page, sessionFile('cell-entry', 'harmful', 'completed'))
  await expect(trainee.page.getByRole('alert')).toContainText('It says the session ended as "completed"; it')
})

test('one speaks on the radio by its key, which lets go when the line is out, and hears the answer there', async ({
  trainee,
}) => {
  await trainee.starts({ view: 'Panels only' })
  const radio = trainee.page.getByRole('region', { name: 'Radio' })
  await expect(radio.getByText('Nothing on the air yet.')).toBeVisible()
  await expect(radio.getByRole('group', { name: 'What do you want to do?' })).toHaveCount(0)
  await radio.getByRole('button', { name: 'Press to talk' }).click()
  await trainee.expectsNoAccessibilityViolations()
  await radio.getByRole('button', { name: 'Report' }).click()
  await radio.getByRole('group', { name: 'Your words' }).getByRole('button').first().click()
  await radio.getByRole('button', { name: 'calm' }).click()
  await expect(radio.getByRole('log', { name: 'On the air' })).toContainText('— Control')
  await expect(radio.getByRole('button', { name: 'Press to talk' })).toBeFocused()
  await expect(trainee.page.getByRole('region', { name: 'Say' }).getByRole('button', { name: 'Control' })).toHaveCount(
    0,
  )
})

test('with keys alone one says a line: intent, words, voice', async ({ trainee }) => {
  const { page } = trainee
  await trainee.starts({ view: 'Panels only' })
  await trainee.does('Go to: in front of the door')
  const say = page.getByRole('region', { name: 'Say', exact: true })
  await say.getByRole('group', { name: 'What do you want to do?' }).getByRole('button').first().focus()
  for (const step of ['Your words', 'In which voice?', 'What do you want to do?']) {
    await page.keyboard.press('1')
    const group = say.getByRole('group', { name: step })
    await expect(group.getByRole('button').first()).toBeFocused()
  }
  await expect(page.getByRole('log', { name: 'Heard and said' })).toContainText('— You')
})
