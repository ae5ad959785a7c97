import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { PICTOGRAMS, SPEECH_ACTS } from '#core/scenario'
import { CUE_TABLE, captionOf, type SoundName } from '#sound'
import words from '../src/ui/text/en.json' with { type: 'json' }

it('words every sound there is, for the caption line', () => {
  const captions: Readonly<Record<string, string>> = Object.fromEntries(
    Object.entries(words.sound).map(([cue, text]) => [`sound.${cue}`, text]),
  )
  for (const cue of Object.keys(CUE_TABLE) as SoundName[]) expect(captions[captionOf(cue)], cue).toBeTruthy()
})

it('words every speech act, for the buttons', () => {
  expect(Object.keys(words.intents).sort()).toEqual([...SPEECH_ACTS].sort())
})

it('has a drawing in the one stroke, and a name, for every picture of a card', () => {
  expect(Object.keys(words.pictograms).sort()).toEqual([...PICTOGRAMS].sort())
  expect(readdirSync('public/pictograms').sort()).toEqual(PICTOGRAMS.map((id) => `${id}.svg`).sort())
  for (const id of PICTOGRAMS) {
    const drawing = readFileSync(`public/pictograms/${id}.svg`, 'utf8')
    expect(drawing, id).toContain('viewBox="0 0 64 64"')
    expect(drawing, id).toContain('stroke="#14181b" stroke-width="3"')
    expect(drawing, id).not.toMatch(/<(?:text|image|script|style)|href/)
  }
})
