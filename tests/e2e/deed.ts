import { fillText, phraseKey, type Scenario } from '#core/scenario'
import interfaceWords from '../../src/ui/text/en.json' with { type: 'json' }

/** One step of a walkthrough as a person at the screen knows it: by the words that stand there. */
export type Deed =
  | { readonly kind: 'go'; readonly station: string; readonly label: string }
  | { readonly kind: 'use'; readonly prop: string; readonly name: string; readonly label: string }
  | {
      readonly kind: 'body'
      readonly label: string
      readonly to?: { readonly role: string; readonly name: string } /** pictures that are shown by it */
      readonly cards?: true
    }
  | {
      readonly kind: 'say'
      readonly role: string
      readonly name: string
      /** the panel in which one speaks to him */ readonly panel: Panel
      readonly intent: string
      readonly line: string
      readonly tone: string | undefined
      /** the language of the page, when it is said out of the phrase book */ readonly language: string | undefined
    }
  | { readonly kind: 'end' }

/** What a trainee does with his hands, whatever they hold. */
export type Hands = { readonly does: (deed: Deed) => Promise<void> }

/** Where one speaks: face to face, over the air or by telephone, or on paper. */
type Panel = 'Say' | 'Radio' | 'Notes for the record'

type Word = keyof typeof interfaceWords.verbs & keyof typeof interfaceWords.stances

/** What a step's act is called on the screen, with the first persona of every role. */
export function deedOf(scenario: Scenario, act: string, tone: string | undefined): Deed {
  const table = scenario.text.en ?? {}
  const [verb = '', target = ''] = act.split(':')
  const names = Object.fromEntries(
    Object.entries(scenario.data.cast).map(([role, { personas }]) => [
      role,
      table[`personas.${personas[0]}.name`] ?? role,
    ]),
  )
  const words = (key: string) => fillText(table[key] ?? key, names)
  const ofPlace = (part: string) => words(`places.${scenario.place.id}.${part}.${target}`)
  const [layer, short = target] = target.includes('.') ? target.split('.') : [undefined, target]
  const owner = layer ? scenario.layers[layer as 'law'] : scenario.data
  const owned = (part: string) => words(layer ? `${layer}.${part}.${short}` : `${part}.${short}`)
  if (verb === 'go') return { kind: 'go', station: target, label: ofPlace('stations') }
  if (verb === 'stance') return { kind: 'body', label: interfaceWords.stances[target as Word] }
  if (verb === 'stay') return { kind: 'body', label: interfaceWords.verbs['stay-silent'] }
  if (verb === 'end') return { kind: 'end' }
  if (verb === 'do') {
    const { on, cards } = owner?.deeds?.find(({ id }) => id === short) ?? {}
    return {
      kind: 'body',
      label: owned('deeds'),
      ...(cards && { cards: true }),
      ...(on && { to: { role: on, name: names[on] ?? on } }),
    }
  }
  if (verb !== 'say')
    return { kind: 'use', prop: target, name: ofPlace('props'), label: interfaceWords.verbs[verb as Word] }
  const line = owner?.lines?.find(({ id }) => id === short)
  if (!line) throw new Error(`There is no line ${target}.`)
  return {
    kind: 'say',
    role: line.to,
    name: names[line.to] ?? line.to,
    panel: line.to === 'notes' ? 'Notes for the record' : scenario.data.cast[line.to]?.radio ? 'Radio' : 'Say',
    intent: interfaceWords.intents[line.say as keyof typeof interfaceWords.intents],
    line: line.phrase ? words(phraseKey(line.phrase.id, line.phrase.language)) : owned('lines'),
    language: line.phrase && line.language,
    tone: line.to === 'notes' ? undefined : (tone ?? 'neutral'),
  }
}
