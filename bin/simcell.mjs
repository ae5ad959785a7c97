#!/usr/bin/env node
// The command line runs the same TypeScript as the browser; tsx reads it in place, from whatever folder it is called.
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) })
const { main } = await import('../src/cli/main.ts')
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error
})
process.exitCode = await main(process.argv.slice(2))
