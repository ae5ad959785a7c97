import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import type { Part } from './part.ts'

const RAYS = 40
/** How far away something may be and still shade a vertex, metres. */
const REACH_M = 0.16
/** Rays start this far off the surface, metres, or they would hit it. */
const LIFT_M = 0.0025

/** The same parts with the ambient light each vertex gets, blocked by all parts together (arms away from the body). */
export function shadeParts(parts: readonly Part[], blocks: (part: Part) => boolean): readonly Part[] {
  const blockers = parts.filter(blocks)
  const geometry = new BufferGeometry()
  geometry.setAttribute(
    'position',
    new BufferAttribute(Float32Array.from(blockers.flatMap(({ positions }) => [...positions])), 3),
  )
  const starts = blockers.map((_, i) =>
    blockers.slice(0, i).reduce((sum, { positions }) => sum + positions.length / 3, 0),
  )
  geometry.setIndex(blockers.flatMap(({ indices }, i) => [...indices].map((index) => index + (starts[i] ?? 0))))
  const tree = new MeshBVH(geometry)
  const directions = Array.from({ length: RAYS }, (_, i) => {
    const radius = Math.sqrt((i + 0.5) / RAYS)
    const angle = i * 2.399963
    return new Vector3(radius * Math.cos(angle), radius * Math.sin(angle), Math.sqrt(1 - radius * radius))
  })
  return parts.map((part) => ({ ...part, light: lightOf(part, tree, directions) }))
}

function lightOf({ positions, normals }: Part, tree: MeshBVH, directions: readonly Vector3[]): Float32Array {
  const [ray, normal, side, up] = [new Ray(), new Vector3(), new Vector3(), new Vector3()]
  return Float32Array.from({ length: positions.length / 3 }, (_, i) => {
    normal.fromArray(normals, i * 3)
    side.set(0, 1, 0)
    if (Math.abs(normal.y) > 0.9) side.set(1, 0, 0)
    side.cross(normal).normalize()
    up.crossVectors(normal, side)
    let blocked = 0
    for (const { x, y, z } of directions) {
      ray.origin.fromArray(positions, i * 3).addScaledVector(normal, LIFT_M)
      ray.direction.copy(normal).multiplyScalar(z).addScaledVector(side, x).addScaledVector(up, y)
      const hit = tree.raycastFirst(ray, DoubleSide, 0, REACH_M)
      if (hit) blocked += (1 - hit.distance / REACH_M) ** 1.5
    }
    return (1 - blocked / RAYS) ** 1.2
  })
}
