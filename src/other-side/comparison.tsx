import { type Compared, compareSides, type Felt, type OtherSide, type SetMoment } from '#core/perspective'
import { useWords } from '#player'
import { clockTime, useText } from '#ui'
import { Doings } from './telling.tsx'

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
  const words = useWords()
  const { moment, guess, felt, safeBy, respectedBy } = sides
  const response = felt?.response
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
          <p>
            {text('other-side.compare.level', {
              name: text('debrief.tension'),
              n: moment.tension,
              words: text(`other-side.tension.${bandOf(moment.tension)}`),
              change: text(`other-side.compare.${changeOf(moment.tensionBy)}`, { n: Math.abs(moment.tensionBy) }),
            })}
          </p>
          <p>
            {text('other-side.compare.level', {
              name: text('debrief.trust'),
              n: moment.trust,
              words: text(`other-side.trust.${bandOf(moment.trust)}`),
              change: text(`other-side.compare.${changeOf(moment.trustBy)}`, { n: Math.abs(moment.trustBy) }),
            })}
          </p>
        </div>
      </div>
      {(['safe', 'respected'] as const).map((part) => {
        const by = part === 'safe' ? safeBy : respectedBy
        return by === undefined || Math.abs(by) < 2 ? null : (
          <p key={part} className="notice">
            {text(`other-side.compare.${part}-${by < 0 ? 'less' : 'more'}`)}
          </p>
        )
      })}
      {response && (
        <p>
          {text('other-side.compare.response')}{' '}
          {response.startsWith('other-side.') ? text(response) : `“${words(response)}”`}
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

/** A level of 0–10 in five words: 0–2, 3–4, 5–6, 7–8, 9–10. */
const bandOf = (level: number): number => Math.max(0, Math.ceil(level / 2) - 1)
const changeOf = (by: number): 'rose' | 'fell' | 'same' => (by > 0 ? 'rose' : by < 0 ? 'fell' : 'same')
