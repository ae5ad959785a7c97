import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SOUND_CUES } from '#core/scenario'
import { CUE_TABLE } from '#sound'
import { RECIPES, renderSound, SOUND_NAMES } from './recipes.ts'
import { peakOf, samplesIn } from './signal.ts'
import { centroidOf } from './spectrum.ts'
import { toWav } from './wav.ts'

const SIGNALS = new Map(SOUND_NAMES.map((name) => [name, renderSound(name)]))
const signalOf = (name: (typeof SOUND_NAMES)[number]) => SIGNALS.get(name) ?? new Float32Array()
const inRepository = (path: string) => join(import.meta.dirname, '../..', path)
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const FINGERPRINTS: Record<string, string> = JSON.parse(
  readFileSync(join(import.meta.dirname, 'fingerprints.json'), 'utf8'),
)

it('makes a sound for every cue', () => {
  for (const cue of SOUND_CUES) expect(SOUND_NAMES).toContain(cue)
  expect([...SOUND_NAMES].sort()).toEqual(Object.keys(CUE_TABLE).sort())
})

describe.each(SOUND_NAMES)('%s', (name) => {
  const signal = signalOf(name)
  it('is as long as its recipe says', () => expect(signal.length).toBe(samplesIn(RECIPES[name].seconds)))
  it('has only numbers in it', () => expect(signal.every(Number.isFinite)).toBe(true))
  it('is neither clipped nor silent', () => {
    expect(peakOf(signal)).toBeLessThanOrEqual(0.95)
    expect(peakOf(signal)).toBeGreaterThanOrEqual(0.1)
  })
  it('does not push the loudspeaker one way', () => {
    expect(Math.abs(signal.reduce((sum, value) => sum + value, 0) / signal.length)).toBeLessThan(0.01)
  })
  it('is the same every time, and so are its files', () => {
    const stale = 'stale: run npx tsx tools/sounds/build.ts'
    expect(sha256(toWav(renderSound(name))), stale).toBe(FINGERPRINTS[`${name}.wav`])
    for (const kind of ['ogg', 'mp3'])
      expect(sha256(readFileSync(inRepository(`public/sounds/${name}.${kind}`))), stale).toBe(
        FINGERPRINTS[`${name}.${kind}`],
      )
  })
})

it.each(SOUND_NAMES.filter((name) => !RECIPES[name].loop))('%s begins and ends without a click', (name) => {
  const signal = signalOf(name)
  expect(Math.abs(signal[0] ?? 1)).toBeLessThan(0.001)
  expect(Math.abs(signal.at(-1) ?? 1)).toBeLessThan(0.001)
})

it.each([0, 1])('keeps what one browser may fetch within 300 kB, whichever format it takes', (kind) => {
  const files = Object.values(CUE_TABLE).map((cue) => cue.files[kind] ?? '')
  const total = files.reduce((sum, file) => sum + statSync(inRepository(`public/${file}`)).size, 0)
  expect(total).toBeLessThanOrEqual(300_000)
})

it('makes a slam darker than a key', () => {
  expect(centroidOf(signalOf('door-close'))).toBeLessThan(centroidOf(signalOf('key-turn')))
})

const LOOPS = SOUND_NAMES.filter((name) => RECIPES[name].loop)
it.each(LOOPS)('makes %s run round without a seam', (name) => {
  const signal = signalOf(name)
  const { startMs, lengthMs } = CUE_TABLE[name].loop ?? { startMs: 0, lengthMs: 0 }
  const [start, end] = [samplesIn(startMs / 1000), samplesIn((startMs + lengthMs) / 1000)]
  const around = samplesIn(0.09)
  expect(lengthMs).toBe(8000)
  expect(signal.subarray(end - around, end + around)).toEqual(signal.subarray(start - around, start + around))
})

/** Share of a sound's energy that comes after so many seconds. */
const restAfter = (signal: Float32Array, seconds: number): number => {
  const energy = (part: Float32Array) => part.reduce((sum, value) => sum + value * value, 0)
  return energy(signal.subarray(samplesIn(seconds))) / energy(signal)
}

it('tells three floors apart: concrete is brighter than lino, steel rings on', () => {
  const [lino, concrete, steel] = (['footstep', 'footstep-concrete', 'footstep-steel'] as const).map(signalOf)
  if (!lino || !concrete || !steel) throw new Error('A floor makes no sound.')
  expect(centroidOf(concrete)).toBeGreaterThan(centroidOf(lino) * 1.3)
  expect(restAfter(steel, 0.13)).toBeGreaterThan(restAfter(concrete, 0.13) * 2)
})

it('keeps a wing by day full of voices, not of one slam', () => {
  const signal = signalOf('wing-day')
  const rms = Math.sqrt(signal.reduce((sum, value) => sum + value * value, 0) / signal.length)
  expect(rms / peakOf(signal)).toBeGreaterThan(0.1)
  expect(centroidOf(signal)).toBeGreaterThan(180)
})

it('lets a wall keep the treble of the television, and the night the voices of the day', () => {
  expect(centroidOf(signalOf('tv-wall'))).toBeLessThan(450)
  expect(centroidOf(signalOf('wing-night'))).toBeLessThan(centroidOf(signalOf('wing-day')))
})

it('keeps the radio within the band of a radio', () => {
  const radio = centroidOf(signalOf('murmur-radio'))
  expect(radio).toBeGreaterThan(500)
  expect(radio).toBeLessThan(2600)
})

it('lets the alarm rise instead of starting with a blow', () => {
  const signal = signalOf('alarm')
  expect(peakOf(signal.subarray(0, samplesIn(0.03)))).toBeLessThan(peakOf(signal) * 0.35)
})
