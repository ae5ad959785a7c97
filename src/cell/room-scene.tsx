import type { Place } from '#core/scenario'
import { PROP_COMPONENTS } from './props/prop-components.ts'
import type { PlaceProp } from './props/prop-view.ts'
import { QUALITY, type Quality } from './quality.ts'
import { useRedrawOn } from './redraw.ts'
import { doorOf } from './room/doorway.ts'
import { lampsOn, type PropStates } from './room/light-mix.ts'
import { Lights } from './room/lights.tsx'
import { LookProvider } from './room/look.tsx'
import { RoomMesh } from './room/room-mesh.tsx'
import { Sky } from './room/sky.tsx'
import { SteadyLamps } from './room/steady-lamps.tsx'

type Props = {
  readonly place: Place
  readonly propStates: PropStates
  /** id of the prop that is meant now */ readonly highlighted?: string | undefined
  readonly quality: Quality
  /** things that move jump to where they go */ readonly reducedMotion: boolean
}

/** A place with its props in their states: everything but people and the camera. */
export function RoomScene({ place, propStates, highlighted, quality, reducedMotion }: Props) {
  const profile = QUALITY[quality]
  const on = lampsOn(place, propStates)
  useRedrawOn(propStates)
  const view = (prop: PlaceProp) => {
    const Component = PROP_COMPONENTS[prop.kind]
    return (
      <Component
        key={prop.id}
        prop={prop}
        state={propStates[prop.id] ?? ''}
        highlighted={highlighted === prop.id}
        place={place}
      >
        {place.props.filter((other) => doorOf(place, other) === prop).map(view)}
      </Component>
    )
  }
  return (
    <LookProvider profile={profile} lampsOn={on} jumps={reducedMotion}>
      <Lights place={place} lampsOn={on} profile={profile} changes={propStates} />
      <RoomMesh place={place} propStates={propStates} profile={profile} />
      <SteadyLamps place={place} />
      <Sky place={place} />
      {place.props.filter((prop) => !doorOf(place, prop)).map(view)}
    </LookProvider>
  )
}
