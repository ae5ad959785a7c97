import { places } from 'virtual:places'
import { useMemo } from 'react'
import { PlacesPage } from '#viewer'
import { useLanguage } from './languages.ts'

/** The viewer with the places of this build, in the language that is set. */
export function PlacesRoute() {
  const language = useLanguage()
  const named = useMemo(
    () => places.map(({ place, words }) => ({ place, words: words[language] ?? words.en })),
    [language],
  )
  return <PlacesPage places={named} />
}
