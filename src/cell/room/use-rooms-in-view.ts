import { useFrame, useThree } from '@react-three/fiber'
import { useEffect, useMemo, useState } from 'react'
import type { Place } from '#core/scenario'
import type { PropStates } from './light-mix.ts'
import { roomAt } from './room-geometry.ts'
import { roomsInView } from './rooms-in-view.ts'

/** A door that has been shut is still swinging for this long, ms. */
const LINGER_MS = 1500

/** The room the eye is in, and the rooms that can be seen from it. Changes when one walks into another room or a door moves. */
export function useRoomsInView(
  place: Place,
  states: PropStates,
): { readonly room: number; readonly inView: ReadonlySet<number> } {
  const { camera, invalidate } = useThree()
  const [room, setRoom] = useState(() => roomAt(place, camera.position))
  useFrame(() => {
    const now = roomAt(place, camera.position)
    if (now !== room) setRoom(now)
  })
  const seen = useMemo(() => roomsInView(place, states, room), [place, states, room])
  const [shown, setShown] = useState(seen)
  const [lingering, setLingering] = useState<ReadonlySet<number>>()
  if (seen !== shown) {
    setShown(seen)
    setLingering([...shown].every((n) => seen.has(n)) ? undefined : new Set([...shown, ...seen]))
  }
  useEffect(() => {
    if (!lingering) return
    const timer = setTimeout(() => {
      setLingering(undefined)
      invalidate()
    }, LINGER_MS)
    return () => clearTimeout(timer)
  }, [lingering, invalidate])
  return { room, inView: lingering ?? seen }
}
