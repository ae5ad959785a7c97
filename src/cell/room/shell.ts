import { type BufferGeometry, Vector3 } from 'three'
import { alongOf, faceOf, type Gap, gapsIn, outwardOf, type Room, type Side } from './gaps.ts'
import { box, cutsOf, cylinder, grid, type Part, part, trim } from './shape.ts'

const SIDES: readonly Side[] = ['north', 'south', 'east', 'west']
/** Longest field of a wall or floor, metres; finer beside openings, where light changes quickly. */
const FIELD_M = 0.14
const FINE_M = 0.07
/** Visible width of a steel door frame, metres. */
export const FRAME_M = 0.05

/** Floor, ceiling and walls of a room, seen from inside, with its openings left out. */
export function roomShell(room: Room, gaps: readonly Gap[]): readonly Part[] {
  const cuts = cutsIn(room, gaps)
  const { x, z } = cuts
  const level = (y: number, up: number) =>
    grid({ a: x, b: z, at: (a, b) => new Vector3(a, y, b), normal: () => new Vector3(0, up, 0) })
  return [
    part('lino', level(0, 1)),
    part('ceiling', level(room.height, -1)),
    ...SIDES.flatMap((side) => wall(room, side, gapsIn(gaps, room, side), cuts)),
  ]
}

type Cuts = { readonly x: readonly number[]; readonly y: readonly number[]; readonly z: readonly number[] }

/** Where the sheets of a room are cut. All share the cuts: an edge divided on one side only would let light through. */
function cutsIn(room: Room, gaps: readonly Gap[]): Cuts {
  const all = SIDES.flatMap((side) => gapsIn(gaps, room, side))
  const marks = (along: 'x' | 'z') =>
    all.filter((gap) => gap.along === along).flatMap(({ opening: o }) => [o.from - FINE_M, o.from, o.to, o.to + FINE_M])
  const levels = all.flatMap(({ opening: o }) => [o.bottom - FINE_M, o.bottom, o.top, o.top + FINE_M])
  return {
    x: cutsOf(room.from.x, room.to.x, FIELD_M, marks('x')),
    y: cutsOf(0, room.height, FIELD_M, [...levels, dadoOf(room)]),
    z: cutsOf(room.from.z, room.to.z, FIELD_M, marks('z')),
  }
}

const dadoOf = (room: Room) => Math.min(room.dado ?? 0, room.height)

function wall(room: Room, side: Side, gaps: readonly Gap[], cuts: Cuts): readonly Part[] {
  const along = alongOf(side)
  const face = faceOf(room, side)
  const normal = along === 'x' ? new Vector3(0, 0, -outwardOf(side)) : new Vector3(-outwardOf(side), 0, 0)
  const dado = dadoOf(room)
  const sheet = (from: number, to: number): BufferGeometry =>
    grid({
      a: cuts[along],
      b: cuts.y.filter((y) => y > from - 1e-6 && y < to + 1e-6),
      at: (a, b) => (along === 'x' ? new Vector3(a, b, face) : new Vector3(face, b, a)),
      normal: () => normal,
      hole: (a, b) => gaps.some(({ opening: o }) => a > o.from && a < o.to && b > o.bottom && b < o.top),
    })
  const upper = part('plaster', sheet(dado, room.height))
  return dado > 0 ? [part('dado', sheet(0, dado)), upper] : [upper]
}

/** The inside of an opening: reveals, and a threshold or sill. */
export function reveal(gap: Gap): readonly Part[] {
  const { opening: o, along, near, far } = gap
  const [low, high] = [Math.min(near, far), Math.max(near, far)]
  const across = cutsOf(low, high, FINE_M * 1.5)
  const point = (a: number, y: number, c: number) => (along === 'x' ? new Vector3(a, y, c) : new Vector3(c, y, a))
  const cheek = (a: number, sign: number) =>
    grid({
      a: across,
      b: cutsOf(o.bottom, o.top, FIELD_M),
      at: (c, y) => point(a, y, c),
      normal: () => (along === 'x' ? new Vector3(sign, 0, 0) : new Vector3(0, 0, sign)),
    })
  const shelf = (y: number, up: number) =>
    grid({
      a: cutsOf(o.from, o.to, FIELD_M),
      b: across,
      at: (a, c) => point(a, y, c),
      normal: () => new Vector3(0, up, 0),
    })
  return [
    part(o.kind === 'doorway' ? 'lino' : 'plaster', shelf(o.bottom, 1)),
    part('plaster', shelf(o.top, -1)),
    part('plaster', cheek(o.from, 1)),
    part('plaster', cheek(o.to, -1)),
  ]
}

/** The steel around a doorway. It laps over both faces of the wall by 1 cm. */
export function doorFrame(gap: Gap): readonly Part[] {
  const { opening: o, near, far } = gap
  const depth = Math.abs(far - near) + 0.02
  const [middle, height, width] = [(near + far) / 2, o.top - o.bottom, o.to - o.from]
  const jamb = (at: number) => standing(gap, 'frame', FRAME_M, height, depth, at, o.bottom + height / 2, middle)
  return trim([
    jamb(o.from + FRAME_M / 2),
    jamb(o.to - FRAME_M / 2),
    standing(gap, 'frame', width - 2 * FRAME_M, FRAME_M, depth, (o.from + o.to) / 2, o.top - FRAME_M / 2, middle),
  ])
}

/** Window frame, and bars in front of it. The pane itself is drawn by the room, for it changes with the light. */
export function windowFrame(gap: Gap): readonly Part[] {
  const { opening: o, near, far, outward } = gap
  const [width, height, middle, centre] = [o.to - o.from, o.top - o.bottom, (o.from + o.to) / 2, (o.bottom + o.top) / 2]
  const plane = far - outward * 0.03
  const rail = (w: number, h: number, at: number, y: number) => standing(gap, 'frame', w, h, 0.045, at, y, plane)
  const parts = [
    rail(0.045, height, o.from + 0.0225, centre),
    rail(0.045, height, o.to - 0.0225, centre),
    rail(0.04, height - 0.09, middle, centre),
    rail(width - 0.09, 0.045, middle, o.bottom + 0.0225),
    rail(width - 0.09, 0.045, middle, o.top - 0.0225),
  ]
  if (o.bars) {
    const barPlane = near + (far - near) * 0.5
    const count = Math.max(2, Math.round(width / 0.13))
    for (let n = 0; n < count; n++) {
      const at = o.from + ((n + 0.5) * width) / count
      parts.push(
        part(
          'iron',
          cylinder(0.011, height, 8),
          gap.along === 'x' ? { x: at, y: centre, z: barPlane } : { x: barPlane, y: centre, z: at },
        ),
      )
    }
    for (const y of [o.bottom + height * 0.25, o.top - height * 0.25])
      parts.push(standing(gap, 'iron', width, 0.03, 0.008, middle, y, barPlane))
  }
  return trim(parts)
}

function standing(
  gap: Gap,
  surface: Part['surface'],
  width: number,
  height: number,
  depth: number,
  at: number,
  y: number,
  across: number,
): Part {
  return gap.along === 'x'
    ? part(surface, box(width, height, depth, { edge: 0.004 }), { x: at, y, z: across })
    : part(surface, box(depth, height, width, { edge: 0.004 }), { x: across, y, z: at })
}
