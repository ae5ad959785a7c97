import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { fillText } from '#core/scenario'
import interfaceWords from '../../src/ui/text/en.json' with { type: 'json' }
import { shippedScenario } from '../fixtures/packs.ts'

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

  /** The cell entry among the scenarios of the start page. */
  get entry(): Locator {
    return this.page.getByRole('region', { name: 'Cell entry with a colleague' })
  }

  async starts({ view, layers = [], mode = 'practice' }: Start, query = ''): Promise<void> {
    await this.page.goto('/')
    for (const layer of layers) await this.entry.getByRole('button', { name: layer, exact: true }).click()
    await this.entry.getByLabel('Mode').selectOption(mode)
    await this.entry.getByLabel('View').selectOption({ label: view })
    await this.entry.getByRole('button', { name: 'Begin' }).click()
    await this.page.getByRole('button', { name: 'Start the clock' }).waitFor()
    if (query) await this.page.goto(`${this.page.url()}${this.page.url().includes('?') ? '&' : '?'}${query}`)
    await this.page.getByRole('button', { name: 'Start the clock' }).click()
  }

  /** Presses buttons by name, one after the other. */
  async does(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Plays a walkthrough of the shipped scenario as a person does: by the names on the screen. */
  async plays(name: string): Promise<void> {
    const scenario = shippedScenario('cell-entry')
    const steps = scenario.walkthroughs[name]?.steps ?? []
    for (const step of steps) {
      // A walkthrough leaves two seconds from act to act; a wait comes on top of them.
      if ('wait' in step) await this.page.waitForTimeout((step.wait + 2) * 1000)
      else if ('do' in step) await this.performs(scenario, step.do, step.tone ?? 'neutral')
    }
  }

  private async performs(scenario: ReturnType<typeof shippedScenario>, act: string, tone: string): Promise<void> {
    const table = scenario.text.en ?? {}
    const [verb = '', target = ''] = act.split(':')
    const names = Object.fromEntries(
      Object.entries(scenario.data.cast).map(([role, { personas }]) => [
        role,
        table[`personas.${personas[0]}.name`] ?? role,
      ]),
    )
    const place = `places.${scenario.place.id}`
    const owned = (part: string) => (target.includes('.') ? target.replace('.', `.${part}.`) : `${part}.${target}`)
    const words = (key: string) => fillText(table[key] ?? key, names)
    if (verb === 'go') return this.does(`Go to: ${words(`${place}.stations.${target}`)}`)
    if (verb === 'stance') return this.does(interfaceWords.stances[target as keyof typeof interfaceWords.stances])
    if (verb === 'do') return this.does(words(owned('deeds')))
    if (verb === 'end') return this.does('End the exercise')
    if (verb === 'stay') return this.does('Stay silent')
    if (verb !== 'say')
      return this.does(
        `${interfaceWords.verbs[verb as keyof typeof interfaceWords.verbs]}: ${words(`${place}.props.${target}`)}`,
      )
    const [owner, short] = target.includes('.') ? target.split('.') : [undefined, target]
    const lines = owner ? scenario.layers[owner as 'law']?.lines : scenario.data.lines
    const line = lines?.find((one) => one.id === short)
    if (!line) throw new Error(`There is no line ${target}.`)
    await this.says(
      line.to === 'notes' ? 'Notes for the record' : scenario.data.cast[line.to]?.radio ? 'Radio' : 'Say',
      names[line.to] ?? line.to,
      interfaceWords.intents[line.say as keyof typeof interfaceWords.intents],
      words(owned('lines')),
      tone,
    )
  }

  /** Says a line: where, whom, which intent, which words, in which voice. What is written has no voice. */
  private async says(
    where: 'Say' | 'Radio' | 'Notes for the record',
    name: string,
    intent: string,
    line: string,
    tone: string,
  ): Promise<void> {
    const panel = this.page.getByRole('region', { name: where, exact: true })
    if (where === 'Radio') await panel.getByRole('button', { name: 'Press to talk' }).click()
    // Whom one speaks to is said each time: who is there may have changed with the last act.
    if (where !== 'Notes for the record')
      await panel.getByRole('group', { name: 'To', exact: true }).getByRole('button', { name, exact: true }).click()
    await panel
      .getByRole('group', { name: 'What do you want to do?' })
      .getByRole('button', { name: new RegExp(`^(\\d )?${intent}$`) })
      .click()
    await panel.getByRole('group', { name: 'Your words' }).getByRole('button', { name: line }).click()
    if (where === 'Notes for the record') return
    await panel
      .getByRole('group', { name: 'In which voice?' })
      .getByRole('button', { name: new RegExp(`${tone}$`) })
      .click()
    await expect(panel.getByRole('group', { name: 'In which voice?' })).toHaveCount(0)
  }

  async opensSettings(): Promise<void> {
    await this.page.getByRole('button', { name: 'Settings', exact: true }).click()
    await this.page.getByRole('dialog', { name: 'Settings' }).waitFor()
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
