import { blow, crackle, hiss, modesOf, ring, thump } from './body.ts'
import { between, lowPass } from './filters.ts'
import type { Noise } from './prng.ts'
import { CELL, inRoom, WING } from './reverb.ts'
import { draw, hump, mix, overdrive, pluck, type Signal, shape } from './signal.ts'

const PLASTIC = modesOf({ seed: 21, lowHz: 1100, highHz: 5200, count: 7, decayS: 0.03 })
const SHEET = modesOf({ seed: 22, lowHz: 190, highHz: 2600, count: 12, decayS: 0.42 })
const LATCH = modesOf({ seed: 23, lowHz: 900, highHz: 4600, count: 7, decayS: 0.1 })

/** A rubber sole on lino: heel, then the ball of the foot. */
export function footstep(noise: Noise): Signal {
  const sole = (lengthS: number, hz: number) => shape(between(hiss(noise, lengthS), 120, hz), pluck(0.003, lengthS))
  return inRoom(
    mix(0.2, [
      { signal: thump(0.15, 120, 72, 0.09), gain: 0.7 },
      { signal: sole(0.05, 1400), gain: 0.5 },
      { signal: sole(0.09, 2200), atS: 0.075, gain: 0.22 },
    ]),
    0.28,
    { ...CELL, wet: 0.14 },
  )
}

const GRATING = modesOf({ seed: 24, lowHz: 240, highHz: 3100, count: 10, decayS: 0.22 })
const GONG = modesOf({ seed: 25, lowHz: 980, highHz: 4300, count: 6, decayS: 0.85 })

/** A rubber sole on bare concrete: shorter and harder than on lino, with grit under it, and the landing answers. */
export function footstepConcrete(noise: Noise): Signal {
  const sole = (lengthS: number, hz: number) => shape(between(hiss(noise, lengthS), 180, hz), pluck(0.002, lengthS))
  const grit = shape(
    between(
      crackle(noise, 0.12, () => 900),
      1800,
      6500,
    ),
    hump(0.12, 0.7),
  )
  return inRoom(
    mix(0.2, [
      { signal: thump(0.12, 170, 95, 0.06), gain: 0.6 },
      { signal: sole(0.035, 2600), gain: 0.6 },
      { signal: grit, atS: 0.02, gain: 0.5 },
      { signal: sole(0.06, 3200), atS: 0.07, gain: 0.25 },
    ]),
    0.4,
    { ...WING, decayS: 0.7, wet: 0.2 },
  )
}

/** A step on steel grating: the plate rings under the heel. */
export function footstepSteel(noise: Noise): Signal {
  return inRoom(
    mix(0.34, [
      { signal: ring(blow(noise, 0.34, 0.002), GRATING), gain: 0.35 },
      { signal: ring(blow(noise, 0.25, 0.0012), GRATING), atS: 0.075, gain: 0.16 },
      { signal: thump(0.15, 150, 88, 0.08), gain: 0.5 },
    ]),
    0.5,
    { ...WING, decayS: 0.8, wet: 0.2 },
  )
}

/** A cell's call bell on the landing: a small gong under a quick hammer, twice. */
export function bell(noise: Noise): Signal {
  const strokes = [0, 0.7].flatMap((startS) => Array.from({ length: 9 }, (_, n) => startS + n * 0.052))
  return inRoom(
    mix(
      1.5,
      strokes.map((atS) => ({ signal: ring(blow(noise, 0.6, 0.0009), GONG), atS: 0.01 + atS, gain: 0.16 })),
    ),
    1.9,
    { ...WING, wet: 0.22 },
  )
}

