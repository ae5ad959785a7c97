import '../../src/cell/test-hook.ts'
import { expect, type Page } from '@playwright/test'
import type { Scenario } from '#core/scenario'
import { PACE_MS } from '#core/scoring'
import { deedOf, type Hands } from './deed.ts'

/** Seconds of the page to one of the wall. */
const PACE = { hands: 0.25, between: 8 } as const
/** The hands begin so long before an act is due. */
const READY_MS = 500

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

  private readonly goesAt = (pace: number, forMs?: number) =>
    this.page.evaluate(([pace, forMs]) => window.__pace?.(pace, forMs), [pace, forMs] as const)

  /**
   * Plays a walkthrough step by step, each act at its own time and the one that is logged. Where the page's clock is
   * paced it runs between acts and goes slowly while the hands are at work, so that a busy machine misses no time limit.
   */
  async plays(scenario: Scenario, walkthrough: string, hands: Hands): Promise<void> {
    let dueMs = 0
    for (const step of scenario.walkthroughs[walkthrough]?.steps ?? []) {
      if ('wait' in step) dueMs += step.wait * 1000
      if (!('do' in step)) continue
      dueMs += PACE_MS
      await this.waitsUntil(dueMs - READY_MS)
      await this.performs(scenario, hands, step.do, step.tone)
      dueMs = Math.max(dueMs, await this.timeMs())
    }
  }

  /** A slow picture must not carry the quick clock beyond the moment, so the clock stops there by itself. */
  private async waitsUntil(ms: number): Promise<void> {
    const left = ms - (await this.timeMs())
    if (left <= 0) return
    await this.goesAt(PACE.between, left)
    await this.page.waitForFunction((ms) => (window.__sim?.timeMs() ?? 0) >= ms - 2, ms, { polling: 50 })
  }

  /** Does one act; it must be the one that is logged. */
  async performs(scenario: Scenario, hands: Hands, act: string, tone?: string): Promise<void> {
    const seq = await this.seq()
    await this.goesAt(1)
    await this.settles()
    await this.goesAt(PACE.hands)
    await hands.does(deedOf(scenario, act, tone))
    await expect.poll(this.seq, { message: act, intervals: [50] }).toBe(seq + 1)
    expect(await this.lastAct()).toBe(act)
  }
}
