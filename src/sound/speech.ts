import type { Mixer } from './mixer.ts'
import { createVoice, type Line, type VoicePorts, type VoiceProvider } from './voice.ts'

/** What waits longer than this many lines is dropped: words that come late are untrue, and the captions have them. */
const MOST_WAITING = 3

export type Speech = ReturnType<typeof createSpeech>
type Ports = {
  readonly mixer: VoicePorts['mixer'] & Pick<Mixer, 'duck'>
  /** a voice of this machine or a murmur, unless given */ readonly voice?: VoiceProvider
}

/** Says lines one after the other and keeps the other sounds low meanwhile. Nothing depends on its being heard. */
export function createSpeech({ mixer, voice = createVoice({ mixer }) }: Ports) {
  let waiting: readonly Line[] = []
  let isSpeaking = false

  const duck = (isLow: boolean) => {
    if (isLow === isSpeaking) return
    isSpeaking = isLow
    mixer.duck(isLow)
  }
  const next = () => {
    const [line, ...rest] = waiting
    waiting = rest
    duck(line !== undefined)
    if (line) voice.speak(line, next)
  }
  return {
    /** Puts lines behind those that wait; begins when nobody speaks. */
    say: (lines: readonly Line[]) => {
      waiting = [...waiting, ...lines].slice(-MOST_WAITING)
      if (!isSpeaking) next()
    },
    /** Cuts short who speaks and forgets who waits. */
    stop: () => {
      waiting = []
      voice.stop()
      duck(false)
    },
  }
}

/**
 * What came to the end of a list since it was last seen, when the same words are the same objects. A list that does not
 * go on from the other is another session: nothing of it is new.
 */
export function newlySaid<Said extends object>(before: readonly Said[], now: readonly Said[]): readonly Said[] {
  const last = before.at(-1)
  if (!last) return now
  const at = now.lastIndexOf(last)
  return at < 0 ? [] : now.slice(at + 1)
}
