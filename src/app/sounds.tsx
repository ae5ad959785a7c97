import { useEffect, useMemo } from 'react'
import { usePlayer } from '#player'
import { createMixer, isSoundName } from '#sound'

/** Makes each step's sounds heard; their captions stand in the caption line. Nothing is seen of it. */
export function Sounds() {
  const sounds = usePlayer((player) => player.snapshot.sounds)
  const mixer = useMemo(() => createMixer({ volume: 0.8, muted: false }), [])
  useEffect(() => {
    for (const cue of sounds) if (isSoundName(cue)) mixer.play(cue)
  }, [sounds, mixer])
  useEffect(() => () => mixer.stopAll(), [mixer])
  return null
}
