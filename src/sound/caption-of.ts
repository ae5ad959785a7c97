import type { SoundName } from './cue-table.ts'

/** Text key of what a sound is called in the caption line. A caption is shown whether or not anything is heard. */
export const captionOf = (cue: SoundName): `sound.${SoundName}` => `sound.${cue}`
