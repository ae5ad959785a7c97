import { RATE, type Signal } from './signal.ts'

type Coefficients = { readonly b: readonly [number, number, number]; readonly a: readonly [number, number] }

/** Robert Bristow-Johnson's cookbook filters, direct form 1. */
function biquad(signal: Signal, { b: [b0, b1, b2], a: [a1, a2] }: Coefficients): Signal {
  let [x1, x2, y1, y2] = [0, 0, 0, 0]
  return signal.map((x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2
    x2 = x1
    x1 = x
    y2 = y1
    y1 = y
    return y
  })
}

function corner(hz: number, q: number) {
  const w = (2 * Math.PI * hz) / RATE
  const alpha = Math.sin(w) / (2 * q)
  return { cos: Math.cos(w), alpha, a0: 1 + alpha }
}

export function lowPass(signal: Signal, hz: number, q = Math.SQRT1_2): Signal {
  const { cos, alpha, a0 } = corner(hz, q)
  const side = (1 - cos) / 2 / a0
  return biquad(signal, { b: [side, 2 * side, side], a: [(-2 * cos) / a0, (1 - alpha) / a0] })
}

export function highPass(signal: Signal, hz: number, q = Math.SQRT1_2): Signal {
  const { cos, alpha, a0 } = corner(hz, q)
  const side = (1 + cos) / 2 / a0
  return biquad(signal, { b: [side, -2 * side, side], a: [(-2 * cos) / a0, (1 - alpha) / a0] })
}

/** What lies between two frequencies, 12 dB an octave on either side. */
export const between = (signal: Signal, lowHz: number, highHz: number): Signal =>
  lowPass(highPass(signal, lowHz), highHz)
