import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Version of Simcell, from its package.json. */
export const appVersion = (): string =>
  (JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as { version: string }).version
