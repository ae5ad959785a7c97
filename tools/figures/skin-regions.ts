type Triple = readonly [number, number, number]

const smooth = (low: number, high: number, value: number) => {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

/** How strongly a beard grows at a vertex of the face, 0…1; found from the places of eyes and jaw, so it fits any head. */
export function beardAt(
  positions: Float32Array,
  vertex: number,
  headOf: (name: string) => Triple,
  toMetres: (x: number, y: number, z: number) => Triple,
): number {
  const [x, y, z] = toMetres(positions[vertex * 3] ?? 0, positions[vertex * 3 + 1] ?? 0, positions[vertex * 3 + 2] ?? 0)
  const eye = headOf('eye_L')
  /** one unit is the distance between the eyes */ const unit = eye[0] * 2
  const [across, below, depth] = [Math.abs(x) / unit, (eye[1] - y) / unit, (eye[2] - z) / unit]
  const upperEdge = across < 0.42 ? 0.72 : 0.72 + smooth(0.42, 0.65, across) * 0.28 - smooth(0.85, 1.05, across) * 0.75
  const face = smooth(upperEdge - 0.08, upperEdge + 0.14, below)
  const neck = 1 - smooth(2.15, 2.6, below)
  const front = 1 - smooth(1.5, 1.8, depth)
  return face * neck * front
}

/** 1 on the forehead, over which a fringe hangs without growing there; 0 from the hairline on. */
export function foreheadAt(
  positions: Float32Array,
  vertex: number,
  headOf: (name: string) => Triple,
  toMetres: (x: number, y: number, z: number) => Triple,
): number {
  const [x, y, z] = toMetres(positions[vertex * 3] ?? 0, positions[vertex * 3 + 1] ?? 0, positions[vertex * 3 + 2] ?? 0)
  const eye = headOf('eye_L')
  const unit = eye[0] * 2
  const [across, above, depth] = [Math.abs(x) / unit, (y - eye[1]) / unit, (eye[2] - z) / unit]
  return (1 - smooth(0.95, 1.25, above)) * (1 - smooth(0.75, 1.0, across)) * (1 - smooth(0.5, 0.9, depth))
}

/** 1 on the lids and about them, 0 from a finger's breadth on. */
export function eyelidAt(
  positions: Float32Array,
  vertex: number,
  headOf: (name: string) => Triple,
  toMetres: (x: number, y: number, z: number) => Triple,
): number {
  const [x, y] = toMetres(positions[vertex * 3] ?? 0, positions[vertex * 3 + 1] ?? 0, positions[vertex * 3 + 2] ?? 0)
  const eye = headOf('eye_L')
  const unit = eye[0] * 2
  return 1 - smooth(0.28, 0.48, Math.hypot((Math.abs(x) - eye[0]) / unit, (1.5 * (y - eye[1])) / unit))
}

/** Which vertices lie under the hair: full within half a centimetre, nothing beyond one and a half. */
export function scalpMask(
  positions: Float32Array,
  hair: Float32Array | undefined,
  forehead: (vertex: number) => number,
): (vertex: number) => number {
  if (!hair) return () => 0
  const cell = 0.25
  const key = (x: number, y: number, z: number) =>
    `${Math.round(x / cell)},${Math.round(y / cell)},${Math.round(z / cell)}`
  const grid = new Map<string, number[]>()
  for (let i = 0; i < hair.length; i += 3) {
    const id = key(hair[i] ?? 0, hair[i + 1] ?? 0, hair[i + 2] ?? 0)
    grid.set(id, [...(grid.get(id) ?? []), i])
  }
  return (vertex) => {
    const [x, y, z] = [positions[vertex * 3] ?? 0, positions[vertex * 3 + 1] ?? 0, positions[vertex * 3 + 2] ?? 0]
    let best = Infinity
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (let dz = -1; dz <= 1; dz++)
          for (const i of grid.get(key(x + dx * cell, y + dy * cell, z + dz * cell)) ?? [])
            best = Math.min(best, Math.hypot((hair[i] ?? 0) - x, (hair[i + 1] ?? 0) - y, (hair[i + 2] ?? 0) - z))
    return (1 - smooth(0.05, 0.14, best)) * (1 - forehead(vertex))
  }
}
