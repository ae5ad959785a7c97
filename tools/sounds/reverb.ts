import { lowPass } from './filters.ts'
import { mix, RATE, type Signal, samplesIn } from './signal.ts'

/** A room: how long it rings (s to −60 dB), how dark the ringing is, and how much of it is heard. */
export type Room = { readonly decayS: number; readonly darkHz: number; readonly wet: number }

/** Bare concrete, 9 m². */
export const CELL: Room = { decayS: 0.55, darkHz: 3200, wet: 0.28 }
/** The landing outside: long, hard, high. */
export const WING: Room = { decayS: 1.5, darkHz: 2400, wet: 0.34 }

/** Delays in seconds with no common measure, or the room would sing a note. */
const COMBS = [0.0297, 0.0371, 0.0411, 0.0437, 0.0503, 0.0571]
const ALLPASSES = [0.005, 0.0017]

/** Puts a sound into a room for so many seconds (Schroeder's combs and all-passes). */
export function inRoom(dry: Signal, seconds: number, room: Room): Signal {
  const source = mix(seconds, [{ signal: dry }])
  const combs = COMBS.map((delayS) => ({ signal: comb(source, delayS, room.decayS), gain: 1 / COMBS.length }))
  const diffuse = ALLPASSES.reduce(allpass, mix(seconds, combs))
  return mix(seconds, [{ signal: dry }, { signal: lowPass(diffuse, room.darkHz), gain: room.wet * 2 }])
}

function comb(source: Signal, delayS: number, decayS: number): Signal {
  const delay = samplesIn(delayS)
  const feedback = 10 ** ((-3 * delay) / (decayS * RATE))
  const out = new Float32Array(source.length)
  for (let i = delay; i < out.length; i++) out[i] = (source[i - delay] ?? 0) + feedback * (out[i - delay] ?? 0)
  return out
}

function allpass(source: Signal, delayS: number): Signal {
  const delay = samplesIn(delayS)
  const out = new Float32Array(source.length)
  for (let i = 0; i < out.length; i++) {
    const [past, echo] = i < delay ? [0, 0] : [source[i - delay] ?? 0, out[i - delay] ?? 0]
    out[i] = -0.6 * (source[i] ?? 0) + past + 0.6 * echo
  }
  return out
}
