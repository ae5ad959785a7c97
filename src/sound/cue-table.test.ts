import { expect, it } from 'vitest'
import { SOUND_CUES } from '#core/scenario'
import { captionOf } from './caption-of.ts'
import { CUE_TABLE, isSoundName } from './cue-table.ts'

it('has a row for every cue a scenario may name', () => {
  for (const cue of SOUND_CUES) expect(isSoundName(cue)).toBe(true)
})
it('knows no other names', () => {
  for (const name of ['', 'gunshot', 'toString']) expect(isSoundName(name)).toBe(false)
})
it('keeps every gain between silence and full', () => {
  for (const { gain } of Object.values(CUE_TABLE)) expect(gain > 0 && gain <= 1).toBe(true)
})
it('names the caption of a sound by its cue', () => expect(captionOf('door-close')).toBe('sound.door-close'))
