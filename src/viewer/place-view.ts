import { type Place, PROP_KINDS, TIMES_OF_DAY, type TimeOfDay } from '#core/scenario'

/** What the viewer shows: all of it can be written into an address, so that a picture can be asked for again. */
export type PlaceView = {
  readonly place: Place
  readonly station: string
  /** degrees */ readonly turn: number
  readonly time: TimeOfDay
  /** a prop looked at closely */ readonly near?: string | undefined
  /** states of the props that differ from where they begin */ readonly states: Readonly<Record<string, string>>
}

/** Reads a view from an address; what it does not name, or names wrongly, begins where the place begins. */
export function viewFrom(places: readonly Place[], search: URLSearchParams): PlaceView | undefined {
  const place = places.find(({ id }) => id === search.get('place')) ?? places[0]
  const station = place?.stations.find(({ id }) => id === search.get('station')) ?? place?.stations[0]
  if (!place || !station) return undefined
  const turn = search.get('turn')
  return {
    place,
    station: station.id,
    turn: turn !== null && Number.isFinite(Number(turn)) ? Number(turn) : station.turn,
    time: TIMES_OF_DAY.find((time) => time === search.get('time')) ?? 'noon',
    near: place.props.find(({ id }) => id === search.get('near'))?.id,
    states: Object.fromEntries(
      (search.get('states') ?? '').split(',').flatMap((pair) => {
        const [id = '', state = ''] = pair.split(':')
        const kind = place.props.find((prop) => prop.id === id)?.kind
        return kind && (PROP_KINDS[kind].states as readonly string[]).includes(state) ? [[id, state]] : []
      }),
    ),
  }
}

/** Writes a view into an address, as `viewFrom` reads it. */
export function addressOf({ place, station, turn, time, near, states }: PlaceView): string {
  const pairs = Object.entries(states).map(([id, state]) => `${id}:${state}`)
  return new URLSearchParams({
    place: place.id,
    station,
    turn: String(turn),
    time,
    ...(near !== undefined && { near }),
    ...(pairs.length > 0 && { states: pairs.join() }),
  }).toString()
}

/** Every prop's state: where its kind begins, unless the view says otherwise. */
export const statesOf = ({ place, states }: PlaceView): Readonly<Record<string, string>> =>
  Object.fromEntries(place.props.map(({ id, kind }) => [id, states[id] ?? PROP_KINDS[kind].initial]))
