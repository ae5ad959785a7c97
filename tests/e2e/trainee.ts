import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import type { Scenario } from '#core/scenario'
import { PACE_MS } from '#core/scoring'
import { SETTINGS_KEY } from '../../src/app/settings-port.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/player/settings.ts'
import { deedOf } from './deed.ts'
import { PanelHands } from './panel-hands.ts'

declare global {
  interface Window {
    /** seconds of the page to a second of the wall, until so many ms of the page have passed; where a test asked for it */
    __pace?: (pace: number, forMs?: number) => void
  }
}

type Start = {
  /** its title on the start page; the cell entry if none is named */ readonly scenario?: string
  readonly view: '3D cell' | 'Panels only'
  readonly layers?: readonly string[]
  readonly mode?: 'guided' | 'practice'
  /** `played`: it passes only while the trainee plays a walkthrough */ readonly time?: 'real' | 'played'
}

const ENTRY = 'Cell entry with a colleague'
export const ALL_LAYERS = ['Tactics', 'Communication', 'Self-defence', 'Law', 'Language'] as const

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
    return this.card(ENTRY)
  }
  private card = (title: string): Locator => this.page.getByRole('region', { name: title, exact: true })

  /** The settings of this machine, as somebody left them before he came. */
  async hasSettings(settings: Partial<Settings>): Promise<void> {
    await this.page.addInitScript(([key, text]) => localStorage.getItem(key) ?? localStorage.setItem(key, text), [
      SETTINGS_KEY,
      JSON.stringify({ ...DEFAULT_SETTINGS, ...settings }),
    ] as const)
  }

  /**
   * The page's clock can go slower or faster than the wall's. A machine that takes two seconds for a click in software
   * WebGL would else miss what a person has three seconds for.
   */
  async hasPacedTime(): Promise<void> {
    await this.page.addInitScript(() => {
      const wall = performance.now.bind(performance)
      let [wallMs, pageMs, pace, endMs] = [wall(), wall(), 1, Number.POSITIVE_INFINITY]
      const now = () => {
        const was = wallMs
        wallMs = wall()
        pageMs = Math.min(pageMs + (wallMs - was) * pace, endMs)
        return pageMs
      }
      performance.now = now
      window.__pace = (next, forMs = Number.POSITIVE_INFINITY) => {
        endMs = now() + forMs
        pace = next
      }
    })
  }

  /** Begins a scenario; `layers` are switched on beside the one that is on already. */
  async starts({ scenario = ENTRY, view, layers = [], mode = 'practice', time = 'real' }: Start): Promise<void> {
    if (time === 'played') await this.page.clock.install()
    await this.page.goto('/')
    const card = this.card(scenario)
    // One situation stands open at a time; its title opens it.
    const title = card.getByRole('button', { name: scenario, exact: true })
    if ((await title.getAttribute('aria-expanded')) !== 'true') await title.click()
    await card.getByLabel('Mode').selectOption(mode)
    await card.getByRole('combobox', { name: /^View/ }).selectOption({ label: view })
    for (const layer of layers) {
      const button = card.getByRole('button', { name: layer, exact: true })
      if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
    }
    await card.getByRole('button', { name: 'Begin' }).click()
    await this.page.getByRole('button', { name: 'Start the clock' }).waitFor()
    if (time === 'played') await this.page.clock.pauseAt((await this.page.evaluate(() => Date.now())) + 1000)
    await this.page.getByRole('button', { name: 'Start the clock' }).click()
  }

  /** Presses buttons by name, one after the other. */
  async does(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.getByRole('button', { name, exact: true }).click()
  }

  /** Plays a walkthrough in the panels as a person does, by the names on the screen; nobody waits for what he waits for. */
  async plays(scenario: Scenario, name: string): Promise<void> {
    const hands = new PanelHands(this.page)
    for (const step of scenario.walkthroughs[name]?.steps ?? []) {
      if ('wait' in step) await this.page.clock.fastForward(step.wait * 1000)
      if (!('do' in step)) continue
      await this.page.clock.fastForward(PACE_MS)
      await hands.does(deedOf(scenario, step.do, step.tone ?? 'neutral'))
    }
    await this.page.clock.resume()
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
