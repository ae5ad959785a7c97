#!/usr/bin/env node
// The command line runs the same TypeScript as the browser; tsx reads it in place.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('../src/cli/main.ts')
process.exitCode = await main(process.argv.slice(2))
