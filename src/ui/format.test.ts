import { describe, expect, it } from 'vitest'
import { formatIn } from './format.ts'

const noon = new Date(2026, 2, 5, 12, 30).getTime()

describe('numbers and days', () => {
  it('are written as Estonian writes them', () => {
    const { percent, day, moment } = formatIn('et')
    expect(percent(86)).toBe('86%')
    expect(day(noon)).toBe('5. märts 2026')
    expect(moment(noon)).toMatch(/^5\. märts 2026,? 12:30$/)
  })

  it('are written as English is written in Europe', () => {
    const { percent, day, moment } = formatIn('en')
    expect(percent(100)).toBe('100%')
    expect(day(noon)).toBe('5 March 2026')
    expect(moment(noon)).toBe('5 Mar 2026, 12:30')
  })
})
