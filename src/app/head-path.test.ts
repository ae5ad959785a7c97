import { describe, expect, it } from 'vitest'
import { encodePose } from '#core/session'
import { headPathOf } from './head-path.ts'

const chunk = (...times: readonly number[]) =>
  encodePose(times.map((timeMs, n) => ({ timeMs, x: timeMs / 1000 + n, z: 0, yaw: 0, pitch: 0 })))

describe('the path of a head', () => {
  it('joins its chunks in order of time', () => {
    const path = headPathOf([chunk(100, 200), chunk(300, 400)])
    expect(path.map(({ timeMs }) => timeMs)).toEqual([100, 200, 300, 400])
  })

  it('takes the later chunk where a resumed session goes over the same time again', () => {
    const path = headPathOf([chunk(100, 200, 300), chunk(200, 400)])
    expect(path.map(({ timeMs }) => timeMs)).toEqual([100, 200, 400])
    expect(path[1]?.x).toBeCloseTo(0.2)
  })

  it('is empty for a session of the panels', () => expect(headPathOf([])).toEqual([]))

  it('says of a damaged chunk that it is', () => {
    expect(() => headPathOf([Uint8Array.of(3, 255)])).toThrow(/damaged/)
  })
})
