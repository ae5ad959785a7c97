import { useMemo } from 'react'
import { box, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'

/** Tilt of the rocker, radians. */
const TILT_RAD = 0.16

/** A rocker switch in its plate. */
export function LightSwitch({ prop, state, highlighted }: PropViewProps) {
  const parts = useMemo(
    () => [
      part('white', box(0.085, 0.085, 0.012, { edge: 0.005, bevels: 2 }), { z: 0.002 }),
      part('linen', box(0.045, 0.058, 0.014, { edge: 0.004, bevels: 2 }), {
        z: -0.006,
        tilt: state === 'off' ? TILT_RAD : -TILT_RAD,
      }),
    ],
    [state],
  )
  return (
    <SetDown prop={prop} y={prop.y ?? 1.2}>
      <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
    </SetDown>
  )
}
