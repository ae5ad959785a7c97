import '../../src/cell/test-hook.ts'
import { expect, type Page } from '@playwright/test'
import type { Scenario } from '#core/scenario'
import { deedOf, type Hands } from './deed.ts'

/** What a person's eyes tell him of the 3D view: state, never pixels. */
export class CellOnScreen {
  constructor(readonly page: Page) {}

  async isDrawn(): Promise<void> {
    await this.page.waitForFunction(() => (window.__sim?.drawn().triangles ?? 0) > 1000, undefined, {
      polling: 200,
      timeout: 90_000,
    })
    // Software WebGL compiles its shaders behind the first pictures; until then no frame goes through.
    await this.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  readonly station = () => this.page.evaluate(() => window.__sim?.snapshot().officer.station)
  readonly highlighted = () => this.page.evaluate(() => window.__sim?.highlighted())
  readonly seq = () => this.page.evaluate(() => window.__sim?.snapshot().seq ?? -1)
  readonly lastAct = () => this.page.evaluate(() => window.__sim?.snapshot().lastAct?.id)
  readonly timeMs = () => this.page.evaluate(() => window.__sim?.timeMs() ?? 0)
  readonly isTarget = (id: string) =>
    this.page.evaluate((wanted) => window.__sim?.targets().some((one) => one.id === wanted) ?? false, id)

  /** Waits until the officer neither walks nor turns of himself. */
  async settles(): Promise<void> {
    await this.page.waitForFunction(() => window.__sim?.isStill(), undefined, { polling: 50 })
  }

  private readonly goesAt = (pace: number) => this.page.evaluate((pace) => window.__pace?.(pace), pace)

  /**
   * Plays a walkthrough step by step; every act must be the one that is logged.
   *
   * @param pace of the page's clock while the hands are at work, where it is paced; waits are shortened
   */
  async plays(scenario: Scenario, walkthrough: string, hands: Hands, pace: number): Promise<void> {
    let actMs = 0
    await this.goesAt(pace)
    for (const step of scenario.walkthroughs[walkthrough]?.steps ?? []) {
      if ('wait' in step) {
        // A walkthrough leaves two seconds from act to act; a wait comes on top of them.
        const until = actMs + (step.wait + 2) * 1000
        await this.goesAt(6)
        await this.page.waitForFunction((ms) => (window.__sim?.timeMs() ?? 0) >= ms, until, { polling: 50 })
        await this.goesAt(pace)
      } else if ('do' in step) {
        await this.performs(scenario, hands, step.do, step.tone)
        actMs = await this.timeMs()
      }
    }
  }

  /** Does one act; it must be the one that is logged. */
  async performs(scenario: Scenario, hands: Hands, act: string, tone?: string): Promise<void> {
    const seq = await this.seq()
    await this.settles()
    await hands.does(deedOf(scenario, act, tone))
    await expect.poll(this.seq, { message: act, intervals: [50] }).toBe(seq + 1)
    expect(await this.lastAct()).toBe(act)
  }
}
