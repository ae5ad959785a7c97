import type { Place } from '#core/scenario'
import { PROP_COMPONENTS } from './props/prop-components.ts'
import type { PlaceProp } from './props/prop-view.ts'
import { QUALITY, type Quality } from './quality.ts'
import { useRedrawOn } from './redraw.ts'
import { lampsOn, type PropStates } from './room/light-mix.ts'
import { Lights } from './room/lights.tsx'
import { LookProvider } from './room/look.tsx'
import { RoomMesh } from './room/room-mesh.tsx'
import { Sky } from './room/sky.tsx'
import { SteadyLamps } from './room/steady-lamps.tsx'

type Props = {
  readonly place: Place
  readonly propStates: PropStates
  readonly propLabels: Readonly<Record<string, string>>
  /** id of the prop that is meant now */ readonly highlighted?: string | undefined
  readonly onSelect?: ((propId: string) => void) | undefined
  readonly quality: Quality
}

/** How near to a doorway a hatch or bolt must be to hang on its door, metres. */
const ON_LEAF_M = 0.9
const HANGS: ReadonlySet<PlaceProp['kind']> = new Set(['hatch', 'bolt'])

/** A place with its props in their states: everything but people and the camera. */
export function RoomScene({ place, propStates, propLabels, highlighted, onSelect, quality }: Props) {
  const profile = QUALITY[quality]
  const on = lampsOn(place, propStates)
  useRedrawOn(propStates)
  // a variation may take props away: what has no state is not there
  const props = place.props.filter((prop) => prop.id in propStates)
  const doors = props.filter((prop) => prop.kind === 'cell-door')
  const doorOf = (prop: PlaceProp) =>
    HANGS.has(prop.kind)
      ? doors.find((door) => Math.hypot(door.at.x - prop.at.x, door.at.z - prop.at.z) < ON_LEAF_M)
      : undefined
  const view = (prop: PlaceProp) => {
    const Component = PROP_COMPONENTS[prop.kind]
    const select = onSelect && (() => onSelect(prop.id))
    return (
      <Component
        key={prop.id}
        prop={prop}
        state={propStates[prop.id] ?? ''}
        label={propLabels[prop.id] ?? prop.id}
        highlighted={highlighted === prop.id}
        onSelect={select}
        place={place}
      >
        {props.filter((other) => doorOf(other) === prop).map(view)}
      </Component>
    )
  }
  return (
    <LookProvider profile={profile} lampsOn={on}>
      <Lights place={place} lampsOn={on} profile={profile} changes={propStates} />
      <RoomMesh place={place} propStates={propStates} profile={profile} />
      <SteadyLamps place={place} />
      <Sky place={place} />
      {props.filter((prop) => !doorOf(prop)).map(view)}
    </LookProvider>
  )
}
