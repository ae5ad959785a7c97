import type { Face } from './faces.ts'

/** A grey picture, 0…1, row by row from the top. */
export type Mask = { readonly width: number; readonly height: number; readonly values: Float32Array }

/** The part of a texture that is used, in texture coordinates with v pointing down. */
export type Crop = { readonly u: number; readonly v: number; readonly width: number; readonly height: number }

/** Paints one value per vertex into texture space: every triangle of the unwrapped mesh, values blended between corners. */
export function paintByVertex(
  faces: readonly Face[],
  uvs: readonly number[],
  crop: Crop,
  width: number,
  height: number,
  value: (vertex: number) => number,
): Mask {
  const values = new Float32Array(width * height)
  const mask: Mask = { width, height, values }
  for (const { v, uv } of faces) {
    const corner = (k: number) => {
      const t = uv[k] ?? 0
      return [
        (((uvs[t * 2] ?? 0) - crop.u) / crop.width) * width,
        ((1 - (uvs[t * 2 + 1] ?? 0) - crop.v) / crop.height) * height,
        value(v[k] ?? 0),
      ] as const
    }
    const points = v.map((_, k) => corner(k))
    for (let k = 2; k < points.length; k++)
      fillTriangle(mask, points[0] ?? [0, 0, 0], points[k - 1] ?? [0, 0, 0], points[k] ?? [0, 0, 0])
  }
  return mask
}

type Point = readonly [x: number, y: number, value: number]

function fillTriangle({ width, height, values }: Mask, a: Point, b: Point, c: Point) {
  const area = (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
  if (Math.abs(area) < 1e-9) return
  const [left, right] = [
    Math.max(0, Math.floor(Math.min(a[0], b[0], c[0]))),
    Math.min(width - 1, Math.ceil(Math.max(a[0], b[0], c[0]))),
  ]
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(a[1], b[1], c[1]))),
    Math.min(height - 1, Math.ceil(Math.max(a[1], b[1], c[1]))),
  ]
  for (let y = top; y <= bottom; y++)
    for (let x = left; x <= right; x++) {
      const wb = ((x + 0.5 - a[0]) * (c[1] - a[1]) - (y + 0.5 - a[1]) * (c[0] - a[0])) / area
      const wc = ((b[0] - a[0]) * (y + 0.5 - a[1]) - (b[1] - a[1]) * (x + 0.5 - a[0])) / area
      if (wb < -0.02 || wc < -0.02 || wb + wc > 1.02) continue
      values[y * width + x] = a[2] + (b[2] - a[2]) * wb + (c[2] - a[2]) * wc
    }
}

/** A repeatable noise source, 0…1 (mulberry32). */
export function createNoise(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Smooth noise around 0, -1…1, with features of about `cell` pixels. */
export function smoothNoise(width: number, height: number, cell: number, seed: number): Float32Array {
  const random = createNoise(seed)
  const [columns, rows] = [Math.ceil(width / cell) + 2, Math.ceil(height / cell) + 2]
  const grid = Float32Array.from({ length: columns * rows }, () => random() * 2 - 1)
  const ease = (t: number) => t * t * (3 - 2 * t)
  return Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [(i % width) / cell, Math.floor(i / width) / cell]
    const [ix, iy] = [Math.floor(x), Math.floor(y)]
    const [fx, fy] = [ease(x - ix), ease(y - iy)]
    const at = (dx: number, dy: number) => grid[(iy + dy) * columns + ix + dx] ?? 0
    return (at(0, 0) * (1 - fx) + at(1, 0) * fx) * (1 - fy) + (at(0, 1) * (1 - fx) + at(1, 1) * fx) * fy
  })
}

/** Spreads a mask over its neighbours: three passes of a box, which is nearly a Gaussian. */
export function blur(mask: Mask, radius: number): Mask {
  const { width, height } = mask
  let values = mask.values
  for (let pass = 0; pass < 3; pass++)
    for (const [step, length, lines] of [
      [1, width, height],
      [width, height, width],
    ] as const) {
      const next = new Float32Array(values.length)
      for (let line = 0; line < lines; line++) {
        const start = step === 1 ? line * width : line
        let sum = 0
        const at = (i: number) => values[start + Math.min(length - 1, Math.max(0, i)) * step] ?? 0
        for (let i = -radius; i <= radius; i++) sum += at(i)
        for (let i = 0; i < length; i++) {
          next[start + i * step] = sum / (2 * radius + 1)
          sum += at(i + radius + 1) - at(i - radius)
        }
      }
      values = next
    }
  return { width, height, values }
}
