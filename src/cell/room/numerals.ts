import { box, type Part, part, type Spot } from './shape.ts'
import type { SurfaceName } from './surfaces.ts'

type Point = readonly [x: number, y: number]
type Stroke = readonly Point[]

const LOOP: Stroke = [
  [0, 0.22],
  [0.22, 0],
  [0.78, 0],
  [1, 0.22],
  [1, 0.34],
  [0.78, 0.54],
  [0.22, 0.54],
  [0, 0.34],
]
const closed = (stroke: Stroke): Stroke => [...stroke, ...stroke.slice(0, 1)]
const turned = (stroke: Stroke): Stroke => stroke.map(([x, y]) => [1 - x, 1 - y])

/** Each digit as strokes in a square of 1 by 1, x to the right, y up. */
const DIGITS: readonly (readonly Stroke[])[] = [
  [
    closed([
      [0, 0.25],
      [0.25, 0],
      [0.75, 0],
      [1, 0.25],
      [1, 0.75],
      [0.75, 1],
      [0.25, 1],
      [0, 0.75],
    ]),
  ],
  [
    [
      [0.2, 0.78],
      [0.55, 1],
      [0.55, 0],
    ],
  ],
  [
    [
      [0, 0.8],
      [0.22, 1],
      [0.78, 1],
      [1, 0.8],
      [1, 0.62],
      [0, 0],
      [1, 0],
    ],
  ],
  [
    [
      [0, 0.85],
      [0.22, 1],
      [0.78, 1],
      [1, 0.8],
      [1, 0.68],
      [0.78, 0.53],
      [0.4, 0.53],
    ],
    [
      [0.78, 0.53],
      [1, 0.36],
      [1, 0.22],
      [0.78, 0],
      [0.22, 0],
      [0, 0.15],
    ],
  ],
  [
    [
      [0.75, 0],
      [0.75, 1],
      [0, 0.28],
      [1, 0.28],
    ],
  ],
  [
    [
      [0.95, 1],
      [0.1, 1],
      [0.05, 0.55],
      [0.7, 0.6],
      [1, 0.4],
      [1, 0.22],
      [0.75, 0],
      [0.22, 0],
      [0, 0.14],
    ],
  ],
  [
    closed(LOOP),
    [
      [0, 0.34],
      [0.3, 0.8],
      [0.8, 1],
    ],
  ],
  [
    [
      [0, 1],
      [1, 1],
      [0.35, 0],
    ],
  ],
  [
    closed(LOOP),
    closed([
      [0.08, 0.68],
      [0.22, 0.54],
      [0.78, 0.54],
      [0.92, 0.68],
      [0.92, 0.85],
      [0.75, 1],
      [0.25, 1],
      [0.08, 0.85],
    ]),
  ],
  [
    closed(turned(LOOP)),
    turned([
      [0, 0.34],
      [0.3, 0.8],
      [0.8, 1],
    ]),
  ],
]

/** Of a numeral's height: its width, the gap to the next, how thick its strokes are. */
const SHARES = { width: 0.58, gap: 0.24, stroke: 0.13 } as const
const DEEP_M = 0.004

/**
 * Numerals of metal on a face that looks towards −z, read from there.
 *
 * @param number digits only
 * @param height of a digit, metres
 * @param spot the middle of the number
 */
export function numerals(
  surface: SurfaceName,
  number: string,
  height: number,
  spot: Required<Pick<Spot, 'x' | 'y' | 'z'>>,
): readonly Part[] {
  const [wide, apart, thick] = [SHARES.width * height, (SHARES.width + SHARES.gap) * height, SHARES.stroke * height]
  const start = -((number.length - 1) * apart) / 2
  return [...number].flatMap((digit, n) =>
    (DIGITS[Number(digit)] ?? []).flatMap((stroke) =>
      stroke.slice(1).map((to, i) => {
        const from = stroke[i] ?? to
        const [dx, dy] = [(to[0] - from[0]) * wide, (to[1] - from[1]) * height]
        const [x, y] = [
          ((from[0] + to[0]) / 2 - 0.5) * wide + start + n * apart,
          ((from[1] + to[1]) / 2 - 0.5) * height,
        ]
        // who reads it has x to his left
        return part(surface, box(Math.hypot(dx, dy) + thick, thick, DEEP_M, { edge: 0.001 }), {
          x: spot.x - x,
          y: spot.y + y,
          z: spot.z,
          roll: -Math.atan2(dy, dx),
        })
      }),
    ),
  )
}
