import { useMemo } from 'react'
import { box, cylinder, type Part, part } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'
import { handwriting, signature, stroke } from './writing.ts'

const ROWS = [0.075, 0.05, 0.025, 0, -0.025, -0.05] as const
const TOP_M = 0.0055
/** Where the pen lies: in the clip, across the sheet, beside the signature. */
const PEN: Readonly<Record<string, readonly [x: number, z: number, turn: number]>> = {
  blank: [0.0, 0.15, 0.06],
  filled: [-0.07, -0.03, 1.2],
  signed: [-0.135, -0.04, 1.5],
}

/** A printed form on a clipboard: blank; filled in by hand; signed at the foot, with the pen laid beside it. */
export function Form(view: PropViewProps) {
  const parts = useMemo(
    () => [
      ...clipboard(PEN[view.state] ?? [0, 0.15, 0]),
      ...(view.state === 'blank'
        ? []
        : ROWS.flatMap((z, n) => handwriting('navy', 0.1, n * 3, { x: -0.02, y: TOP_M, z }))),
      ...(view.state === 'signed' ? signature('navy', { x: 0.03, y: TOP_M, z: -0.1 }) : []),
    ],
    [view.state],
  )
  return <Placed view={view} parts={parts} height={0.77} />
}

const clipboard = ([x, z, turn]: readonly [number, number, number]): readonly Part[] => [
  part('wood', box(0.225, 0.004, 0.315, { edge: 0.0018 })),
  part('white', box(0.2, 0.0016, 0.28, { edge: 0.0005 }), { y: 0.003, z: -0.01 }),
  part('chrome', box(0.1, 0.01, 0.03, { edge: 0.004, bevels: 2 }), { y: 0.008, z: 0.14 }),
  // what is printed: a title, the words before each line, the lines, and where to sign
  stroke('iron', 0.08, 0.007, { x: 0.045, y: TOP_M - 0.001, z: 0.107 }),
  ...ROWS.flatMap((row, n) => [
    stroke('iron', 0.028 + (n % 3) * 0.006, 0.003, { x: 0.068, y: TOP_M - 0.001, z: row }),
    stroke('frame', 0.11, 0.0008, { x: -0.022, y: TOP_M - 0.001, z: row - 0.006 }),
  ]),
  ...[0.05, -0.05].map((at) => stroke('iron', 0.08, 0.0012, { x: at, y: TOP_M - 0.001, z: -0.113 })),
  part('navy', cylinder(0.0045, 0.13, 10), { x, y: 0.013, z, turn, roll: Math.PI / 2 }),
]
