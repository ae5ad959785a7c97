import { expect, it } from 'vitest'
import type { Reader, ReadLine } from './browser-voice.ts'
import type { PlayCue } from './mixer.ts'
import { createVoice, type Line } from './voice.ts'

const LINE: Line = {
  text: 'You had no right to touch my photos.',
  locale: 'en',
  tension: 6,
  who: { id: 'parv', over: 'air' },
}
const ON_RADIO: Line = { ...LINE, who: { id: 'control', over: 'radio' } }

/** A mixer that writes down, a clock the test moves, and a reader that speaks English when asked to be there. */
function setUp({ loudness = 1, reads = true, plays = true } = {}) {
  const heard: string[] = []
  const rates: PlayCue[] = []
  const lines: ReadLine[] = []
  let nowMs = 0
  let due: { atMs: number; call: () => void }[] = []
  const later = (ms: number, call: () => void) => {
    const timer = { atMs: nowMs + ms, call }
    due.push(timer)
    return () => {
      due = due.filter((other) => other !== timer)
    }
  }
  const pass = (ms: number) => {
    const untilMs = nowMs + ms
    for (;;) {
      const next = due.filter(({ atMs }) => atMs <= untilMs).sort((a, b) => a.atMs - b.atMs)[0]
      if (!next) break
      due = due.filter((other) => other !== next)
      nowMs = next.atMs
      next.call()
    }
    nowMs = untilMs
  }
  const reader: Reader = {
    speaks: (locale) => reads && locale === 'en',
    read: (line) => {
      lines.push(line)
      return { stop: () => void heard.push('reader stopped') }
    },
  }
  const voice = createVoice({
    reader,
    later,
    mixer: {
      loudness: () => loudness,
      play: (cue, how = {}) => {
        if (!plays) return { played: false, reason: 'no-device' }
        heard.push(cue)
        rates.push(how)
        return { played: true, stop: () => void heard.push(`${cue} stopped`) }
      },
    },
  })
  return { voice, heard, rates, lines, pass, waiting: () => due.length }
}

it('reads a line with a local voice of its language', () => {
  const { voice, lines, heard } = setUp({ loudness: 0.7 })
  expect(voice.speak(LINE).via).toBe('browser-voice')
  expect(lines[0]).toMatchObject({ text: LINE.text, locale: 'en', volume: 0.7 })
  expect(heard).toEqual([])
})
it('murmurs as long as the line where there is no such voice', () => {
  const { voice, heard, pass, waiting } = setUp()
  expect(voice.speak({ ...LINE, locale: 'et' }).via).toBe('murmur')
  pass(10_000)
  expect(heard.filter((cue) => cue === 'murmur')).toHaveLength(3)
  expect(heard.at(-1)).toBe('murmur stopped')
  expect(waiting()).toBe(0)
})
it('murmurs faster and higher when tense', () => {
  const rateAt = (tension: number) => {
    const { voice, rates } = setUp({ reads: false })
    voice.speak({ ...LINE, tension })
    return rates[0]?.rate ?? 0
  }
  expect(rateAt(10)).toBeGreaterThan(rateAt(0))
})
it('puts a squelch before and after what comes over the radio', () => {
  const { voice, heard, lines, pass } = setUp()
  voice.speak(ON_RADIO)
  expect([heard, lines.length]).toEqual([['radio'], 0])
  pass(500)
  expect(lines).toHaveLength(1)
  lines[0]?.onEnd()
  lines[0]?.onEnd()
  expect(heard).toEqual(['radio', 'radio'])
})
it('murmurs when the local voice fails', () => {
  const { voice, heard, lines, pass } = setUp()
  voice.speak(LINE)
  lines[0]?.onFailed()
  pass(10_000)
  expect(heard).toContain('murmur')
})
it('is silent when muted or without words', () => {
  const { voice, heard, lines } = setUp({ loudness: 0 })
  expect(voice.speak(ON_RADIO).via).toBe('silent')
  expect(setUp().voice.speak({ ...LINE, text: ' ' }).via).toBe('silent')
  expect([heard, lines]).toEqual([[], []])
})
it('cuts a line short when the next one comes', () => {
  const { voice, heard, lines } = setUp()
  voice.speak(LINE)
  voice.speak({ ...LINE, text: 'Wait.' })
  expect(heard).toEqual(['reader stopped'])
  lines[0]?.onEnd()
  expect(lines.map(({ text }) => text)).toEqual([LINE.text, 'Wait.'])
})
it('leaves no timer behind when it is stopped', () => {
  const { voice, waiting, heard, pass } = setUp({ reads: false })
  voice.speak(ON_RADIO)
  voice.stop()
  expect(waiting()).toBe(0)
  voice.speak(LINE)
  voice.stop()
  pass(10_000)
  expect(heard).toEqual(['radio', 'murmur', 'murmur stopped'])
})
it('goes on without sound when the mixer cannot play', () => {
  const { voice, pass, waiting } = setUp({ reads: false, plays: false })
  expect(voice.speak(ON_RADIO).via).toBe('murmur')
  pass(10_000)
  expect(waiting()).toBe(0)
})
it('tells when a line is over by itself, and not when it was cut short', () => {
  const { voice, lines, pass } = setUp()
  const over: string[] = []
  voice.speak(LINE, () => over.push('cut'))
  voice.speak(LINE, () => over.push('read'))
  lines[0]?.onEnd()
  lines[1]?.onEnd()
  voice.speak({ ...LINE, locale: 'et' }, () => over.push('murmured'))
  pass(10_000)
  voice.speak({ ...LINE, text: '' }, () => over.push('silent'))
  expect(over).toEqual(['read', 'murmured', 'silent'])
})
it('murmurs through the radio’s own little loudspeaker', () => {
  const { voice, heard, pass } = setUp({ reads: false })
  voice.speak(ON_RADIO)
  pass(500)
  expect(heard).toEqual(['radio', 'murmur-radio'])
})
