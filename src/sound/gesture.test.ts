import { expect, it } from 'vitest'
import { createGesture } from './gesture.ts'

it('waits for the first touch or key and calls once', () => {
  const page = new EventTarget()
  const gesture = createGesture(page)
  let calls = 0
  gesture.whenHappened(() => calls++)
  expect(gesture.happened()).toBe(false)
  page.dispatchEvent(new Event('keydown'))
  page.dispatchEvent(new Event('pointerup'))
  expect([gesture.happened(), calls]).toEqual([true, 1])
})
it('calls at once on a page that was touched before', () => {
  const gesture = createGesture(
    Object.assign(new EventTarget(), { navigator: { userActivation: { hasBeenActive: true } } }),
  )
  let calls = 0
  gesture.whenHappened(() => calls++)
  expect(calls).toBe(1)
})
