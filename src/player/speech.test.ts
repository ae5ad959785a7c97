import { describe, expect, it } from 'vitest'
import { quoted, spokenIn } from './speech.ts'

describe('a reply', () => {
  it('that is speech is shown in quotation marks and said whole', () => {
    expect(quoted('Two minutes. I’ve got a watch.')).toBe('“Two minutes. I’ve got a watch.”')
    expect(spokenIn('Two minutes.')).toBe('Two minutes.')
  })
  it('that tells what is seen is shown as it is, and only its quoted words are said', () => {
    const told = 'He nods. “Yes.” Then he stops. “Sorry.”'
    expect(quoted(told)).toBe(told)
    expect(spokenIn(told)).toBe('Yes. Sorry.')
    expect(spokenIn('Ta noogutab. „Jah. Jah.“ Ta vaatab su nägu.')).toBe('Jah. Jah.')
  })
  it('in brackets is seen and not heard', () => {
    expect(quoted('(He nods.)')).toBe('(He nods.)')
    expect(spokenIn('(He nods.)')).toBe('')
  })
})
