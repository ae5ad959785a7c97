import { useMemo } from 'react'
import type { Group } from 'three'
import { rotationOf } from '../room/directions.ts'
import { HATCH } from '../room/leaf.ts'
import { box, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

/** How far the cover slides aside when open, metres: just clear of the pane, short of the hinges. */
const OPEN_M = HATCH.width * 0.98
const slide = (group: Group, metres: number) => {
  group.position.x = metres
}

/** The observation panel's steel cover on its two rails. The leaf behind it has a real hole with a pane. */
export function Hatch({ prop, state, highlighted }: PropViewProps) {
  const rails = useMemo(
    () =>
      [-1, 1].map((end) =>
        part('frame', box(HATCH.width * 2.1, 0.016, 0.026, { edge: 0.003 }), {
          x: HATCH.width * 0.46,
          y: end * (HATCH.height / 2 + 0.036),
          z: -0.012,
        }),
      ),
    [],
  )
  const cover = useMemo(
    () => [
      part('iron', box(HATCH.width + 0.03, HATCH.height + 0.05, 0.008, { edge: 0.003 }), { z: -0.016 }),
      part('chrome', box(0.018, 0.07, 0.02, { edge: 0.006 }), { x: -HATCH.width / 2 + 0.03, z: -0.028 }),
    ],
    [],
  )
  const panel = useGlide(state === 'open' ? OPEN_M : 0, slide)
  return (
    <group name={prop.id} position={[prop.at.x, prop.y ?? 1.5, prop.at.z]} rotation-y={rotationOf(prop.turn)}>
      <Touchable parts={rails} id={prop.id} highlighted={false} />
      <group ref={panel}>
        <Touchable parts={cover} id={prop.id} highlighted={highlighted} />
      </group>
    </group>
  )
}
