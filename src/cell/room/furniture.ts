import type { FurnitureKind } from '#core/scenario'
import { fitting } from './fittings.ts'
import { OFFICE } from './office.ts'
import { box, cylinder, type Part, part, ring } from './shape.ts'

/** Draws one piece around the origin: facing −z, its back at +z. `y` is the height of its base (or middle, on a wall). */
type Draw = (y: number) => readonly Part[]

const FURNITURE: Readonly<Record<FurnitureKind, Draw>> = {
  bed: () => {
    const post = (x: number, z: number, height: number) =>
      part('steel', box(0.045, height, 0.045), { x, y: height / 2, z })
    const end = (z: number, height: number) =>
      [height, height - 0.16].map((y) => part('steel', box(0.74, 0.03, 0.03), { y: y - 0.04, z }))
    return [
      ...[-0.375, 0.375].flatMap((x) => [post(x, -0.945, 0.6), post(x, 0.945, 0.78)]),
      ...end(-0.945, 0.6),
      ...end(0.945, 0.78),
      ...[-0.375, 0.375].map((x) => part('steel', box(0.03, 0.07, 1.85, { step: 0.16 }), { x, y: 0.345 })),
      part('steel', box(0.72, 0.012, 1.85), { y: 0.36 }),
      part('ticking', box(0.74, 0.12, 1.84, { edge: 0.035, bevels: 2, step: 0.12 }), { y: 0.43 }),
      // blanket: a flat top that hangs a hand's breadth over the open side, and a turned-down hem of sheet
      part('blanket', box(0.775, 0.05, 1.22, { edge: 0.022, bevels: 2, step: 0.12 }), { y: 0.482, z: -0.29 }),
      ...[-0.382, 0.382].map((x) =>
        part('blanket', box(0.016, 0.15, 1.22, { edge: 0.007, step: 0.12 }), { x, y: 0.42, z: -0.29 }),
      ),
      part('linen', box(0.779, 0.056, 0.17, { edge: 0.024, bevels: 2, step: 0.12 }), { y: 0.483, z: 0.36 }),
      part('linen', box(0.54, 0.12, 0.34, { edge: 0.055, bevels: 3, step: 0.1 }), { y: 0.545, z: 0.7, turn: 0.05 }),
    ]
  },
  table: () => [
    part('wood', box(0.8, 0.03, 0.5, { step: 0.1 }), { y: 0.74 }),
    ...[-0.36, 0.36].flatMap((x) => [
      part('frame', box(0.04, 0.725, 0.04), { x, y: 0.3625, z: -0.2 }),
      part('frame', box(0.03, 0.05, 0.44), { x, y: 0.7, z: 0.01 }),
    ]),
    part('frame', box(0.7, 0.05, 0.025), { y: 0.7, z: 0.2 }),
    // a mug, and a book somebody is reading
    part('white', cylinder(0.038, 0.09, 16, 0.032), { x: 0.3, y: 0.8, z: 0.12 }),
    part('navy', box(0.14, 0.022, 0.2, { edge: 0.003 }), { x: -0.25, y: 0.766, z: 0.05, turn: 0.3 }),
  ],
  stool: () => [
    part('wood', cylinder(0.17, 0.035, 24), { y: 0.45 }),
    part('frame', cylinder(0.028, 0.43, 12), { y: 0.22 }),
    part('frame', cylinder(0.13, 0.014, 20), { y: 0.007 }),
  ],
  shelf: (y) => [
    part('wood', box(0.8, 0.025, 0.24, { step: 0.1 }), { y }),
    ...[-0.32, 0.32].map((x) => part('frame', box(0.02, 0.12, 0.02), { x, y: y - 0.07, z: 0.11 })),
    ...[-0.32, 0.32].map((x) => part('frame', box(0.02, 0.02, 0.2), { x, y: y - 0.02 })),
    ...BOOKS.map(([surface, height, thick], n) =>
      part(surface, box(thick, height, 0.15, { edge: 0.003 }), {
        x: -0.34 + BOOKS.slice(0, n).reduce((sum, b) => sum + b[2] + 0.002, thick / 2),
        y: y + 0.0125 + height / 2,
        z: 0.02,
      }),
    ),
    part('white', box(0.18, 0.1, 0.09, { edge: 0.015, bevels: 2 }), { x: 0.22, y: y + 0.063, z: 0.02 }),
    part('iron', cylinder(0.03, 0.008, 16), { x: 0.18, y: y + 0.063, z: -0.027, tilt: Math.PI / 2 }),
  ],
  'locker-cabinet': () => [...lockerBody(), ...lockerDoor()],
  toilet: () => [
    part('chrome', box(0.34, 0.5, 0.14, { edge: 0.02, bevels: 2, step: 0.12 }), { y: 0.35, z: 0.225 }),
    part('chrome', cylinder(0.19, 0.36, 24, 0.13, 0.1), { y: 0.2, z: -0.03 }),
    part('chrome', ring(0.165, 0.026), { y: 0.39, z: -0.03 }),
    part('iron', cylinder(0.15, 0.008, 24), { y: 0.375, z: -0.03 }),
    part('iron', cylinder(0.022, 0.02, 14), { y: 0.5, z: 0.15, tilt: Math.PI / 2 }),
  ],
  basin: (y) => [
    part('chrome', box(0.36, 0.14, 0.32, { edge: 0.05, bevels: 3, step: 0.1 }), { y }),
    part('iron', cylinder(0.115, 0.006, 22), { y: y + 0.071, z: -0.02 }),
    part('chrome', cylinder(0.012, 0.1, 10), { y: y + 0.11, z: 0.12 }),
    part('chrome', box(0.022, 0.018, 0.12, { edge: 0.006 }), { y: y + 0.155, z: 0.07 }),
    part('chrome', cylinder(0.02, 0.32, 10), { y: y - 0.22, z: 0.1 }),
  ],
  'half-wall': () => [
    part('dado', box(0.72, 1.52, 0.06, { edge: 0.004, step: 0.1 }), { y: 0.76 }),
    part('frame', box(0.73, 0.025, 0.075), { y: 1.53 }),
  ],
  bench: () => [
    part('wood', box(1.2, 0.04, 0.38, { step: 0.12 }), { y: 0.44 }),
    ...[-0.5, 0.5].map((x) => part('frame', box(0.05, 0.42, 0.34), { x, y: 0.21 })),
  ],
  ...OFFICE,
  mirror: fitting('mirror'),
  'ceiling-lamp': fitting('ceiling-lamp'),
  vent: fitting('vent'),
  'call-button': fitting('call-button'),
  'notice-board': fitting('notice-board'),
  'door-shut': fitting('door-shut'),
}

