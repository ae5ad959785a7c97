import { blocksOf, type Perception, WORDLESS } from '#core/perspective'
import { isTold, usePlayer, useScenario, useWords } from '#player'
import { clockTime, useText } from '#ui'

type Props = {
  readonly perception: Perception
  /** whom the officer is to the reader: himself, or the one who came */ readonly officerIs: 'you' | 'officer'
}

/** One thing that reached the prisoner, in words: when, from whom, what. */
export function Told({ perception, officerIs }: Props) {
  const text = useText()
  const words = useWords()
  const focus = useScenario().data.focus
  const characters = usePlayer((player) => player.snapshot.characters)
  const nameOf = (role: string) =>
    role === 'officer' ? text(`other-side.who.${officerIs}`) : words(characters[role]?.name ?? role)
  const isOwnSound = perception.kind === 'sound' && perception.isOwn
  const isUnseen = perception.kind === 'sound' || isKnockOnHisDoor({ perception, officerIs })
  const who = isUnseen
    ? isOwnSound
      ? text('other-side.who.himself')
      : ''
    : perception.kind === 'says'
      ? text('other-side.who.prisoner')
      : perception.kind === 'heard'
        ? nameOf(perception.by)
        : officerIs === 'you' && CHOSEN.includes(perception.kind)
          ? text('who.chose')
          : nameOf('officer')
  const aside = perception.kind === 'heard' && perception.to && perception.to !== focus ? perception.to : undefined
  return (
    <p className="told">
      <small>{clockTime(perception.atMs)}</small>
      <span>
        {who && <strong>{who}: </strong>}
        {aside && <small>{text('other-side.aside', { name: nameOf(aside) })} </small>}
        <What perception={perception} officerIs={officerIs} />
      </span>
    </p>
  )
}

/** What the officer is told by the words of his button, as what he chose: they would read as an order after “You:”. */
const CHOSEN: readonly Perception['kind'][] = ['deed', 'stance', 'uses']

/** Whose hand knocks is not seen. */
const isKnockOnHisDoor = ({ perception, officerIs }: Props): boolean =>
  officerIs === 'officer' && perception.kind === 'uses' && perception.verb === 'knock'

function What({ perception, officerIs }: Props) {
  const text = useText()
  const words = useWords()
  const { place, data } = useScenario()
  const self = usePlayer((player) => player.snapshot.characters[data.focus]?.name)
  switch (perception.kind) {
    case 'says':
      return <Words of={words(perception.text)} />
    case 'heard': {
      const tone = perception.tone && <small>, {text(`tones.${perception.tone}`)}</small>
      if (perception.isUnderstood || officerIs === 'you')
        return (
          <>
            <Words of={words(perception.text)} />
            {tone}
            {!perception.isUnderstood && <small> ({text('other-side.not-understood-by-him')})</small>}
          </>
        )
      return (
        <>
          <span className="told-blocks" aria-hidden="true">
            {blocksOf(words(perception.text), self ? [words(self)] : [])}
          </span>
          <span className="visually-hidden">{text('other-side.not-understood')}</span>
          {tone}
        </>
      )
    }
    case 'deed':
      return <>{words(officerIs === 'you' ? perception.text : (perception.seen ?? perception.text))}</>
    case 'comes':
      return (
        <>
          {text(`other-side.way.${officerIs}-${perception.way}`, {
            place: words(`places.${place.id}.stations.${perception.station}`),
          })}
        </>
      )
    case 'stance':
      return <>{text(`${officerIs === 'you' ? '' : 'other-side.'}stances.${perception.stance}`)}</>
    case 'uses':
      if (isKnockOnHisDoor({ perception, officerIs })) return <em>[{text('sound.knock')}]</em>
      return (
        <>
          {text(`verbs.${perception.verb}`)}: {words(`places.${place.id}.props.${perception.prop}`)}
        </>
      )
    case 'sound':
      return <em>[{text(`sound.${perception.cue}`)}]</em>
  }
}

/** What the officer did, one below the other; `none` when nothing was seen or heard of him. */
export function Doings({
  of,
  officerIs,
}: {
  readonly of: readonly Perception[]
  readonly officerIs: Props['officerIs']
}) {
  const text = useText()
  if (of.length === 0) return <p className="small">{text('other-side.nothing-done')}</p>
  return (
    <div>
      {of.map((perception) => (
        <Told key={keyOf(perception)} perception={perception} officerIs={officerIs} />
      ))}
    </div>
  )
}

/** What somebody answered in his place: words of his, or a way to say nothing. */
export function Response({ of }: { readonly of: string }) {
  const text = useText()
  const words = useWords()
  return WORDLESS.includes(of) ? text(of) : <Words of={words(of)} />
}

/** What somebody said; what is only told of him stands without quotes. */
function Words({ of }: { readonly of: string }) {
  const text = useText()
  return isTold(of) ? of : text('ui.said', { words: of })
}

/** Tells perceptions of one session apart. */
export const keyOf = (one: Perception): string =>
  [one.seq, one.atMs, one.kind, 'text' in one ? one.text : 'cue' in one ? one.cue : ''].join(' ')
