import type { NamedAct } from '#core/session'
import { useScenario, useWords } from '#player'
import { useText } from '#ui'

/** What an act is called where it is told of afterwards: what was said in quotation marks, the rest as its button says. */
export function useActName(): (act: NamedAct) => string {
  const text = useText()
  const words = useWords()
  const place = `places.${useScenario().place.id}`
  return ({ group, target, text: key }) => {
    if (group === 'say') return text('ui.said', { words: words(key) })
    if (group === 'deed') return words(key)
    if (group === 'move') return `${text('panels.move')}: ${words(key)}`
    if (group === 'prop') return `${text(key)}: ${words(`${place}.props.${target}`)}`
    return text(key)
  }
}
