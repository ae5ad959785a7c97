import { useMemo } from 'react'
import { box, part } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'
import { handwriting, stroke } from './writing.ts'

const PAGE = { width: 0.2, depth: 0.29 } as const
const LINES = 9

/** The unit's log: a bound book with a ribbon; read, it lies open at the day's entries. */
export function LogBook(view: PropViewProps) {
  const parts = useMemo(() => (view.state === 'read' ? open() : closed()), [view.state])
  return <Placed view={view} parts={parts} height={0.77} />
}

const closed = () => [
  part('white', box(PAGE.width, 0.026, PAGE.depth, { edge: 0.002 }), { x: -0.003, y: 0.004 }),
  ...[-0.011, 0.019].map((y) =>
    part('navy', box(PAGE.width + 0.014, 0.004, PAGE.depth + 0.012, { edge: 0.0018 }), { y }),
  ),
  part('navy', box(0.012, 0.034, PAGE.depth + 0.012, { edge: 0.005, bevels: 2 }), { x: 0.104, y: 0.004 }),
  part('paper', box(0.1, 0.0015, 0.06, { edge: 0.0005 }), { y: 0.0215, z: 0.05 }),
  ...[0.06, 0.042].flatMap((z, n) => handwriting('iron', 0.075, n * 3, { y: 0.0226, z })),
  stroke('red', 0.006, 0.05, { x: 0.05, y: -0.008, z: -0.165 }),
]

const open = () => [
  part('navy', box(2 * PAGE.width + 0.03, 0.004, PAGE.depth + 0.012, { edge: 0.0018 }), { y: -0.011 }),
  ...[-1, 1].flatMap((side) => {
    const x = side * (PAGE.width / 2 + 0.001)
    return [
      part('white', box(PAGE.width, 0.014, PAGE.depth, { edge: 0.003, bevels: 2 }), {
        x,
        y: -0.001,
        roll: side * -0.04,
      }),
      ...Array.from({ length: side > 0 ? LINES : LINES - 4 }, (_, n) =>
        handwriting('navy', 0.15, n * 2 + side, { x, y: 0.0115, z: 0.115 - n * 0.026 }),
      ).flat(),
    ]
  }),
  stroke('red', 0.006, PAGE.depth + 0.05, { y: 0.012, z: -0.02, turn: 0.05 }),
]
