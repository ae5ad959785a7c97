import type { DistanceBand, Scenario } from '#core/scenario'
import type { Character, Snapshot } from '#core/session'
import { openHatch, seesInto } from './sight-lines.ts'

/** Role under which the officer stands in a snapshot that is seen by somebody else. */
export const OFFICER = 'officer'
/** Position of the officer in such a snapshot: a station is where he stands, not where others do. */
export const officerPosition = (station: string): string => `officer-at-${station}`

/** Who and what the prisoner sees at an instant, as far as the floor plan and the doors tell. */
export type Sight = {
  /** he sleeps: neither sight nor words reach him */ readonly isAsleep: boolean
  readonly self: Character | undefined
  /** the officer stands in the open before him */ readonly officer:
    | { readonly station: string; readonly stance: string; readonly distance: DistanceBand }
    | undefined
  /** only a pair of eyes in the hatch of a shut door */ readonly hasEyesAtHatch: boolean
  readonly others: readonly (Character & { readonly role: string })[]
}

export function sightOf({ data, place }: Scenario, { characters, officer, props }: Snapshot): Sight {
  const self = characters[data.focus]
  const isAsleep = self?.pose === 'sleep'
  const sees = (room: string | undefined) => !isAsleep && seesInto(place, props, self?.room, room)
  return {
    isAsleep,
    self,
    officer: sees(officer.room)
      ? { station: officer.station, stance: officer.stance, distance: self?.distance ?? 'far' }
      : undefined,
    hasEyesAtHatch:
      !isAsleep && !sees(officer.room) && openHatch(place, props, self?.room, officer.station) !== undefined,
    others: Object.entries(characters).flatMap(([role, one]) =>
      role !== data.focus && role !== OFFICER && one.position && one.figure !== 'none' && sees(one.room)
        ? [{ ...one, role }]
        : [],
    ),
  }
}

/** Posture in which a stance of the officer shows. */
const GESTURE: Readonly<Record<string, string>> = { open: 'show-hands', squared: 'arms-crossed' }

/** The same instant with his eyes: he does not see himself, and the officer is somebody who stands in the place. */
export function asSeenBy({ data }: Scenario, snapshot: Snapshot): Snapshot {
  const self = snapshot.characters[data.focus]
  const { station, stance, room } = snapshot.officer
  const gesture = GESTURE[stance]
  const officer: Character = {
    persona: OFFICER,
    name: OFFICER,
    figure: 'officer-man',
    behaviour: stance === 'squared' ? 'wary' : 'calm',
    tension: 2,
    trust: 5,
    position: officerPosition(station),
    pose: 'stand',
    room,
    ...(gesture && { gesture }),
  }
  const characters = {
    ...snapshot.characters,
    ...(self && { [data.focus]: { ...self, figure: 'none' } }),
    [OFFICER]: officer,
  }
  return { ...snapshot, characters, affordances: [] }
}
