import { useMemo } from 'react'
import { box, cylinder, type Part, part } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PropViewProps } from './prop-view.ts'

const LYING = Math.PI / 2

/** A roll of cloth with the searcher's torch and mirror strapped into it; in hand, the roll lies empty with its straps undone. */
export function TorchAndMirror(view: PropViewProps) {
  const parts = useMemo(
    () => [...cloth(), ...(view.state === 'stowed' ? [...tools(), ...strapped()] : undone())],
    [view.state],
  )
  return <Placed view={view} parts={parts} height={0.77} />
}

const cloth = (): readonly Part[] => [
  part('blanket', box(0.36, 0.007, 0.17, { edge: 0.003, bevels: 2 })),
  part('blanket', cylinder(0.016, 0.17, 14), { x: 0.18, y: 0.012, tilt: LYING }),
]
const tools = (): readonly Part[] => [
  part('iron', cylinder(0.013, 0.15, 16), { x: 0.02, y: 0.018, z: 0.035, roll: LYING }),
  part('iron', cylinder(0.021, 0.045, 18, 0.014), { x: -0.075, y: 0.022, z: 0.035, roll: LYING }),
  part('chrome', cylinder(0.0175, 0.004, 18), { x: -0.099, y: 0.022, z: 0.035, roll: LYING }),
  part('chrome', cylinder(0.0045, 0.2, 10), { x: 0.03, y: 0.01, z: -0.03, roll: LYING }),
  part('iron', cylinder(0.009, 0.07, 12), { x: 0.09, y: 0.012, z: -0.03, roll: LYING }),
  part('chrome', cylinder(0.034, 0.004, 26), { x: -0.104, y: 0.009, z: -0.03 }),
  part('mirror', cylinder(0.03, 0.002, 26), { x: -0.104, y: 0.0118, z: -0.03 }),
]
const strapped = (): readonly Part[] =>
  [-0.02, 0.07].map((x) => part('navy', box(0.02, 0.03, 0.12, { edge: 0.006, bevels: 2 }), { x, y: 0.016 }))
const undone = (): readonly Part[] =>
  [-0.02, 0.07].flatMap((x, n) => [
    part('navy', box(0.02, 0.003, 0.075, { edge: 0.001 }), { x, y: 0.005, z: 0.05, turn: 0.15 }),
    part('navy', box(0.02, 0.003, 0.07, { edge: 0.001 }), {
      x: x - 0.01,
      y: 0.012,
      z: -0.1,
      turn: 0.5 - n,
      tilt: 0.12,
    }),
  ])
