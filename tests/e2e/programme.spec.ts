import '../../src/player/player-hook.ts'
import type { Page } from '@playwright/test'
import { PACE_MS } from '#core/scoring'
import { shippedScenario } from '../fixtures/packs.ts'
import { expect, type Trainee, test } from './trainee.ts'

const scenario = shippedScenario('cell-entry')
const DAY_MS = 86_400_000

/** Begins what the page says comes next; how the session is to be met. */
async function beginsNextStep({ page }: Trainee) {
  await page.getByRole('region', { name: 'Next step' }).getByRole('button', { name: 'Begin in panels' }).click()
  await page.getByRole('button', { name: 'Start the clock' }).waitFor()
  // From here time passes only as the run says: a slow machine misses no time limit.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000)
  await page.getByRole('button', { name: 'Start the clock' }).click()
  return page.evaluate(() => {
    const header = window.__player?.getState().header
    if (!header) throw new Error('There is no session on this page.')
    return { stack: header.stack, mode: header.mode, variation: header.variation }
  })
}

/** A first meeting that is broken off: it counts as met, and as nothing else. */
async function breaksOff(page: Page) {
  await page.evaluate(() => window.__player?.getState().send({ do: 'end:session' }))
  await page.clock.resume()
  await page.getByRole('link', { name: 'See the debrief' }).waitFor()
}

/** Plays a shipped run at its own pace, by the clock of the page; acts of layers that are off are left out. */
async function plays(page: Page, walkthrough: string) {
  for (const step of scenario.walkthroughs[walkthrough]?.steps ?? []) {
    if ('wait' in step) await page.clock.fastForward(step.wait * 1000)
    if (!('do' in step)) continue
    await page.clock.fastForward(PACE_MS)
    await page.evaluate(async ({ do: act, tone }) => {
      const player = window.__player?.getState()
      const found = player?.snapshot.affordances.find((one) => one.act.do === act)
      if (found) await player?.send({ do: act, ...(found.tones && { tone: tone ?? 'neutral' }) } as typeof found.act)
    }, step)
  }
  await page.clock.resume()
  await page.getByRole('link', { name: 'See the debrief' }).waitFor()
}

/** The run that earns everything in a variation: the one that was written for it. */
const goodRunFor = (variation: string): string =>
  Object.entries(scenario.walkthroughs).find(
    ([name, run]) => (run.variation ?? 'none') === variation && (variation !== 'none' || name === 'model'),
  )?.[0] ?? 'model'

const stepsOf = (page: Page) => page.getByRole('region', { name: 'Cell entry with a colleague' }).getByRole('listitem')

test('the ladder is climbed to the capstone, with a failed try, and what is mastered falls due again', async ({
  trainee,
}) => {
  test.setTimeout(400_000)
  const { page } = trainee
  await page.clock.install({ time: new Date('2026-03-02T08:00:00Z') })
  await page.goto('/programme')
  await expect(stepsOf(page)).toHaveCount(5)
  await expect(stepsOf(page).nth(0)).toContainText('Open')
  await expect(stepsOf(page).nth(1)).toContainText('Locked')
  await trainee.expectsNoAccessibilityViolations()

  const met: string[] = []
  let hasFailed = false
  while (!(await stepsOf(page).nth(4).textContent())?.includes('Mastered')) {
    expect(met.length).toBeLessThan(20)
    const { stack, mode, variation } = await beginsNextStep(trainee)
    const isFirst = !met.some((one) => one.startsWith(`${stack.length} `))
    expect(mode, 'hints for the first meeting only').toBe(isFirst ? 'guided' : 'practice')
    const fails = stack.length === 2 && mode === 'practice' && !hasFailed
    met.push(`${stack.length} ${mode} ${variation}${fails ? ' failed' : ''}`)
    // the first of all is played to its end with its hints, and masters nothing all the same
    if (mode === 'guided' && met.length > 1) await breaksOff(page)
    else await plays(page, fails ? 'harmful' : goodRunFor(variation))
    await page.goto('/programme')
    if (fails) {
      hasFailed = true
      await expect(stepsOf(page).nth(1)).toContainText('0 of 2 situations passed')
      await expect(stepsOf(page).nth(2)).toContainText('Locked')
    }
    await expect(stepsOf(page).first()).toBeVisible()
  }
  expect(hasFailed).toBe(true)
  expect(met.filter((one) => one.startsWith('5 ')).length, 'met with hints, then passed twice').toBeGreaterThanOrEqual(
    3,
  )
  await expect(page.getByRole('region', { name: 'Next step' })).toContainText('Standing count')

  const first = stepsOf(page).nth(0)
  await expect(first).toContainText(/Practise again from \d+ March 2026/)
  await page.clock.setSystemTime(new Date('2026-03-02T08:00:00Z').getTime() + 10 * DAY_MS)
  await page.goto('/programme')
  await expect(first).toContainText('Due again')
  const { stack, mode, variation } = await beginsNextStep(trainee)
  expect({ stack, mode }).toEqual({ stack: ['tactics'], mode: 'practice' })
  await plays(page, goodRunFor(variation))
  await page.goto('/programme')
  await expect(first).toContainText('Mastered')
})

test('the programme fits a narrow screen', async ({ trainee }) => {
  await trainee.page.setViewportSize({ width: 390, height: 844 })
  await trainee.page.goto('/programme')
  await expect(stepsOf(trainee.page)).toHaveCount(5)
  await trainee.expectsNoSidewaysScroll()
  await trainee.expectsNoAccessibilityViolations()
})
