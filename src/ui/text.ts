import i18next from 'i18next'
import Icu from 'i18next-icu'
import { initReactI18next, useTranslation } from 'react-i18next'
import en from './text/en.json'

/** Languages of the interface; each has a file of words beside this one. */
export const LANGUAGES = ['en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Interface words by key, with values to fill in. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** English is always there, to fall back on; another language comes when it is asked for. */
const LOAD: ReadonlyMap<string, () => Promise<{ readonly default: object }>> = new Map()

/** Prepares the interface's words; once, before the first view. */
export async function prepareText(language: Language): Promise<void> {
  await i18next
    .use(Icu)
    .use(initReactI18next)
    .init({
      lng: 'en',
      fallbackLng: 'en',
      resources: { en: { translation: en } },
      interpolation: { escapeValue: false },
      returnNull: false,
    })
  await changeLanguage(language)
}

/** Changes every word on the page, and what the page says of its language. */
export async function changeLanguage(language: Language): Promise<void> {
  const load = LOAD.get(language)
  if (load && !i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await load()).default)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
}

/** Interface words for a view. */
export function useText(): Text {
  const { t } = useTranslation()
  return (key, values) => t(key, { ...values })
}
