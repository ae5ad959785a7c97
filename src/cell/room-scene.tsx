import { useThree } from '@react-three/fiber'
import { type ReactNode, useLayoutEffect } from 'react'
import type { Place, TimeOfDay } from '#core/scenario'
import { asksForCost, FrameCost } from './frame-cost.tsx'
import { useLetGo } from './let-go.ts'
import { PROP_COMPONENTS } from './props/prop-components.ts'
import type { PlaceProp } from './props/prop-view.ts'
import { standsStill } from './props/stands-still.ts'
import { QUALITY, type Quality } from './quality.ts'
import { useRedrawOn } from './redraw.ts'
import { doorOf } from './room/doorway.ts'
import { Exposure } from './room/exposure.tsx'
import { lampsOn, type PropStates } from './room/light-mix.ts'
import { Lights } from './room/lights.tsx'
import { LookProvider } from './room/look.tsx'
import { roomAt } from './room/room-geometry.ts'
import { RoomMesh } from './room/room-mesh.tsx'
import { Sky } from './room/sky.tsx'
import { SteadyLamps } from './room/steady-lamps.tsx'
import { useLitRoom } from './room/use-light.ts'
import { useRoomsInView } from './room/use-rooms-in-view.ts'

type Props = {
  readonly place: Place
  readonly propStates: PropStates
  readonly time: TimeOfDay
  /** id of the prop that is meant now */ readonly highlighted?: string | undefined
  readonly quality: Quality
  /** things that move jump to where they go */ readonly reducedMotion: boolean
  /** what else is made of the room's materials */ readonly children?: ReactNode
}

/** A place with its props in their states: everything but people and the camera. */
export function RoomScene({ place, propStates, time, highlighted, quality, reducedMotion, children }: Props) {
  useLetGo()
  const scene = useThree((three) => three.scene)
  // or everything in it would reckon where it is anew in every frame
  useLayoutEffect(() => standsStill(scene), [scene])
  const profile = QUALITY[quality]
  const on = lampsOn(place, propStates)
  const { room, inView } = useRoomsInView(place, propStates)
  const lit = useLitRoom(place, propStates, time, profile.bakes)
  useRedrawOn(propStates)
  // a variation may take props away: what has no state is not there
  const props = place.props.filter((prop) => prop.id in propStates)
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
        {props.filter((other) => doorOf(place, other) === prop).map(view)}
      </Component>
    )
  }
  return (
    <LookProvider profile={profile} lampsOn={on} jumps={reducedMotion}>
      <Lights
        place={place}
        room={room}
        ambience={lit.ambiences[room]}
        lampsOn={on}
        time={time}
        profile={profile}
        changes={propStates}
      />
      <Exposure ambience={lit.ambiences[room]} jumps={reducedMotion} />
      <RoomMesh lit={lit} inView={inView} />
      {asksForCost(location.search) && <FrameCost />}
      <SteadyLamps place={place} time={time} />
      <Sky place={place} time={time} />
      {props
        .filter((prop) => !doorOf(place, prop))
        .map((prop) => (
          <group key={prop.id} ref={standsStill} visible={isNear(place, prop, inView)}>
            {view(prop)}
          </group>
        ))}
      {children}
    </LookProvider>
  )
}

/** How far a door, or what hangs beside it, may be from the rooms it is seen from, metres: the thickness of a wall. */
const IN_WALL_M = 0.4

/** Whether a prop stands in a room that is drawn, or in its wall. */
function isNear(place: Place, { at }: PlaceProp, inView: ReadonlySet<number>): boolean {
  if (inView.has(roomAt(place, at))) return true
  return place.rooms.some(
    ({ from, to }, n) =>
      inView.has(n) &&
      at.x > from.x - IN_WALL_M &&
      at.x < to.x + IN_WALL_M &&
      at.z > from.z - IN_WALL_M &&
      at.z < to.z + IN_WALL_M,
  )
}
