import {
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  LinearFilter,
  Mesh,
  MeshBasicMaterial,
  type Quaternion,
  Vector3,
} from 'three'
import { GIVE_M } from './bearing.ts'
import { AT } from './channels.ts'
import { REACH } from './model.ts'
import { ease } from './noise.ts'
import type { Figured } from './pose.ts'

/**
 * Where a body meets floor or seat it takes their light away. Lamps do not tell that: their shadow falls aside, and a
 * plain picture has none. Four soft spots in one mesh: under each shoe, under the person, and on what he sits on.
 */
const SPOTS = 4
/** How dark each is, and half its size; metres. */
const SHOE = { dark: 0.62, wide: 0.095, long: 0.205, ahead: 0.065, goneM: 0.12 } as const
const UNDER = { dark: 0.26, wide: 0.4, long: 0.34 } as const
const SEAT = { dark: 0.6, wide: 0.33, long: 0.36, ahead: 0.13 } as const
/** Above the floor; it has no thickness of its own to fight with. */
const ABOVE_M = 0.004
/** Hips so much below standing height sit, metres. */
const SITS = { from: 0.2, full: 0.34 } as const

const PIXELS = 32

/** Dark in the middle and nothing at the rim. */
function softSpot(): DataTexture {
  const data = new Uint8Array(PIXELS * PIXELS * 4)
  for (let i = 0; i < PIXELS * PIXELS; i++) {
    const [x, y] = [((i % PIXELS) + 0.5) / PIXELS - 0.5, (Math.floor(i / PIXELS) + 0.5) / PIXELS - 0.5]
    data[i * 4 + 3] = Math.round(255 * (1 - ease(0.1, 0.5, Math.hypot(x, y))) ** 1.3)
  }
  const texture = new DataTexture(data, PIXELS, PIXELS)
  texture.magFilter = LinearFilter
  texture.minFilter = LinearFilter
  texture.needsUpdate = true
  return texture
}

let shared: MeshBasicMaterial | undefined
/** Nothing of it is a person's own. */
const material = (): MeshBasicMaterial => {
  shared ??= new MeshBasicMaterial({
    map: softSpot(),
    vertexColors: true,
    transparent: true,
    depthWrite: false,
    polygonOffset: true,
    polygonOffsetFactor: -2,
    polygonOffsetUnits: -2,
  })
  return shared
}

/** A person's contact with floor and seat, in his own frame. */
export function createContact(): Mesh {
  const geometry = new BufferGeometry()
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(SPOTS * 12), 3))
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(SPOTS * 16), 4))
  const corners = [0, 0, 1, 0, 1, 1, 0, 1]
  geometry.setAttribute(
    'uv',
    new BufferAttribute(
      Float32Array.from({ length: SPOTS * 8 }, (_, i) => corners[i % 8] ?? 0),
      2,
    ),
  )
  geometry.setIndex(Array.from({ length: SPOTS }, (_, n) => [0, 2, 1, 0, 3, 2].map((i) => n * 4 + i)).flat())
  const mesh = new Mesh(geometry, material())
  mesh.name = 'contact'
  geometry.boundingSphere = REACH
  mesh.raycast = () => {}
  return mesh
}

const forward = new Vector3()

/** Lays the spots where a pose touches. Allocates nothing. */
export function placeContact({ geometry }: Mesh, { bones, bearing }: Figured): void {
  const position = geometry.getAttribute('position') as BufferAttribute
  const color = geometry.getAttribute('color') as BufferAttribute
  const { build, of } = bones
  const hips = bones.position[of.root] as Vector3
  const lies = bearing[AT.lie] as number
  const down = bearing[AT.hipsDown] as number
  const sits = ease(SITS.from, SITS.full, down) * (1 - lies)
  for (let n = 0; n < 2; n++) {
    const leg = n === 0 ? of.leg.l : of.leg.r
    const ankle = bones.position[leg.foot] as Vector3
    aim(bones.global[leg.foot] as Quaternion)
    const lift = ankle.y - (n === 0 ? build.leg.l : build.leg.r).ankleM
    const dark = SHOE.dark * (1 - ease(0, SHOE.goneM, lift))
    spot(position, color, n, ankle, SHOE.ahead, ABOVE_M, SHOE.wide, SHOE.long, dark)
  }
  aim(bones.global[of.root] as Quaternion)
  spot(position, color, 2, hips, 0, ABOVE_M, UNDER.wide, UNDER.long, UNDER.dark * (1 - lies) * (1 - sits))
  const seat = build.hips.y - down - build.girth.thigh + GIVE_M + ABOVE_M
  spot(position, color, 3, hips, SEAT.ahead, seat, SEAT.wide, SEAT.long, SEAT.dark * sits)
  position.needsUpdate = true
  color.needsUpdate = true
}

/** Where a joint faces on the floor. */
function aim(turn: Quaternion): void {
  forward.set(0, 0, 1).applyQuaternion(turn).setY(0)
  if (forward.lengthSq() < 1e-6) forward.set(0, 0, 1)
  forward.normalize()
}

function spot(
  position: BufferAttribute,
  color: BufferAttribute,
  n: number,
  at: Vector3,
  ahead: number,
  y: number,
  wide: number,
  long: number,
  dark: number,
): void {
  const { x, z } = forward
  for (let corner = 0; corner < 4; corner++) {
    const across = corner === 0 || corner === 3 ? -wide : wide
    const along = ahead + (corner < 2 ? -long : long)
    position.setXYZ(n * 4 + corner, at.x + z * across + x * along, y, at.z - x * across + z * along)
    color.setXYZW(n * 4 + corner, 0, 0, 0, dark)
  }
}
