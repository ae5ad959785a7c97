import { expect, it } from 'vitest'
import { CUE_TABLE, captionOf, type SoundName } from '#sound'
import words from '../src/ui/text/en.json' with { type: 'json' }

it('words every sound there is, for the caption line', () => {
  const captions: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(words.sound).map(([cue, text]) => [`sound.${cue}`, text]),
  )
  for (const cue of Object.keys(CUE_TABLE) as SoundName[]) expect(captions[captionOf(cue)], cue).toBeTruthy()
})
