import type { SoundCue } from '#core/scenario'
import type { RoomSound } from '#core/session'

/** What is turned up and down together. */
export type SoundGroup = 'effects' | 'voice' | 'room'

/** Wordless voices, heard when no voice of the machine reads: through the air, and through a radio. */
export type Murmur = 'murmur' | 'murmur-radio'
export type SoundName = SoundCue | RoomSound | Murmur

/**
 * Part of a file that is repeated. The file runs on at both ends, because a lossy codec spoils its first and last
 * samples and players differ in what they trim.
 */
export type Loop = { readonly startMs: number; readonly lengthMs: number }

export type Cue = {
  /** below the site's root, in order of preference */ readonly files: readonly [ogg: string, mp3: string]
  /** loudness beside the other cues, 0–1 */ readonly gain: number
  readonly group: SoundGroup
  /** the part that goes round until it is stopped; absent: played once */ readonly loop: Loop | undefined
  /** playing speeds in turn, so that what repeats is not always the same */ readonly rates: readonly number[]
}

type Manner = { readonly loop?: Loop; readonly rates?: readonly number[] }

const cue = (name: SoundName, group: SoundGroup, gain: number, { loop, rates = [1] }: Manner = {}): Cue => ({
  files: [`sounds/${name}.ogg`, `sounds/${name}.mp3`],
  gain,
  group,
  loop,
  rates,
})

/** What all loops share: the build writes them so. */
const LOOP: Loop = { startMs: 100, lengthMs: 8000 }

/** Every sound: its files, how loud it is and what it belongs to. */
export const CUE_TABLE: Readonly<Record<SoundName, Cue>> = {
  'key-turn': cue('key-turn', 'effects', 0.6),
  bolt: cue('bolt', 'effects', 0.7),
  'door-open': cue('door-open', 'effects', 0.7),
  'door-close': cue('door-close', 'effects', 0.9),
  hatch: cue('hatch', 'effects', 0.6),
  knock: cue('knock', 'effects', 0.7),
  footstep: cue('footstep', 'effects', 0.35, { rates: [1, 0.95, 1.04, 0.98] }),
  radio: cue('radio', 'effects', 0.35),
  switch: cue('switch', 'effects', 0.45),
  cloth: cue('cloth', 'effects', 0.4, { rates: [1, 0.94] }),
  paper: cue('paper', 'effects', 0.4, { rates: [1, 1.05] }),
  locker: cue('locker', 'effects', 0.6),
  alarm: cue('alarm', 'effects', 0.6),
  bell: cue('bell', 'effects', 0.55),
  'footstep-concrete': cue('footstep-concrete', 'effects', 0.4, { rates: [1, 0.95, 1.04, 0.98] }),
  'footstep-steel': cue('footstep-steel', 'effects', 0.4, { rates: [1, 0.95, 1.04, 0.98] }),
  'wing-day': cue('wing-day', 'room', 0.3, { loop: LOOP }),
  'wing-murmur': cue('wing-murmur', 'room', 0.25, { loop: LOOP }),
  'wing-night': cue('wing-night', 'room', 0.22, { loop: LOOP }),
  'tv-wall': cue('tv-wall', 'room', 0.16, { loop: LOOP }),
  'breath-calm': cue('breath-calm', 'voice', 0.3),
  'breath-tense': cue('breath-tense', 'voice', 0.4),
  murmur: cue('murmur', 'voice', 0.6),
  'murmur-radio': cue('murmur-radio', 'voice', 0.45),
}

/** Snapshots carry cues as plain text; an unknown one makes no sound. */
export const isSoundName = (text: string): text is SoundName => Object.hasOwn(CUE_TABLE, text)
