import { useMemo } from 'react'
import type { Group } from 'three'
import { doorOf, doorwayOf, hingeAngleOf } from '../room/doorway.ts'
import { doorLeaf } from '../room/leaf.ts'
import { numerals } from '../room/numerals.ts'
import { box, type Part, part } from '../room/shape.ts'
import { FRAME_M } from '../room/shell.ts'
import type { PropViewProps } from './prop-view.ts'
import { standsStill } from './stands-still.ts'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

/** The frame laps over the wall's face by so much, metres. */
const LAP_M = 0.01
/** The number of a cell is read on the upper band of its door. */
const NUMBER_M = { y: 1.86, height: 0.085 } as const
const swing = (group: Group, angle: number) => {
  group.rotation.y = -angle
}

/** The staple on the frame that takes a bolt's rod, in the doorway's space: `y` is the rod's height, metres. */
const keeper = (x: number, y: number, face: number): readonly Part[] => [
  part('frame', box(0.036, 0.08, 0.006, { edge: 0.002 }), { x, y, z: face - 0.003 }),
  ...[-0.027, 0.027].map((up) =>
    part('iron', box(0.02, 0.014, 0.034, { edge: 0.003 }), { x, y: y + up, z: face - 0.02 }),
  ),
  part('iron', box(0.02, 0.068, 0.008, { edge: 0.003 }), { x, y, z: face - 0.04 }),
]

/** The cell door. What hangs on its leaf — hatch, bolt — comes as children and swings with it. */
export function Door({ prop, state, highlighted, place, children }: PropViewProps) {
  const { at, turn, plan } = useMemo(() => doorwayOf(place, prop.id), [place, prop.id])
  const parts = useMemo(
    () => [
      ...doorLeaf(plan),
      ...numerals('chrome', prop.number ?? '', NUMBER_M.height, {
        x: 0,
        y: NUMBER_M.y,
        z: -plan.thickness / 2 - 0.006,
      }),
    ],
    [plan, prop.number],
  )
  const keepers = useMemo(
    () =>
      place.props
        .filter((bolt) => bolt.kind === 'bolt' && doorOf(place, bolt)?.id === prop.id)
        .map((bolt) => ({
          id: bolt.id,
          parts: keeper(-plan.width / 2 - FRAME_M / 2, bolt.y ?? 1, -plan.thickness / 2 - LAP_M),
        })),
    [place, prop.id, plan],
  )
  const leaf = useGlide(hingeAngleOf(state), swing)
  const [hinge, outside] = [plan.width / 2, -plan.thickness / 2]
  return (
    <group key={`${at} ${turn}`} ref={standsStill} name={prop.id} position={at} rotation-y={turn}>
      {keepers.map(({ id, parts }) => (
        <Touchable key={id} parts={parts} id={id} highlighted={false} />
      ))}
      <group ref={leaf} position={[hinge, 0, outside]}>
        <group ref={standsStill} position={[-hinge, 0, -outside]}>
          <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
          <group ref={standsStill} rotation-y={-turn}>
            <group ref={standsStill} position={[-at[0], -at[1], -at[2]]}>
              {children}
            </group>
          </group>
        </group>
      </group>
    </group>
  )
}
