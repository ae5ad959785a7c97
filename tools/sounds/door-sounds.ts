import { blow, crackle, hiss, type Mode, modesOf, ring, thump } from './body.ts'
import { between, highPass, lowPass } from './filters.ts'
import type { Noise } from './prng.ts'
import { CELL, inRoom, WING } from './reverb.ts'
import { draw, hump, mix, pluck, RATE, type Signal, shape } from './signal.ts'

/** The cell door: 90 kg of steel; the first partials were tuned by measuring, the rest is its plate. */
const LEAF: readonly Mode[] = [
  [148, 0.9, 1],
  [233, 0.75, 0.8],
  [397, 0.6, 0.55],
  [611, 0.45, 0.4],
  [935, 0.32, 0.28],
  [1430, 0.22, 0.18],
]
const LOCK = modesOf({ seed: 11, lowHz: 620, highHz: 5200, count: 9, decayS: 0.16 })
const BOLT = modesOf({ seed: 12, lowHz: 310, highHz: 3400, count: 9, decayS: 0.2 })
const KEYS = modesOf({ seed: 13, lowHz: 2700, highHz: 8200, count: 12, decayS: 0.3 })
const FLAP = modesOf({ seed: 14, lowHz: 420, highHz: 3900, count: 10, decayS: 0.26 })
const HINGE = modesOf({ seed: 15, lowHz: 340, highHz: 2900, count: 8, decayS: 0.07 })

/** Metal on metal: one hard touch of a thing. */
const clack = (noise: Noise, modes: readonly Mode[], seconds: number, contactS = 0.0008): Signal =>
  ring(blow(noise, seconds, contactS), modes)

/** Keys of a bunch touching each other, each blow a little different. */
const jingle = (noise: Noise, times: readonly number[]) =>
  times.map((atS) => {
    const few = KEYS.filter(() => noise.between(0, 1) < 0.45)
    return { signal: clack(noise, few, 0.25, 0.0004), atS, gain: noise.between(0.5, 1.1) }
  })

/** The key goes in over its wards, turns, and throws the bolt of the lock. */
export function keyTurn(noise: Noise): Signal {
  const wards = [0.05, 0.085, 0.115, 0.15].map((atS) => ({
    signal: clack(noise, LOCK.slice(4), 0.1, 0.0003),
    atS,
    gain: 0.8,
  }))
  const turning = shape(
    between(
      crackle(noise, 0.2, () => 900),
      1800,
      6500,
    ),
    hump(0.2),
  )
  return inRoom(
    mix(0.75, [
      ...wards,
      ...jingle(noise, [0.02, 0.1, 0.19, 0.27, 0.36, 0.5]),
      { signal: turning, atS: 0.2, gain: 2.5 },
      { signal: clack(noise, LOCK, 0.3, 0.0006), atS: 0.4, gain: 0.9 },
      { signal: clack(noise, LOCK, 0.3, 0.0009), atS: 0.425, gain: 0.5 },
      { signal: highPass(thump(0.2, 330, 240, 0.05), 150), atS: 0.4, gain: 0.1 },
    ]),
    0.75,
    CELL,
  )
}

/** A hand bolt slides home and stops. */
export function bolt(noise: Noise): Signal {
  const scrape = shape(
    between(hiss(noise, 0.22), 700, 3600),
    (t) => hump(0.22, 1.6)(t) * (0.7 + 0.3 * Math.sin(2 * Math.PI * 37 * t)),
  )
  return inRoom(
    mix(0.65, [
      { signal: ring(scrape, BOLT), gain: 0.12 },
      { signal: scrape, gain: 1 },
      { signal: clack(noise, BOLT, 0.4, 0.0014), atS: 0.215, gain: 1 },
      { signal: clack(noise, BOLT, 0.3, 0.001), atS: 0.262, gain: 0.3 },
      { signal: thump(0.3, 190, 110, 0.14), atS: 0.215, gain: 0.5 },
    ]),
    0.65,
    CELL,
  )
}

