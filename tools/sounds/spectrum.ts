import { RATE, type Signal } from './signal.ts'

/** Centre of gravity of a sound's energy, Hz: how bright it is. */
export function centroidOf(signal: Signal): number {
  const power = powerOf(signal)
  let [weighted, sum] = [0, 0]
  for (const [bin, energy] of power.entries()) {
    weighted += bin * energy
    sum += energy
  }
  return sum === 0 ? 0 : ((weighted / sum) * RATE) / (2 * power.length)
}

/** Energy from 0 Hz to half the rate, by a radix-2 transform padded to a power of two. */
function powerOf(signal: Signal): Float64Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, signal.length)))
  const re = new Float64Array(size)
  const im = new Float64Array(size)
  re.set(signal)
  reorder(re)
  for (let half = 1; half < size; half *= 2)
    for (let k = 0; k < half; k++) {
      const [cos, sin] = [Math.cos((Math.PI * k) / half), -Math.sin((Math.PI * k) / half)]
      for (let i = k; i < size; i += 2 * half) butterfly(re, im, i, i + half, cos, sin)
    }
  return re.slice(0, size / 2).map((value, i) => value ** 2 + (im[i] ?? 0) ** 2)
}

function butterfly(re: Float64Array, im: Float64Array, a: number, b: number, cos: number, sin: number) {
  const [reA, imA, reB, imB] = [re[a] ?? 0, im[a] ?? 0, re[b] ?? 0, im[b] ?? 0]
  const [reT, imT] = [reB * cos - imB * sin, reB * sin + imB * cos]
  re[a] = reA + reT
  im[a] = imA + imT
  re[b] = reA - reT
  im[b] = imA - imT
}

/** Bit-reversed order; the input is real, so only one half needs it. */
function reorder(re: Float64Array) {
  for (let i = 1, j = 0; i < re.length; i++) {
    let bit = re.length >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) [re[i], re[j]] = [re[j] ?? 0, re[i] ?? 0]
  }
}
