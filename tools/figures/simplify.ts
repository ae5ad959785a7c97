import { MeshoptEncoder, MeshoptSimplifier } from 'meshoptimizer'
import type { Part } from './part.ts'

/** Highest deviation from the true surface, as a share of the part's size: about two millimetres on a suit. */
const ERROR = 0.0015

/** The part with at most about `triangles` triangles, seams and rims kept, and without the vertices nobody uses then. */
export async function simplifyPart(part: Part, triangles: number): Promise<Part> {
  if (part.indices.length / 3 <= triangles) return part
  await MeshoptSimplifier.ready
  const [indices] = MeshoptSimplifier.simplify(
    Uint32Array.from(part.indices),
    part.positions,
    3,
    triangles * 3,
    ERROR,
    ['LockBorder'],
  )
  return withVertices(part, [...new Set(indices)], indices)
}

/** Vertices and triangles in the order in which they compress and draw best. The encoder must be ready. */
export function inDrawingOrder(part: Part): Part {
  const indices = Uint32Array.from(part.indices)
  const [places, count] = MeshoptEncoder.reorderMesh(indices, true, true)
  const used = Array.from({ length: count }, () => 0)
  const old = new Map<number, number>()
  places.forEach((place, vertex) => {
    if (place >= count) return
    used[place] = vertex
    old.set(place, vertex)
  })
  return withVertices(
    part,
    used,
    indices.map((place) => old.get(place) ?? 0),
  )
}

/** How many triangles are left for somebody across a wing, and how many metres their surface may stray from the true one. */
const FAR = { share: 0.18, errorM: 0.012 } as const

/**
 * Fewer triangles over the same vertices. Rims stay as they are: at a collar or a sleeve another part begins, and cloth
 * that shrank away from its rim would show what was left out under it. The simplifier must be ready.
 */
export function coarseIndices({ indices, positions }: Part): Uint16Array {
  const wanted = Math.floor((indices.length * FAR.share) / 3) * 3
  const [coarse] = MeshoptSimplifier.simplify(Uint32Array.from(indices), positions, 3, wanted, FAR.errorM, [
    'LockBorder',
    'ErrorAbsolute',
  ])
  return Uint16Array.from(coarse)
}

/** The part with these of its vertices alone, in this order; `indices` still mean the part's own vertices. */
function withVertices(part: Part, used: readonly number[], indices: Uint32Array): Part {
  const place = new Map(used.map((vertex, i) => [vertex, i]))
  const floats = (from: Float32Array, size: number) =>
    Float32Array.from(used.flatMap((v) => [...from.subarray(v * size, v * size + size)]))
  return {
    ...part,
    positions: floats(part.positions, 3),
    normals: floats(part.normals, 3),
    uvs: floats(part.uvs, 2),
    weights: floats(part.weights, 4),
    light: floats(part.light, 1),
    joints: Uint8Array.from(used.flatMap((v) => [...part.joints.subarray(v * 4, v * 4 + 4)])),
    indices: Uint16Array.from(indices, (v) => place.get(v) ?? 0),
    morphs: part.morphs?.map((morph) => floats(morph, 3)),
  }
}
