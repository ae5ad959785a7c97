import '../../src/cell/test-hook.ts'
import type { Page } from '@playwright/test'
import { pick } from '#core/session'
import { FILED, sessionFile, takesIn } from './session-file.ts'
import { expect, test } from './trainee.ts'

const moment = (page: Page, n: number) => page.getByRole('region', { name: `Moment ${n}`, exact: true })
const chooses = (page: Page, n: number, question: string, degree: number) =>
  moment(page, n)
    .getByRole('group', { name: question })
    .getByRole('radio', { name: new RegExp(`^${degree}`) })
    .check()

/** Lets the page's clock run until the next moment stands still; long waits are shortened, as one may. */
async function waitsFor(page: Page, n: number): Promise<void> {
  const still = moment(page, n).getByRole('heading', { name: 'The moment stands still' })
  const shorten = page.getByRole('button', { name: 'Shorten the wait' })
  for (let tries = 0; tries < 400 && !(await still.isVisible()); tries++) {
    if (await shorten.isVisible()) await shorten.click()
    await page.clock.runFor(500)
  }
  await expect(still).toBeFocused()
}

async function answers(page: Page, n: number, degree: number): Promise<void> {
  await chooses(page, n, 'How safe do you feel?', degree)
  await chooses(page, n, 'How respected do you feel?', degree)
  await moment(page, n).getByLabel('What do you think will happen next?').fill(`Expectation ${n}`)
  await moment(page, n).getByRole('button', { name: 'Go on' }).click()
}

test('a poor session is seen from the other side, answered, compared, and kept', async ({ trainee }) => {
  const { page } = trainee
  await page.clock.install()
  await page.goto('/')
  await takesIn(page, sessionFile('cell-entry', 'harmful'))
  await page.getByRole('region', { name: 'Earlier sessions' }).getByRole('link').first().click()
  await expect(page.getByRole('link', { name: 'See it from his side' })).toHaveAttribute('href', `/eyes/${FILED}`)
  await page.goto(`/eyes/${FILED}?view=panels`)

  const begin = page.getByRole('button', { name: 'Now see it from his side' })
  await expect(begin).toBeDisabled()
  await expect(moment(page, 2)).toContainText('Pull him by the sleeve')
  for (const n of [1, 2, 3]) {
    await chooses(page, n, 'How safe did he feel?', 4)
    await chooses(page, n, 'How respected did he feel?', 3)
  }
  await trainee.expectsNoAccessibilityViolations()
  await begin.click()

  await expect(page.getByText('You are asleep.')).toBeVisible()
  await waitsFor(page, 1)
  await expect(page.getByRole('log', { name: 'What reaches you' })).toContainText('a knock on steel')
  await answers(page, 1, 3)
  await waitsFor(page, 2)
  await expect(page.getByText(/The officer: under the lamp, two arm lengths away/)).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
  await answers(page, 2, 1)
  await waitsFor(page, 3)
  await answers(page, 3, 1)

  const compares = async () => {
    await expect(moment(page, 2).getByRole('row', { name: 'Safe 4 mostly 1 not at all' })).toBeVisible()
    await expect(moment(page, 2)).toContainText('In his place you felt less safe than you had guessed.')
    await expect(moment(page, 2)).toContainText('Tension 10 of 10: at his limit.')
    await expect(moment(page, 2)).toContainText('Expectation 2')
    await expect(moment(page, 1)).not.toContainText('than you had guessed')
  }
  await compares()
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
  await page.reload()
  await compares()
})

test('one is the prisoner before an officer one does not know, and the criteria judge that officer', async ({
  trainee,
}) => {
  const { page } = trainee
  // The seeds bring model, hasty and harmful officers, in this order of numbers.
  const seed = Array.from({ length: 50 }, (_, n) => n).find((n) => pick(n, 'officer', 3) === 2)
  await page.clock.install()
  await page.goto(`/prisoner/cell-entry?view=panels&seed=${seed}`)
  await expect(page.getByRole('heading', { name: 'Who you are now' })).toBeVisible()
  await trainee.expectsNoAccessibilityViolations()
  await page.getByRole('button', { name: 'Take his place' }).click()
  for (const n of [1, 2, 3]) {
    await waitsFor(page, n)
    await expect(page.getByText('You met an officer')).toHaveCount(0)
    const responses = moment(page, n).getByRole('group', { name: 'What do you do?' })
    expect(await responses.getByRole('radio').count()).toBeGreaterThanOrEqual(3)
    await responses.getByRole('radio', { name: n < 3 ? 'Turn away from the officer' : 'Say nothing' }).check()
    // What this officer says only to somebody who turned away from him.
    const reached = page.getByRole('log', { name: 'What reaches you' })
    if (n === 2) await expect(reached).toContainText('“Up, please. Officer at the door.”, sharp')
    if (n === 2) await trainee.expectsNoAccessibilityViolations()
    await answers(page, n, 2)
  }
  await expect(moment(page, 2)).toContainText('You chose: Turn away from the officer')
  await expect(page.getByText('You met an officer who does harm.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'How the officer did' })).toContainText('failed by a critical act')
  await trainee.expectsNoAccessibilityViolations()
})

test('in 3D one looks out of his head at the officer', async ({ trainee }) => {
  const { page } = trainee
  test.setTimeout(300_000)
  await page.setViewportSize({ width: 480, height: 360 })
  await page.goto('/')
  await takesIn(page, sessionFile('arrival-interview', 'hasty'))
  await page.getByRole('region', { name: 'Earlier sessions' }).waitFor()
  await page.goto(`/eyes/${FILED}?quality=low`)
  for (const n of [1, 2, 3]) {
    await chooses(page, n, 'How safe did he feel?', 4)
    await chooses(page, n, 'How respected did he feel?', 4)
  }
  const lights: string[] = []
  page.on('request', (request) => request.url().endsWith('.light') && lights.push(request.url()))
  await page.getByRole('button', { name: 'Now see it from his side' }).click()
  await page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, { timeout: 90_000 })
  await expect(page.getByRole('img', { name: /What you see from his place/ })).toBeVisible()
  await expect(moment(page, 1).getByRole('heading', { name: 'The moment stands still' })).toBeVisible({
    timeout: 90_000,
  })
  const seen = await page.evaluate(() => window.__sim?.snapshot().characters)
  expect(seen?.prisoner?.figure).toBe('none')
  expect(seen?.officer?.figure).toBe('officer-man')
  expect(lights, 'the room is not built anew while its clock goes').toHaveLength(1)
})
