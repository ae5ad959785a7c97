import type { Page } from '@playwright/test'
import { shippedScenario } from '../fixtures/packs.ts'
import { PHRASES } from './phrase-hands.ts'
import { ALL_LAYERS, expect, type Trainee, test } from './trainee.ts'

const scenario = shippedScenario('arrival-interview')
const book = (page: Page) => page.getByRole('region', { name: PHRASES, exact: true })
const heard = (page: Page) => page.getByRole('log', { name: 'Heard and said' })
const lastAct = (page: Page) => page.evaluate(() => window.__player?.getState().snapshot.lastAct?.id)
const lastUtterance = (page: Page) =>
  page.evaluate(() => window.__player?.getState().snapshot.utterances.findLast(({ kind }) => kind === 'line'))

async function sitsDown(trainee: Trainee): Promise<void> {
  await trainee.starts({ scenario: scenario.text.en?.title ?? '', view: 'Panels only', layers: ALL_LAYERS })
  await trainee.does('Go to: just inside the door', 'Go to: your side of the table')
}
async function opensBookAt(trainee: Trainee, language: string): Promise<void> {
  await trainee.does('Read: phrase book')
  await book(trainee.page).getByRole('combobox', { name: 'Language' }).selectOption({ label: language })
}

test('the pages in other languages can be read when the book lies open', async ({ trainee }) => {
  await sitsDown(trainee)
  const languages = book(trainee.page).getByRole('combobox', { name: 'Language' }).getByRole('option')
  await expect(languages).toHaveText(['English'])
  await expect(book(trainee.page)).toContainText('when the phrase book lies open')
  await trainee.does('Read: phrase book')
  await expect(languages).toHaveText([
    'Albanian',
    'Arabic',
    'English',
    'Estonian',
    'French',
    'German',
    'Romanian',
    'Russian',
    'Spanish',
    'Swedish',
  ])
  await trainee.expectsNoAccessibilityViolations()
})

test('a phrase is found by what it is for or by its words, shows how sure it is, and is said', async ({ trainee }) => {
  await sitsDown(trainee)
  await opensBookAt(trainee, 'Russian')
  const panel = book(trainee.page)
  const list = panel.getByRole('list', { name: 'Phrases: Russian' }).getByRole('listitem')
  await expect(list).toHaveCount(12)
  await panel.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Risk, with an interpreter' })
  await expect(list).toHaveCount(1)
  await expect(list).toContainText('Medium confidence: native check needed')
  await panel.getByRole('combobox', { name: 'For' }).selectOption({ label: 'Everything' })
  await panel.getByRole('searchbox', { name: 'Find' }).fill('in pain')
  await expect(list).toHaveCount(1)
  await expect(list).toContainText('Вам больно? Где болит?')
  await expect(list).toContainText('Read: Vam bolno? Gde bolit?')
  await expect(list).toContainText('High confidence')
  await list.getByRole('button', { name: 'Say: Вам больно? Где болит?' }).click()
  await expect.poll(() => lastAct(trainee.page)).toBe('say:ru-pain')
  await expect(heard(trainee.page)).toContainText('(Are you in pain? Where?)')
  expect(await lastUtterance(trainee.page)).toMatchObject({ text: 'phrases.pain.ru', unheard: true, tone: 'calm' })
})

test('a few words of his own language arrive: he is asked in Romanian', async ({ trainee }) => {
  await sitsDown(trainee)
  await opensBookAt(trainee, 'Romanian')
  const field = book(trainee.page).getByRole('textbox', { name: 'Say it yourself, in Romanian' })
  await field.fill('aveti nevoie de interpret')
  await field.press('Enter')
  await expect(book(trainee.page).getByRole('status')).toContainText('Accents: Aveți')
  await expect.poll(() => lastAct(trainee.page)).toBe('say:ro-need-interpreter')
  expect(await lastUtterance(trainee.page)).not.toHaveProperty('unheard')
  await expect(heard(trainee.page)).toContainText('He hears the word and nods')
})

test('what is typed by ear is the nearest phrase; what is in no book does not come across', async ({ trainee }) => {
  await sitsDown(trainee)
  await opensBookAt(trainee, 'Russian')
  const panel = book(trainee.page)
  const field = panel.getByRole('textbox', { name: 'Say it yourself, in Russian' })
  await field.fill('wam nushen perevodcik')
  const near = panel.getByRole('list', { name: 'Nearest phrases' }).getByRole('listitem')
  await expect(near.first()).toContainText('Вам нужен переводчик?')
  await expect(near.first()).toContainText('this is what you will say')
  await trainee.expectsNoAccessibilityViolations()
  await field.press('Enter')
  await expect(panel.getByRole('status')).toContainText('You typed “wam nushen perevodcik” and said')
  await expect.poll(() => lastAct(trainee.page)).toBe('say:ru-need-interpreter')
  await field.fill('davai davai')
  await panel.getByRole('button', { name: 'Say it', exact: true }).click()
  await expect(panel.getByRole('status')).toContainText('did not come across')
  await expect.poll(() => lastAct(trainee.page)).toBe('say:own-words-to-prisoner')
  expect(await lastUtterance(trainee.page), 'what he tried is kept').toMatchObject({
    unheard: true,
    typed: 'davai davai',
  })
  await expect(trainee.page.getByRole('log', { name: 'Heard and said' })).toContainText('typed: davai davai')
  await field.press('Enter')
  expect(await lastAct(trainee.page), 'nothing typed, nothing said').toBe('say:own-words-to-prisoner')
})

test('a picture card is shown, and what it says arrives without a word', async ({ trainee }) => {
  await sitsDown(trainee)
  const cards = book(trainee.page).getByRole('group', { name: 'Picture cards' })
  await expect(cards.getByRole('img', { name: 'Call button' })).toBeVisible()
  const pictures = cards.getByRole('img')
  for (const picture of await pictures.all())
    await expect
      .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth), {
        message: 'the drawing is there',
      })
      .toBe(64)
  await cards.getByRole('button', { name: 'Show the picture card: cell, button, officer comes' }).click()
  await expect.poll(() => lastAct(trainee.page)).toBe('do:card-button')
  await expect(heard(trainee.page).getByRole('img', { name: 'Call button' })).toBeVisible()
})

test('the phrase book fits a narrow screen and has no accessibility violation there', async ({ trainee }) => {
  await trainee.page.setViewportSize({ width: 390, height: 844 })
  await sitsDown(trainee)
  await opensBookAt(trainee, 'Arabic')
  await expect(book(trainee.page)).toContainText('Low confidence: native check needed')
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
})
