import { box, cylinder, type Part, part, ring, setAll } from '../room/shape.ts'
import type { SurfaceName } from '../room/surfaces.ts'
import type { HandKind } from './deed.ts'

/** How far the fingers are bent, radians at each of their two joints. */
const BEND: Readonly<Record<HandKind, number>> = {
  key: 1.25,
  push: 0.22,
  pull: 1.0,
  knock: 1.45,
  press: 1.3,
  radio: 1.05,
  glove: 0.15,
}
/** Fingers from the index on: how far to the side of the middle, and how long, metres. */
const FINGERS = [
  [0.03, 0.078],
  [0.01, 0.086],
  [-0.01, 0.08],
  [-0.029, 0.064],
] as const
const THICK_M = 0.0095

/** A right hand and its sleeve, palm down, reaching along −z from the wrist at the origin; metres. */
export function handShape(kind: HandKind, isGloved: boolean): readonly Part[] {
  const skin: SurfaceName = isGloved || kind === 'glove' ? 'nitrile' : 'skin'
  const bend = BEND[kind]
  return [
    part(skin, box(0.082, 0.03, 0.092, { edge: 0.014, bevels: 3 }), { z: -0.052 }),
    part(skin, cylinder(0.027, 0.07, 16, 0.031), { z: 0.02, tilt: Math.PI / 2 }),
    ...FINGERS.flatMap(([x, length], n) => finger(skin, x, length, kind === 'press' && n === 0 ? 0.08 : bend)),
    ...thumb(skin, kind === 'push' || kind === 'glove' ? 0.15 : 0.75),
    ...sleeve(),
    ...held(kind),
  ]
}

/** Two links from the knuckle; both bend down by the same angle. */
function finger(surface: SurfaceName, x: number, length: number, bend: number): readonly Part[] {
  const link = length / 2
  const tip = setAll(
    [part(surface, box(THICK_M * 1.9, THICK_M * 1.8, link + 0.012, { edge: 0.008, bevels: 3 }), { z: -link / 2 })],
    { z: -link, tilt: -bend },
  )
  const whole = [
    part(surface, box(THICK_M * 2.05, THICK_M * 2, link + 0.014, { edge: 0.008, bevels: 3 }), { z: -link / 2 }),
    ...tip,
  ]
  return setAll(whole, { x, z: -0.095, tilt: -bend, turn: -x * 1.2 })
}

function thumb(surface: SurfaceName, across: number): readonly Part[] {
  const whole = [
    part(surface, box(0.023, 0.022, 0.05, { edge: 0.01, bevels: 3 }), { z: -0.022 }),
    ...setAll([part(surface, box(0.02, 0.019, 0.04, { edge: 0.009, bevels: 3 }), { z: -0.016 })], {
      z: -0.044,
      turn: 0.3,
    }),
  ]
  return setAll(whole, { x: 0.042, y: -0.006, z: -0.03, turn: across - 0.75, tilt: -0.25 })
}

/** As long as from the wrist to an elbow beside the body: its end is never in the picture. */
const sleeve = (): readonly Part[] => [
  part('iron', cylinder(0.035, 0.66, 18, 0.05), { z: 0.38, tilt: Math.PI / 2 }),
  part('frame', cylinder(0.037, 0.03, 18, 0.037), { z: 0.062, tilt: Math.PI / 2 }),
]

/** What is in the hand: a long cell key on its ring, or the handset of a radio. */
function held(kind: HandKind): readonly Part[] {
  if (kind === 'key')
    return [
      part('brass', cylinder(0.0045, 0.1, 12), { x: 0.022, y: -0.022, z: -0.16, tilt: Math.PI / 2 }),
      part('brass', box(0.004, 0.026, 0.024, { edge: 0.001 }), { x: 0.022, y: -0.034, z: -0.197 }),
      part('brass', ring(0.014, 0.004), { x: 0.022, y: -0.022, z: -0.1 }),
      part('chrome', ring(0.02, 0.002), { x: 0.03, y: -0.045, z: -0.085, roll: 1.1 }),
    ]
  if (kind === 'radio')
    return [
      part('iron', box(0.055, 0.11, 0.036, { edge: 0.008, bevels: 2 }), { y: -0.02, z: -0.125 }),
      part('iron', cylinder(0.006, 0.13, 10, 0.008), { x: -0.018, y: 0.09, z: -0.125 }),
      part('frame', box(0.04, 0.05, 0.004, { edge: 0.001 }), { y: 0.004, z: -0.105 }),
      part('red', box(0.008, 0.008, 0.004, { edge: 0.001 }), { x: 0.016, y: 0.03, z: -0.104 }),
    ]
  return []
}
