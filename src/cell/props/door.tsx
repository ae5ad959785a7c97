import { useMemo } from 'react'
import type { Group } from 'three'
import { doorwayOf, hingeAngleOf } from '../room/doorway.ts'
import { doorLeaf, HATCH } from '../room/leaf.ts'
import type { PropViewProps } from './prop-view.ts'
import { Touchable } from './touchable.tsx'
import { useGlide } from './use-glide.ts'

const swing = (group: Group, angle: number) => {
  group.rotation.y = -angle
}

/** The cell door. What hangs on its leaf — hatch, bolt — comes as children and swings with it. */
export function Door({ prop, state, highlighted, place, children }: PropViewProps) {
  const { at, turn, plan } = useMemo(() => doorwayOf(place, prop.id), [place, prop.id])
  const parts = useMemo(() => doorLeaf(plan), [plan])
  const leaf = useGlide(hingeAngleOf(state), swing)
  const [hinge, outside] = [plan.width / 2, -plan.thickness / 2]
  return (
    <group name={prop.id} position={at} rotation-y={turn}>
      <group ref={leaf} position={[hinge, 0, outside]}>
        <group position={[-hinge, 0, -outside]}>
          <Touchable parts={parts} id={prop.id} highlighted={highlighted} />
          {plan.hatch && (
            <mesh position={[plan.hatch.x, plan.hatch.y, 0]} raycast={() => null}>
              <planeGeometry args={[HATCH.width, HATCH.height]} />
              <meshBasicMaterial color="#bcd0d2" transparent opacity={0.07} depthWrite={false} side={2} />
            </mesh>
          )}
          <group rotation-y={-turn}>
            <group position={[-at[0], -at[1], -at[2]]}>{children}</group>
          </group>
        </group>
      </group>
    </group>
  )
}
