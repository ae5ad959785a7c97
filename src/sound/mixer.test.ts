import { expect, it } from 'vitest'
import type { ClipOptions, Device, PlayOptions } from './device.ts'
import type { Gesture } from './gesture.ts'
import { createMixer } from './mixer.ts'

/** A device that writes down what it was asked, and a gesture the test makes. */
function setUp({ touched = true, muted = false, volume = 1, broken = false } = {}) {
  const loaded: ClipOptions[] = []
  const begun: PlayOptions[] = []
  const stopped: PlayOptions[] = []
  const volumes: number[] = []
  const dull: boolean[] = []
  let waiting: (() => void)[] = []
  let happened = touched
  const device: Device = {
    load: (clip) => {
      if (broken) throw new Error('no output device')
      loaded.push(clip)
      return {
        play: (how) => {
          begun.push(how)
          return {
            stop: () => stopped.push(how),
            setVolume: (next) => volumes.push(next),
            setMuffled: (next) => dull.push(next),
          }
        },
      }
    },
  }
  const gesture: Gesture = { happened: () => happened, whenHappened: (call) => void waiting.push(call) }
  const touch = () => {
    happened = true
    for (const call of waiting) call()
    waiting = []
  }
  return { mixer: createMixer({ volume, muted, device, gesture }), loaded, begun, stopped, volumes, dull, touch }
}

it('fetches a file when it is first needed, and once', () => {
  const { mixer, loaded } = setUp()
  expect(loaded).toEqual([])
  mixer.play('bolt')
  mixer.play('bolt')
  expect(loaded.map((clip) => clip.files)).toEqual([['/sounds/bolt.ogg', '/sounds/bolt.mp3']])
})
it('multiplies the gains of person, group, cue and call', () => {
  const { mixer, begun } = setUp({ volume: 0.5 })
  mixer.setVolume('effects', 0.5)
  mixer.play('door-close', { gain: 0.5, pan: -4 })
  expect(begun[0]?.volume).toBeCloseTo(0.9 * 0.5 * 0.5 * 0.5)
  expect(begun[0]?.pan).toBe(-1)
})
it('lets what plays follow the volume of its group', () => {
  const { mixer, volumes } = setUp()
  mixer.play('wing-murmur')
  mixer.setVolume('room', 0.5)
  mixer.setVolume('all', 0)
  expect(volumes).toEqual([0.125, 0])
})
it('makes what comes through a door duller and quieter, and a loop follows the door', () => {
  const { mixer, begun, volumes, dull } = setUp()
  mixer.play('knock', { isMuffled: true })
  expect(begun[0]).toMatchObject({ isMuffled: true, volume: 0.35 })
  mixer.play('wing-murmur')
  mixer.play('wing-murmur', { isMuffled: true })
  expect(dull).toEqual([true])
  expect(volumes.at(-1)).toBeCloseTo(0.125)
})
it('keeps all but voices low while somebody speaks, whatever the person has set', () => {
  const { mixer } = setUp()
  mixer.setVolume('room', 0.5)
  mixer.duck(true)
  expect(mixer.loudness('room')).toBeCloseTo(0.175)
  expect(mixer.loudness('voice')).toBe(1)
  mixer.duck(false)
  expect(mixer.loudness('room')).toBe(0.5)
})
it('takes a volume that is no number for none', () => {
  const { mixer } = setUp()
  mixer.setVolume('all', Number.NaN)
  expect(mixer.loudness('effects')).toBe(0)
})
it('does not touch the device before a gesture; a slam is dropped, the room tone begins later', () => {
  const { mixer, loaded, begun, touch } = setUp({ touched: false })
  expect(mixer.play('door-close')).toEqual({ played: false, reason: 'no-gesture' })
  mixer.play('wing-murmur')
  expect(loaded).toEqual([])
  touch()
  expect(begun).toHaveLength(1)
  expect(loaded[0]?.loop).toEqual({ startMs: 100, lengthMs: 8000 })
})
it('plays a loop once, however often it is asked', () => {
  const { mixer, begun } = setUp()
  mixer.play('wing-murmur')
  mixer.play('wing-murmur')
  expect(begun).toHaveLength(1)
})
it('cuts everything when muted, and brings back only loops', () => {
  const { mixer, begun, stopped } = setUp()
  mixer.play('wing-murmur')
  mixer.play('alarm')
  mixer.setMuted(true)
  expect(stopped).toHaveLength(2)
  expect(mixer.play('knock')).toEqual({ played: false, reason: 'muted' })
  mixer.setMuted(false)
  expect(begun).toHaveLength(3)
})
it('forgets loops that were stopped', () => {
  const { mixer, begun, stopped } = setUp()
  mixer.play('wing-murmur')
  mixer.stopAll()
  mixer.setMuted(true)
  mixer.setMuted(false)
  expect([begun.length, stopped.length]).toEqual([1, 1])
})
it('stops one playing without stopping the others', () => {
  const { mixer, stopped, begun } = setUp()
  const first = mixer.play('footstep')
  mixer.play('footstep')
  if (first.played) first.stop()
  expect(stopped).toEqual([begun[0]])
})
it('varies what repeats, the same way each time', () => {
  const { mixer, begun } = setUp()
  for (let i = 0; i < 5; i++) mixer.play('footstep')
  expect(begun.map((how) => how.rate)).toEqual([1, 0.95, 1.04, 0.98, 1])
})
it('tells about a missing file and leaves the other sounds alone', () => {
  const { mixer, loaded } = setUp()
  const states: unknown[] = []
  mixer.subscribe((state) => states.push(state.failure))
  mixer.play('bolt')
  loaded[0]?.onFailed('missing-file', '404')
  expect(mixer.state()).toEqual({ muted: false, failure: 'missing-file', detail: 'bolt: 404' })
  expect(mixer.play('bolt')).toEqual({ played: false, reason: 'missing-file' })
  expect(mixer.play('knock').played).toBe(true)
  expect(states).toEqual(['missing-file'])
})
it('turns a device that throws into a state', () => {
  const { mixer } = setUp({ broken: true })
  expect(mixer.play('knock')).toEqual({ played: false, reason: 'no-device' })
  expect(mixer.state().detail).toBe('knock: no output device')
})
it('forgets the failure of a device that is heard again', () => {
  const { mixer, loaded } = setUp()
  mixer.play('knock')
  loaded[0]?.onFailed('no-device', 'busy')
  mixer.play('knock')
  loaded[1]?.onHeard()
  expect(mixer.state().failure).toBeUndefined()
})
it('is silent, not broken, where there is no browser', () => {
  expect(createMixer({ volume: 1, muted: false }).play('knock')).toEqual({ played: false, reason: 'no-gesture' })
})
