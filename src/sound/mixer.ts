import { CUE_TABLE, type SoundGroup, type SoundName } from './cue-table.ts'
import { type Clip, type Device, howlerDevice, type Playing } from './device.ts'
import { createGesture, type Gesture } from './gesture.ts'

/** Why nothing is heard; the views word it as `sound.silent.<reason>`. */
export type Silence = 'no-gesture' | 'muted' | 'missing-file' | 'no-device'

/** What the person can be told about the sound. */
export type MixerState = {
  readonly muted: boolean
  /** set when a file or the device failed; captions still tell everything */ readonly failure: Silence | undefined
  /** the machine's own words, for support */ readonly detail: string | undefined
}
/** What became of a cue: it plays and can be stopped, or it does not and says why. */
export type Played =
  | { readonly played: true; readonly stop: () => void }
  | { readonly played: false; readonly reason: Silence }

export type PlayCue = {
  /** −1 left … 1 right, 0 unless given */ readonly pan?: number
  /** 0–1, beside the cue's own gain; 1 unless given */ readonly gain?: number
  /** speed and pitch, beside the cue's own; 1 unless given */ readonly rate?: number
  /** it comes through a shut door: duller and quieter */ readonly isMuffled?: boolean
}
export type MixerOptions = {
  /** 0–1 */ readonly volume: number
  readonly muted: boolean
  /** root of the site, with a slash at its end */ readonly base?: string
  readonly device?: Device
  readonly gesture?: Gesture
}
export type Mixer = ReturnType<typeof createMixer>

type Voice = { readonly cue: SoundName; gain: number; readonly playing: Playing }

/** How much of a sound a shut steel door lets through, beside the treble it takes. */
const THROUGH_DOOR = 0.5
/** How loud all but voices are while somebody speaks, beside their own volume. */
const DUCKED = 0.35

/**
 * Plays cues by name. Files are fetched when first needed. A single sound that cannot be heard now is dropped, for a
 * slam that comes late is untrue; a loop is remembered and begins when it may. Never throws: a device or a file that
 * fails becomes `state()`, and one missing file leaves the other sounds alone.
 */
export function createMixer(options: MixerOptions) {
  const { base = '/', device = howlerDevice, gesture = createGesture(globalThis.window) } = options
  const groups: Record<SoundGroup, number> = { effects: 1, voice: 1, room: 1 }
  const clips = new Map<SoundName, Clip>()
  const missing = new Set<SoundName>()
  const turns = new Map<SoundName, number>()
  const voices = new Set<Voice>()
  const loops = new Map<SoundName, PlayCue>()
  const listeners = new Set<(state: MixerState) => void>()
  let volume = within(options.volume)
  let isDucked = false
  let state: MixerState = { muted: options.muted, failure: undefined, detail: undefined }

  const show = (change: Partial<MixerState>) => {
    state = { ...state, ...change }
    for (const listener of listeners) listener(state)
  }
  const fail = (cue: SoundName, failure: 'missing-file' | 'no-device', detail: string): Played => {
    if (failure === 'missing-file') missing.add(cue)
    clips.delete(cue)
    for (const voice of voices) if (voice.cue === cue) voices.delete(voice)
    show({ failure, detail: `${cue}: ${detail}` })
    return { played: false, reason: failure }
  }
  const recover = () => {
    if (state.failure === 'no-device') show({ failure: undefined, detail: undefined })
  }
  const silence = (cue: SoundName): Silence | undefined => {
    if (!gesture.happened()) return 'no-gesture'
    if (state.muted) return 'muted'
    return missing.has(cue) ? 'missing-file' : undefined
  }
  const loudness = (group: SoundGroup) =>
    state.muted || !gesture.happened() ? 0 : volume * groups[group] * (isDucked && group !== 'voice' ? DUCKED : 1)
  const gainOf = (cue: SoundName, { gain = 1, isMuffled = false }: PlayCue) =>
    CUE_TABLE[cue].gain * within(gain) * (isMuffled ? THROUGH_DOOR : 1)
  const clipOf = (cue: SoundName): Clip => {
    const { files, loop } = CUE_TABLE[cue]
    const clip =
      clips.get(cue) ??
      device.load({
        files: files.map((file) => base + file),
        loop,
        onHeard: recover,
        onFailed: (why, detail) => fail(cue, why, detail),
      })
    clips.set(cue, clip)
    return clip
  }
  const begin = (cue: SoundName, how: PlayCue): Played => {
    const { pan = 0, rate = 1, isMuffled = false } = how
    const entry = CUE_TABLE[cue]
    const turn = turns.get(cue) ?? 0
    turns.set(cue, turn + 1)
    const own = gainOf(cue, how)
    const speed = rate * (entry.rates[turn % entry.rates.length] ?? 1)
    try {
      const playing = clipOf(cue).play({
        volume: own * loudness(entry.group),
        pan: Math.max(-1, Math.min(1, pan)),
        rate: speed,
        isMuffled,
        onEnd: () => voices.delete(voice),
      })
      const voice: Voice = { cue, gain: own, playing }
      voices.add(voice)
      return { played: true, stop: () => end(voice) }
    } catch (reason) {
      return fail(cue, 'no-device', reason instanceof Error ? reason.message : String(reason))
    }
  }
  const end = (voice: Voice) => {
    if (voices.delete(voice)) voice.playing.stop()
  }
  const silenceAll = () => {
    for (const voice of voices) end(voice)
  }
  const resumeLoops = () => {
    for (const [cue, how] of loops)
      if (!silence(cue) && ![...voices].some((voice) => voice.cue === cue)) begin(cue, how)
  }
  const level = () => {
    for (const { cue, gain, playing } of voices) playing.setVolume(gain * loudness(CUE_TABLE[cue].group))
  }
  gesture.whenHappened(resumeLoops)

  return {
    /** Plays a cue now. A loop that already plays goes on, as loud and as dull as it is now wanted; stop it by name. */
    play: (cue: SoundName, how: PlayCue = {}): Played => {
      const isLoop = CUE_TABLE[cue].loop !== undefined
      if (isLoop) loops.set(cue, how)
      const reason = silence(cue)
      if (reason) return { played: false, reason }
      const running = isLoop ? [...voices].find((voice) => voice.cue === cue) : undefined
      if (!running) return begin(cue, how)
      running.gain = gainOf(cue, how)
      running.playing.setMuffled(how.isMuffled ?? false)
      level()
      return { played: true, stop: () => end(running) }
    },
    /** Stops a cue wherever it plays, and forgets that it was to loop. */
    stop: (cue: SoundName) => {
      loops.delete(cue)
      for (const voice of voices) if (voice.cue === cue) end(voice)
    },
    /** Stops everything, loops included. */
    stopAll: () => {
      loops.clear()
      silenceAll()
    },
    /** 0–1; `all` is the person's own volume over the groups. What plays follows at once. */
    setVolume: (group: SoundGroup | 'all', next: number) => {
      if (group === 'all') volume = within(next)
      else groups[group] = within(next)
      level()
    },
    /** Keeps all but voices low, while somebody speaks. */
    duck: (isLow: boolean) => {
      isDucked = isLow
      level()
    },
    /** Muting cuts what plays; loops come back when it ends. */
    setMuted: (muted: boolean) => {
      show({ muted })
      if (muted) silenceAll()
      else resumeLoops()
    },
    /** How loud a group is now, 0–1; 0 while muted or before a gesture. */
    loudness,
    state: (): MixerState => state,
    /** Calls when the state changes; returns how to stop that. */
    subscribe: (listener: (state: MixerState) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

const within = (share: number): number => (Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0)
