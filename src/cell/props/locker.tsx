import { useMemo } from 'react'
import type { Group } from 'three'
import { lockerDoor } from '../room/furniture.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

/** The hinge in the cabinet's space, metres, and how far the door opens, radians. */
const HINGE = { x: 0.225, z: -0.222 } as const
const OPEN_RAD = 2.65
const swing = (group: Group, angle: number) => {
  group.rotation.y = -angle
}

/** The door of a locker; the cabinet itself never moves and is part of the room. */
export function Locker({ prop, state, highlighted }: PropViewProps) {
  const parts = useMemo(
    () => lockerDoor().map((p) => ({ ...p, geometry: p.geometry.translate(-HINGE.x, 0, -HINGE.z) })),
    [],
  )
  const door = useGlide(state === 'open' ? OPEN_RAD : 0, swing)
  return (
    <SetDown prop={prop} y={0}>
      <group ref={door} position={[HINGE.x, 0, HINGE.z]}>
        <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
      </group>
    </SetDown>
  )
}