/** Books on the shelf: surface, height and thickness in metres. */
const BOOKS = [
  ['spine', 0.2, 0.03],
  ['paper', 0.22, 0.022],
  ['navy', 0.19, 0.035],
  ['paper', 0.21, 0.018],
  ['spine', 0.23, 0.026],
  ['navy', 0.2, 0.02],
] as const

/** A steel locker without its door, open towards −z. */
export function lockerBody(): readonly Part[] {
  const side = (x: number) => part('steel', box(0.02, 1.74, 0.44, { edge: 0.003 }), { x, y: 0.9, z: 0.01 })
  const level = (y: number, height = 0.02) => part('steel', box(0.42, height, 0.44, { edge: 0.003 }), { y, z: 0.01 })
  return [
    side(-0.22),
    side(0.22),
    part('frame', box(0.42, 1.7, 0.012), { y: 0.9, z: 0.222 }),
    level(0.04, 0.08),
    level(1.76),
    level(1.42),
    level(0.55),
    // what he owns: folded clothes, shoes, a box
    ...(['navy', 'linen', 'blanket'] as const).map((surface, n) =>
      part(surface, box(0.3, 0.05, 0.28, { edge: 0.02, bevels: 2 }), { y: 0.59 + n * 0.052, z: 0.03 }),
    ),
    part('paper', box(0.26, 0.14, 0.2), { x: -0.04, y: 1.505, z: 0.05 }),
    ...[-0.07, 0.07].map((x) =>
      part('iron', box(0.1, 0.09, 0.27, { edge: 0.03, bevels: 2 }), { x, y: 0.125, z: 0.02 }),
    ),
  ]
}

/** The locker's door, shut, in the locker's own space. */
export function lockerDoor(): readonly Part[] {
  return [
    part('steel', box(0.45, 1.7, 0.02, { edge: 0.004 }), { y: 0.91, z: -0.222 }),
    ...[0, 1, 2, 3].flatMap((n) =>
      [0.35, 1.5].map((y) => part('iron', box(0.16, 0.008, 0.004, { edge: 0.001 }), { y: y + n * 0.03, z: -0.233 })),
    ),
    part('chrome', box(0.022, 0.1, 0.022, { edge: 0.006 }), { x: -0.18, y: 0.95, z: -0.243 }),
  ]
}

export const drawFurniture = (kind: FurnitureKind, y: number | undefined): readonly Part[] => FURNITURE[kind](y ?? 0)
