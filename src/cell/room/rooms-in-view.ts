import type { Place } from '#core/scenario'
import { doorOf } from './doorway.ts'
import { gapsOf } from './gaps.ts'
import type { PropStates } from './light-mix.ts'

const SHUT: ReadonlySet<string | undefined> = new Set(['locked', 'closed'])

/**
 * The rooms of which something can be seen from one of them: through every opening that has no door, whose door or
 * hatch is open, or whose door is a barred gate. Only these need to be drawn.
 *
 * @param from index of the room one is in
 * @returns indices, `from` among them
 */
export function roomsInView(place: Place, states: PropStates, from: number): ReadonlySet<number> {
  const passages = gapsOf(place).flatMap((gap) => {
    if (!gap.beyond || isBlind(place, states, gap.opening)) return []
    return [[place.rooms.indexOf(gap.room), place.rooms.indexOf(gap.beyond)] as const]
  })
  const seen = new Set([from])
  for (const room of seen)
    for (const [one, other] of passages) {
      if (one === room) seen.add(other)
      if (other === room) seen.add(one)
    }
  return seen
}

function isBlind(place: Place, states: PropStates, { prop, bars }: Place['openings'][number]): boolean {
  if (!prop || bars || !SHUT.has(states[prop])) return false
  return !place.props.some(
    (hung) => hung.kind === 'hatch' && states[hung.id] === 'open' && doorOf(place, hung)?.id === prop,
  )
}
