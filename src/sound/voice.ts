import { createBrowserReader, type Reader } from './browser-voice.ts'
import { lengthOfMs, type Manner, mannerOf } from './manner.ts'
import type { Mixer } from './mixer.ts'

export type Line = {
  readonly text: string
  /** language of the text, `et` or `et-EE` */ readonly locale: string
  /** the speaker's level, 0–10 */ readonly tension: number
  readonly who: Speaker
}
/** Who speaks: the id keeps his voice the same; over the radio he has a squelch before and after. */
export type Speaker = { readonly id: string; readonly over: 'air' | 'radio' }

/** How a line is heard. `silent`: muted, turned down, or before a gesture; the caption stands alone. */
export type Via = 'browser-voice' | 'murmur' | 'silent'
export type Speaking = { readonly via: Via; readonly stop: () => void }

/** Gives lines a voice. Another provider, recorded files for instance, has the same shape. */
export type VoiceProvider = {
  /**
   * Says a line; the one being said is cut short. `onEnd` is called once when the line is over by itself, at once when
   * it is silent, and never when it was cut short.
   */
  readonly speak: (line: Line, onEnd?: () => void) => Speaking
  readonly stop: () => void
}

export type VoicePorts = {
  readonly mixer: Pick<Mixer, 'play' | 'loudness'>
  /** the machine's own voices; the browser's unless given, `undefined` for none */ readonly reader?: Reader | undefined
  /** calls back after some ms; returns how to cancel */ readonly later?: (ms: number, call: () => void) => () => void
}

/** The radio cue's length, ms: the voice begins when the squelch has opened. */
const SQUELCH_MS = 450
/** The murmur's length at rate 1, ms. */
const MURMUR_MS = 1000
/** Speeds of one murmur after another, so that a long line is not the same second over and over. */
const SWAY = [1, 0.94, 1.05, 0.98] as const

type Task = {
  readonly line: Line
  readonly manner: Manner
  readonly own: (cancel: () => void) => void
  readonly done: () => void
}

/** One voice at a time: a local voice of the language if this machine has one, else a wordless murmur as long. */
export function createVoice(ports: VoicePorts): VoiceProvider {
  const { mixer, later = laterByTimer } = ports
  const reader = 'reader' in ports ? ports.reader : createBrowserReader(globalThis.window)
  let stopCurrent = () => {}

  const mutter = ({ line, manner, own, done }: Task) => {
    const again = (leftMs: number, turn: number) => {
      if (leftMs < MURMUR_MS / 4) return done()
      const rate = manner.rate * manner.pitch * (SWAY[turn % SWAY.length] ?? 1)
      const played = mixer.play(line.who.over === 'radio' ? 'murmur-radio' : 'murmur', { rate })
      if (!played.played) return done()
      const stepMs = MURMUR_MS / rate
      const cancel = later(Math.min(leftMs, stepMs), () => {
        if (leftMs < stepMs) played.stop()
        again(leftMs - stepMs, turn + 1)
      })
      own(() => {
        cancel()
        played.stop()
      })
    }
    again(lengthOfMs(line.text, manner.rate), 0)
  }
  const readOut = (by: Reader, task: Task) => {
    const { line, manner, own, done } = task
    let settled = false
    const once = (then: () => void) => () => {
      if (settled) return
      settled = true
      then()
    }
    const reading = by.read({
      ...line,
      manner,
      volume: mixer.loudness('voice'),
      onEnd: once(done),
      onFailed: once(() => mutter(task)),
    })
    if (!settled) own(once(reading.stop))
  }

  return {
    speak: (line, onEnd = () => {}) => {
      stopCurrent()
      stopCurrent = () => {}
      if (mixer.loudness('voice') === 0 || line.text.trim() === '') {
        onEnd()
        return { via: 'silent', stop: () => {} }
      }
      const by = reader?.speaks(line.locale) ? reader : undefined
      const manner = mannerOf(line.tension, line.who.id)
      const onRadio = line.who.over === 'radio'
      let cancel = () => {}
      let stopped = false
      const task: Task = {
        line,
        manner,
        own: (next) => {
          cancel = next
        },
        done: () => {
          cancel = () => {}
          if (stopped) return
          if (onRadio) mixer.play('radio')
          onEnd()
        },
      }
      const say = () => (by ? readOut(by, task) : mutter(task))
      const stop = () => {
        stopped = true
        cancel()
        cancel = () => {}
      }
      stopCurrent = stop
      if (onRadio) {
        mixer.play('radio')
        cancel = later(SQUELCH_MS, say)
      } else say()
      return { via: by ? 'browser-voice' : 'murmur', stop }
    },
    stop: () => stopCurrent(),
  }
}

function laterByTimer(ms: number, call: () => void): () => void {
  const timer = setTimeout(call, ms)
  return () => clearTimeout(timer)
}
