import { useMemo } from 'react'
import { box, part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'

const sheet = () => box(0.148, 0.0016, 0.21, { edge: 0.0005 })
const envelope = () => box(0.16, 0.004, 0.11, { edge: 0.001 })

/** Letters on the table; once read the top one lies open beside the others. */
export function Papers({ prop, state, highlighted }: PropViewProps) {
  const parts = useMemo(
    () => [
      part('paper', envelope(), { x: 0.03, y: -0.008, z: 0.05, turn: 0.2 }),
      part('white', envelope(), { x: -0.02, y: -0.004, z: 0.02, turn: -0.15 }),
      part(
        'white',
        sheet(),
        state === 'read' ? { x: -0.07, y: -0.008, z: -0.06, turn: 0.9 } : { x: 0.01, y: 0, z: -0.01, turn: 0.06 },
      ),
      part('paper', sheet(), { x: 0.05, y: state === 'read' ? -0.001 : 0.0025, z: -0.03, turn: -0.12 }),
      part('navy', box(0.13, 0.008, 0.008, { edge: 0.003 }), { x: 0.13, y: -0.006, z: -0.02, turn: 1.1 }),
    ],
    [state],
  )
  return (
    <SetDown prop={prop} y={prop.y ?? 0.77}>
      <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
    </SetDown>
  )
}
