import type { Place } from '#core/scenario'

export type Room = Place['rooms'][number]
export type Opening = Place['openings'][number]
export type Side = Opening['wall']

/** An opening with both faces of its wall. Coordinates in metres; `along` is the axis the wall runs along. */
export type Gap = {
  readonly opening: Opening
  readonly room: Room
  readonly along: 'x' | 'z'
  /** the wall's face in `room` */ readonly near: number
  /** the face on the other side, or the outer face when nothing is drawn there */ readonly far: number
  /** +1 or −1: from `near` to `far` */ readonly outward: 1 | -1
  readonly beyond: Room | undefined
}

/** An outer wall, and the thickest wall two rooms may share, metres. */
const OUTER_WALL_M = 0.34
const THICKEST_M = 0.8

const OPPOSITE: Readonly<Record<Side, Side>> = { north: 'south', south: 'north', east: 'west', west: 'east' }
const OUTWARD: Readonly<Record<Side, 1 | -1>> = { north: 1, east: 1, south: -1, west: -1 }

export const alongOf = (side: Side): 'x' | 'z' => (side === 'north' || side === 'south' ? 'x' : 'z')
export const outwardOf = (side: Side): 1 | -1 => OUTWARD[side]
/** Where a room's wall stands on the axis across it. */
export const faceOf = (room: Room, side: Side): number => {
  const across = alongOf(side) === 'x' ? 'z' : 'x'
  return OUTWARD[side] > 0 ? room.to[across] : room.from[across]
}

export function gapsOf(place: Place): readonly Gap[] {
  return place.openings.map((opening) => {
    const room = place.rooms.find((r) => r.id === opening.room)
    if (!room) throw new Error(`"${place.id}": opening "${opening.id}" is in no room; parse the place first.`)
    const along = alongOf(opening.wall)
    const near = faceOf(room, opening.wall)
    const outward = outwardOf(opening.wall)
    const beyond = place.rooms.find((other) => {
      const depth = (faceOf(other, OPPOSITE[opening.wall]) - near) * outward
      const reaches = other.from[along] < opening.to && other.to[along] > opening.from
      return other !== room && reaches && depth > -0.01 && depth < THICKEST_M
    })
    const far = beyond ? faceOf(beyond, OPPOSITE[opening.wall]) : near + outward * OUTER_WALL_M
    return { opening, room, along, near, far, outward, beyond }
  })
}

/** The openings that cut one wall of a room, whichever room they were written for. */
export const gapsIn = (gaps: readonly Gap[], room: Room, side: Side): readonly Gap[] =>
  gaps.filter(
    (gap) =>
      (gap.room === room && gap.opening.wall === side) || (gap.beyond === room && OPPOSITE[gap.opening.wall] === side),
  )
