import type { Place, TimeOfDay } from '#core/scenario'
import { DAYLIGHT, type Rgb } from './daylight.ts'
import { gapsOf, type Room } from './gaps.ts'
import { type BakedLight, CHANNELS } from './light-file.ts'
import type { StaticMesh } from './room-geometry.ts'

export type PropStates = Readonly<Record<string, string>>

/** Colour and strength of each kind of lamp, linear; 4000 K. */
const LIGHT: Readonly<Record<'switched' | 'steady' | 'spill', Rgb>> = {
  switched: [2.9, 2.72, 2.42],
  steady: [1.4, 1.41, 1.35],
  spill: [1.6, 1.58, 1.48],
}
/** How much of another room's light comes in past a door. A closed one has gaps; bars hold little back. */
const PASSES: Readonly<Record<string, number>> = { locked: 0.03, closed: 0.03, ajar: 0.3, open: 1 }
const PASSES_BARS = 0.8

/** Share of their full strength at which a room's own ceiling lamps shine. */
export const lampShare = (room: Room | undefined, time: TimeOfDay): number =>
  room?.lamps === 'by-day' ? DAYLIGHT[time].lamps.byDay : DAYLIGHT[time].lamps.always

/** Whether the lamps that are props shine: switched on, and not made safe. */
export function lampsOn(place: Place, states: PropStates): boolean {
  const off = place.props.some((prop) => prop.kind === 'light-switch' && states[prop.id] === 'off')
  return !off && place.props.some((prop) => prop.kind === 'luminaire' && states[prop.id] !== 'made-safe')
}

/** For each room the strength of the four channels, and of the last where no door keeps it out, as colours. */
export function gainsOf(place: Place, states: PropStates, time: TimeOfDay): readonly (readonly Rgb[])[] {
  const gaps = gapsOf(place)
  const on = lampsOn(place, states)
  return place.rooms.map((room) => {
    const doorways = gaps.filter((gap) => gap.opening.kind === 'doorway' && (gap.room === room || gap.beyond === room))
    const beyond = doorways.map((gap) => {
      const { prop, bars } = gap.opening
      const passes = prop ? (PASSES[states[prop] ?? ''] ?? 1) : 1
      const shines = lampShare(gap.room === room ? gap.beyond : gap.room, time)
      return { shines, comesIn: shines * (bars ? Math.max(PASSES_BARS, passes) : passes) }
    })
    const most = (of: 'shines' | 'comesIn') => Math.max(0, ...beyond.map((one) => one[of]))
    return [
      scaled(LIGHT.switched, on ? 1 : 0),
      scaled(LIGHT.steady, lampShare(room, time)),
      DAYLIGHT[time].sky,
      scaled(LIGHT.spill, most('comesIn')),
      scaled(LIGHT.spill, most('shines')),
    ]
  })
}

/** The channel of light from other rooms, and where its strength outside a door stands among the gains. */
const [SPILL, OUTER] = [3, 4] as const

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
      for (let c = 0; c < CHANNELS; c++) {
        const from = c === SPILL && mesh.outer[i] ? OUTER : c
        sum += (light.channels[at + c] ?? 0) * (gain?.[from]?.[rgb] ?? 0)
      }
      colors[i * 4 + rgb] = sum
    }
    const own = (light.channels[at] ?? 0) * lamp
    colors[i * 4 + 3] = own / Math.max(1e-4, colors[i * 4 + 1] ?? 1)
  }
}

const scaled = ([r, g, b]: Rgb, by: number): Rgb => [r * by, g * by, b * by]
