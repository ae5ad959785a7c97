// Builds when a source has changed since the last build, then serves.
import { build } from './build.mjs'

if (!build()) process.exit(1)
await import('./serve.mjs')
