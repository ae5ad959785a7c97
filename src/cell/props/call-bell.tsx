import { useEffect, useMemo } from 'react'
import { Color, MeshBasicMaterial } from 'three'
import { box, cylinder, part, set } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'

const SHINING = new Color('#ffb14a').multiplyScalar(1.5)
/** The lamp's lens; dark, it is one with the plate, for a wing has many bells and few of them ring. */
const lens = () => cylinder(0.014, 0.042, 22, 0.027)
const LENS = { y: 0.045, z: -0.055, tilt: -Math.PI / 2 } as const
/** How the flag stands, radians from hanging: out when someone rings, half back when he has been answered. */
const FLAG_RAD: Readonly<Record<string, number>> = { quiet: 0, ringing: Math.PI / 2, answered: Math.PI / 5 }

/** A cell's call bell, seen from the corridor: a lamp, a flag that falls out when someone rings, and the key that answers. */
export function CallBell(view: PropViewProps) {
  const parts = useMemo(() => {
    const angle = FLAG_RAD[view.state] ?? 0
    const isDark = view.state !== 'ringing'
    const key = view.state === 'answered' ? 0.006 : 0
    return [
      part('white', box(0.1, 0.2, 0.03, { edge: 0.008, bevels: 2 }), { z: -0.012 }),
      part('chrome', cylinder(0.034, 0.008, 22), { y: 0.045, z: -0.03, tilt: Math.PI / 2 }),
      part('iron', box(0.05, 0.03, 0.006, { edge: 0.002 }), { y: -0.055, z: -0.028 }),
      part('chrome', box(0.036, 0.018, 0.014, { edge: 0.004 }), { y: -0.055, z: -0.036 + key }),
      ...(isDark ? [part('brass', lens(), LENS)] : []),
      // the flag hangs at the plate's edge on a pin
      part('iron', cylinder(0.005, 0.02, 10), { x: -0.052, y: 0.045, z: -0.02, tilt: Math.PI / 2 }),
      part('red', box(0.026, 0.085, 0.004, { edge: 0.0015 }), {
        x: -0.052 - 0.038 * Math.sin(angle),
        y: 0.045 - 0.038 * Math.cos(angle),
        z: -0.022,
        roll: -angle,
      }),
    ]
  }, [view.state])
  const dome = useMemo(() => set(lens(), LENS), [])
  const glow = useMemo(() => new MeshBasicMaterial({ color: SHINING }), [])
  useEffect(
    () => () => {
      dome.dispose()
      glow.dispose()
    },
    [dome, glow],
  )
  return (
    <Placed view={view} parts={parts} height={1.9}>
      {view.state === 'ringing' && <mesh geometry={dome} material={glow} />}
    </Placed>
  )
}
