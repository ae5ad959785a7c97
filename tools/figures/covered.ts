import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import type { Face } from './faces.ts'

/** A surface in decimetres. */
type Surface = { readonly positions: Float32Array; readonly faces: readonly Face[] }

/** How far off the skin its cloth may hang, decimetres. */
const LOOSE_DM = 0.6

/**
 * How deep under cloth each of some vertices of the skin lies: the way back to the nearest rim of it, decimetres, and 0
 * for what nothing covers. The data's own list of hidden skin leaves out much that then came through sleeves.
 */
export function depthUnder(
  cloth: Surface,
  skin: { readonly positions: Float32Array; readonly normals: Float32Array },
  vertices: Iterable<number>,
): ReadonlyMap<number, number> {
  const geometry = new BufferGeometry()
    .setAttribute('position', new BufferAttribute(cloth.positions.slice(), 3))
    .setIndex(
      cloth.faces.flatMap(({ v: [a = 0, b = 0, c = 0, d] }) => [a, b, c, ...(d === undefined ? [] : [a, c, d])]),
    )
  const tree = new MeshBVH(geometry)
  const rim = rimOf(cloth.faces).map((v) => new Vector3().fromArray(cloth.positions, v * 3))
  const ray = new Ray()
  return new Map(
    [...vertices].map((v) => {
      ray.origin.fromArray(skin.positions, v * 3)
      ray.direction.fromArray(skin.normals, v * 3)
      const hit = tree.raycastFirst(ray, DoubleSide, 0, LOOSE_DM)
      return [v, hit ? Math.min(...rim.map((one) => one.distanceTo(hit.point))) : 0] as const
    }),
  )
}

/** The vertices of edges that only one face has. */
function rimOf(faces: readonly Face[]): readonly number[] {
  const edges = new Map<string, number>()
  for (const { v } of faces)
    v.forEach((one, k) => {
      const edge = [one, v[(k + 1) % v.length] ?? one].sort((a, b) => a - b).join()
      edges.set(edge, (edges.get(edge) ?? 0) + 1)
    })
  return [...new Set([...edges].flatMap(([edge, count]) => (count === 1 ? edge.split(',').map(Number) : [])))]
}
