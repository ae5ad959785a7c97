import { expect, it } from 'vitest'
import type { Snapshot } from '#core/session'
import { onlyTimeDiffers } from './player.ts'

const snapshot = { timeMs: 1, props: {}, characters: {}, sounds: [] } as unknown as Snapshot

it('takes a moved clock for no change, and a moved door for one', () => {
  expect(onlyTimeDiffers(snapshot, { ...snapshot, timeMs: 251 })).toBe(true)
  expect(onlyTimeDiffers(snapshot, { ...snapshot, props: { door: 'open' } })).toBe(false)
})
