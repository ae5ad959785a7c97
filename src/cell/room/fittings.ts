import { doorLeaf } from './leaf.ts'
import { box, cylinder, type Part, part, trim } from './shape.ts'

/** Things fixed to a wall or ceiling, around the origin on that wall, facing −z. Flat ones cast no baked shade. */
const FITTINGS = {
  mirror: (y: number) => [
    part('mirror', box(0.32, 0.42, 0.01, { edge: 0.003 }), { y, z: 0.004 }),
    part('frame', box(0.34, 0.44, 0.006, { edge: 0.002 }), { y, z: 0.008 }),
  ],
  vent: (y: number) => [
    part('white', box(0.28, 0.18, 0.012, { edge: 0.004 }), { y, z: 0.003 }),
    ...[-2, -1, 0, 1, 2].map((n) =>
      part('iron', box(0.22, 0.012, 0.004, { edge: 0.001 }), { y: y + n * 0.027, z: -0.004 }),
    ),
  ],
  'call-button': (y: number) => [
    part('white', box(0.09, 0.13, 0.028, { edge: 0.008, bevels: 2 }), { y }),
    part('red', cylinder(0.02, 0.014, 18), { y: y + 0.02, z: -0.018, tilt: Math.PI / 2 }),
    part('iron', box(0.05, 0.022, 0.003, { edge: 0.001 }), { y: y - 0.035, z: -0.015 }),
  ],
  'notice-board': (y: number) => [
    part('wood', box(0.94, 0.64, 0.02, { edge: 0.004 }), { y }),
    part('cork', box(0.88, 0.58, 0.022, { edge: 0.002 }), { y, z: -0.003 }),
    ...NOTICES.map(([surface, x, dy, width, height]) =>
      part(surface, box(width, height, 0.002, { edge: 0.0005 }), { x, y: y + dy, z: -0.016 }),
    ),
  ],
  'ceiling-lamp': (y: number) => lampHousing(1.2).map((p) => ({ ...p, geometry: p.geometry.translate(0, y, 0) })),
  'door-shut': () => [
    ...doorLeaf({ width: 0.86, height: 2.0, thickness: 0.05, hatch: undefined, lockSide: -1, hatchShut: true }),
    ...[-0.455, 0.455].map((x) => part('frame', box(0.05, 2.04, 0.05, { edge: 0.004 }), { x, y: 1.02, z: -0.005 })),
    part('frame', box(0.96, 0.05, 0.05, { edge: 0.004 }), { y: 2.015, z: -0.005 }),
  ],
} as const satisfies Record<string, (y: number) => readonly Part[]>

const NOTICES = [
  ['white', -0.3, 0.1, 0.21, 0.3],
  ['white', -0.05, 0.12, 0.21, 0.3],
  ['paper', 0.24, 0.08, 0.3, 0.21],
  ['white', -0.2, -0.18, 0.3, 0.14],
  ['paper', 0.26, -0.15, 0.15, 0.2],
] as const

export const fitting =
  (kind: keyof typeof FITTINGS) =>
  (y: number): readonly Part[] =>
    trim(FITTINGS[kind](y))

/** Size of a lamp's light-giving panel: along and across, metres. */
export const LAMP = { across: 0.14, drop: 0.05 } as const

/** The tray of a lamp under the ceiling, along x; the panel that shines is drawn apart, for it can go dark. */
export const lampHousing = (length: number): readonly Part[] => [
  part('white', box(length + 0.04, 0.03, 0.2, { edge: 0.006 }), { y: 0.005 }),
  ...[-1, 1].map((end) =>
    part('white', box(0.025, 0.06, 0.17, { edge: 0.005 }), { x: (end * (length + 0.024)) / 2, y: -0.019 }),
  ),
]
export const lampPanel = (length: number) =>
  box(length, 0.04, LAMP.across, { edge: 0.014, bevels: 2 }).translate(0, -0.025, 0)
