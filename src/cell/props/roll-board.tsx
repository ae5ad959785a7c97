import { useMemo } from 'react'
import { box, type Part, part, setAll } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'
import { handwriting } from './writing.ts'

/** Columns and rows of card slots, and the slots that stand empty. */
const SLOTS = { columns: 3, rows: 7, width: 0.26, height: 0.062, gap: 0.018 } as const
const EMPTY: ReadonlySet<number> = new Set([4, 11, 19])
/** Where the reading bar hangs, metres above the board's middle: at the top, and at the line of totals. */
const BAR_M = { unread: 0.305, read: -0.235 } as const

/** The board of a unit: a card for everyone in the slot of his cell, totals below. Once read, its bar hangs at the totals. */
export function RollBoard(view: PropViewProps) {
  const parts = useMemo(() => {
    const card = (n: number): readonly Part[] => {
      const x = (1 - (n % SLOTS.columns)) * (SLOTS.width + SLOTS.gap)
      const z = 0.25 - Math.floor(n / SLOTS.columns) * (SLOTS.height + 0.004)
      const slot = part('frame', box(SLOTS.width, 0.006, 0.01, { edge: 0.001 }), { x, y: 0.019, z: z - 0.026 })
      if (EMPTY.has(n)) return [slot]
      return [
        slot,
        part(n % 5 === 2 ? 'paper' : 'white', box(SLOTS.width - 0.02, 0.003, 0.05, { edge: 0.001 }), {
          x,
          y: 0.0155,
          z,
        }),
        ...handwriting('navy', 0.16, n, { x: x + 0.02, y: 0.0178, z: z + 0.006 }),
      ]
    }
    const total = (n: number): readonly Part[] => [
      part('white', box(0.19, 0.004, 0.07, { edge: 0.001 }), { x: 0.315 - n * 0.21, y: 0.016, z: -0.285 }),
      ...handwriting('iron', 0.06, n * 2, { x: 0.315 - n * 0.21, y: 0.0188, z: -0.285 }),
    ]
    const lying = [
      part('frame', box(0.92, 0.022, 0.72, { edge: 0.005 })),
      part('dado', box(0.88, 0.008, 0.68, { edge: 0.002 }), { y: 0.01 }),
      ...Array.from({ length: SLOTS.columns * SLOTS.rows }, (_, n) => card(n)).flat(),
      ...[0, 1, 2, 3].flatMap(total),
      part('brass', box(0.9, 0.008, 0.014, { edge: 0.003 }), {
        y: 0.026,
        z: view.state === 'read' ? BAR_M.read : BAR_M.unread,
      }),
    ]
    return setAll(lying, { z: -0.011, tilt: -Math.PI / 2 })
  }, [view.state])
  return <Placed view={view} parts={parts} height={1.55} />
}
