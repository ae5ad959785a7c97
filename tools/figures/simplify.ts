import { MeshoptSimplifier } from 'meshoptimizer'
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
  const used = [...new Set(indices)]
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
