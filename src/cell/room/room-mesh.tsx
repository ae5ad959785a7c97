import { useEffect, useLayoutEffect, useMemo } from 'react'
import { BufferAttribute } from 'three'
import type { Place } from '#core/scenario'
import type { QualityProfile } from '../quality.ts'
import { useRedrawOn } from '../redraw.ts'
import { gainsOf, mixLight, type PropStates } from './light-mix.ts'
import { useLook } from './look.tsx'
import { buildRoom } from './room-geometry.ts'
import { useLight } from './use-light.ts'

/** Walls, floors, furniture: all that never moves, one mesh per surface, lit by what was baked into it. */
export function RoomMesh({
  place,
  propStates,
  profile,
}: {
  readonly place: Place
  readonly propStates: PropStates
  readonly profile: QualityProfile
}) {
  const { materials, shadows } = useLook()
  const meshes = useMemo(() => {
    const built = buildRoom(place)
    for (const { geometry, rooms } of built)
      geometry.setAttribute('color', new BufferAttribute(new Float32Array(rooms.length * 4), 4))
    return built
  }, [place])
  useEffect(() => () => meshes.forEach(({ geometry }) => void geometry.dispose()), [meshes])

  const light = useLight(place, meshes, profile.bakes)
  const gains = useMemo(() => gainsOf(place, propStates), [place, propStates])
  useLayoutEffect(() => {
    let first = 0
    for (const mesh of meshes) {
      const color = mesh.geometry.getAttribute('color') as BufferAttribute
      mixLight(mesh, first, light, gains, color.array as Float32Array)
      color.needsUpdate = true
      first += mesh.rooms.length
    }
  }, [meshes, light, gains])
  useRedrawOn(light)
  useRedrawOn(gains)

  return meshes.map(({ surface, geometry }) => (
    <mesh
      key={surface}
      name={`room-${surface}`}
      geometry={geometry}
      material={materials.baked(surface)}
      receiveShadow={shadows}
    />
  ))
}
