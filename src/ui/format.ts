import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'

/** How a language writes numbers and days. English as it is written in Europe: the day before the month. */
export function formatIn(language: string) {
  const locale = language === 'en' ? 'en-GB' : language
  const percent = new Intl.NumberFormat(locale, { style: 'percent' })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long' })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  return {
    /** @param hundredths 0–100 */ percent: (hundredths: number): string => percent.format(hundredths / 100),
    /** @param atMs Unix time */ day: (atMs: number): string => day.format(atMs),
    /** day and time of day @param atMs Unix time */ moment: (atMs: number): string => moment.format(atMs),
  }
}

/** Numbers and days as the language of the interface writes them. */
export function useFormat() {
  const { language } = useTranslation().i18n
  return useMemo(() => formatIn(language), [language])
}
