import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    testTimeout: 60_000,
    // As many as there are cores: on two, one fewer would leave half of the machine idle.
    maxWorkers: '100%',
    // Files share what they import: reading it anew for each was a third of the time. No module keeps state of a test.
    isolate: false,
  },
})
