import type { SoundName } from '#sound'
import { bolt, doorClose, doorOpen, hatch, keyTurn, knock } from './door-sounds.ts'
import { highPass } from './filters.ts'
import {
  alarm,
  bell,
  cloth,
  footstep,
  footstepConcrete,
  footstepSteel,
  lightSwitch,
  locker,
  paper,
  radio,
} from './hand-sounds.ts'
import { breathCalm, breathTense, murmur, murmurRadio } from './people-sounds.ts'
import { createNoise, type Noise } from './prng.ts'
import { fadeEdges, mix, normalise, overdrive, type Signal } from './signal.ts'
import { tvWall, wingDay, wingMurmur, wingNight } from './wing-sounds.ts'

/**
 * How one sound is made. The peak leaves room for what a lossy codec adds; how loud it is played is the cue table's
 * business. A loop has no ramps at its ends.
 */
type Recipe = {
  readonly seed: number
  readonly seconds: number
  readonly peak: number
  /** above 1: presses the blow down so that what is quiet beside it can be heard */ readonly drive?: number
  readonly loop?: boolean
  readonly make: (noise: Noise) => Signal
}

export const RECIPES: Readonly<Record<SoundName, Recipe>> = {
  'key-turn': { seed: 1, seconds: 0.75, peak: 0.75, drive: 2.4, make: keyTurn },
  bolt: { seed: 2, seconds: 0.65, peak: 0.8, drive: 3, make: bolt },
  'door-open': { seed: 3, seconds: 1.35, peak: 0.7, drive: 3, make: doorOpen },
  'door-close': { seed: 4, seconds: 2, peak: 0.8, drive: 2.6, make: doorClose },
  hatch: { seed: 5, seconds: 0.5, peak: 0.75, drive: 2.4, make: hatch },
  knock: { seed: 6, seconds: 1.05, peak: 0.75, drive: 2, make: knock },
  footstep: { seed: 7, seconds: 0.28, peak: 0.6, drive: 1.8, make: footstep },
  radio: { seed: 8, seconds: 0.5, peak: 0.6, make: radio },
  switch: { seed: 9, seconds: 0.16, peak: 0.6, drive: 2, make: lightSwitch },
  cloth: { seed: 10, seconds: 0.65, peak: 0.5, make: cloth },
  paper: { seed: 11, seconds: 0.6, peak: 0.5, make: paper },
  locker: { seed: 12, seconds: 0.8, peak: 0.75, drive: 2.6, make: locker },
  alarm: { seed: 13, seconds: 1.5, peak: 0.5, make: alarm },
  'wing-murmur': { seed: 14, seconds: 8.2, peak: 0.5, loop: true, make: wingMurmur },
  'breath-calm': { seed: 15, seconds: 2.25, peak: 0.4, make: breathCalm },
  'breath-tense': { seed: 16, seconds: 1.7, peak: 0.5, make: breathTense },
  murmur: { seed: 17, seconds: 1, peak: 0.7, drive: 1.6, make: murmur },
  'murmur-radio': { seed: 18, seconds: 1, peak: 0.6, make: murmurRadio },
  bell: { seed: 19, seconds: 1.9, peak: 0.6, make: bell },
  'footstep-concrete': { seed: 20, seconds: 0.4, peak: 0.6, drive: 1.8, make: footstepConcrete },
  'footstep-steel': { seed: 21, seconds: 0.5, peak: 0.6, drive: 1.6, make: footstepSteel },
  'wing-day': { seed: 22, seconds: 8.2, peak: 0.5, loop: true, make: wingDay },
  'wing-night': { seed: 23, seconds: 8.2, peak: 0.4, loop: true, make: wingNight },
  'tv-wall': { seed: 24, seconds: 8.2, peak: 0.5, loop: true, make: tvWall },
}

export const SOUND_NAMES = Object.keys(RECIPES) as readonly SoundName[]

/** Makes a sound: the same samples every time, on every machine. */
export function renderSound(name: SoundName): Signal {
  const { seed, seconds, peak, drive, loop, make } = RECIPES[name]
  const signal = mix(seconds, [{ signal: make(createNoise(seed)) }])
  if (loop) return normalise(signal, peak)
  const grounded = highPass(signal, 32) // a blow pushes one way; no loudspeaker should have to
  const pressed = drive === undefined ? grounded : overdrive(normalise(grounded, 1), drive)
  return normalise(fadeEdges(pressed, 0.002, Math.min(0.25, seconds / 4)), peak)
}
