import type { Intersection, Mesh, Raycaster } from 'three'
import { acceleratedRaycast, MeshBVH } from 'three-mesh-bvh'

/**
 * `raycast` of a large mesh that never moves: the pointer sends a ray at every move, and going through every triangle of a
 * wing takes longer than drawing it. The tree is built at the first ray.
 */
export function quickRaycast(this: Mesh, raycaster: Raycaster, hits: Intersection[]): void {
  // Another library declares this property by its own copy of the tree's type.
  const geometry = this.geometry as unknown as { boundsTree?: MeshBVH }
  geometry.boundsTree ??= new MeshBVH(this.geometry, { indirect: true })
  acceleratedRaycast.call(this, raycaster, hits)
}