/** The squelch opens, an empty channel hisses, the squelch falls shut. */
export function radio(noise: Noise): Signal {
  const channel = (lengthS: number) => overdrive(between(between(hiss(noise, lengthS), 350, 3000), 350, 3000), 2.4)
  return mix(0.5, [
    { signal: shape(channel(0.05), pluck(0.002, 0.09)), atS: 0.01, gain: 1 },
    { signal: shape(channel(0.4), (t) => 0.28 * Math.min(1, t / 0.02) * (t < 0.36 ? 1 : (0.4 - t) / 0.04)), atS: 0.04 },
    { signal: shape(channel(0.07), pluck(0.002, 0.07)), atS: 0.41, gain: 0.9 },
    { signal: draw(0.012, (t) => Math.sin(2 * Math.PI * 420 * t) * pluck(0.001, 0.012)(t)), atS: 0.008, gain: 0.5 },
  ])
}

/** A rocker switch: pressed, then over. */
export function lightSwitch(noise: Noise): Signal {
  return mix(0.16, [
    { signal: ring(blow(noise, 0.1, 0.0012), PLASTIC), atS: 0.004, gain: 0.3 },
    { signal: ring(blow(noise, 0.12, 0.0006), PLASTIC), atS: 0.034, gain: 1 },
    { signal: thump(0.1, 320, 210, 0.04), atS: 0.034, gain: 1.1 },
  ])
}

/** A blanket or a coat is moved: a soft brush in two strokes. */
export function cloth(noise: Noise): Signal {
  const threads = between(
    crackle(noise, 0.65, () => 5200),
    500,
    4200,
  )
  const strokes = (t: number) => hump(0.34, 0.8)(t) + 0.7 * hump(0.36, 0.9)(Math.max(0, t - 0.27))
  return shape(
    mix(0.65, [
      { signal: threads, gain: 0.8 },
      { signal: between(hiss(noise, 0.65), 250, 1900), gain: 0.22 },
    ]),
    strokes,
  )
}

/** A sheet is lifted and turned: sharp little creases over a swish. */
export function paper(noise: Noise): Signal {
  const creases = between(
    crackle(noise, 0.6, (t) => 240 + 900 * hump(0.35)(Math.abs(t - 0.12))),
    1300,
    5200,
  )
  const swish = between(hiss(noise, 0.6), 1800, 6000)
  const turn = (t: number) => hump(0.3, 0.7)(t) + 0.8 * hump(0.32, 0.8)(Math.max(0, t - 0.26))
  return shape(
    mix(0.6, [
      { signal: creases, gain: 1 },
      { signal: swish, gain: 0.1 },
    ]),
    turn,
  )
}

/** The latch of a thin sheet-metal locker; its door wobbles. */
export function locker(noise: Noise): Signal {
  const wobble = shape(ring(blow(noise, 0.7, 0.003), SHEET), (t) => 0.75 + 0.25 * Math.cos(2 * Math.PI * 17 * t))
  const again = [0.13, 0.19, 0.235].map((atS, i) => ({
    signal: ring(blow(noise, 0.4, 0.002), SHEET),
    atS,
    gain: 0.12 / (i + 1),
  }))
  return inRoom(
    mix(0.7, [
      { signal: ring(blow(noise, 0.2, 0.0007), LATCH), atS: 0.01, gain: 0.7 },
      { signal: wobble, atS: 0.07, gain: 0.2 },
      ...again,
      { signal: thump(0.3, 130, 92, 0.12), atS: 0.07, gain: 0.3 },
    ]),
    0.8,
    CELL,
  )
}

/** Two calm tones in turn, rounded at both ends: it calls, it does not frighten. */
export function alarm(): Signal {
  const tone = (hz: number) =>
    draw(0.36, (t) => {
      const body =
        Math.sin(2 * Math.PI * hz * t) + 0.22 * Math.sin(4 * Math.PI * hz * t) + 0.06 * Math.sin(6 * Math.PI * hz * t)
      return body * Math.min(1, t / 0.04, (0.36 - t) / 0.1)
    })
  const rise = (t: number) => Math.min(1, 0.45 + t)
  const tones = [660, 528, 660, 528].map((hz, i) => ({ signal: tone(hz), atS: 0.02 + i * 0.365 }))
  return lowPass(shape(mix(1.5, tones), rise), 2400)
}
