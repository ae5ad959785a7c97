import { useMemo } from 'react'
import { box, cylinder, part, setAll } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'

const TILT_RAD = 0.16

/** A desk telephone. In use, its receiver lies beside it: a call through an interpreter is heard by all at the table. */
export function Telephone(view: PropViewProps) {
  const parts = useMemo(() => {
    const inUse = view.state === 'in-use'
    const keys = Array.from({ length: 12 }, (_, n) =>
      part('white', box(0.017, 0.006, 0.013, { edge: 0.002 }), {
        x: -0.012 - (n % 3) * 0.026,
        y: 0.031,
        z: 0.012 - Math.floor(n / 3) * 0.021,
      }),
    )
    const body = [
      part('frame', box(0.2, 0.055, 0.21, { edge: 0.012, bevels: 2 })),
      part('mirror', box(0.085, 0.006, 0.035, { edge: 0.002 }), { x: -0.038, y: 0.029, z: 0.065 }),
      ...[-1, 1].map((end) =>
        part('iron', box(0.05, 0.012, 0.045, { edge: 0.005 }), { x: 0.06, y: 0.031, z: end * 0.07 }),
      ),
      ...keys,
    ]
    const receiver = [
      part('iron', box(0.034, 0.022, 0.19, { edge: 0.01, bevels: 2 }), { y: 0.018 }),
      ...[-1, 1].map((end) =>
        part('iron', cylinder(0.027, 0.03, 18, 0.023), { y: 0.005, z: end * 0.079, tilt: Math.PI }),
      ),
    ]
    return [
      ...setAll(body, { y: 0.005, tilt: -TILT_RAD }),
      ...setAll(
        receiver,
        inUse ? { x: 0.19, y: -0.008, z: -0.02, turn: 0.5, roll: Math.PI } : { x: 0.06, y: 0.056, tilt: -TILT_RAD },
      ),
      // the cord: short links on the table from the body to the receiver
      ...(inUse ? LOOSE : TIDY).map(([x, z, turn]) =>
        part('iron', cylinder(0.006, 0.05, 8), { x, y: -0.024, z, turn, roll: Math.PI / 2 }),
      ),
    ]
  }, [view.state])
  return <Placed view={view} parts={parts} height={0.79} />
}

const TIDY = [
  [0.115, -0.07, 1.2],
  [0.125, -0.03, 1.6],
  [0.12, 0.012, 1.9],
] as const
const LOOSE = [
  [0.118, -0.085, 0.5],
  [0.14, -0.115, 0.2],
  [0.18, -0.12, -0.3],
  [0.215, -0.105, -0.7],
] as const
