import type { Rgb } from './daylight.ts'
import { type BakedLight, CHANNELS } from './light-file.ts'
import type { StaticMesh } from './room-geometry.ts'

/** Light that stands in a room, from all its walls together. Linear; 1 is a well-lit white wall. */
export type Ambience = Rgb

/** An upright surface's normal leans less than this. */
const UPRIGHT = 0.5

/** Mean baked light on the walls of each room, by channel: what moves in the room is lit as its walls are. */
export function meansOf(meshes: readonly StaticMesh[], light: BakedLight): readonly (readonly number[])[] {
  const sums: { readonly all: number[]; count: number }[] = []
  let first = 0
  for (const { geometry, rooms, trim } of meshes) {
    const normal = geometry.getAttribute('normal')
    for (let i = 0; i < rooms.length; i++) {
      if (trim[i] || Math.abs(normal.getY(i)) > UPRIGHT) continue
      const sum = (sums[rooms[i] ?? 0] ??= { all: Array<number>(CHANNELS).fill(0), count: 0 })
      for (let c = 0; c < CHANNELS; c++)
        sum.all[c] = (sum.all[c] ?? 0) + (light.channels[(first + i) * CHANNELS + c] ?? 0)
      sum.count++
    }
    first += rooms.length
  }
  return Array.from(sums, (sum) => sum?.all.map((value) => value / sum.count) ?? [])
}

/** The ambience of one room: its means under the strengths of an hour, of switches and doors. */
export const ambienceOf = (means: readonly number[] = [], gains: readonly Rgb[] = []): Ambience => {
  const part = (rgb: 0 | 1 | 2) => means.reduce((sum, mean, c) => sum + mean * (gains[c]?.[rgb] ?? 0), 0)
  return [part(0), part(1), part(2)]
}

/** How bright a colour is seen, as Rec. 709 weighs it. */
export const luminanceOf = ([r, g, b]: Rgb): number => 0.2126 * r + 0.7152 * g + 0.0722 * b
