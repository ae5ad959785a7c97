import type { Debrief } from '#core/scoring'
import { Button, clockTime, useText } from '#ui'
import { useActName } from './act-name.ts'

type Props = { readonly debrief: Debrief; readonly onShow: (atMs: number) => void }

/** The few acts that changed him most, each with its moment and with what it did to his tension and trust. */
export function TurningPoints({ debrief, onShow }: Props) {
  const text = useText()
  const nameOf = useActName()
  if (debrief.turningPoints.length === 0) return null
  return (
    <>
      <h2>{text('debrief.changed')}</h2>
      <ul className="debrief-list">
        {debrief.turningPoints.map(({ seq, act, atMs, tensionBy, trustBy }) => (
          <li key={seq} className="row">
            <Button
              className="moment"
              onPress={() => onShow(atMs)}
              aria-label={text('debrief.show', { time: clockTime(atMs) })}
            >
              {clockTime(atMs)}
            </Button>
            <span>{nameOf(act)}</span>
            <small>
              {[changed(text('debrief.tension'), tensionBy), changed(text('debrief.trust'), trustBy)]
                .filter(Boolean)
                .join(', ')}
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

const changed = (name: string, by: number): string => (by === 0 ? '' : `${name} ${by > 0 ? '+' : '−'}${Math.abs(by)}`)
