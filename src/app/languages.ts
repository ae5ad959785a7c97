import { indexes } from 'virtual:scenario-index'
import { useSettings } from '#player'
import { LANGUAGES } from '#ui'

/** Languages one can choose: those in which the interface and everything that can be trained have all their words. */
export const OFFERED = LANGUAGES.filter((language) => indexes[language])

/** The first of the wanted languages that is offered, two letters or a tag such as `et-EE`; English if none is. */
export const offered = (...wanted: readonly string[]): string =>
  wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((language) => OFFERED.includes(language)) ?? 'en'

/** The language that is set, as far as it is offered. */
export const useLanguage = (): string => offered(useSettings((settings) => settings.language))

/** What can be trained, in the language that is set. */
export const useCatalogue = () => indexes[useLanguage()] ?? indexes.en
