import { Button, useText } from '#ui'
import type { BookPhrase } from './use-phrases.ts'

/** A phrase as the book has it: the words, what they mean, how they sound, how sure that is, and a button to say it. */
export function PhraseRow({ phrase, onSay }: { readonly phrase: BookPhrase; readonly onSay: () => void }) {
  const text = useText()
  const { language, meaning, roman, sounds, mark } = phrase
  return (
    <li className="phrase">
      <div className="phrase-words">
        <p lang={language} dir="auto" className="phrase-text">
          {phrase.text}
        </p>
        {meaning && <p className="small">{meaning}</p>}
        {roman && <p className="small">{text('phrases.roman', { words: roman })}</p>}
        {sounds && <p className="small">{text('phrases.sounds', { words: sounds })}</p>}
        {mark && (
          <p className="small phrase-mark" data-mark={mark}>
            {text(`phrases.mark.${mark}`)}
          </p>
        )}
      </div>
      <Button onPress={onSay} aria-label={text('phrases.say-this', { words: phrase.text })}>
        {text('phrases.say')}
      </Button>
    </li>
  )
}