/** The latch lets go, then the hinge sticks and slips its way round. */
export function doorOpen(noise: Noise): Signal {
  return inRoom(
    mix(1.5, [
      { signal: clack(noise, LOCK, 0.3), atS: 0.02, gain: 0.55 },
      { signal: clack(noise, BOLT, 0.3, 0.0012), atS: 0.05, gain: 0.45 },
      { signal: ring(blow(noise, 0.6, 0.004), LEAF), atS: 0.05, gain: 0.05 },
      { signal: creak(noise, 1.05), atS: 0.22, gain: 3 },
      { signal: shape(lowPass(hiss(noise, 1.1), 260), hump(1.1)), atS: 0.18, gain: 0.5 },
    ]),
    1.5,
    CELL,
  )
}

/** Stick and slip: pulses that quicken as the leaf moves faster, heard through the hinge. */
function creak(noise: Noise, seconds: number): Signal {
  let cycle = 0
  let jitter = 1
  const pulses = draw(seconds, (t) => {
    const share = t / seconds
    const slipsPerS = 42 + 95 * Math.sin(Math.PI * share ** 0.8) + 9 * Math.sin(2 * Math.PI * 3.1 * t)
    cycle += (slipsPerS * jitter) / RATE
    if (cycle < 1) return 0
    cycle -= 1
    jitter = noise.between(0.86, 1.16)
    return noise.between(0.55, 1)
  })
  return shape(ring(pulses, HINGE), hump(seconds, 0.75))
}

/** The leaf meets its frame: mass first, then the plate rings, the frame rattles and the landing answers. */
export function doorClose(noise: Noise): Signal {
  const rattle = [0.052, 0.088, 0.137].map((atS, i) => ({
    signal: clack(noise, BOLT, 0.3, 0.0012),
    atS,
    gain: 0.2 / (i + 1),
  }))
  const mass = shape(lowPass(lowPass(hiss(noise, 0.7), 380), 380), pluck(0.003, 0.38))
  const air = shape(lowPass(hiss(noise, 0.06), 500), hump(0.06, 2))
  return inRoom(
    mix(1.2, [
      { signal: air, gain: 0.2 },
      { signal: mass, atS: 0.04, gain: 2.6 },
      { signal: thump(0.7, 98, 54, 0.5), atS: 0.04, gain: 1 },
      { signal: ring(blow(noise, 1.1, 0.003), LEAF), atS: 0.04, gain: 0.08 },
      { signal: clack(noise, LOCK, 0.3), atS: 0.045, gain: 0.35 },
      ...rattle,
    ]),
    2,
    WING,
  )
}

/** The inspection flap swings and meets its stop. */
export function hatch(noise: Noise): Signal {
  const swing = shape(between(hiss(noise, 0.13), 900, 4200), hump(0.13, 1.4))
  return inRoom(
    mix(0.5, [
      { signal: swing, gain: 0.5 },
      { signal: clack(noise, FLAP, 0.4, 0.001), atS: 0.125, gain: 0.9 },
      { signal: clack(noise, FLAP, 0.3, 0.0008), atS: 0.158, gain: 0.28 },
      { signal: thump(0.2, 210, 150, 0.08), atS: 0.125, gain: 0.25 },
    ]),
    0.5,
    CELL,
  )
}

/** Knuckles on the leaf, three times, no hurry. */
export function knock(noise: Noise): Signal {
  const plate = LEAF.slice(1).map(([hz, decayS, gain]): Mode => [hz * 1.12, decayS * 0.32, gain ** 0.4]) // no mass behind it
  const blows = [0.02, 0.3, 0.57].map((atS, i) => ({
    signal: mix(0.4, [
      { signal: ring(blow(noise, 0.4, 0.0012), plate), gain: 0.08 },
      { signal: shape(highPass(lowPass(hiss(noise, 0.05), 1500), 250), pluck(0.001, 0.03)), gain: 0.5 },
    ]),
    atS,
    gain: [1, 0.86, 0.93][i] ?? 1,
  }))
  return inRoom(mix(0.95, blows), 1.05, CELL)
}
