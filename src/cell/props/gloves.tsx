import { useMemo } from 'react'
import { box, cylinder, part } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'

/** A dispenser of search gloves: the next pair shows in its slot; when they are on, the slot gapes and its flap hangs open. */
export function Gloves(view: PropViewProps) {
  const parts = useMemo(() => {
    const on = view.state === 'on'
    return [
      part('white', box(0.23, 0.075, 0.12, { edge: 0.004 })),
      part('navy', box(0.232, 0.024, 0.122, { edge: 0.003 }), { y: -0.018 }),
      part('iron', box(0.11, 0.003, 0.04, { edge: 0.0013 }), { y: 0.0375 }),
      ...(on
        ? [part('white', box(0.11, 0.0025, 0.04, { edge: 0.001 }), { y: 0.05, z: 0.034, tilt: -1.1 })]
        : [
            part('blanket', box(0.075, 0.04, 0.022, { edge: 0.01, bevels: 2 }), { y: 0.052, roll: 0.12 }),
            ...[-0.03, -0.012, 0.006, 0.024].map((x, n) =>
              part('blanket', cylinder(0.0075, 0.05 + (n % 2) * 0.012, 10, 0.009), {
                x,
                y: 0.085,
                z: -0.012,
                tilt: -0.6 - n * 0.12,
                roll: -x * 9,
              }),
            ),
          ]),
    ]
  }, [view.state])
  return <Placed view={view} parts={parts} height={0.81} />
}
