import type { Place } from '#core/scenario'
import { gapsOf } from './gaps.ts'
import type { BakedLight } from './light-file.ts'
import type { StaticMesh } from './room-geometry.ts'

export type PropStates = Readonly<Record<string, string>>
type Rgb = readonly [red: number, green: number, blue: number]

/** Colour and strength of each kind of light, linear. Lamps are 4000 K, the sky is an overcast evening. */
const LIGHT: Readonly<Record<'switched' | 'steady' | 'sky' | 'spill', Rgb>> = {
  switched: [2.9, 2.72, 2.42],
  steady: [1.4, 1.41, 1.35],
  sky: [1.02, 1.17, 1.34],
  spill: [1.6, 1.58, 1.48],
}
/** How much of another room's light comes in past a door. A closed one has gaps. */
const PASSES: Readonly<Record<string, number>> = { locked: 0.03, closed: 0.03, ajar: 0.3, open: 1 }

/** Whether the lamps that are props shine: switched on, and not made safe. */
export function lampsOn(place: Place, states: PropStates): boolean {
  const off = place.props.some((prop) => prop.kind === 'light-switch' && states[prop.id] === 'off')
  return !off && place.props.some((prop) => prop.kind === 'luminaire' && states[prop.id] !== 'made-safe')
}

/** For each room the strength of the four channels, as colours. */
export function gainsOf(place: Place, states: PropStates): readonly (readonly Rgb[])[] {
  const gaps = gapsOf(place)
  const on = lampsOn(place, states)
  return place.rooms.map((room) => {
    const doorways = gaps.filter((gap) => gap.opening.kind === 'doorway' && (gap.room === room || gap.beyond === room))
    const passes = Math.max(
      0,
      ...doorways.map(({ opening }) => (opening.prop ? (PASSES[states[opening.prop] ?? ''] ?? 1) : 1)),
    )
    return [scaled(LIGHT.switched, on ? 1 : 0), LIGHT.steady, LIGHT.sky, scaled(LIGHT.spill, passes)]
  })
}

/** Light not yet known: soft from above, as under a wide ceiling. */
const UNBAKED = { base: 0.62, up: 0.2 } as const

/**
 * Writes red, green, blue and the lamp's share for every vertex of a mesh.
 *
 * @param first number of the mesh's first vertex among all
 */
export function mixLight(
  mesh: StaticMesh,
  first: number,
  light: BakedLight | undefined,
  gains: readonly (readonly Rgb[])[],
  colors: Float32Array,
): void {
  const normal = mesh.geometry.getAttribute('normal')
  for (let i = 0; i < mesh.rooms.length; i++) {
    const gain = gains[mesh.rooms[i] ?? 0]
    const lamp = gain?.[0]?.[1] ?? 0
    if (!light) {
      const steady = UNBAKED.base + UNBAKED.up * normal.getY(i)
      colors.fill(steady * (lamp > 0 || (mesh.rooms[i] ?? 0) > 0 ? 1 : 0.3), i * 4, i * 4 + 3)
      colors[i * 4 + 3] = lamp > 0 ? 0.6 : 0
      continue
    }
    const at = (first + i) * 4
    for (let rgb = 0; rgb < 3; rgb++) {
      let sum = 0
      for (let c = 0; c < 4; c++) sum += (light.channels[at + c] ?? 0) * (gain?.[c]?.[rgb] ?? 0)
      colors[i * 4 + rgb] = sum
    }
    const own = (light.channels[at] ?? 0) * lamp
    colors[i * 4 + 3] = own / Math.max(1e-4, colors[i * 4 + 1] ?? 1)
  }
}

const scaled = ([r, g, b]: Rgb, by: number): Rgb => [r * by, g * by, b * by]
