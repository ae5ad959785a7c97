import { useMemo, useRef } from 'react'
import type { Place } from '#core/scenario'
import type { Character, Snapshot } from '#core/session'
import { useWords } from '#player'
import { Figure } from './figure/figure.tsx'
import { toGesture } from './figure/gestures.ts'
import { seedOf } from './figure/noise.ts'
import type { FloorPoint } from './figure/showing.ts'
import { bodyAt, routeBetween, seatAt, sightsOf } from './people-rest.ts'
import type { Quality } from './quality.ts'
import { roomAt } from './room/room-geometry.ts'
import { useRoomsInView } from './room/use-rooms-in-view.ts'

type Props = {
  readonly place: Place
  readonly snapshot: Snapshot
  readonly seed: number
  readonly reducedMotion: boolean
  readonly quality: Quality
}

/** What was said longer ago than this is not said now, ms. */
const FRESH_MS = 1500

/** Everyone who stands somewhere, as the snapshot has them. */
export function People({ place, snapshot, seed, reducedMotion, quality }: Props) {
  const words = useWords()
  const { inView } = useRoomsInView(place, snapshot.props)
  return Object.entries(snapshot.characters).flatMap(([role, character]) => {
    const position = place.positions.find((p) => p.id === character.position)
    if (!position || character.figure === 'none') return []
    const last = snapshot.utterances.findLast(({ by }) => by === role)
    const speaks = last && snapshot.timeMs - last.atMs < FRESH_MS
    return (
      <Person
        key={role}
        place={place}
        character={character}
        position={position}
        says={speaks ? { key: `${last.seq} ${last.text}`, text: words(last.text) } : undefined}
        seed={seed + seedOf(`${role} ${character.persona}`)}
        animate={!reducedMotion && quality !== 'low'}
        quality={quality}
        inView={inView}
      />
    )
  })
}

type PersonProps = {
  readonly place: Place
  readonly character: Character
  readonly position: Place['positions'][number]
  readonly says: { readonly key: string; readonly text: string } | undefined
  readonly seed: number
  readonly animate: boolean
  readonly quality: Quality
  /** numbers of the rooms that can be seen */ readonly inView: ReadonlySet<number>
}

/** One of them: turns his position in the place into a seat, a facing and a way there. */
function Person({ place, character, position, inView, ...figure }: PersonProps) {
  const { behaviour, tension, trust, pose = position.pose, gesture } = character
  const way = useRef<{ readonly id: string; readonly at: FloorPoint; readonly route: readonly FloorPoint[] }>({
    id: position.id,
    at: position.at,
    route: [],
  })
  // The way he came stays his way until he goes on: he may still be on it when the place is looked at anew.
  if (way.current.id !== position.id) {
    const { id, at } = position
    way.current = { id, at, route: routeBetween(place, way.current.at, at) }
  }
  const { route } = way.current
  const fixed = useMemo(
    () => ({
      at: bodyAt(place, position),
      yaw: Math.PI - (position.turn * Math.PI) / 180,
      seat: seatAt(place, position),
      route,
      ...sightsOf(place),
    }),
    [place, position, route],
  )
  // Who has walked may still be on his way through a room that is seen.
  const isHidden = !inView.has(roomAt(place, position.at)) && fixed.route.length === 0
  return (
    <Figure
      isHidden={isHidden}
      model={character.figure}
      wears={character.wears}
      bareheaded={character.bareheaded}
      showing={{ behaviour, tension, trust, pose, gesture: toGesture(gesture), ...fixed }}
      {...figure}
    />
  )
}
