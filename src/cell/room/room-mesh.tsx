import { useEffect, useLayoutEffect, useMemo } from 'react'
import { standsStill } from '../props/stands-still.ts'
import { useRedrawOn } from '../redraw.ts'
import { useLook } from './look.tsx'
import { quickRaycast } from './quick-raycast.ts'
import { sheetsOf } from './sheets.ts'
import type { LitRoom } from './use-light.ts'

/** Walls, floors, furniture: all that never moves, lit by what was baked into it. Only rooms in view are drawn. */
export function RoomMesh({
  lit: { meshes, light, gains },
  inView,
}: {
  readonly lit: LitRoom
  readonly inView: ReadonlySet<number>
}) {
  const { materials, shadows } = useLook()
  const drawn = useMemo(() => sheetsOf(meshes, materials.merges), [meshes, materials])
  useEffect(() => () => drawn.dispose(), [drawn])
  useLayoutEffect(() => drawn.light(light, gains), [drawn, light, gains])
  useRedrawOn(light)
  useRedrawOn(gains)

  return drawn.sheets.map(({ key, rooms, surface, geometry }) => (
    <mesh
      key={key}
      ref={standsStill}
      name={`room-${key}`}
      visible={[...rooms].some((room) => inView.has(room))}
      geometry={geometry}
      material={materials.baked(surface)}
      receiveShadow={shadows}
      raycast={quickRaycast}
    />
  ))
}
