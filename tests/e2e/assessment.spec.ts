import { readFileSync } from 'node:fs'
import { exportSession, importSession } from '#exchange'
import { createDeviceKey, sealLog, verifySeal } from '#sealing'
import { takesIn } from './session-file.ts'
import { expect, test } from './trainee.ts'

const PHRASE = 'grey heron by the gate'

test('an assessment is drawn, sealed, withheld, and released by the assessor', async ({ trainee, browser }) => {
  const { page } = trainee
  await page.goto('/')
  await trainee.opensSettings()
  const settings = page.getByRole('dialog', { name: 'Settings' })
  await settings.getByLabel('New release phrase').fill(PHRASE)
  await settings.getByRole('button', { name: 'Set the phrase' }).click()
  await expect(settings.getByText('A release phrase is set on this device.')).toBeVisible()
  await trainee.expectsNoAccessibilityViolations()
  await settings.getByRole('button', { name: 'Close' }).click()

  await trainee.entry.getByLabel('Mode').selectOption('assessment')
  await expect(trainee.entry.getByLabel('Who is in the cell')).toHaveCount(0)
  await expect(trainee.entry.getByLabel('Situation')).toHaveCount(0)
  await trainee.entry.getByLabel('View').selectOption({ label: 'Panels only' })
  await trainee.entry.getByRole('button', { name: 'Law', exact: true }).click()
  await trainee.entry.getByRole('button', { name: 'Begin' }).click()
  await trainee.does('Start the clock', 'Go to: in front of the door')
  await expect(page.getByRole('button', { name: 'Give me a hint' })).toHaveCount(0)
  await trainee.does('End the exercise')
  const asked = page.getByRole('dialog', { name: 'End the assessment?' })
  await trainee.expectsNoAccessibilityViolations()
  await asked.getByRole('button', { name: 'Go on' }).click()
  await trainee.does('End the exercise')
  await asked.getByRole('button', { name: 'End and seal' }).click()
  await expect(page.getByRole('heading', { name: 'Your session is sealed for the assessor.' })).toBeVisible()
  await page.getByRole('link', { name: 'See the seal' }).click()

  await expect(page.getByText(/Sealed by device ([0-9A-F]{4} ){3}[0-9A-F]{4} on .* unbroken\./)).toBeVisible()
  await expect(page.getByText('What each subject earned')).toHaveCount(0)
  await trainee.expectsNoAccessibilityViolations()
  await page.setViewportSize({ width: 390, height: 844 })
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
  const debrief = page.url()
  await page.goto(debrief.replace('/debrief/', '/eyes/'))
  await expect(page.getByText('Your session is sealed for the assessor.')).toBeVisible()
  await page.goto(debrief)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export for the assessor' }).click()
  const bytes = readFileSync(await (await download).path())
  const read = importSession(new Uint8Array(bytes))
  if (!read.ok) throw new Error(read.problems[0]?.what)
  expect(await verifySeal(read.value.log, read.value.seal)).toMatchObject({ is: 'unbroken' })

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(new URL('/', debrief).href)
  const forged = await sealLog(read.value.log.slice(1), await createDeviceKey(), new Date().toISOString())
  await takesIn(elsewhere, Buffer.from(exportSession({ ...read.value, seal: forged })))
  await expect(elsewhere.getByRole('alert')).toContainText('is broken: the log is not the one that was sealed')
  await takesIn(elsewhere, Buffer.from(exportSession({ ...read.value, seal: undefined })))
  await expect(elsewhere.getByRole('alert')).toContainText('There is no seal.')
  await takesIn(elsewhere, bytes)
  await expect(elsewhere.getByRole('status').filter({ hasText: 'unbroken' })).toBeVisible()
  await elsewhere.getByRole('region', { name: 'Earlier sessions' }).getByRole('link').first().click()
  await expect(elsewhere.getByText('The result cannot be released on this device')).toBeVisible()
  await elsewhere.context().close()

  await page.getByLabel('Release phrase').fill('black crow by the gate')
  await page.getByRole('button', { name: 'Release the result' }).click()
  await expect(page.getByText('This is not the release phrase.')).toBeVisible()
  await page.getByLabel('Release phrase').fill(PHRASE)
  await page.getByRole('button', { name: 'Release the result' }).click()
  await expect(page.getByRole('heading', { name: 'What each subject earned' })).toBeVisible()
  await expect(page.getByText(/Sealed by device .* unbroken\./)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'What each subject earned' })).toBeVisible()
})
