import { useId } from 'react'
import { DEGREES, type Felt } from '#core/perspective'
import { useText } from '#ui'

/** Both questions of a moment, not answered yet in part or whole. */
export type Answering = { readonly [Part in keyof Felt]: number | undefined }
export const UNANSWERED: Answering = { safe: undefined, respected: undefined }
export const feltIn = ({ safe, respected }: Answering): Felt | undefined =>
  safe && respected ? { safe, respected } : undefined

type Props = {
  /** who is asked about whom: the officer about him, or he himself */ readonly asks: 'guess' | 'feel'
  readonly value: Answering
  readonly onChange: (value: Answering) => void
}

/** How safe and how respected, in five steps with words at each. */
export function Scales({ asks, value, onChange }: Props) {
  const text = useText()
  const name = useId()
  return (
    <div className="scales">
      {(['safe', 'respected'] as const).map((part) => (
        <fieldset key={part} className="scale">
          <legend>{text(`other-side.${asks}.${part}`)}</legend>
          {DEGREES.map((degree) => (
            <label key={degree}>
              <input
                type="radio"
                name={`${name} ${part}`}
                checked={value[part] === degree}
                onChange={() => onChange({ ...value, [part]: degree })}
              />
              <span>
                {degree} <small>{text(`other-side.degrees.${degree}`)}</small>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
