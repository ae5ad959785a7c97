import { useId } from 'react'
import type { Discipline } from '#core/scenario'
import type { StackReport, Witness } from '#core/verifier'
import type { Words } from '#player'
import { Button, DisciplineMark, useFormat, useText } from '#ui'
import { BoundBar } from './bound-bar.tsx'

/** Parts of a state that are named as the heavy ones. */
const HEAVIEST = 8

type Props = {
  readonly stack: StackReport
  readonly words: Words
  readonly variationOf: (id: string) => string | undefined
  readonly onOpen: (witness: Witness) => void
}

/** One stack: what can be earned, how it can end, how the person behaves in its states, and what makes it large. */
export function StackCard({ stack, words, variationOf, onOpen }: Props) {
  const text = useText()
  const { percent } = useFormat()
  const id = useId()
  const { layers, states, bounded, frontier, runs, bounds, endings, behaviours, choices, weights } = stack
  const behaves = Object.entries(behaviours).sort(([, a], [, b]) => b - a)
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} className="row">
        {layers.length === 0
          ? text('check.no-layer')
          : layers.map((layer) => <DisciplineMark key={layer} discipline={layer} />)}
      </h2>
      <p className="small">
        {!bounded
          ? text('check.whole', { states })
          : states > 0
            ? text('check.bounded', { states, frontier, runs })
            : text('check.inherited')}
      </p>
      {layers.length > 0 && (
        <>
          <h3>{text('check.bounds')}</h3>
          <ul className="check-bounds">
            {Object.entries(bounds).map(([discipline, bound]) => (
              <BoundBar key={discipline} discipline={discipline as Discipline} bound={bound} onOpen={onOpen} />
            ))}
          </ul>
        </>
      )}
      <div className="columns">
        <div>
          <h3>{text('check.endings')}</h3>
          <ul className="check-list">
            {endings.map((ending) => {
              const title = words(`endings.${ending.id}.title`)
              const variation = variationOf(ending.witness.setup.variation)
              return (
                <li key={ending.id} className="row">
                  <span>
                    {title} <small>{text('check.acts', { n: ending.acts })}</small>
                    {variation && <small> · {variation}</small>}
                  </span>
                  <Button onPress={() => onOpen(ending.witness)} aria-label={`${text('check.show-run')}: ${title}`}>
                    {text('check.show-run')}
                  </Button>
                </li>
              )
            })}
          </ul>
        </div>
        {behaves.length > 0 && (
          <div>
            <h3>{text('check.behaves')}</h3>
            <ul className="check-list">
              {behaves.map(([word, share]) => (
                <li key={word}>
                  {text(`behaviours.${word}`)} <small>{percent(share * 100)}</small>
                  <span className="check-share" style={{ width: `${share * 100}%` }} />
                </li>
              ))}
            </ul>
            {choices !== null && <p className="small">{text('check.choices', { n: choices })}</p>}
          </div>
        )}
        <div>
          <h3>{text('check.heavy')}</h3>
          <p className="small">{text('check.heavy-what')}</p>
          <ul className="check-list">
            {weights.slice(0, HEAVIEST).map(({ name, values }) => (
              <li key={name}>
                <code>{name}</code> <small>× {values}</small>
              </li>
            ))}
          </ul>
          {weights.length > HEAVIEST && <p className="small">{text('check.more', { n: weights.length - HEAVIEST })}</p>}
        </div>
      </div>
    </section>
  )
}
