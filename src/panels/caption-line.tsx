import { useMemo } from 'react'
import { type Heard, heardAt, lastingAt, type Utterance } from '#core/session'
import { isTold, usePlayer, useScenario, useSettings, useStillSnapshot, useWords } from '#player'
import { clockTime, type Text, useText } from '#ui'
import { Pictograms } from './phrases/pictograms.tsx'
import { meaningOf } from './phrases/use-phrases.ts'

type Props = {
  readonly lines?: number
  /** under a picture the captions can be turned off; they are then still there for a screen reader */
  readonly underPicture?: boolean
}

/** The newest words with their speaker, and the sounds just made; read aloud as they come. */
export function CaptionLine({ lines = 2, underPicture = false }: Props) {
  const text = useText()
  const isShown = useSettings((settings) => settings.captions) || !underPicture
  const utterances = usePlayer((player) => player.snapshot.utterances)
  const { place } = useScenario()
  const snapshot = useStillSnapshot()
  const heard = useMemo(() => heardAt(place, snapshot), [place, snapshot])
  const lasting = useMemo(() => lastingAt(place, snapshot), [place, snapshot])
  const told = (sounds: readonly Heard[]) => sounds.map((one) => toldOf(one, text)).join('; ')
  return (
    <div
      role="log"
      aria-live="polite"
      aria-label={text('panels.heard')}
      className={isShown ? 'captions' : 'visually-hidden'}
    >
      {utterances.slice(-lines).map((utterance) => (
        <Said key={`${utterance.seq} ${utterance.atMs} ${utterance.by} ${utterance.text}`} utterance={utterance} />
      ))}
      <p className="small">{heard.length > 0 ? `[${told(heard)}]` : '\u00a0'}</p>
      {lasting.length > 0 && <p className="small">[{told(lasting)}]</p>}
    </div>
  )
}

/** What a sound is, and where it comes from. */
function toldOf({ sound, from, isMuffled }: Heard, text: Text): string {
  const placed = text(`hearing.from.${from}`, { sound: text(`sound.${sound}`) })
  return isMuffled ? text('hearing.muffled', { sound: placed }) : placed
}

/** One utterance: who, and what. */
export function Said({ utterance, withTime }: { readonly utterance: Utterance; readonly withTime?: boolean }) {
  const text = useText()
  const words = useWords()
  const name = usePlayer((player) => player.snapshot.characters[utterance.by]?.name)
  const who = name ? words(name) : text(`who.${utterance.by}`)
  const shown = words(utterance.text)
  const isBare = utterance.kind === 'inject' || isTold(shown)
  const isDeed = utterance.kind === 'inject' && who !== ''
  const locale = useSettings((settings) => settings.language)
  const { phrase, cards, typed } = utterance
  const meaning = phrase && meaningOf(phrase, locale, words)
  const said = isBare ? shown : text('ui.said', { words: shown })
  return (
    <p>
      {withTime && <small>{clockTime(utterance.atMs)} </small>}
      {cards && <Pictograms pictures={cards} />} {isDeed && `${text('who.chose')}: `}
      {said}{' '}
      {typed && typed !== shown && (
        <small>
          {text('ui.typed')} <bdi>{typed}</bdi>{' '}
        </small>
      )}
      {meaning && <small>({meaning}) </small>}
      {who && !isDeed && <small>— {who}</small>}
      {utterance.tone && <small>, {text(`tones.${utterance.tone}`)}</small>}
    </p>
  )
}
