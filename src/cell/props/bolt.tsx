import { useMemo } from 'react'
import type { Group } from 'three'
import { box, cylinder, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

/** How far the rod reaches beyond its plate into the frame when thrown, metres. */
const THROW_M = 0.05
const slide = (group: Group, metres: number) => {
  group.position.x = -metres
}

/** A sliding bolt on the leaf's lock side; it slides towards −x in its own space, away from the hinge. */
export function Bolt({ prop, state, highlighted }: PropViewProps) {
  const plate = useMemo(
    () => [
      part('frame', box(0.2, 0.08, 0.008, { edge: 0.003 }), { x: 0.055, z: 0.002 }),
      ...[-0.025, 0.055, 0.135].map((x) => part('iron', box(0.022, 0.06, 0.036, { edge: 0.005 }), { x, z: -0.016 })),
    ],
    [],
  )
  const rod = useMemo(
    () => [
      part('chrome', cylinder(0.011, 0.2, 12), { x: 0.06, z: -0.019, roll: Math.PI / 2 }),
      part('chrome', cylinder(0.008, 0.055, 10), { x: 0.095, y: -0.028, z: -0.03, tilt: 0.5 }),
      part('iron', box(0.026, 0.026, 0.026, { edge: 0.01, bevels: 2 }), { x: 0.095, y: -0.054, z: -0.042 }),
    ],
    [],
  )
  const sliding = useGlide(state === 'thrown' ? THROW_M : 0, slide)
  return (
    <SetDown prop={prop} y={prop.y ?? 1}>
      <Touchable parts={plate} id={prop.id} highlighted={highlighted} />
      <group ref={sliding}>
        <Touchable parts={rod} id={prop.id} highlighted={false} />
      </group>
    </SetDown>
  )
}
