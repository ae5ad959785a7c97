import { createNoise, type Noise } from './prng.ts'
import { draw, pluck, RATE, type Signal } from './signal.ts'

/** One way a body rings: pitch (Hz), time to fall by 60 dB (s), loudness. */
export type Mode = readonly [hz: number, decayS: number, gain: number]

/** Lets a body ring to what touches it: a bank of two-pole resonators. */
export function ring(touch: Signal, modes: readonly Mode[]): Signal {
  const sum = new Float32Array(touch.length)
  for (const [hz, decayS, gain] of modes) {
    const w = (2 * Math.PI * hz) / RATE
    const radius = Math.exp(-6.91 / (decayS * RATE))
    const [back1, back2, scale] = [2 * radius * Math.cos(w), radius * radius, gain * Math.sin(w)]
    let [y1, y2] = [0, 0]
    for (let i = 0; i < touch.length; i++) {
      const y = back1 * y1 - back2 * y2 + scale * (touch[i] ?? 0)
      y2 = y1
      y1 = y
      sum[i] = (sum[i] ?? 0) + y
    }
  }
  return sum
}

/** White noise of a length. */
export const hiss = (noise: Noise, seconds: number): Signal => draw(seconds, noise.sample)

/** A blow that lasts `contactS`: long and soft like a knuckle, or short and hard like a key; then silence to ring in. */
export function blow(noise: Noise, seconds: number, contactS: number): Signal {
  return draw(seconds, (t) => (t < contactS ? Math.sin((Math.PI * t) / contactS) * (0.55 + 0.45 * noise.sample()) : 0))
}

/** Many tiny knocks at random moments, `perS` a second: paper, cloth, grit. */
export function crackle(noise: Noise, seconds: number, perS: (timeS: number) => number): Signal {
  return draw(seconds, (t) => (noise.between(0, 1) < perS(t) / RATE ? noise.sample() : 0))
}

/** A thump: a low tone that sinks from one pitch to another while it dies away. */
export function thump(seconds: number, fromHz: number, toHz: number, decayS: number): Signal {
  const envelope = pluck(0.002, decayS)
  let phase = 0
  return draw(seconds, (t) => {
    phase += (2 * Math.PI * (toHz + (fromHz - toHz) * Math.exp(-t / 0.04))) / RATE
    return Math.sin(phase) * envelope(t)
  })
}

/** Modes of a thing made once: inharmonic, the higher the sooner gone. The thing is the same whoever strikes it. */
export function modesOf(thing: {
  seed: number
  lowHz: number
  highHz: number
  count: number
  decayS: number
}): readonly Mode[] {
  const noise = createNoise(thing.seed)
  return Array.from({ length: thing.count }, (_, i) => {
    const share = (i + noise.between(0.1, 0.9)) / thing.count
    const hz = thing.lowHz * (thing.highHz / thing.lowHz) ** share
    return [
      hz,
      thing.decayS * (thing.lowHz / hz) ** 0.6 * noise.between(0.7, 1.3),
      noise.between(0.3, 1) * (1 - 0.5 * share),
    ]
  })
}
