import { useSettingsStore } from '#player'
import { Button, useText } from '#ui'
import { OFFERED, useLanguage } from './languages.ts'

/** The languages, each by the name it calls itself; nothing as long as there is only one. */
export function LanguageChoice() {
  const text = useText()
  const set = useLanguage()
  const settings = useSettingsStore()
  if (OFFERED.length < 2) return null
  return (
    <div role="group" aria-label={text('settings.language')} className="row start-hint">
      {OFFERED.map((language) => (
        <Button key={language} aria-pressed={language === set} onPress={() => settings.setState({ language })}>
          <span lang={language}>{text(`settings.languages.${language}`)}</span>
        </Button>
      ))}
    </div>
  )
}
