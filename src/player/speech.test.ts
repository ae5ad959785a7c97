import { describe, expect, it } from 'vitest'
import { isTold, spokenIn } from './speech.ts'

describe('a reply', () => {
  it('that is speech is said whole', () => {
    expect(isTold('Two minutes. I’ve got a watch.')).toBe(false)
    expect(spokenIn('Two minutes.')).toBe('Two minutes.')
  })
  it('that tells what is seen has only its quoted words said', () => {
    expect(isTold('He nods. “Yes.”')).toBe(true)
    expect(spokenIn('He nods. “Yes.” Then he stops. “Sorry.”')).toBe('Yes. Sorry.')
    expect(spokenIn('Ta noogutab. „Jah. Jah.“ Ta vaatab su nägu.')).toBe('Jah. Jah.')
  })
  it('in brackets is seen and not heard', () => {
    expect(isTold('(He nods.)')).toBe(true)
    expect(spokenIn('(He nods.)')).toBe('')
  })
})
