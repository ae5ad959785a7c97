import type { Face } from './faces.ts'
import type { Influence } from './skeleton.ts'

/** Triangles of one material, ready for the file: metres, four joints a vertex. */
export type Part = {
  readonly material: string
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly joints: Uint8Array
  readonly weights: Float32Array
  readonly indices: Uint16Array
  /** displacements for each facial unit, metres */ readonly morphs: readonly Float32Array[] | undefined
  /** ambient light that reaches each vertex, 0…1 */ readonly light: Float32Array
}

export type PartSource = {
  readonly material: string
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly faces: readonly Face[]
  readonly uvAt: (index: number) => readonly [number, number]
  readonly influence: (vertex: number) => Influence
  readonly morphs?: readonly Float32Array[]
  readonly toMetres: (x: number, y: number, z: number) => readonly [number, number, number]
}

/** Splits vertices along texture seams, triangulates, and turns decimetres into metres. */
export function makePart(source: PartSource): Part {
  const at = new Map<string, number>()
  const vertices: { readonly v: number; readonly uv: number }[] = []
  const indices: number[] = []
  const indexOf = (v: number, uv: number) => {
    const key = `${v}/${uv}`
    const known = at.get(key)
    if (known !== undefined) return known
    at.set(key, vertices.length)
    return vertices.push({ v, uv }) - 1
  }
  for (const { v, uv } of source.faces) {
    const corners = v.map((vertex, k) => indexOf(vertex, uv[k] ?? 0))
    for (let k = 2; k < corners.length; k++) indices.push(corners[0] ?? 0, corners[k - 1] ?? 0, corners[k] ?? 0)
  }
  const spread = (size: number, pick: (vertex: { readonly v: number; readonly uv: number }) => readonly number[]) => {
    const out = new Float32Array(vertices.length * size)
    vertices.forEach((vertex, i) => out.set(pick(vertex), i * size))
    return out
  }
  const triple = (from: Float32Array, v: number) =>
    [from[v * 3] ?? 0, from[v * 3 + 1] ?? 0, from[v * 3 + 2] ?? 0] as const
  const influences = vertices.map(({ v }) => source.influence(v))
  return {
    material: source.material,
    positions: spread(3, ({ v }) => source.toMetres(...triple(source.positions, v))),
    normals: spread(3, ({ v }) => triple(source.normals, v)),
    uvs: spread(2, ({ uv }) => source.uvAt(uv)),
    joints: Uint8Array.from(influences.flatMap(({ joints }) => joints)),
    weights: Float32Array.from(influences.flatMap(({ weights }) => weights)),
    indices: Uint16Array.from(indices),
    // what moves less than a fiftieth of a millimetre is left out, which keeps the sparse morphs small
    morphs: source.morphs?.map((morph) =>
      spread(3, ({ v }) => triple(morph, v).map((d) => (Math.abs(d) < 2e-4 ? 0 : d / 10))),
    ),
    light: new Float32Array(vertices.length).fill(1),
  }
}
