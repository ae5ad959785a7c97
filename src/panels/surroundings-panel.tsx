import { roomsInSight } from '#core/session'
import { usePlayer, useScenario, useWords } from '#player'
import { Button, useText } from '#ui'

/** What is around: people as they can be seen, things with their state and verbs. The twin of the 3D view. */
export function SurroundingsPanel() {
  const text = useText()
  const words = useWords()
  const scenario = useScenario()
  const snapshot = usePlayer((player) => player.snapshot)
  const send = usePlayer((player) => player.send)
  const place = scenario.place
  const key = (part: string, id: string) => words(`places.${place.id}.${part}.${id}`)
  const things = place.props
    .map((prop) => ({ prop, can: snapshot.affordances.filter((a) => a.group === 'prop' && a.target === prop.id) }))
    .filter(({ can }) => can.length > 0)
  // a kind may have a word of its own for a state: a bolt that is drawn is drawn back, a screen is drawn out
  const stateOf = ({ id, kind }: (typeof place.props)[number]) => {
    const state = snapshot.props[id]
    return text(`states.${kind}.${state}`, { defaultValue: text(`states.${state}`) })
  }
  const seen = roomsInSight(place, snapshot)
  return (
    <div className="stack">
      <p>{text('panels.you-are', { place: key('stations', snapshot.officer.station) })}</p>
      <h3>{text('panels.people')}</h3>
      <ul>
        {Object.entries(snapshot.characters).flatMap(([role, character]) => {
          if (!character.position || !character.pose) return []
          const inSight = character.room !== undefined && seen.has(character.room)
          const look = character.pose === 'sleep' ? 'sleep' : character.behaviour
          return (
            <li key={role}>
              {words(character.name)}:{' '}
              {inSight
                ? `${key('positions', character.position)}, ${text(`distance.${character.distance ?? 'far'}`)}. ${role === scenario.data.focus ? text(`seen.${look}`) : ''}`
                : text('panels.not-seen')}
            </li>
          )
        })}
      </ul>
      <h3>{text('panels.things')}</h3>
      {things.length === 0 && <p className="small">{text('panels.nothing')}</p>}
      {things.map(({ prop, can }) => (
        <div className="row" role="group" key={prop.id} aria-label={key('props', prop.id)}>
          <span>
            {key('props', prop.id)} <small>({stateOf(prop)})</small>
          </span>
          {can.map((affordance) => (
            <Button
              key={affordance.act.do}
              onPress={() => void send(affordance.act)}
              aria-label={`${text(affordance.text)}: ${key('props', prop.id)}`}
            >
              {text(affordance.text)}
            </Button>
          ))}
        </div>
      ))}
    </div>
  )
}
