import { describe, expect, it } from 'vitest'
import { createSpeech, newlySaid } from './speech.ts'
import type { Line, VoiceProvider } from './voice.ts'

const line = (text: string): Line => ({ text, locale: 'en', tension: 3, who: { id: 'parv', over: 'air' } })

/** A mixer that writes down how loud the room is, and a voice that goes on until the test ends a line. */
function setUp({ isSilent = false } = {}) {
  const said: string[] = []
  const ducked: boolean[] = []
  let end = () => {}
  const voice: VoiceProvider = {
    speak: ({ text }, onEnd = () => {}) => {
      said.push(text)
      end = onEnd
      if (isSilent) onEnd()
      return { via: isSilent ? 'silent' : 'murmur', stop: () => {} }
    },
    stop: () => {
      said.push('cut')
      end = () => {}
    },
  }
  const speech = createSpeech({
    voice,
    mixer: {
      play: () => ({ played: false, reason: 'muted' }),
      loudness: () => 1,
      duck: (isLow) => void ducked.push(isLow),
    },
  })
  return { speech, said, ducked, end: () => end() }
}

describe('the speech of a session', () => {
  it('says one line after the other', () => {
    const { speech, said, end } = setUp()
    speech.say([line('one'), line('two')])
    expect(said).toEqual(['one'])
    end()
    expect(said).toEqual(['one', 'two'])
  })

  it('keeps the room low while somebody speaks, and lifts it after', () => {
    const { speech, ducked, end } = setUp()
    speech.say([line('one'), line('two')])
    end()
    expect(ducked).toEqual([true])
    end()
    expect(ducked).toEqual([true, false])
  })

  it('drops the oldest of what waits too long', () => {
    const { speech, said, end } = setUp()
    speech.say([line('one')])
    speech.say(['two', 'three', 'four', 'five'].map(line))
    for (let n = 0; n < 5; n++) end()
    expect(said).toEqual(['one', 'three', 'four', 'five'])
  })

  it('cuts everything short when it is stopped, and can begin again', () => {
    const { speech, said, ducked } = setUp()
    speech.say([line('one'), line('two')])
    speech.stop()
    expect(ducked.at(-1)).toBe(false)
    speech.say([line('three')])
    expect(said).toEqual(['one', 'cut', 'three'])
  })

  it('goes through lines nobody hears without waiting', () => {
    const { speech, said, ducked } = setUp({ isSilent: true })
    speech.say([line('one'), line('two')])
    expect(said).toEqual(['one', 'two'])
    expect(ducked.at(-1)).toBe(false)
  })
})

describe('what was said since one looked', () => {
  const [a, b, c] = [{ text: 'a' }, { text: 'b' }, { text: 'c' }]

  it('is the end of the list', () => expect(newlySaid([a], [a, b, c])).toEqual([b, c]))
  it('is everything when nothing had been said', () => expect(newlySaid([], [a])).toEqual([a]))
  it('is found although the beginning of the list was dropped', () => expect(newlySaid([a, b], [b, c])).toEqual([c]))
  it('is nothing of another session', () => expect(newlySaid([a], [{ text: 'a' }, b])).toEqual([]))
})
