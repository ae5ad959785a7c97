import { useEffect, useMemo } from 'react'
import { MeshBasicMaterial } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Place } from '#core/scenario'
import { lampPanel } from './fittings.ts'
import { lampsOf } from './room-geometry.ts'
import { set } from './shape.ts'

/** The shining panels of the lamps that no switch rules, as one mesh. */
export function SteadyLamps({ place }: { readonly place: Place }) {
  const geometry = useMemo(() => {
    const panels = lampsOf(place)
      .filter((l) => !l.switched)
      .map((l) => set(lampPanel(l.length), { x: l.x, y: l.y, z: l.z, turn: l.alongZ ? Math.PI / 2 : 0 }))
    return panels.length > 0 ? mergeGeometries(panels) : undefined
  }, [place])
  const material = useMemo(() => new MeshBasicMaterial(), [])
  material.color.setRGB(1.8, 1.82, 1.76)
  useEffect(
    () => () => {
      geometry?.dispose()
      material.dispose()
    },
    [geometry, material],
  )
  return geometry ? <mesh name="steady-lamps" geometry={geometry} material={material} /> : null
}
