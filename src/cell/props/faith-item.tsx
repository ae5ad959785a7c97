import { useMemo } from 'react'
import { rotationOf } from '../room/directions.ts'
import { box, cylinder, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { Touchable } from './touchable.tsx'

const BEADS = 17

/** A wrapped book with prayer beads on a folded cloth: of no one faith, and plainly not to be handled without asking. */
export function FaithItem({ prop, state, highlighted }: PropViewProps) {
  const parts = useMemo(() => {
    const aside = state === 'handled' ? 0.07 : 0
    const bead = (n: number) => {
      const angle = (n / BEADS) * 2 * Math.PI
      return part('wood', cylinder(0.006, 0.01, 8), {
        x: 0.05 * Math.cos(angle) + aside,
        y: 0.048,
        z: 0.065 * Math.sin(angle),
        turn: -angle,
        tilt: Math.PI / 2,
      })
    }
    return [
      part('navy', box(0.26, 0.01, 0.22, { edge: 0.004, bevels: 2 }), { y: 0.005 }),
      part('spine', box(0.13, 0.034, 0.18, { edge: 0.006, bevels: 2 }), { x: aside, y: 0.027, turn: aside * 4 }),
      part('brass', box(0.05, 0.002, 0.05, { edge: 0.0008 }), { x: aside, y: 0.0445, turn: aside * 4 + Math.PI / 4 }),
      ...Array.from({ length: BEADS }, (_, n) => bead(n)),
    ]
  }, [state])
  return (
    <group name={prop.id} position={[prop.at.x, (prop.y ?? 0.77) - 0.02, prop.at.z]} rotation-y={rotationOf(prop.turn)}>
      <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
    </group>
  )
}
