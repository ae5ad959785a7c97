import { useMemo } from 'react'
import { box, cylinder, part, setAll } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'

/** How far a chair that is taken has been drawn back, metres, and turned out, radians. */
const TAKEN = { z: 0.14, turn: 0.4 } as const

/** A stacking chair with a padded seat. Free, it stands straight at its place; taken, it is drawn back and turned out. */
export function Chair(view: PropViewProps) {
  const parts = useMemo(() => {
    const leg = (x: number, z: number, height: number, tilt: number) =>
      part('frame', cylinder(0.011, height, 10), { x, y: height / 2, z, tilt })
    const chair = [
      part('navy', box(0.42, 0.045, 0.41, { edge: 0.018, bevels: 2 }), { y: 0.45 }),
      part('navy', box(0.4, 0.26, 0.035, { edge: 0.015, bevels: 2 }), { y: 0.72, z: 0.235, tilt: 0.16 }),
      ...[-0.19, 0.19].flatMap((x) => [
        leg(x, -0.17, 0.44, -0.06),
        leg(x, 0.18, 0.84, 0.13),
        part('frame', cylinder(0.009, 0.34, 8), { x, y: 0.42, z: 0.01, tilt: Math.PI / 2 }),
      ]),
      part('frame', cylinder(0.009, 0.38, 8), { y: 0.42, z: -0.16, roll: Math.PI / 2 }),
    ]
    return view.state === 'taken' ? setAll(chair, TAKEN) : chair
  }, [view.state])
  return <Placed view={{ ...view, prop: { ...view.prop, y: 0 } }} parts={parts} height={0} />
}
