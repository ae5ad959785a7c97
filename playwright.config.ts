import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './tools/chromium.mjs'

const port = Number(process.env.PORT ?? 4179)
/** Tests that draw the 3D view, by software; the others need no WebGL, and a browser without it works a sixth less. */
const DRAWS = /(cell|cell-entry|debrief|other-side|places|settings|situations-3d)\.spec\.ts$/
const browser = (...flags: readonly string[]) => ({
  launchOptions: { executablePath: findChromium() ?? 'chromium', args: [...CHROMIUM_FLAGS, ...flags] },
})
const address = `http://localhost:${port}`

/**
 * Browser tests of what was built; `npm test` builds first. Two at a time, as the machines they run on have two cores,
 * and of each kind one: two that draw would wait for each other's pictures, two that do not would leave a core idle.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/browser',
  workers: 2,
  // Long tests of one file would else wait for one another at the end, beside an idle core.
  fullyParallel: true,
  retries: 0,
  timeout: 120_000,
  // Two cores and software WebGL: what a person would wait for may take a while.
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: address,
    viewport: { width: 1280, height: 720 },
  },
  projects: [
    { name: '3D', workers: 1, testMatch: DRAWS, use: browser() },
    { name: 'panels', workers: 1, testIgnore: DRAWS, use: browser('--disable-gpu') },
  ],
  webServer: { command: 'node tools/serve.mjs', url: address, env: { PORT: String(port) }, reuseExistingServer: false },
})
