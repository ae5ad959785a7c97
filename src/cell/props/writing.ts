import { Vector3 } from 'three'
import { grid, type Part, part, type Spot } from '../room/shape.ts'
import type { SurfaceName } from '../room/surfaces.ts'

/** Lengths of written words, metres: enough of a rhythm that a line looks written and says nothing. */
const WORDS_M = [0.021, 0.012, 0.027, 0.009, 0.018, 0.024, 0.015] as const
const SPACE_M = 0.006
const INK_M = 0.0022

/** One straight stroke of ink on a lying sheet, its middle at the spot; two triangles. */
export function stroke(surface: SurfaceName, length: number, thick: number, spot: Spot): Part {
  const flat = grid({
    a: [-length / 2, length / 2],
    b: [-thick / 2, thick / 2],
    at: (x, z) => new Vector3(x, 0, z),
    normal: () => new Vector3(0, 1, 0),
  })
  return part(surface, flat, spot)
}

/**
 * A line of handwriting on a sheet that lies before a reader at −z: it begins at the larger x.
 *
 * @param length metres the line may fill; @param first which word it begins with, so that lines differ
 */
export function handwriting(surface: SurfaceName, length: number, first: number, { x = 0, y = 0, z = 0 }: Spot) {
  const parts: Part[] = []
  let at = 0
  for (let n = first; ; n++) {
    const word = WORDS_M[n % WORDS_M.length] ?? SPACE_M
    if (at + word > length) return parts
    parts.push(stroke(surface, word, INK_M, { x: x + length / 2 - at - word / 2, y, z, turn: n % 2 ? 0.04 : -0.03 }))
    at += word + SPACE_M
  }
}

/** A name written with a flourish: strokes up and down, and a line under it. */
export function signature(surface: SurfaceName, { x = 0, y = 0, z = 0 }: Spot): readonly Part[] {
  return [
    ...[0.9, -0.7, 1.1, -0.9, 0.6, -0.5, 0.8].map((turn, n) =>
      stroke(surface, 0.017 - n * 0.0012, INK_M, { x: x + 0.03 - n * 0.0095, y, z, turn }),
    ),
    stroke(surface, 0.075, INK_M * 0.7, { x: x - 0.002, y, z: z - 0.012, turn: 0.06 }),
  ]
}
