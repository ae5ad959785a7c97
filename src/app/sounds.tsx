import { useEffect, useMemo, useRef } from 'react'
import { heardBy } from '#core/perspective'
import { type Heard, heardAt, lastingAt } from '#core/session'
import { spokenIn, usePlayer, useScenario, useSettings, useSettingsStore, useStillSnapshot, useWords } from '#player'
import { CUE_TABLE, createMixer, createSpeech, createVoice, newlySaid, type PlayCue } from '#sound'

type Mixer = ReturnType<typeof createMixer>

/** A sound is half as loud at this distance, metres. */
const HALF_M = 4
/** How often what is no loop is heard again, a breath or a bell that rings, ms. */
const AGAIN_MS = 5200

const howOf = ({ metres, pan, isMuffled }: Heard): PlayCue => ({ gain: 1 / (1 + metres / HALF_M), pan, isMuffled })

/**
 * Makes each step's sounds and people's words heard, and the wing and who breathes near while the clock runs; the
 * captions have all of it. Nothing is seen of it.
 */
export function Sounds({ by = 'officer' }: { readonly by?: 'officer' | 'prisoner' }) {
  const { place, snapshot } = useHearing(by)
  const { sounds } = snapshot
  const isRunning = usePlayer((player) => !player.paused && player.snapshot.ending === undefined)
  const settings = useSettingsStore()
  const mixer = useMemo(() => createMixer(settings.getState()), [settings])
  useVolumes(mixer)
  const latest = useRef(snapshot)
  latest.current = snapshot
  useEffect(() => {
    if (sounds.length > 0) for (const one of heardAt(place, latest.current)) mixer.play(one.sound, howOf(one))
  }, [sounds, place, mixer])
  useLasting(
    mixer,
    useMemo(() => lastingAt(place, snapshot), [place, snapshot]),
    isRunning,
  )
  useEffect(() => () => mixer.stopAll(), [mixer])
  useVoices(mixer)
  return null
}

/** Where one hears from: the officer's station, or where the person stands whom the scenario is about. */
function useHearing(by: 'officer' | 'prisoner') {
  const { place, data } = useScenario()
  const snapshot = useStillSnapshot()
  return useMemo(
    () => (by === 'officer' ? { place, snapshot } : heardBy(place, snapshot, data.focus)),
    [by, place, snapshot, data.focus],
  )
}

function useVolumes(mixer: Mixer) {
  const { volume, effects, speech, room, muted } = useSettings((settings) => settings)
  useEffect(() => mixer.setVolume('all', volume), [mixer, volume])
  useEffect(() => mixer.setVolume('effects', effects), [mixer, effects])
  useEffect(() => mixer.setVolume('voice', speech), [mixer, speech])
  useEffect(() => mixer.setVolume('room', room), [mixer, room])
  useEffect(() => mixer.setMuted(muted), [mixer, muted])
}

/** Loops go on as long as they are heard; a breath and a bell come again and again. */
function useLasting(mixer: Mixer, lasting: readonly Heard[], isRunning: boolean) {
  const loops = useRef<ReadonlySet<Heard['sound']>>(new Set())
  const heard = isRunning ? lasting : NOTHING
  useEffect(() => {
    const now = heard.filter(({ sound }) => CUE_TABLE[sound].loop)
    for (const one of now) mixer.play(one.sound, howOf(one))
    const kept = new Set(now.map(({ sound }) => sound))
    for (const sound of loops.current) if (!kept.has(sound)) mixer.stop(sound)
    loops.current = kept
    const again = heard.filter(({ sound }) => !CUE_TABLE[sound].loop)
    if (again.length === 0) return undefined
    const timer = setInterval(() => {
      for (const one of again) mixer.play(one.sound, howOf(one))
    }, AGAIN_MS)
    return () => clearInterval(timer)
  }, [mixer, heard])
}
const NOTHING: readonly Heard[] = []

/** Says what people say from now on: with a voice of this machine, or as a murmur when none is wanted or there. */
function useVoices(mixer: Mixer) {
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
