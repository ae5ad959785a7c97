export type { LocalVoice, Reader, ReadLine } from './browser-voice.ts'
export { captionOf } from './caption-of.ts'
export { CUE_TABLE, type Cue, isSoundName, type SoundGroup, type SoundName } from './cue-table.ts'
export type { Clip, Device } from './device.ts'
export {
  createMixer,
  type Mixer,
  type MixerOptions,
  type MixerState,
  type PlayCue,
  type Played,
  type Silence,
} from './mixer.ts'
export { createSpeech, newlySaid, type Speech } from './speech.ts'
export {
  createVoice,
  type Line,
  type Speaker,
  type Speaking,
  type Via,
  type VoicePorts,
  type VoiceProvider,
} from './voice.ts'
