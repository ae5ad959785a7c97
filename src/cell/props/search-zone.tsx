import { useEffect, useMemo } from 'react'
import { BoxGeometry, MeshBasicMaterial } from 'three'
import type { Place } from '#core/scenario'
import { box, cylinder, type Part, part, setAll } from '../room/shape.ts'
import { Placed } from './placed.tsx'
import type { PlaceProp, PropViewProps } from './prop-view.ts'
import { stroke } from './writing.ts'

/** Half of the slip, metres: it is folded across its middle. */
const HALF = { width: 0.062, depth: 0.05 } as const
/** How the far half of the slip stands, radians from lying flat. */
const FOLD_RAD: Readonly<Record<string, number>> = { unsearched: 0, 'looked-at': 1.2, searched: 2.1 }
/** Nearer to a wall than this the slip hangs on it, metres. */
const ON_WALL_M = 0.12
/** What one may point at while the zone is still to be done, metres. */
const REACH_M = 0.26

/**
 * One zone of a search and its paper slip, as searchers leave it: flat and blank; half raised with one stroke when the
 * zone has been looked at; standing as a tent with a whole tick when it has been searched.
 */
export function SearchZone(view: PropViewProps) {
  const { prop, state, place } = view
  const hangs = useMemo(() => isOnWall(place, prop), [place, prop])
  const parts = useMemo(() => {
    const slip = slipOf(FOLD_RAD[state] ?? 0, state)
    return hangs ? setAll(slip, { tilt: -Math.PI / 2 }) : slip
  }, [state, hangs])
  const field = useMemo(() => new BoxGeometry(REACH_M, hangs ? REACH_M : 0.1, hangs ? 0.1 : REACH_M), [hangs])
  const unseen = useMemo(() => new MeshBasicMaterial({ visible: false }), [])
  useEffect(
    () => () => {
      field.dispose()
      unseen.dispose()
    },
    [field, unseen],
  )
  return (
    <Placed view={view} parts={parts} height={0.78}>
      {state !== 'searched' && <mesh geometry={field} material={unseen} />}
    </Placed>
  )
}

/** The slip on y = 0, its fold along x; the far half turns up around the fold, the near half leans to meet it. */
function slipOf(fold: number, state: string): readonly Part[] {
  const lean = Math.max(0, fold - Math.PI / 2) * 1.9
  const half = (marks: readonly Part[]) => [
    part('paper', box(HALF.width, 0.0014, HALF.depth, { edge: 0.0005 }), { z: HALF.depth / 2 }),
    ...marks,
  ]
  const marks = [
    ...(state === 'unsearched' ? [] : [stroke('navy', 0.019, 0.004, { x: 0.013, y: 0.0012, z: 0.024, turn: -0.75 })]),
    ...(state === 'searched' ? [stroke('navy', 0.042, 0.004, { x: -0.007, y: 0.0012, z: 0.03, turn: 0.85 })] : []),
  ]
  const ridge = HALF.depth * Math.sin(lean)
  return [
    // the near half carries the marks, towards the one who stands before it
    ...setAll(half(marks), { y: 0.001, z: -HALF.depth * Math.cos(lean), tilt: -lean }),
    ...setAll(half([]), { y: 0.001 + ridge, tilt: lean > 0 ? lean : -fold }),
    part('brass', cylinder(0.0045, 0.003, 12), { x: 0.02, y: 0.002, z: -HALF.depth * Math.cos(lean) + 0.008 }),
  ]
}

function isOnWall(place: Place, { at }: PlaceProp): boolean {
  return place.rooms.some(
    ({ from, to }) =>
      at.x > from.x - ON_WALL_M &&
      at.x < to.x + ON_WALL_M &&
      at.z > from.z - ON_WALL_M &&
      at.z < to.z + ON_WALL_M &&
      Math.min(...[at.x - from.x, to.x - at.x, at.z - from.z, to.z - at.z].map(Math.abs)) < ON_WALL_M,
  )
}
