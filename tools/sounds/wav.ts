import { RATE, type Signal } from './signal.ts'

/** 16-bit mono WAV. Rounded without dither: the file must be the same every time. */
export function toWav(signal: Signal): Uint8Array {
  const bytes = new Uint8Array(44 + signal.length * 2)
  const view = new DataView(bytes.buffer)
  const word = (at: number, text: string) => bytes.set(new TextEncoder().encode(text), at)
  word(0, 'RIFF')
  view.setUint32(4, bytes.length - 8, true)
  word(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true) // PCM
  view.setUint16(22, 1, true) // mono
  view.setUint32(24, RATE, true)
  view.setUint32(28, RATE * 2, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  word(36, 'data')
  view.setUint32(40, signal.length * 2, true)
  for (const [i, value] of signal.entries())
    view.setInt16(44 + i * 2, Math.round(Math.max(-1, Math.min(1, value)) * 32767), true)
  return bytes
}
