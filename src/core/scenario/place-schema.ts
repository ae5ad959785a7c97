import { z } from 'zod'
import { PROP_KINDS, type PropKindName } from './prop-kinds.ts'
import { FLOORS, FURNITURE_KINDS, POSES } from './vocabulary.ts'

/** Lower-case words joined by hyphens; what every id in a pack looks like. */
export const Id = z
  .string()
  .regex(
    /^(?!(?:constructor|prototype)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    'lower-case words joined by hyphens, e.g. "cell-door"',
  )
  .max(48)
const metres = z.number().min(-60).max(60)
const degrees = z.number().min(-360).max(360)

/** A point on the floor plan: metres, x to the right, z into the cell (the corridor has negative z). */
const Point = z.strictObject({ x: metres, z: metres })

const Room = z.strictObject({
  id: Id,
  from: Point.describe('corner with the smallest x and z, metres'),
  to: Point.describe('corner with the largest x and z, metres'),
  height: z.number().min(2).max(8).describe('floor to ceiling, metres'),
  dado: z.number().min(0).max(3).optional().describe('height of the painted dado, metres'),
  floor: z.enum(FLOORS).optional().describe('what one walks on: it is heard; lino unless given'),
  lamps: z
    .literal('by-day')
    .optional()
    .describe('its ceiling lamps are off at night, as in a cell; without, they shine dimmed all night'),
})

const Opening = z.strictObject({
  id: Id,
  kind: z.enum(['doorway', 'window']),
  wall: z.enum(['north', 'south', 'east', 'west']).describe('wall of `room`; north is the side with the largest z'),
  room: Id,
  from: metres.describe('start along the wall (x for north/south, z for east/west), metres'),
  to: metres.describe('end along the wall, metres'),
  bottom: z.number().min(0).max(4).describe('sill above the floor, metres'),
  top: z.number().min(0).max(6).describe('lintel above the floor, metres'),
  bars: z.boolean().optional().describe('bars before a window; a door that hangs here is a barred gate'),
  prop: Id.optional().describe('the door prop that hangs in this doorway'),
})

const Furniture = z.strictObject({
  kind: z.enum(FURNITURE_KINDS),
  at: Point,
  y: metres.optional().describe('height of its base above the floor, metres'),
  turn: degrees.optional().describe('clockwise seen from above, degrees; 0 faces the corridor (negative z)'),
})

const Prop = z.strictObject({
  id: Id,
  kind: z.enum(Object.keys(PROP_KINDS) as [PropKindName, ...PropKindName[]]),
  at: Point,
  y: metres.optional().describe('height of its centre above the floor, metres'),
  turn: degrees.optional(),
  reach: z.array(Id).min(1).max(16).describe('stations from which it can be used'),
  number: z
    .string()
    .regex(/^[0-9]{1,4}$/, 'up to four digits, e.g. "14"')
    .optional()
    .describe('of a door: the number that stands on it'),
})

const Station = z.strictObject({
  id: Id,
  room: Id,
  at: Point,
  turn: degrees.describe('where one looks when one arrives, degrees; 0 looks into the cell (positive z)'),
})

const Path = z.strictObject({
  between: z.tuple([Id, Id]),
  through: Id.optional().describe('a door prop that must stand open'),
})

const Position = z.strictObject({
  id: Id,
  room: Id,
  at: Point,
  turn: degrees.describe('where the body faces, degrees; 0 faces the corridor (negative z)'),
  pose: z.enum(POSES),
})

/** A place: rooms, stations (where an officer can stand), positions (where others are), furniture and props. */
export const PlaceFile = z.strictObject({
  simcell: z.literal(1).describe('version of the file format'),
  id: Id,
  rooms: z.array(Room).min(1).max(24),
  openings: z.array(Opening).max(64),
  furniture: z.array(Furniture).max(200),
  props: z.array(Prop).max(64),
  stations: z.array(Station).min(1).max(32),
  paths: z.array(Path).max(128),
  positions: z.array(Position).min(1).max(64),
  exit: Id.describe('the station that counts as out of danger; the way to it is the way out'),
})

export type Place = z.infer<typeof PlaceFile>
