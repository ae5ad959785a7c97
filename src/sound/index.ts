export { CUE_TABLE, type Cue, isSoundName, type SoundGroup, type SoundName } from './cue-table.ts'
