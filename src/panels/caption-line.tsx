import type { Utterance } from '#core/session'
import { quoted, usePlayer, useSettings, useWords } from '#player'
import { clockTime, useText } from '#ui'

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
  const sounds = usePlayer((player) => player.snapshot.sounds)
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
      <p className="small">
        {sounds.length > 0 ? `[${sounds.map((cue) => text(`sound.${cue}`)).join(', ')}]` : '\u00a0'}
      </p>
    </div>
  )
}

/** One utterance: who, and what. */
export function Said({ utterance, withTime }: { readonly utterance: Utterance; readonly withTime?: boolean }) {
  const text = useText()
  const words = useWords()
  const name = usePlayer((player) => player.snapshot.characters[utterance.by]?.name)
  const who = name ? words(name) : text(`who.${utterance.by}`)
  const shown = words(utterance.text)
  const said = utterance.kind === 'inject' ? shown : utterance.kind === 'reply' ? quoted(shown) : `“${shown}”`
  return (
    <p>
      {withTime && <small>{clockTime(utterance.atMs)} </small>}
      {said} {who && <small>— {who}</small>}
      {utterance.tone && <small>, {text(`tones.${utterance.tone}`)}</small>}
    </p>
  )
}
