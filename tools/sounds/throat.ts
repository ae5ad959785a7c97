import type { Noise } from './prng.ts'
import { RATE, type Signal, samplesIn } from './signal.ts'

/** Resonances of a mouth shape: first three formants in Hz. */
export type Vowel = readonly [f1: number, f2: number, f3: number]
export const VOWELS = {
  schwa: [500, 1450, 2450],
  ah: [680, 1180, 2480],
  eh: [530, 1700, 2450],
  oh: [470, 900, 2400],
  uh: [420, 1080, 2300],
  hum: [260, 1050, 2200],
} as const satisfies Record<string, Vowel>

/** What a throat does over time, each as a function of seconds. */
export type Utterance = {
  readonly seconds: number
  /** pitch of the voice, Hz */ readonly pitchHz: (timeS: number) => number
  /** loudness of the voice, 0–1 */ readonly voiced: (timeS: number) => number
  /** loudness of the breath, 0–1 */ readonly breath: (timeS: number) => number
  readonly vowel: (timeS: number) => Vowel
}

/** Bandwidths of the three formants, Hz, and their loudness; wide ones make a mumble. */
const FORMANTS = [
  { widthHz: 90, gain: 1 },
  { widthHz: 130, gain: 1.1 },
  { widthHz: 200, gain: 0.7 },
] as const

/** Wordless voice: a glottal pulse and breath through three moving resonances. */
export function utter(noise: Noise, { seconds, pitchHz, voiced, breath, vowel }: Utterance): Signal {
  const out = new Float32Array(samplesIn(seconds))
  const past = FORMANTS.map(() => ({ y1: 0, y2: 0 }))
  let cycle = 0
  let before = 0
  for (let i = 0; i < out.length; i++) {
    const t = i / RATE
    cycle = (cycle + pitchHz(t) / RATE) % 1
    const flow = glottis(cycle) * voiced(t)
    const source = (flow - before) * 8 + noise.sample() * breath(t) * 0.3
    before = flow
    const shape = vowel(t)
    let sum = 0
    for (const [k, { widthHz, gain }] of FORMANTS.entries()) {
      const memory = past[k]
      if (!memory) continue
      const radius = Math.exp((-Math.PI * widthHz) / RATE)
      const w = (2 * Math.PI * (shape[k] ?? 500)) / RATE
      const y = source * (1 - radius) * 2 + 2 * radius * Math.cos(w) * memory.y1 - radius * radius * memory.y2
      memory.y2 = memory.y1
      memory.y1 = y
      sum += y * gain
    }
    out[i] = sum
  }
  return out
}

/** Rosenberg's pulse: opens for 40 % of the cycle, closes within 16 %, then stays shut. */
function glottis(cycle: number): number {
  if (cycle < 0.4) return (1 - Math.cos((Math.PI * cycle) / 0.4)) / 2
  if (cycle < 0.56) return Math.cos((Math.PI * (cycle - 0.4)) / 0.32)
  return 0
}

/** A mouth half-way between two shapes; `share` 0 is the first. */
export const glide = (from: Vowel, to: Vowel, share: number): Vowel => [
  from[0] + (to[0] - from[0]) * share,
  from[1] + (to[1] - from[1]) * share,
  from[2] + (to[2] - from[2]) * share,
]
