import { blow, hiss, modesOf, ring } from './body.ts'
import { between, lowPass } from './filters.ts'
import { muttering } from './people-sounds.ts'
import { createNoise, type Noise } from './prng.ts'
import { CELL, inRoom, WING } from './reverb.ts'
import { draw, hump, mix, pluck, RATE, type Signal, samplesIn, shape } from './signal.ts'

/** Loop, overlap, and what the file runs on at either end for the codec's sake (see the cue table), in seconds. */
const [LOOP_S, OVERLAP_S, MARGIN_S] = [8, 1, 0.1]

/** A quiet wing behind a door: ventilation, a mains hum, and far voices too blurred to be words. */
export function wingMurmur(noise: Noise): Signal {
  const total = LOOP_S + OVERLAP_S
  const duct = mix(total, [
    { signal: lowPass(lowPass(hiss(noise, total), 160), 160), gain: 4 },
    { signal: between(hiss(noise, total), 180, 900), gain: 0.3 },
    { signal: between(hiss(noise, total), 900, 2600), gain: 0.035 },
  ])
  const breathing = (t: number) =>
    1 + 0.1 * Math.sin(2 * Math.PI * 0.25 * t) + 0.06 * Math.sin(2 * Math.PI * 0.625 * t + 1)
  const voices = Array.from({ length: 9 }, (_, i) => ({
    signal: muttering(createNoise(300 + i), noise.between(88, 150)),
    atS: (i * LOOP_S) / 9 + noise.between(0, 0.6),
    gain: noise.between(0.5, 1),
  }))
  const far = lowPass(inRoom(mix(total, voices), total, { ...WING, wet: 2 }), 620)
  // whole cycles within the loop, so the hum needs no cross-fade
  const fan = (t: number) =>
    Math.sin(2 * Math.PI * 49.5 * t) * 0.02 +
    Math.sin(2 * Math.PI * 99 * t) * 0.012 +
    Math.sin(2 * Math.PI * 148.5 * t) * 0.004
  const air = shape(
    overlapped(
      mix(total, [
        { signal: duct, gain: 0.1 },
        { signal: far, gain: 0.05 },
      ]),
    ),
    breathing,
  )
  return withMargins(air.map((value, i) => value + fan(i / RATE)))
}

/** Runs a loop on at both ends. */
function withMargins(loop: Signal): Signal {
  return mix(LOOP_S + 2 * MARGIN_S, [
    { signal: loop.slice(-samplesIn(MARGIN_S)) },
    { signal: loop, atS: MARGIN_S },
    { signal: loop.slice(0, samplesIn(MARGIN_S)), atS: MARGIN_S + LOOP_S },
  ])
}

/** Folds the tail over the head at equal power: the end runs into the beginning. */
function overlapped(signal: Signal): Signal {
  const [loop, overlap] = [samplesIn(LOOP_S), samplesIn(OVERLAP_S)]
  return signal.slice(0, loop).map((value, i) => {
    if (i >= overlap) return value
    const angle = ((i / overlap) * Math.PI) / 2
    return value * Math.sin(angle) + (signal[loop + i] ?? 0) * Math.cos(angle)
  })
}

const FAR_DOOR = modesOf({ seed: 31, lowHz: 90, highHz: 900, count: 12, decayS: 0.7 })
const FAR_KEYS = modesOf({ seed: 32, lowHz: 1700, highHz: 4200, count: 6, decayS: 0.12 })

/** Ventilation: `air` 0–1 is how much of it is heard above the duct's rumble. */
const ventilation = (noise: Noise, seconds: number, air: number): Signal =>
  mix(seconds, [
    { signal: lowPass(lowPass(hiss(noise, seconds), 150), 150), gain: 4 },
    { signal: between(hiss(noise, seconds), 180, 800), gain: 0.3 * air },
  ])

/** A wing by day: many voices, a door far off, keys that go by. */
export function wingDay(noise: Noise): Signal {
  const total = LOOP_S + OVERLAP_S
  const voices = Array.from({ length: 16 }, (_, i) => ({
    signal: muttering(createNoise(500 + i), noise.between(92, 165)),
    atS: (i * LOOP_S) / 16 + noise.between(0, 0.4),
    gain: noise.between(0.45, 1),
  }))
  const door = { signal: ring(blow(noise, 1.6, 0.004), FAR_DOOR), atS: 2.6, gain: 0.02 }
  const keys = [5.1, 5.28, 5.43, 5.71].map((atS) => ({
    signal: ring(blow(noise, 0.3, 0.0006), FAR_KEYS),
    atS,
    gain: 0.03,
  }))
  const far = lowPass(inRoom(mix(total, [...voices, door]), total, { ...WING, wet: 2 }), 900)
  const near = lowPass(inRoom(mix(total, keys), total, { ...WING, wet: 1.2 }), 3600)
  return withMargins(
    overlapped(
      mix(total, [
        { signal: ventilation(noise, total, 1), gain: 0.02 },
        { signal: far, gain: 0.3 },
        { signal: near, gain: 0.1 },
      ]),
    ),
  )
}

/** A wing at night: air in a duct, a transformer's hum, somebody who coughs far off, a pipe that ticks as it cools. */
export function wingNight(noise: Noise): Signal {
  const total = LOOP_S + OVERLAP_S
  const cough = (atS: number) => ({
    signal: shape(between(hiss(noise, 0.22), 300, 1500), pluck(0.008, 0.2)),
    atS,
    gain: 0.5,
  })
  const pipe = [1.3, 4.9, 6.6].map((atS) => ({ signal: ring(blow(noise, 0.4, 0.0008), FAR_KEYS), atS, gain: 0.05 }))
  const far = lowPass(inRoom(mix(total, [cough(3.2), cough(3.55), ...pipe]), total, { ...WING, wet: 2 }), 1100)
  const air = overlapped(
    mix(total, [
      { signal: ventilation(noise, total, 0.6), gain: 0.12 },
      { signal: far, gain: 0.06 },
    ]),
  )
  // whole cycles within the loop, so the hum needs no cross-fade
  const hum = (t: number) => Math.sin(2 * Math.PI * 100 * t) * 0.016 + Math.sin(2 * Math.PI * 200 * t) * 0.005
  return withMargins(air.map((value, i) => value + hum(i / RATE)))
}

/** Notes of the film's music, Hz: a slow minor chord and its neighbour. */
const CHORDS = [
  [196, 233.1, 293.7],
  [174.6, 220, 261.6],
] as const

/** A neighbour's television: two voices in turn over music, of which a wall lets only the bass through. */
export function tvWall(noise: Noise): Signal {
  const total = LOOP_S + OVERLAP_S
  const talk = Array.from({ length: 8 }, (_, i) => ({
    signal: muttering(createNoise(700 + i), i % 3 === 2 ? 182 : 106),
    atS: i * 1.1 + noise.between(0, 0.15),
    gain: noise.between(0.7, 1),
  }))
  const music = draw(total, (t) => {
    const chord = CHORDS[Math.floor(t / 2) % 2] ?? CHORDS[0]
    const swell = 0.35 + 0.65 * hump(2, 0.7)(t % 2)
    return (
      chord.reduce((sum, hz) => sum + Math.sin(2 * Math.PI * hz * t) + 0.3 * Math.sin(4 * Math.PI * hz * t), 0) * swell
    )
  })
  const set = mix(total, [...talk, { signal: music, gain: 0.035 }])
  const wall = lowPass(lowPass(set, 420), 520)
  return withMargins(overlapped(inRoom(wall, total, { ...CELL, wet: 0.5 })))
}
