import type { Manner } from './manner.ts'

/** As much of a `SpeechSynthesisVoice` as choosing one takes. */
export type LocalVoice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>

/** Reads lines aloud with a voice of this machine. */
export type Reader = {
  /** whether a local voice of the language is there now; the list may fill late */ readonly speaks: (
    locale: string,
  ) => boolean
  readonly read: (line: ReadLine) => { readonly stop: () => void }
}
export type ReadLine = {
  readonly text: string
  readonly locale: string
  readonly manner: Manner
  /** 0–1 */ readonly volume: number
  readonly onEnd: () => void
  readonly onFailed: () => void
}

/**
 * Picks a voice that lives on this machine: the same region, else the same language, the default one first. A remote
 * voice would send what is said in a training to a stranger, so there is no falling back to one.
 */
export function pickVoice<V extends LocalVoice>(voices: readonly V[], locale: string): V | undefined {
  const wanted = tag(locale)
  const local = voices.filter((voice) => voice.localService && language(tag(voice.lang)) === language(wanted))
  return local.find((voice) => tag(voice.lang) === wanted) ?? local.find((voice) => voice.default) ?? local[0]
}

const tag = (locale: string): string => locale.toLowerCase().replaceAll('_', '-')
const language = (of: string): string => of.split('-')[0] ?? of

/** The browser's speech behind the port; `undefined` where there is none. */
export function createBrowserReader(page: Window | undefined): Reader | undefined {
  const speech = page?.speechSynthesis
  if (!speech) return undefined
  speech.getVoices() // the first call only starts the loading
  let current: SpeechSynthesisUtterance | undefined // Chromium drops the end event of one nobody holds
  return {
    speaks: (locale) => pickVoice(speech.getVoices(), locale) !== undefined,
    read: ({ text, locale, manner, volume, onEnd, onFailed }) => {
      const utterance = new SpeechSynthesisUtterance(text)
      const voice = pickVoice(speech.getVoices(), locale)
      if (!voice) {
        onFailed()
        return { stop: () => {} }
      }
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.rate = manner.rate
      utterance.pitch = manner.pitch
      utterance.volume = volume
      utterance.onend = onEnd
      utterance.onerror = ({ error }) => (error === 'canceled' || error === 'interrupted' ? onEnd() : onFailed())
      current = utterance
      speech.speak(utterance)
      const stop = () => {
        if (current !== utterance) return
        current = undefined
        speech.cancel()
      }
      return { stop }
    },
  }
}
