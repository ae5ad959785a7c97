import type { BufferGeometry } from 'three'
import type { Place } from '#core/scenario'
import { rotationOf } from './directions.ts'
import { lampHousing } from './fittings.ts'
import { drawFurniture, lockerBody } from './furniture.ts'
import { type Gap, gapsOf, type Room } from './gaps.ts'
import { joined, type Part, projectUv, setAll } from './shape.ts'
import { doorFrame, reveal, roomShell, windowFrame } from './shell.ts'
import { SURFACES, type SurfaceName } from './surfaces.ts'

/** A lamp under a ceiling: the panel's middle in metres, its length, the way it lies, and whether a switch rules it. */
export type Lamp = {
  readonly id: string
  readonly room: number
  readonly x: number
  readonly y: number
  readonly z: number
  readonly length: number
  readonly alongZ: boolean
  readonly switched: boolean
}
/** One merged mesh. `rooms` and `trim` say for each vertex which room it belongs to and whether it casts no shade. */
export type StaticMesh = {
  readonly surface: SurfaceName
  readonly geometry: BufferGeometry
  readonly rooms: Uint8Array
  readonly trim: Uint8Array
  /** whether a vertex lies on the far face of the doorway it frames: the other room's light falls there, door or no door */ readonly outer: Uint8Array
  /** for each vertex 0, or one more than the room beyond the passage it lines: it is seen from both sides */ readonly ways: Uint8Array
}

type Placed = Part & { readonly room: number; readonly way?: number; readonly gap?: Gap }

/** The far face of a wall begins so far before it, metres: a frame laps over it. */
const FAR_FACE_M = 0.02
const isOuter = ({ along, far, outward }: Gap, x: number, z: number): boolean =>
  ((along === 'x' ? z : x) - far) * outward > -FAR_FACE_M
/** Length of the panel of a lamp that stands in the furniture list, and of one that is a prop, metres. */
export const LAMP_LENGTH_M = { furniture: 1.2, prop: 0.9 } as const

/** The room a point is in, or the nearest one; its index. */
export function roomAt(place: Place, { x, z }: { readonly x: number; readonly z: number }): number {
  let nearest = 0
  let least = Number.POSITIVE_INFINITY
  for (let n = 0; n < place.rooms.length; n++) {
    const { from, to } = place.rooms[n] as Room
    const gap = Math.hypot(Math.max(from.x - x, 0, x - to.x), Math.max(from.z - z, 0, z - to.z))
    if (gap < least) {
      least = gap
      nearest = n
    }
  }
  return nearest
}

/** A lamp lies along the longer side of its room. */
export function lampsOf(place: Place): readonly Lamp[] {
  const lamp = (
    id: string,
    at: { readonly x: number; readonly z: number },
    y: number | undefined,
    length: number,
    switched: boolean,
  ): Lamp => {
    const index = roomAt(place, at)
    const room = place.rooms[index]
    const ceiling = room?.height ?? 2.5
    const alongZ = room ? room.to.z - room.from.z > room.to.x - room.from.x : false
    return { id, room: index, x: at.x, y: Math.min(y ?? ceiling, ceiling - 0.02), z: at.z, length, alongZ, switched }
  }
  return [
    ...place.furniture
      .filter((f) => f.kind === 'ceiling-lamp')
      .map((f, n) => lamp(`lamp-${n}`, f.at, f.y, LAMP_LENGTH_M.furniture, false)),
    ...place.props.filter((p) => p.kind === 'luminaire').map((p) => lamp(p.id, p.at, p.y, LAMP_LENGTH_M.prop, true)),
  ]
}

/** Everything of a place that never moves, one mesh per surface, in a fixed order. */
export function buildRoom(place: Place): readonly StaticMesh[] {
  const gaps = gapsOf(place)
  const inRoom = (room: number, parts: readonly Part[]): readonly Placed[] => parts.map((p) => ({ ...p, room }))
  const placed: readonly Placed[] = [
    ...place.rooms.flatMap((room, n) => inRoom(n, roomShell(room, gaps))),
    ...gaps.flatMap((gap) =>
      inRoom(
        place.rooms.indexOf(gap.room),
        gap.opening.kind === 'window' ? [...reveal(gap), ...windowFrame(gap)] : [...reveal(gap), ...doorFrame(gap)],
      ).map((p) => ({ ...p, way: gap.beyond ? place.rooms.indexOf(gap.beyond) + 1 : 0, gap })),
    ),
    ...place.furniture
      .filter((f) => f.kind !== 'ceiling-lamp')
      .flatMap((f) =>
        inRoom(
          roomAt(place, f.at),
          setAll(drawFurniture(f.kind, f.y), { x: f.at.x, z: f.at.z, turn: rotationOf(f.turn) }),
        ),
      ),
    ...place.props
      .filter((p) => p.kind === 'locker')
      .flatMap((p) =>
        inRoom(roomAt(place, p.at), setAll(lockerBody(), { x: p.at.x, z: p.at.z, turn: rotationOf(p.turn) })),
      ),
    ...lampsOf(place).flatMap((l) =>
      inRoom(
        l.room,
        setAll(lampHousing(l.length), { x: l.x, y: l.y, z: l.z, turn: l.alongZ ? Math.PI / 2 : 0 }).map((p) => ({
          ...p,
          trim: true,
        })),
      ),
    ),
  ]
  const surfaces = [...new Set(placed.map((p) => p.surface))].sort()
  return surfaces.map((surface) => {
    const parts = placed.filter((p) => p.surface === surface)
    const each = (value: (p: Placed) => number) =>
      Uint8Array.from(parts.flatMap((p) => Array<number>(p.geometry.getAttribute('position').count).fill(value(p))))
    const [rooms, trim, ways] = [each((p) => p.room), each((p) => Number(p.trim ?? false)), each((p) => p.way ?? 0)]
    return {
      surface,
      geometry: projectUv(joined(parts.map((p) => p.geometry)), SURFACES[surface].tileM),
      rooms,
      trim,
      ways,
      outer: Uint8Array.from(
        parts.flatMap(({ geometry, gap, way = 0 }) => {
          const position = geometry.getAttribute('position')
          return Array.from({ length: position.count }, (_, i) =>
            Number(gap !== undefined && way > 0 && isOuter(gap, position.getX(i), position.getZ(i))),
          )
        }),
      ),
    }
  })
}
