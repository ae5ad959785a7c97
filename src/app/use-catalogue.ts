import { indexes } from 'virtual:scenario-index'
import { useSettings } from '#player'

/** What can be trained, in the language that is set. */
export const useCatalogue = () => indexes[useSettings((settings) => settings.language)]
