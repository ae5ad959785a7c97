import type { Place } from '#core/scenario'
import type { Snapshot } from '#core/session'
import { bodyOf } from './bodies.ts'
import { rotationOf } from './room/directions.ts'

/** Room a body takes up in a pose: across, upwards and along the way it faces, metres, from the floor under it. */
const SHAPE_M = {
  stand: { size: [0.55, 1.78, 0.4], y: 0.89 },
  sit: { size: [0.6, 0.95, 0.75], y: 0.85 },
  lie: { size: [0.7, 0.35, 1.8], y: 0.7 },
  sleep: { size: [0.7, 0.35, 1.8], y: 0.7 },
} as const

/** What of a person takes a click: a plain shape around him, cheaper to hit than a figure with two hundred bones. */
export function PersonShapes({ place, snapshot }: { readonly place: Place; readonly snapshot: Snapshot }) {
  return Object.entries(snapshot.characters).flatMap(([role, character]) => {
    const body = bodyOf(place, character)
    if (!body) return []
    const { size, y } = SHAPE_M[body.pose]
    // Who lies does so along his bed, whichever way the position faces.
    const turn = body.pose === 'sit' || body.pose === 'stand' ? rotationOf(body.turn) : 0
    return (
      <mesh
        key={role}
        visible={false}
        position={[body.at.x, y, body.at.z]}
        rotation-y={turn}
        userData={{ target: role }}
      >
        <boxGeometry args={[...size]} />
      </mesh>
    )
  })
}
