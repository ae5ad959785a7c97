import type { Floor, Place, PropKindName, SoundCue, TimeOfDay } from '#core/scenario'
import { roomsOf, roomsReached } from './rooms.ts'
import type { Snapshot } from './snapshot.ts'

/** Where a sound comes from, as one hears it who faces the way his station faces. */
export type Direction = 'here' | 'ahead' | 'behind' | 'left' | 'right' | 'around'

/** Sounds no scenario asks for by name: they follow from where one is, when, and who is near. */
export type RoomSound =
  | 'wing-day'
  | 'wing-murmur'
  | 'wing-night'
  | 'tv-wall'
  | 'breath-calm'
  | 'breath-tense'
  | 'footstep-concrete'
  | 'footstep-steel'

/** One sound as it reaches the officer. */
export type Heard = {
  readonly sound: SoundCue | RoomSound
  readonly from: Direction
  /** floor distance; 0 for what is here or everywhere */ readonly metres: number
  /** −1 to the left … 1 to the right */ readonly pan: number
  /** every way to it is shut */ readonly isMuffled: boolean
}
type Spot = { readonly x: number; readonly z: number }

/** What makes a sound when no act tells it: a kind of prop, a person, the officer's own gear, or the whole house. */
const SOURCE: Readonly<Record<SoundCue, PropKindName | 'person' | 'self' | 'house'>> = {
  'key-turn': 'cell-door',
  bolt: 'bolt',
  'door-open': 'cell-door',
  'door-close': 'cell-door',
  hatch: 'hatch',
  knock: 'cell-door',
  footstep: 'person',
  radio: 'self',
  switch: 'light-switch',
  cloth: 'person',
  paper: 'papers',
  locker: 'locker',
  alarm: 'house',
  bell: 'call-bell',
}
const STEPS_ON: Readonly<Record<Floor, SoundCue | RoomSound>> = {
  lino: 'footstep',
  concrete: 'footstep-concrete',
  steel: 'footstep-steel',
}
/** What is heard of the wing at an hour. */
const WING: Readonly<Record<TimeOfDay, readonly RoomSound[]>> = {
  night: ['wing-night'],
  morning: ['wing-day'],
  noon: ['wing-day'],
  evening: ['wing-murmur', 'tv-wall'],
}
/** Somebody's breath is heard no farther than this, metres, and is fast from this tension on. */
const BREATH = { withinM: 1.9, tenseFrom: 6 } as const
const isTense = ({ tension, behaviour }: Snapshot['characters'][string]): boolean =>
  tension >= BREATH.tenseFrom || ['agitated', 'hostile', 'assaultive'].includes(behaviour)
/** Nearer than this a sound has no direction, metres. */
const HERE_M = 0.35

/** The sounds of the last step, as the officer hears them at his station. */
export function heardAt(place: Place, snapshot: Snapshot): readonly Heard[] {
  return snapshot.sounds.map((cue) => {
    const source = SOURCE[cue as SoundCue]
    const ownStep = cue === 'footstep' && snapshot.lastAct?.id === `go:${snapshot.officer.station}`
    const at = ownStep || source === 'self' ? stationOf(place, snapshot)?.at : sourceOf(place, snapshot, cue, source)
    const sound = cue === 'footstep' ? STEPS_ON[floorAt(place, at ?? { x: 0, z: 0 })] : (cue as SoundCue)
    return heardFrom(place, snapshot, sound, source === 'house' ? undefined : at)
  })
}

/** What is heard all the while: the wing by the hour, a television, a bell nobody has answered, the breath of who stands near. */
export function lastingAt(place: Place, snapshot: Snapshot): readonly Heard[] {
  const isShutIn = !isReached(place, snapshot.props, [snapshot.officer.room], exitRoom(place))
  const wing = WING[snapshot.time].map((sound): Heard => {
    const fromWall = sound === 'tv-wall'
    return { sound, from: fromWall ? 'left' : 'around', metres: 0, pan: fromWall ? -0.5 : 0, isMuffled: isShutIn }
  })
  const breaths = Object.values(snapshot.characters).flatMap((character): readonly Heard[] => {
    const at = place.positions.find(({ id }) => id === character.position)?.at
    if (!at || character.figure === 'none') return []
    const heard = heardFrom(place, snapshot, isTense(character) ? 'breath-tense' : 'breath-calm', at)
    return heard.metres <= BREATH.withinM && !heard.isMuffled ? [heard] : []
  })
  const bells = place.props
    .filter(({ kind, id }) => kind === 'call-bell' && snapshot.props[id] === 'ringing')
    .map(({ at }) => heardFrom(place, snapshot, 'bell', at))
  return [...wing, ...bells, ...breaths]
}

/** The prop the last act was done to, if it makes that sound; else the nearest thing that can. */
function sourceOf(
  place: Place,
  snapshot: Snapshot,
  cue: string,
  source: (typeof SOURCE)[SoundCue] | undefined,
): Spot | undefined {
  const target = snapshot.lastAct?.id.split(':')[1]
  const used = place.props.find(({ id }) => id === target)
  if (used && (source === used.kind || cue === 'cloth' || cue === 'paper' || cue === 'switch')) return used.at
  const here = stationOf(place, snapshot)?.at ?? { x: 0, z: 0 }
  const metres = ({ x, z }: Spot) => Math.hypot(x - here.x, z - here.z)
  const spots =
    source === 'person'
      ? Object.values(snapshot.characters).flatMap(
          ({ position, figure }) =>
            (figure === 'none' ? undefined : place.positions.find(({ id }) => id === position)?.at) ?? [],
        )
      : place.props.filter(({ kind, id }) => kind === source && id in snapshot.props).map(({ at }) => at)
  return spots.reduce<Spot | undefined>((best, one) => (best && metres(best) <= metres(one) ? best : one), undefined)
}

function heardFrom(place: Place, snapshot: Snapshot, sound: Heard['sound'], at: Spot | undefined): Heard {
  const station = stationOf(place, snapshot)
  if (!at || !station) return { sound, from: 'around', metres: 0, pan: 0, isMuffled: false }
  const [dx, dz] = [at.x - station.at.x, at.z - station.at.z]
  const metres = Math.hypot(dx, dz)
  const turn = (station.turn * Math.PI) / 180
  // a positive turn is towards +x, which is to the left of one who looks along +z
  const [ahead, left] = [dx * Math.sin(turn) + dz * Math.cos(turn), dx * Math.cos(turn) - dz * Math.sin(turn)]
  const isMuffled = !isReached(place, snapshot.props, [snapshot.officer.room], roomsOf(place, at))
  if (metres < HERE_M) return { sound, from: 'here', metres: 0, pan: 0, isMuffled: false }
  const from = Math.abs(left) > Math.abs(ahead) ? (left > 0 ? 'left' : 'right') : ahead > 0 ? 'ahead' : 'behind'
  return { sound, from, metres, pan: -left / metres, isMuffled }
}

const stationOf = (place: Place, { officer }: Snapshot) => place.stations.find(({ id }) => id === officer.station)

const floorAt = (place: Place, at: Spot): Floor => {
  const [id] = roomsOf(place, at)
  return place.rooms.find((room) => room.id === id)?.floor ?? 'lino'
}

const exitRoom = (place: Place): readonly string[] =>
  place.stations.filter(({ id }) => id === place.exit).map(({ room }) => room)

/** Whether one gets from one of some rooms to one of others through doorways that are not shut. */
function isReached(place: Place, props: Snapshot['props'], from: readonly string[], to: readonly string[]): boolean {
  const reached = roomsReached(place, props, from)
  return to.length === 0 || to.some((room) => reached.has(room))
}
