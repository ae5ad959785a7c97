// Builds the app and the benchmarks as they are shipped, and runs them. Run through tsx they would measure tsx: it keeps
// the name of every function that is made, which costs more than what is measured.
import { join, resolve } from 'node:path'
import { build as bundle } from 'vite'
import { build } from './build.mjs'

const ROOT = resolve(import.meta.dirname, '..')
const quiet = process.argv.includes('--json')
if (!process.argv.includes('--no-build') && !build({ quiet }))
  console.error('The app could not be built: what is measured of it is missing or old.')
await bundle({
  root: ROOT,
  configFile: false,
  publicDir: false,
  logLevel: 'error',
  ssr: { noExternal: true, external: ['@playwright/test'] },
  build: {
    ssr: 'tests/bench/bench.ts',
    // Two folders deep, as the sources are, so that the paths in them hold.
    outDir: '.cache/bench',
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'bench.mjs' } },
  },
})
// The page whose pictures are measured, with the app's own settings.
await bundle({
  root: ROOT,
  publicDir: false,
  logLevel: 'error',
  build: { outDir: '.cache/bench-scene', rollupOptions: { input: join(ROOT, 'tests/bench/scene/index.html') } },
})
await import(join(ROOT, '.cache/bench/bench.mjs'))
