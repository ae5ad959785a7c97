import i18next from 'i18next'
import Icu from 'i18next-icu'
import { initReactI18next, useTranslation } from 'react-i18next'
import en from './text/en.json'

/** English is always there, to fall back on; another language comes when it is asked for. */
const LOAD: ReadonlyMap<string, () => Promise<{ readonly default: object }>> = new Map([
  ['et', () => import('./text/et.json')],
])

/** Languages of the interface; each has a file of words in `text/`. */
export const LANGUAGES: readonly string[] = ['en', ...LOAD.keys()]

/** Interface words by key, with values to fill in. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Prepares the interface's words; once, before the first view. */
export async function prepareText(language: string): Promise<void> {
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

/** Changes every word on the page, its title, and what the page says of its language. */
export async function changeLanguage(language: string): Promise<void> {
  const load = LOAD.get(language)
  if (load && !i18next.hasResourceBundle(language, 'translation'))
    i18next.addResourceBundle(language, 'translation', (await load()).default)
  await i18next.changeLanguage(language)
  document.documentElement.lang = language
  document.title = i18next.t('app.title')
}

/** Interface words for a view. */
export function useText(): Text {
  const { t } = useTranslation()
  return (key, values) => t(key, { ...values })
}
