import { useMemo } from 'react'
import { box, cylinder, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'

/** Staff alarm: a red mushroom button in a white case with a brass collar; pressed, it stays in. */
export function AlarmButton({ prop, state, highlighted }: PropViewProps) {
  const parts = useMemo(() => {
    const out = state === 'pressed' ? 0.012 : 0
    return [
      part('white', box(0.11, 0.15, 0.045, { edge: 0.012, bevels: 2 }), { z: -0.014 }),
      part('brass', cylinder(0.032, 0.01, 22), { y: 0.015, z: -0.039, tilt: Math.PI / 2 }),
      part('red', cylinder(0.012, 0.02, 14), { y: 0.015, z: -0.046 + out, tilt: Math.PI / 2 }),
      part('red', cylinder(0.026, 0.014, 22, 0.022), { y: 0.015, z: -0.06 + out, tilt: -Math.PI / 2 }),
      part('iron', box(0.07, 0.016, 0.003, { edge: 0.001 }), { y: -0.048, z: -0.037 }),
    ]
  }, [state])
  return (
    <SetDown prop={prop} y={prop.y ?? 1.4}>
      <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
    </SetDown>
  )
}
