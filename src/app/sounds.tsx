import { useEffect, useMemo, useRef } from 'react'
import { spokenIn, usePlayer, useScenario, useSettings, useSettingsStore, useWords } from '#player'
import { createMixer, createSpeech, createVoice, isSoundName, newlySaid } from '#sound'

/**
 * Makes each step's sounds and people's words heard, and the wing while the clock runs; the captions have all of it.
 * Nothing is seen of it.
 */
export function Sounds() {
  const sounds = usePlayer((player) => player.snapshot.sounds)
  const isRunning = usePlayer((player) => !player.paused && player.snapshot.ending === undefined)
  const volume = useSettings((settings) => settings.volume)
  const muted = useSettings((settings) => settings.muted)
  const settings = useSettingsStore()
  const mixer = useMemo(() => createMixer(settings.getState()), [settings])
  useEffect(() => mixer.setVolume('all', volume), [mixer, volume])
  useEffect(() => mixer.setMuted(muted), [mixer, muted])
  useEffect(() => {
    for (const cue of sounds) if (isSoundName(cue)) mixer.play(cue)
  }, [sounds, mixer])
  useEffect(() => {
    if (!isRunning) return undefined
    mixer.play('wing-murmur')
    return () => mixer.stop('wing-murmur')
  }, [mixer, isRunning])
  useEffect(() => () => mixer.stopAll(), [mixer])
  useVoices(mixer)
  return null
}

/** Says what people say from now on: with a voice of this machine, or as a murmur when none is wanted or there. */
function useVoices(mixer: ReturnType<typeof createMixer>) {
  const utterances = usePlayer((player) => player.snapshot.utterances)
  const characters = usePlayer((player) => player.snapshot.characters)
  const paused = usePlayer((player) => player.paused)
  const { language, muted, voices } = useSettings((settings) => settings)
  const words = useWords()
  const { data, text } = useScenario()
  const speech = useMemo(
    () => createSpeech({ mixer, voice: createVoice(voices ? { mixer } : { mixer, reader: undefined }) }),
    [mixer, voices],
  )
  const heard = useRef(utterances)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each is said once, when it comes
  useEffect(() => {
    const said = newlySaid(heard.current, utterances)
    heard.current = utterances
    speech.say(
      said.flatMap(({ by, text: key, kind }) => {
        const who = characters[by]
        const spoken = spokenIn(words(key))
        if (!who || kind === 'inject' || spoken === '') return []
        const locale = text[language]?.[key] === undefined ? 'en' : language
        const over = data.cast[by]?.radio ? 'radio' : 'air'
        return [{ text: spoken, locale, tension: who.tension, who: { id: who.persona, over } } as const]
      }),
    )
  }, [utterances, speech])
  useEffect(() => {
    if (paused || muted) speech.stop()
  }, [speech, paused, muted])
  useEffect(() => () => speech.stop(), [speech])
}
