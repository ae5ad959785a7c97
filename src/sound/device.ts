import { Howl, Howler } from 'howler'
import type { Loop } from './cue-table.ts'

/** One playing sound, in the device's own numbers. */
export type Playing = { readonly stop: () => void; readonly setVolume: (volume: number) => void }
export type PlayOptions = {
  /** 0–1 */ readonly volume: number
  /** −1 left … 1 right */ readonly pan: number
  /** 1 is as recorded */ readonly rate: number
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
      play: ({ volume, pan, rate, onEnd }) => {
        const id = howl.play(loop ? 'round' : undefined)
        howl.volume(volume, id)
        if (rate !== 1) howl.rate(rate, id)
        if (pan !== 0) howl.stereo(pan, id)
        if (!loop) howl.once('end', onEnd, id)
        return { stop: () => howl.stop(id), setVolume: (next) => howl.volume(next, id) }
      },
    }
  },
}
