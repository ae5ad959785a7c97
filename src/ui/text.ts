import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import en from './text/en.json'

/** Interface words by key, with values to fill in. */
export type Text = (key: string, values?: Readonly<Record<string, string | number>>) => string

/** Prepares the interface's words; once, before the first view. */
export async function prepareText(locale = 'en'): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
}

/** Interface words for a view. */
export function useText(): Text {
  const { t } = useTranslation()
  return (key, values) => t(key, { ...values })
}
