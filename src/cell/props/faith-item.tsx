import { useMemo } from 'react'
import { box, cylinder, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'

const BEADS = 17
/** From here up there is no surface to lie on: it hangs on the wall, metres. */
const HANGS_FROM_M = 1.2

/**
 * What somebody prays with: a wrapped book with prayer beads on a folded cloth, or the beads alone on a hook. Of no one
 * faith, and plainly not to be handled without asking.
 */
export function FaithItem({ prop, state, highlighted }: PropViewProps) {
  const hangs = (prop.y ?? 0) > HANGS_FROM_M
  const parts = useMemo(() => {
    const aside = state === 'handled' ? 0.07 : 0
    return hangs ? hanging(aside) : lying(aside)
  }, [state, hangs])
  return (
    <SetDown prop={prop} y={(prop.y ?? 0.77) - 0.02}>
      <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
    </SetDown>
  )
}

const around = <Part,>(draw: (angle: number) => Part): readonly Part[] =>
  Array.from({ length: BEADS }, (_, n) => draw((n / BEADS) * 2 * Math.PI))

const lying = (aside: number) => [
  part('navy', box(0.26, 0.01, 0.22, { edge: 0.004, bevels: 2 }), { y: 0.005 }),
  part('spine', box(0.13, 0.034, 0.18, { edge: 0.006, bevels: 2 }), { x: aside, y: 0.027, turn: aside * 4 }),
  part('brass', box(0.05, 0.002, 0.05, { edge: 0.0008 }), { x: aside, y: 0.0445, turn: aside * 4 + Math.PI / 4 }),
  ...around((angle) =>
    part('wood', cylinder(0.006, 0.01, 8), {
      x: 0.05 * Math.cos(angle) + aside,
      y: 0.048,
      z: 0.065 * Math.sin(angle),
      turn: -angle,
      tilt: Math.PI / 2,
    }),
  ),
]

/** A long loop from a hook; handled, it no longer hangs straight. */
const hanging = (aside: number) => [
  part('brass', box(0.02, 0.03, 0.03, { edge: 0.004 }), { y: 0.1 }),
  ...around((angle) =>
    part('wood', cylinder(0.007, 0.012, 8), {
      x: 0.055 * Math.sin(angle) + aside * (1 + Math.cos(angle)),
      y: -0.03 - 0.12 * Math.cos(angle),
      tilt: Math.PI / 2,
    }),
  ),
  part('wood', box(0.014, 0.07, 0.008, { edge: 0.002 }), { x: aside * 2, y: -0.19 }),
]
