import { type ReactNode, useEffect, useMemo } from 'react'
import { useRedrawOn } from '../redraw.ts'
import { useLook } from '../room/look.tsx'
import { byMaterial, joined, type Part, setAll } from '../room/shape.ts'
import { standsStill } from './stands-still.ts'

type Props = {
  /** of the prop; a click anywhere on the shape chooses it */ readonly id: string
  /** must stay the same array while the shape does */ readonly parts: readonly Part[]
  readonly highlighted: boolean
  /** shapes the outline leaves out, such as small screws, need not be listed: it follows `parts` */ readonly children?: ReactNode
}

/** A thing that can be looked at and used: its meshes, and an amber outline when it is meant. */
export function Touchable({ id, parts, highlighted, children }: Props) {
  const { materials, shadows } = useLook()
  useRedrawOn(highlighted)
  const meshes = useMemo(() => [...byMaterial(parts, materials.merges)], [parts, materials])
  const hull = useMemo(() => joined(setAll(parts, {}).map((p) => p.geometry.clone())), [parts])
  useEffect(
    () => () => {
      hull.dispose()
      for (const [, geometry] of meshes) geometry.dispose()
    },
    [hull, meshes],
  )
  return (
    <group ref={standsStill} userData={{ target: id }}>
      {meshes.map(([surface, geometry]) => (
        <mesh
          key={surface}
          ref={standsStill}
          geometry={geometry}
          material={materials.lit(surface)}
          castShadow={shadows}
          receiveShadow={shadows}
        />
      ))}
      {highlighted && <mesh geometry={hull} material={materials.rim} raycast={() => null} />}
      {children}
    </group>
  )
}
