import { Howl, Howler } from 'howler'
import type { Loop } from './cue-table.ts'

/** One playing sound, in the device's own numbers. */
export type Playing = {
  readonly stop: () => void
  readonly setVolume: (volume: number) => void
  readonly setMuffled: (isMuffled: boolean) => void
}
export type PlayOptions = {
  /** 0–1 */ readonly volume: number
  /** −1 left … 1 right */ readonly pan: number
  /** 1 is as recorded */ readonly rate: number
  /** the treble stays behind a door */ readonly isMuffled: boolean
  readonly onEnd: () => void
}
/** A loaded, or still loading, sound file. */
export type Clip = { readonly play: (options: PlayOptions) => Playing }
export type ClipOptions = {
  readonly files: readonly string[]
  readonly loop: Loop | undefined
  readonly onHeard: () => void
  readonly onFailed: (why: 'missing-file' | 'no-device', detail: string) => void
}
/** Makes clips; may throw when the machine has no sound at all. */
export type Device = { readonly load: (options: ClipOptions) => Clip }

/** Howler behind a port. Nothing is created before `load`: an audio context made before a gesture stays asleep. */
export const howlerDevice: Device = {
  load: ({ files, loop, onHeard, onFailed }) => {
    const howl = new Howl({
      src: [...files],
      sprite: loop ? { round: [loop.startMs, loop.lengthMs, true] } : {},
      onplay: onHeard,
      onloaderror: (_, detail) => onFailed(Howler.noAudio ? 'no-device' : 'missing-file', String(detail)),
      onplayerror: (_, detail) => onFailed('no-device', String(detail)),
    })
    return {
      play: ({ volume, pan, rate, isMuffled, onEnd }) => {
        const id = howl.play(loop ? 'round' : undefined)
        howl.volume(volume, id)
        if (rate !== 1) howl.rate(rate, id)
        if (pan !== 0) howl.stereo(pan, id)
        muffle(howl, id, isMuffled)
        if (!loop) howl.once('end', onEnd, id)
        return {
          stop: () => howl.stop(id),
          setVolume: (next) => howl.volume(next, id),
          setMuffled: (next) => muffle(howl, id, next),
        }
      },
    }
  },
}

/** What a steel door lets through, Hz. */
const DOOR_HZ = 520

/** Howler's own node of one playing sound; it has no public name for it. */
type WithNodes = { readonly _soundById?: (id: number) => { readonly _node?: unknown } | null }

/** Leads a sound through a filter or past it. Where Howler plays without Web Audio it is only quieter, by its volume. */
function muffle(howl: Howl, id: number, isMuffled: boolean): void {
  const node = (howl as unknown as WithNodes)._soundById?.(id)?._node
  if (!(globalThis.AudioNode && node instanceof AudioNode)) return
  const context = node.context
  node.disconnect()
  if (!isMuffled) {
    node.connect(Howler.masterGain)
    return
  }
  const door = new BiquadFilterNode(context, { type: 'lowpass', frequency: DOOR_HZ, Q: 0.4 })
  node.connect(door).connect(Howler.masterGain)
}
