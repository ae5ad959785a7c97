import { type ReactNode, useLayoutEffect, useRef } from 'react'
import type { Group } from 'three'
import { rotationOf } from '../room/directions.ts'
import type { PlaceProp } from './prop-view.ts'
import { standsStill } from './stands-still.ts'

type Props = {
  readonly prop: PlaceProp
  /** metres above the floor, whatever the place says */ readonly y: number
  readonly children: ReactNode
}

/** Sets a prop down where its place has it, turned as it is there. */
export function SetDown({ prop, y, children }: Props) {
  const group = useRef<Group>(null)
  useLayoutEffect(() => standsStill(group.current))
  return (
    <group ref={group} name={prop.id} position={[prop.at.x, y, prop.at.z]} rotation-y={rotationOf(prop.turn)}>
      {children}
    </group>
  )
}
