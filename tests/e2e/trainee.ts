import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'

type Start = {
  readonly view: '3D cell' | 'Panels only'
  readonly layers?: readonly string[]
  readonly mode?: 'guided' | 'practice'
}

/** A person at the screen: speaks in roles and names, never in CSS. Fails a test that leaves anything on the console. */
export class Trainee {
  readonly complaints: string[] = []
  constructor(readonly page: Page) {
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
  }

  async starts({ view, layers = [], mode = 'practice' }: Start, query = ''): Promise<void> {
    await this.page.goto('/')
    for (const layer of layers) await this.page.getByRole('button', { name: layer, exact: true }).click()
    await this.page.getByLabel('Mode').selectOption(mode)
    await this.page.getByLabel('View').selectOption({ label: view })
    await this.page.getByRole('button', { name: 'Begin' }).click()
    await this.page.getByRole('button', { name: 'Start the clock' }).waitFor()
    if (query) await this.page.goto(`${this.page.url()}${this.page.url().includes('?') ? '&' : '?'}${query}`)
    await this.page.getByRole('button', { name: 'Start the clock' }).click()
  }

  /** Presses buttons by name, one after the other. */
  async does(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Says a line: whom, which intent, how the text begins, in which voice. */
  async says(to: string, intent: string, beginning: string, tone: string): Promise<void> {
    const panel = this.page.getByRole('region', { name: 'Say' })
    await panel.getByRole('group', { name: 'To', exact: true }).getByRole('button', { name: to }).click()
    await panel
      .getByRole('group', { name: 'What do you want to do?' })
      .getByRole('button', { name: new RegExp(`${intent}$`) })
      .click()
    await panel.getByRole('group', { name: 'Your words' }).getByRole('button', { name: beginning }).click()
    await panel
      .getByRole('group', { name: 'In which voice?' })
      .getByRole('button', { name: new RegExp(`${tone}$`) })
      .click()
    await expect(panel.getByRole('group', { name: 'In which voice?' })).toHaveCount(0)
  }

  async writes(beginning: string): Promise<void> {
    const panel = this.page.getByRole('region', { name: 'Notes for the record' })
    await panel.getByRole('button', { name: /Write$/ }).click()
    await panel.getByRole('button', { name: beginning }).click()
  }

  async opensDebrief(): Promise<void> {
    await this.page.getByRole('link', { name: 'See the debrief' }).click()
    await this.page.getByRole('heading', { name: 'What each subject earned' }).waitFor()
  }

  get scores(): Locator {
    return this.page.getByRole('list', { name: 'What each subject earned' }).getByRole('listitem')
  }

  async expectsNoAccessibilityViolations(): Promise<void> {
    const { violations } = await new AxeBuilder({ page: this.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    expect(violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).join(', ')}`)).toEqual([])
  }

  async expectsNoSidewaysScroll(): Promise<void> {
    expect(
      await this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    ).toBeLessThanOrEqual(0)
  }
}

export const test = base.extend<{ trainee: Trainee }>({
  trainee: async ({ page }, use) => {
    const trainee = new Trainee(page)
    await use(trainee)
    expect(trainee.complaints).toEqual([])
  },
})
export { expect }
