import { useEffect, useMemo } from 'react'
import { usePlayer, useSettings, useSettingsStore } from '#player'
import { createMixer, isSoundName } from '#sound'

/** Makes each step's sounds heard; their captions stand in the caption line. Nothing is seen of it. */
export function Sounds() {
  const sounds = usePlayer((player) => player.snapshot.sounds)
  const volume = useSettings((settings) => settings.volume)
  const muted = useSettings((settings) => settings.muted)
  const settings = useSettingsStore()
  const mixer = useMemo(() => createMixer(settings.getState()), [settings])
  useEffect(() => mixer.setVolume('all', volume), [mixer, volume])
  useEffect(() => mixer.setMuted(muted), [mixer, muted])
  useEffect(() => {
    for (const cue of sounds) if (isSoundName(cue)) mixer.play(cue)
  }, [sounds, mixer])
  useEffect(() => () => mixer.stopAll(), [mixer])
  return null
}
