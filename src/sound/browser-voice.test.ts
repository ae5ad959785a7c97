import { expect, it } from 'vitest'
import { createBrowserReader, type LocalVoice, pickVoice } from './browser-voice.ts'

const voice = (lang: string, localService = true, isDefault = false): LocalVoice => ({
  lang,
  localService,
  default: isDefault,
})

it('never takes a voice that is not on this machine', () => {
  expect(pickVoice([voice('et-EE', false, true)], 'et')).toBeUndefined()
})
it('never reads one language with the voice of another', () => {
  expect(pickVoice([voice('es-ES'), voice('en-GB')], 'et')).toBeUndefined()
})
it('prefers the same region, then the default, then any of the language', () => {
  const [us, gb, au] = [voice('en-US'), voice('en_GB', true, true), voice('en-AU')]
  expect(pickVoice([us, gb, au], 'en-AU')).toBe(au)
  expect(pickVoice([us, gb, au], 'en')).toBe(gb)
  expect(pickVoice([us, au], 'en-GB')).toBe(us)
})
it('is not there where the browser cannot speak', () => expect(createBrowserReader(undefined)).toBeUndefined())
