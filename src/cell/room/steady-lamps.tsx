import { useEffect, useMemo } from 'react'
import { BufferAttribute, Color, MeshBasicMaterial } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import type { Place, TimeOfDay } from '#core/scenario'
import { lampPanel } from './fittings.ts'
import { lampShare } from './light-mix.ts'
import { lampsOf } from './room-geometry.ts'
import { set } from './shape.ts'

/** A panel at full strength, and one that is dark. Above 1: it is brighter than white paper. */
const SHINING = new Color(1.8, 1.82, 1.76)
const DARK = new Color('#a9aaa4').multiplyScalar(0.4)

/** The shining panels of the lamps that no switch rules, as one mesh. */
export function SteadyLamps({ place, time }: { readonly place: Place; readonly time: TimeOfDay }) {
  const geometry = useMemo(() => {
    const panels = lampsOf(place)
      .filter((l) => !l.switched)
      .map((l) => {
        const panel = set(lampPanel(l.length), { x: l.x, y: l.y, z: l.z, turn: l.alongZ ? Math.PI / 2 : 0 })
        const color = DARK.clone().lerp(SHINING, lampShare(place.rooms[l.room], time)).toArray()
        const all = Array.from({ length: panel.getAttribute('position').count }, () => color).flat()
        return panel.setAttribute('color', new BufferAttribute(Float32Array.from(all), 3))
      })
    return panels.length > 0 ? mergeGeometries(panels) : undefined
  }, [place, time])
  const material = useMemo(() => new MeshBasicMaterial({ vertexColors: true }), [])
  useEffect(() => () => geometry?.dispose(), [geometry])
  useEffect(() => () => material.dispose(), [material])
  return geometry ? <mesh name="steady-lamps" geometry={geometry} material={material} /> : null
}
