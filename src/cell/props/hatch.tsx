import { useMemo } from 'react'
import { DoubleSide, type Group } from 'three'
import { HATCH } from '../room/leaf.ts'
import { box, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

/** How far the cover slides aside when open, metres: just clear of the pane, short of the hinges. */
const OPEN_M = HATCH.width * 0.98
const slide = (group: Group, metres: number) => {
  group.position.x = metres
}

/** The pane stands in the middle of the leaf: so far behind the cover's rails, metres. */
const PANE_BACK_M = 0.04

/** The observation panel's steel cover, which slides on the leaf's rails, and the pane one looks through once it is open. */
export function Hatch({ prop, state, highlighted }: PropViewProps) {
  const cover = useMemo(
    () => [
      part('iron', box(HATCH.width + 0.03, HATCH.height + 0.05, 0.008, { edge: 0.003 }), { z: -0.016 }),
      part('chrome', box(0.018, 0.07, 0.02, { edge: 0.006 }), { x: -HATCH.width / 2 + 0.03, z: -0.028 }),
    ],
    [],
  )
  const panel = useGlide(state === 'open' ? OPEN_M : 0, slide)
  return (
    <SetDown prop={prop} y={prop.y ?? 1.5}>
      <group ref={panel}>
        <Touchable parts={cover} id={prop.id} highlighted={highlighted} />
      </group>
      {state === 'open' && (
        <mesh position-z={PANE_BACK_M} raycast={() => null}>
          <planeGeometry args={[HATCH.width, HATCH.height]} />
          <meshBasicMaterial color="#bcd0d2" transparent opacity={0.07} depthWrite={false} side={DoubleSide} />
        </mesh>
      )}
    </SetDown>
  )
}
