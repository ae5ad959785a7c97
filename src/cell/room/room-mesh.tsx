import { useEffect, useLayoutEffect, useMemo } from 'react'
import type { Place, TimeOfDay } from '#core/scenario'
import type { QualityProfile } from '../quality.ts'
import { useRedrawOn } from '../redraw.ts'
import { gainsOf, type PropStates } from './light-mix.ts'
import { useLook } from './look.tsx'
import { buildRoom } from './room-geometry.ts'
import { sheetsOf } from './sheets.ts'
import { useLight } from './use-light.ts'

/** Walls, floors, furniture: all that never moves, lit by what was baked into it. Only rooms in view are drawn. */
export function RoomMesh({
  place,
  propStates,
  time,
  inView,
  profile,
}: {
  readonly place: Place
  readonly propStates: PropStates
  readonly time: TimeOfDay
  readonly inView: ReadonlySet<number>
  readonly profile: QualityProfile
}) {
  const { materials, shadows } = useLook()
  const meshes = useMemo(() => buildRoom(place), [place])
  const drawn = useMemo(() => sheetsOf(meshes, materials.merges), [meshes, materials])
  useEffect(() => () => drawn.dispose(), [drawn])

  const light = useLight(place, meshes, profile.bakes)
  const gains = useMemo(() => gainsOf(place, propStates, time), [place, propStates, time])
  useLayoutEffect(() => drawn.light(light, gains), [drawn, light, gains])
  useRedrawOn(light)
  useRedrawOn(gains)

  return drawn.sheets.map(({ key, room, surface, geometry }) => (
    <mesh
      key={key}
      name={`room-${key}`}
      visible={inView.has(room)}
      geometry={geometry}
      material={materials.baked(surface)}
      receiveShadow={shadows}
    />
  ))
}
