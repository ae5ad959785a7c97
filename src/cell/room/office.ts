import { box, cylinder, type Part, part } from './shape.ts'

/** Furniture of the rooms where staff work, around the origin: facing −z, its back at +z. */
export const OFFICE = {
  desk: () => [
    part('wood', box(1.4, 0.03, 0.7, { step: 0.16 }), { y: 0.745 }),
    ...[-0.64, 0.64].map((x) => part('frame', box(0.05, 0.73, 0.6, { step: 0.3 }), { x, y: 0.365, z: 0.02 })),
    part('frame', box(1.24, 0.4, 0.018, { step: 0.3 }), { y: 0.52, z: 0.3 }),
    // drawers under one end
    part('steel', box(0.4, 0.52, 0.52, { step: 0.3 }), { x: 0.4, y: 0.46, z: 0.02 }),
    ...[0.3, 0.46, 0.62].map((y) => part('chrome', box(0.12, 0.014, 0.02, { edge: 0.004 }), { x: 0.4, y, z: -0.25 })),
    ...screen(-0.2),
  ],
  counter: () => [
    part('wood', box(1.8, 0.04, 0.6, { step: 0.18 }), { y: 1.06 }),
    part('dado', box(1.74, 1.04, 0.5, { edge: 0.01, step: 0.18 }), { y: 0.52, z: 0.02 }),
    part('frame', box(1.76, 0.1, 0.47, { step: 0.4 }), { y: 0.05, z: 0.03 }),
    // a letter tray and a pen on its stand
    ...[0, 0.06].map((y) => part('frame', box(0.26, 0.008, 0.33, { edge: 0.003 }), { x: -0.6, y: 1.09 + y, z: 0.02 })),
    ...[-0.12, 0.12].map((x) =>
      part('frame', box(0.008, 0.07, 0.3, { edge: 0.003 }), { x: -0.6 + x, y: 1.12, z: 0.02 }),
    ),
    part('white', box(0.21, 0.014, 0.297, { edge: 0.002 }), { x: -0.6, y: 1.101, z: 0.02 }),
  ],
  cupboard: () => [
    part('steel', box(0.9, 1.86, 0.42, { edge: 0.01, step: 0.2 }), { y: 0.97 }),
    part('frame', box(0.88, 0.08, 0.38), { y: 0.04, z: 0.01 }),
    part('iron', box(0.006, 1.76, 0.004, { edge: 0.001, step: 0.6 }), { y: 0.98, z: -0.211 }),
    ...[-0.05, 0.05].map((x) => part('chrome', box(0.016, 0.14, 0.022, { edge: 0.006 }), { x, y: 1.02, z: -0.222 })),
    ...[-0.36, 0.36].flatMap((x) =>
      [0.3, 1.0, 1.66].map((y) => part('frame', cylinder(0.01, 0.08, 8), { x: x * 1.2, y, z: -0.212 })),
    ),
    // boxes of files on top
    ...[-0.27, 0.02, 0.28].map((x, n) =>
      part('paper', box(0.26, 0.22 + n * 0.02, 0.32, { edge: 0.004 }), { x, y: 2.01 + n * 0.01, turn: 0.04 * (n - 1) }),
    ),
  ],
  radiator: () => [
    ...Array.from({ length: 10 }, (_, n) =>
      part('white', box(0.075, 0.56, 0.07, { edge: 0.02, step: 0.6 }), {
        x: -0.45 + n * 0.1,
        y: 0.42,
        z: -0.01,
      }),
    ),
    ...[0.17, 0.67].map((y) => part('white', box(0.98, 0.05, 0.05, { edge: 0.015, step: 0.5 }), { y, z: -0.01 })),
    part('chrome', cylinder(0.012, 0.17, 10), { x: -0.5, y: 0.085, z: -0.01 }),
  ],
  'detector-arch': () => [
    ...[-0.42, 0.42].flatMap((x) => [
      part('white', box(0.08, 2.06, 0.28, { edge: 0.025, bevels: 2, step: 0.22 }), { x, y: 1.03 }),
      part('frame', box(0.12, 0.03, 0.34, { edge: 0.008 }), { x, y: 0.015 }),
      ...[0.4, 0.8, 1.2, 1.6].map((y) => part('navy', box(0.084, 0.01, 0.2, { edge: 0.003 }), { x, y })),
    ]),
    part('white', box(0.92, 0.16, 0.28, { edge: 0.025, bevels: 2, step: 0.22 }), { y: 2.12 }),
    part('iron', box(0.3, 0.07, 0.01, { edge: 0.003 }), { y: 2.12, z: -0.142 }),
  ],
} as const satisfies Record<string, () => readonly Part[]>

/** A screen, its keyboard and a cup, for the one who sits at +z of a desk. */
function screen(x: number): readonly Part[] {
  return [
    part('iron', box(0.52, 0.31, 0.02, { edge: 0.006 }), { x, y: 1.03, z: -0.16 }),
    part('frame', box(0.05, 0.14, 0.03, { edge: 0.006 }), { x, y: 0.84, z: -0.18 }),
    part('frame', box(0.22, 0.012, 0.16, { edge: 0.004 }), { x, y: 0.768, z: -0.17 }),
    part('mirror', box(0.49, 0.28, 0.004, { edge: 0.001 }), { x, y: 1.03, z: -0.148 }),
    part('iron', box(0.42, 0.016, 0.13, { edge: 0.005 }), { x, y: 0.77, z: 0.08 }),
    part('white', cylinder(0.04, 0.09, 16, 0.034), { x: x - 0.4, y: 0.806, z: -0.02 }),
  ]
}
