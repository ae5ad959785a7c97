// Builds when a source has changed since the last build, then serves. What cannot be built – a scenario with a mistake in
// it – is named, and the app stays as it was built last, so that nobody waits for its author.

import { existsSync } from 'node:fs'
import { BUILT, build } from './build.mjs'

if (!build()) {
  if (!existsSync(BUILT)) process.exit(1)
  console.error(
    '\nThe app is served as it was built last, without these changes. Mend what is named above and start again.\n',
  )
}
await import('./serve.mjs')
