import { type Compared, compareSides, type Felt, type OtherSide, type SetMoment } from '#core/perspective'
import { clockTime, useText } from '#ui'
import { Doings, Response } from './telling.tsx'

type Props = {
  readonly moments: readonly SetMoment[]
  readonly answers: OtherSide
  readonly officerIs: 'you' | 'officer'
}

/** Guessed, felt, and where he really stood, moment by moment, with what the officer did before. Nothing is scored. */
export function Comparison({ moments, answers, officerIs }: Props) {
  const text = useText()
  return (
    <>
      <p>{text(`other-side.compare.intro-${officerIs}`)}</p>
      {compareSides(moments, answers).map((sides, n) => (
        <Side key={sides.moment.id} n={n + 1} sides={sides} officerIs={officerIs} />
      ))}
    </>
  )
}

function Side({
  n,
  sides,
  officerIs,
}: {
  readonly n: number
  readonly sides: Compared
  readonly officerIs: Props['officerIs']
}) {
  const text = useText()
  const { moment, guess, felt, safeBy, respectedBy } = sides
  const response = felt?.response
  const differences = [...differenceOf('safe', safeBy), ...differenceOf('respected', respectedBy)]
  return (
    <section className="card" aria-label={text('other-side.moment', { n })}>
      <h2>
        {text(`other-side.moments.${moment.id}`)} <small>{clockTime(moment.atMs)}</small>
      </h2>
      <div className="sides">
        <div>
          <h3>{text(`other-side.compare.did-${officerIs}`)}</h3>
          <Doings of={moment.before} officerIs={officerIs} />
        </div>
        <table>
          <caption className="visually-hidden">{text('other-side.compare.table')}</caption>
          <thead>
            <tr>
              <td />
              {guess && <th scope="col">{text('other-side.compare.guessed')}</th>}
              <th scope="col">{text('other-side.compare.felt')}</th>
            </tr>
          </thead>
          <tbody>
            {(['safe', 'respected'] as const).map((part) => (
              <tr key={part}>
                <th scope="row">{text(`other-side.compare.${part}`)}</th>
                {guess && <Degree of={guess} part={part} />}
                <Degree of={felt} part={part} />
              </tr>
            ))}
          </tbody>
        </table>
        <div>
          <h3>{text('other-side.compare.levels')}</h3>
          <Level name="tension" level={moment.tension} by={moment.tensionBy} isFirst={n === 1} />
          <Level name="trust" level={moment.trust} by={moment.trustBy} isFirst={n === 1} />
        </div>
      </div>
      {differences.length > 0 && <p>{differences.map((key) => text(key)).join(' ')}</p>}
      {response && (
        <p>
          {text('other-side.compare.response')} <Response of={response} />
        </p>
      )}
      {felt?.next && (
        <p className="small">
          {text('other-side.compare.next')} <q>{felt.next}</q>
        </p>
      )}
    </section>
  )
}

function Degree({ of, part }: { readonly of: Felt | undefined; readonly part: keyof Felt }) {
  const text = useText()
  const degree = of?.[part]
  return (
    <td>
      {degree ? (
        <>
          <strong>{degree}</strong> <small>{text(`other-side.degrees.${degree}`)}</small>
        </>
      ) : (
        '–'
      )}
    </td>
  )
}

type LevelProps = {
  readonly name: 'tension' | 'trust'
  readonly level: number
  readonly by: number
  readonly isFirst: boolean
}

function Level({ name, level, by, isFirst }: LevelProps) {
  const text = useText()
  const change = by > 0 ? 'rose' : by < 0 ? 'fell' : 'same'
  return (
    <p>
      {text('other-side.compare.level', {
        name: text(`other-side.compare.${name}`),
        n: level,
        words: text(`other-side.${name}.${bandOf(level)}`),
      })}{' '}
      <small>{text(`other-side.compare.${change}${isFirst ? '-first' : ''}`, { n: Math.abs(by) })}</small>
    </p>
  )
}

/** A level of 0–10 in five words: 0–2, 3–4, 5–6, 7–8, 9–10. */
const bandOf = (level: number): number => Math.max(0, Math.ceil(level / 2) - 1)

/** From two steps on a guess was another picture of him, not another word for the same. */
const differenceOf = (part: keyof Felt, by: number | undefined): readonly string[] =>
  by === undefined || Math.abs(by) < 2 ? [] : [`other-side.compare.${part}-${by < 0 ? 'less' : 'more'}`]
