import { defineConfig } from '@playwright/test'
import { CHROMIUM_FLAGS, findChromium } from './tools/chromium.mjs'

const port = 4179
export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  retries: 0,
  timeout: 120_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1280, height: 720 },
    launchOptions: { executablePath: findChromium() ?? 'chromium', args: CHROMIUM_FLAGS },
  },
  webServer: { command: 'node tools/serve.mjs', port, env: { PORT: String(port) }, reuseExistingServer: false },
})
