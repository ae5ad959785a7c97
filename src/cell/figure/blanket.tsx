import { useFrame } from '@react-three/fiber'
import { useEffect, useMemo, useRef, useState } from 'react'
import { BufferAttribute, BufferGeometry, Color, DoubleSide, type Mesh } from 'three'
import { SURFACES } from '../room/surfaces.ts'
import { poseOf } from './bearing.ts'
import type { Build } from './build.ts'
import { AT } from './channels.ts'
import { type Cover, drape, foldBack } from './cover.ts'
import { createFigured, type Figured, poseAt } from './pose.ts'
import { type Showing, wallSideOf } from './showing.ts'
import { beginTrack } from './track.ts'

type Props = {
  readonly showing: Showing
  readonly build: Build
  readonly seed: number
  /** as he is drawn now */ readonly figured: Figured
  /** it is drawn up and thrown back, and does not jump */ readonly animate: boolean
  readonly shadows: boolean
}

/** How long it takes to throw a blanket back, s. */
const THROWN_S = 0.7
/** From here on he lies well enough to draw it up. */
const LIES = 0.97
/** Long after he lay down he lies still. */
const AT_REST_MS = 6000
const AROUND = { officer: { x: 0, y: 1.6, z: 0 }, pressure: 0, still: true }

/** The blanket somebody sleeps under: there while he sleeps, thrown back when he wakes. */
export function Blanket({ showing, build, seed, figured, animate, shadows }: Props) {
  const sleeps = poseOf(showing) === 'sleep'
  // He gets up, and what he lay under stays for the moment in which it is thrown back.
  const [last, setLast] = useState(sleeps ? showing : undefined)
  if (sleeps && JSON.stringify(last) !== JSON.stringify(showing)) setLast(showing)
  const cover = useMemo(() => last && coverOf(last, build, seed), [last, build, seed])
  const geometry = useMemo(() => cover && clothOf(cover), [cover])
  useEffect(() => () => geometry?.dispose(), [geometry])
  const mesh = useRef<Mesh>(null)
  const share = useRef(-1)

  useFrame((_, stepS) => {
    if (!mesh.current || !cover || !geometry) return
    const to = sleeps && (!animate || (figured.bearing[AT.lie] as number) > LIES) ? 0 : 1
    const from = share.current < 0 ? to : share.current
    const step = animate ? Math.min(stepS, 0.1) / THROWN_S : 1
    const next = from + Math.max(-step, Math.min(step, to - from))
    mesh.current.visible = next < 1
    if (next === share.current) return
    share.current = next
    const points = geometry.getAttribute('position') as BufferAttribute
    foldBack(cover, next * next * (3 - 2 * next), points.array as Float32Array)
    points.needsUpdate = true
    geometry.computeVertexNormals()
  })
  if (!last || !geometry) return null
  return (
    <mesh
      ref={mesh}
      name="blanket"
      geometry={geometry}
      position={[last.at.x, 0, last.at.z]}
      rotation-y={liesAt(last)}
      castShadow={shadows}
      receiveShadow={shadows}
    >
      <meshStandardMaterial vertexColors roughness={1} metalness={0} side={DoubleSide} />
    </mesh>
  )
}

/** How somebody on his back is turned: his feet away from where his head goes. */
const liesAt = ({ seat, yaw }: Showing): number => (seat?.headYaw === undefined ? yaw : seat.headYaw + Math.PI)

function coverOf(showing: Showing, build: Build, seed: number): Cover {
  const lying = createFigured(build)
  poseAt(beginTrack(showing, build, seed), AT_REST_MS, AROUND, lying)
  return drape(lying.bones, { heightM: showing.seat?.heightM ?? 0, open: wallSideOf(showing) > 0 ? -1 : 1 })
}

/** The cover's points joined, dark in its folds' depth and white where the sheet is turned down. */
function clothOf({ rows, columns, hem, points }: Cover): BufferGeometry {
  const [wool, linen] = [new Color(SURFACES.blanket.color), new Color(SURFACES.linen.color)]
  const colours = new Float32Array(points.length)
  const index: number[] = []
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const i = row * columns + column
      ;(row < hem ? linen : wool).toArray(colours, i * 3)
      if (row + 1 < rows && column + 1 < columns) index.push(i, i + columns, i + columns + 1, i, i + columns + 1, i + 1)
    }
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(points.slice(), 3))
  geometry.setAttribute('color', new BufferAttribute(colours, 3))
  geometry.setIndex(index)
  geometry.computeVertexNormals()
  return geometry
}
