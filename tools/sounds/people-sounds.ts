import { hiss } from './body.ts'
import { between } from './filters.ts'
import type { Noise } from './prng.ts'
import { hump, mix, normalise, overdrive, type Signal, shape } from './signal.ts'
import { glide, utter, VOWELS, type Vowel } from './throat.ts'

type Syllable = { readonly atS: number; readonly lengthS: number; readonly from: Vowel; readonly to: Vowel }

/** Five syllables said by nobody, falling at the end as a statement does. */
const MUTTERED: readonly Syllable[] = [
  { atS: 0.02, lengthS: 0.16, from: VOWELS.hum, to: VOWELS.schwa },
  { atS: 0.19, lengthS: 0.2, from: VOWELS.oh, to: VOWELS.uh },
  { atS: 0.4, lengthS: 0.13, from: VOWELS.eh, to: VOWELS.schwa },
  { atS: 0.54, lengthS: 0.19, from: VOWELS.ah, to: VOWELS.schwa },
  { atS: 0.73, lengthS: 0.25, from: VOWELS.uh, to: VOWELS.hum },
]

/** A man's voice without words, about a second long. */
export const murmur = (noise: Noise): Signal => muttering(noise, 112)

/** The same over a radio: no bass, no treble, an overdriven little loudspeaker. */
export function murmurRadio(noise: Noise): Signal {
  const voice = overdrive(normalise(between(muttering(noise, 124), 420, 2600), 1), 6)
  const channel = between(hiss(noise, 1), 500, 2600)
  return between(
    mix(1, [
      { signal: voice, gain: 0.8 },
      { signal: channel, gain: 0.05 },
    ]),
    380,
    2900,
  )
}

/** A voice without words around a pitch; about a second. */
export function muttering(noise: Noise, middleHz: number): Signal {
  const at = (t: number) => MUTTERED.findLast((syllable) => syllable.atS <= t) ?? MUTTERED[0]
  const share = (t: number) => {
    const syllable = at(t)
    return syllable ? Math.min(1, (t - syllable.atS) / syllable.lengthS) : 0
  }
  const open = (t: number) => {
    const syllable = at(t)
    return syllable ? hump(syllable.lengthS, 0.6)(Math.max(0, t - syllable.atS)) ** 0.7 : 0
  }
  const throat = utter(noise, {
    seconds: 1,
    pitchHz: (t) =>
      middleHz * (1.12 - 0.26 * t + 0.07 * Math.sin(2 * Math.PI * 2.3 * t) + 0.008 * Math.sin(2 * Math.PI * 31 * t)),
    voiced: (t) => open(t) * (1 - 0.35 * t) * ((at(t)?.from[0] ?? 500) / 600), // a closed mouth is quieter
    breath: (t) => 0.12 * open(t),
    vowel: (t) => {
      const syllable = at(t)
      return syllable ? glide(syllable.from, syllable.to, share(t)) : VOWELS.schwa
    },
  })
  return between(throat, 240, 2900)
}

/** Air through a mouth: in is brighter than out. */
function breathOf(noise: Noise, seconds: number, direction: 'in' | 'out', lean: number): Signal {
  const vowel: Vowel = direction === 'in' ? [620, 1750, 2900] : [480, 1300, 2500]
  const air = utter(noise, {
    seconds,
    pitchHz: () => 0,
    voiced: () => 0,
    breath: hump(seconds, lean),
    vowel: () => vowel,
  })
  const edge = shape(between(hiss(noise, seconds), 900, direction === 'in' ? 5200 : 3400), hump(seconds, lean))
  return mix(seconds, [{ signal: air }, { signal: edge, gain: 0.035 }])
}

/** One slow breath through the nose and out. */
export function breathCalm(noise: Noise): Signal {
  return mix(2.25, [
    { signal: breathOf(noise, 0.9, 'in', 1.1), atS: 0.05, gain: 0.8 },
    { signal: breathOf(noise, 1.15, 'out', 0.65), atS: 1.03 },
  ])
}

/** Two short breaths, high in the chest; the air trembles. */
export function breathTense(noise: Noise): Signal {
  const breaths = [0, 0.82].flatMap((atS) => [
    { signal: breathOf(noise, 0.34, 'in', 1.2), atS: atS + 0.03, gain: 0.95 },
    { signal: breathOf(noise, 0.4, 'out', 0.5), atS: atS + 0.4, gain: 1 },
  ])
  return shape(mix(1.7, breaths), (t) => 0.86 + 0.14 * Math.sin(2 * Math.PI * 9 * t))
}
