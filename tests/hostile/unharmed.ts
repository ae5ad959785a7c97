import { expect } from 'vitest'

/** Longest any input may keep the program busy, ms (issue 2, Bad input). */
const LIMIT_MS = 1000
const builtIns = () =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype].map(
    (prototype) => Reflect.ownKeys(prototype).length,
  )
const before = builtIns()

/** How often it is tried again: a machine with other work takes longer, and never shorter. Waiting for it is not counted. */
const TRIES = 4

/** Runs something on hostile input; it must answer in time, and leave the program as it was. */
export function unharmedBy<Value>(run: () => Value): Value {
  let value: Value
  let fastestMs = Number.POSITIVE_INFINITY
  let tries = 0
  do {
    const [start, used] = [performance.now(), process.cpuUsage()]
    value = run()
    const { user, system } = process.cpuUsage(used)
    fastestMs = Math.min(fastestMs, performance.now() - start, (user + system) / 1000)
    tries++
  } while (fastestMs >= LIMIT_MS && tries < TRIES)
  expect(fastestMs).toBeLessThan(LIMIT_MS)
  expect(builtIns()).toEqual(before)
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  expect((globalThis as Record<string, unknown>).executed).toBeUndefined()
  return value
}

/** Signs that hide, turn the reading direction or steer a terminal; no message may hold one. */
// Finding control characters is the purpose.
export const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/
