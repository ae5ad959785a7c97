import type { RawMesh } from './makehuman.ts'

/** A triangle or quad: its vertices, their texture coordinates, and the name of its group. */
export type Face = { readonly v: readonly number[]; readonly uv: readonly number[]; readonly group: string }

/** Unpacks the bit-masked face list (the format of three's old JSON loader). */
export function facesOf(mesh: RawMesh): readonly Face[] {
  const { faces } = mesh
  const out: Face[] = []
  let at = 0
  const take = (count: number) => faces.slice(at, (at += count))
  while (at < faces.length) {
    const mask = take(1)[0] ?? 0
    const corners = mask & 1 ? 4 : 3
    const v = take(corners)
    const material = mask & 2 ? (take(1)[0] ?? 0) : 0
    if (mask & 4) at += 1
    const uv = mask & 8 ? take(corners) : v.map(() => 0)
    if (mask & 16) at += 1
    if (mask & 32) at += corners
    if (mask & 64) at += 1
    if (mask & 128) at += corners
    out.push({ v, uv, group: mesh.materials[material]?.DbgName ?? '' })
  }
  return out
}

/** Smooth vertex normals: each face adds its own, weighted by its area. */
export function normalsOf(positions: Float32Array, faces: readonly Face[]): Float32Array {
  const normals = new Float32Array(positions.length)
  const side = (from: number, to: number, k: number) => (positions[to * 3 + k] ?? 0) - (positions[from * 3 + k] ?? 0)
  for (const { v } of faces) {
    const [a = 0, b = 0, c = 0] = v
    const d = v[3] ?? a
    const [p, q] =
      v.length === 4
        ? ([
            [a, c],
            [b, d],
          ] as const)
        : ([
            [a, b],
            [a, c],
          ] as const)
    const [ex, ey, ez] = [side(p[0], p[1], 0), side(p[0], p[1], 1), side(p[0], p[1], 2)]
    const [fx, fy, fz] = [side(q[0], q[1], 0), side(q[0], q[1], 1), side(q[0], q[1], 2)]
    const normal = [ey * fz - ez * fy, ez * fx - ex * fz, ex * fy - ey * fx]
    for (const i of v) for (let k = 0; k < 3; k++) normals[i * 3 + k] = (normals[i * 3 + k] ?? 0) + (normal[k] ?? 0)
  }
  for (let i = 0; i < normals.length; i += 3) {
    const [x = 0, y = 0, z = 0] = normals.subarray(i, i + 3)
    const length = Math.hypot(x, y, z) || 1
    normals.set([x / length, y / length, z / length], i)
  }
  return normals
}

/** Faces that hang together by vertices, biggest piece first. */
export function piecesOf(faces: readonly Face[]): readonly (readonly Face[])[] {
  const root = new Map<number, number>()
  const find = (v: number): number => {
    let r = v
    for (let up = root.get(r); up !== undefined && up !== r; up = root.get(r)) r = up
    root.set(v, r)
    return r
  }
  for (const { v } of faces) for (const i of v) root.set(find(i), find(v[0] ?? 0))
  const pieces = new Map<number, Face[]>()
  for (const face of faces) {
    const key = find(face.v[0] ?? 0)
    pieces.set(key, [...(pieces.get(key) ?? []), face])
  }
  return [...pieces.values()].sort((a, b) => b.length - a.length)
}
