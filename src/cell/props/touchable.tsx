import { useCursor } from '@react-three/drei'
import type { ThreeEvent } from '@react-three/fiber'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { useRedrawOn } from '../redraw.ts'
import { useLook } from '../room/look.tsx'
import { byMaterial, joined, type Part, setAll } from '../room/shape.ts'

type Props = {
  /** must stay the same array while the shape does */ readonly parts: readonly Part[]
  readonly label: string
  readonly highlighted: boolean
  readonly onSelect?: (() => void) | undefined
  /** shapes the outline leaves out, such as small screws, need not be listed: it follows `parts` */ readonly children?: ReactNode
}

/** A thing that can be looked at and used: its meshes, an amber outline when it is meant, and the pointer's hand. */
export function Touchable({ parts, label, highlighted, onSelect, children }: Props) {
  const { materials, shadows } = useLook()
  const [hovered, setHovered] = useState(false)
  useCursor(hovered && onSelect !== undefined)
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
  const select = (event: ThreeEvent<MouseEvent>) => {
    if (!onSelect || event.delta > 6) return
    event.stopPropagation()
    onSelect()
  }
  return (
    <group
      userData={{ label }}
      onClick={select}
      onPointerOver={(event) => {
        event.stopPropagation()
        setHovered(true)
      }}
      onPointerOut={() => setHovered(false)}
    >
      {meshes.map(([surface, geometry]) => (
        <mesh
          key={surface}
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
