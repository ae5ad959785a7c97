import { describe, expect, it } from 'vitest'
import { createSettings, DEFAULT_SETTINGS } from './settings.ts'

const kept = (text: string | null) => {
  const port = {
    text,
    read: () => port.text,
    write: (next: string) => {
      port.text = next
    },
  }
  return port
}

describe('the settings of a machine', () => {
  it('begin with the defaults', () => {
    expect(createSettings(kept(null)).getState()).toEqual(DEFAULT_SETTINGS)
  })

  it('are there again after a reload', () => {
    const port = kept(null)
    createSettings(port).setState({ captions: false, quality: 'low' })
    expect(createSettings(port).getState()).toEqual({ ...DEFAULT_SETTINGS, captions: false, quality: 'low' })
  })

  it('fall back field by field when what is stored cannot be right', () => {
    const text = JSON.stringify({ quality: 'ultra', volume: 7, muted: 'yes', captions: false, colour: 'red' })
    expect(createSettings(kept(text)).getState()).toEqual({ ...DEFAULT_SETTINGS, captions: false })
  })

  it.each(['', '[1', 'null', '7', '"text"'])('survive stored text that is no settings: %s', (text) => {
    expect(createSettings(kept(text)).getState()).toEqual(DEFAULT_SETTINGS)
  })

  it('hold on a machine that keeps nothing, and say so', () => {
    const settings = createSettings({
      read: () => {
        throw new Error('denied')
      },
      write: () => {
        throw new Error('denied')
      },
    })
    settings.setState({ muted: true })
    expect(settings.getState().muted).toBe(true)
    expect(settings.isKept()).toBe(false)
  })
})
