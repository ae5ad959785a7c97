import { useMemo } from 'react'
import { box, cylinder, type Part, part, ring, setAll } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'
import { handwriting, signature } from './writing.ts'

const SIZE = { width: 0.38, depth: 0.28, rim: 0.045 } as const

/** A tray for what pockets hold: empty; with his things in it; and, when they are his again, with the signed receipt alone. */
export function Tray(view: PropViewProps) {
  const parts = useMemo(
    () => [
      ...dish(),
      ...(view.state === 'filled' ? things() : []),
      ...(view.state === 'returned' ? setAll(receipt(), { x: 0.02, y: 0.009, turn: 0.2 }) : []),
    ],
    [view.state],
  )
  return <Placed view={view} parts={parts} height={0.77} />
}

function dish(): readonly Part[] {
  const y = SIZE.rim / 2
  return [
    part('steel', box(SIZE.width, 0.006, SIZE.depth, { edge: 0.002 }), { y: 0.003 }),
    ...[-1, 1].flatMap((side) => [
      part('steel', box(SIZE.width + 0.01, SIZE.rim, 0.006, { edge: 0.0025 }), {
        y,
        z: (side * SIZE.depth) / 2,
        tilt: side * 0.16,
      }),
      part('steel', box(0.006, SIZE.rim, SIZE.depth + 0.01, { edge: 0.0025 }), {
        x: (side * SIZE.width) / 2,
        y,
        roll: side * -0.16,
      }),
    ]),
  ]
}

const things = (): readonly Part[] => [
  // a purse, a comb, a watch, tobacco, a handkerchief
  part('spine', box(0.1, 0.018, 0.075, { edge: 0.006, bevels: 2 }), { x: -0.1, y: 0.016, z: 0.06, turn: 0.2 }),
  part('iron', box(0.13, 0.004, 0.012, { edge: 0.001 }), { x: -0.05, y: 0.009, z: -0.085, turn: 0.1 }),
  part('iron', box(0.125, 0.003, 0.014, { edge: 0.001 }), { x: -0.051, y: 0.0085, z: -0.098, turn: 0.1 }),
  part('chrome', cylinder(0.019, 0.009, 22), { x: 0.12, y: 0.013, z: -0.06 }),
  part('white', cylinder(0.016, 0.002, 22), { x: 0.12, y: 0.0185, z: -0.06 }),
  part('spine', ring(0.027, 0.005), { x: 0.12, y: 0.012, z: -0.025 }),
  part('navy', box(0.1, 0.022, 0.062, { edge: 0.009, bevels: 2 }), { x: 0.075, y: 0.018, z: 0.075, turn: -0.35 }),
  part('linen', box(0.085, 0.014, 0.085, { edge: 0.006, bevels: 2 }), { x: 0.0, y: 0.014, z: -0.01, turn: 0.5 }),
]

const receipt = (): readonly Part[] => [
  part('white', box(0.15, 0.0014, 0.2, { edge: 0.0005 })),
  ...[0.07, 0.045, 0.02, -0.005].flatMap((z, n) => handwriting('iron', 0.12, n, { y: 0.0014, z })),
  ...signature('navy', { x: 0.01, y: 0.0016, z: -0.055 }),
]
