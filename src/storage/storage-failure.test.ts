import { expect, it } from 'vitest'
import { storageFailure } from './storage-failure.ts'

it('finds a full disk inside the abort that it caused', () => {
  const abort = Object.assign(new Error('aborted'), {
    name: 'AbortError',
    inner: new DOMException('no room', 'QuotaExceededError'),
  })
  const failure = storageFailure('this act', abort)
  expect(failure.message).toBe(
    'The disk is full: this act could not be saved. Everything before it is saved. You can export the session now.',
  )
  expect(failure.cause).toBe(abort)
})

it('names a reason it does not know', () => {
  expect(storageFailure('this act', new TypeError('x')).message).toMatch(/^This act could not be saved \(TypeError\)/)
  expect(storageFailure('this act', undefined).message).toMatch(/unknown reason/)
})
