import { BufferAttribute, BufferGeometry, DoubleSide, Ray, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import type { Place } from '#core/scenario'
import { LAMP } from './fittings.ts'
import { gapsOf } from './gaps.ts'
import { type BakedLight, CHANNELS, fingerprintOf } from './light-file.ts'
import { lampsOf, type StaticMesh } from './room-geometry.ts'
import { SURFACES } from './surfaces.ts'

/**
 * Light that reaches every vertex, in four channels, so that a switch or a door can mix them anew at no cost:
 * the room's own switched lamps, its own steady lamps, the sky, and lamps of other rooms through an open door.
 * Direct light is sampled over the lamps' areas, then gathered three times over the same cosine-spread rays.
 */
const [SWITCHED, STEADY, SKY, SPILL] = [0, 1, 2, 3] as const

const RAYS = 72
const BOUNCES = 3
const SMOOTHINGS = 8
/** A vertex lies on its neighbours' planes; looking from a little off it sees past them, metres. */
const LIFT_M = 0.012
const INSET_M = 0.03
/** Lamps of other rooms farther than this light nothing here, metres. */
const SPILL_REACH_M = 6
const GOLDEN_RAD = 2.399963

/** A patch that shines along `normal`, as sample points; `gain` spreads its light over them. */
type Emitter = {
  readonly channel: (room: number) => number | undefined
  readonly points: readonly Vector3[]
  readonly normal: Vector3
  readonly gain: number /** light to the sides, 0–1 */
  readonly spread: number
}

type Vertices = {
  readonly position: Vector3[]
  readonly normal: Vector3[]
  readonly room: number[]
  readonly albedo: number[]
}

type Scene = {
  readonly vertices: Vertices
  readonly slots: readonly number[]
  readonly triangles: Uint32Array
  readonly bvh: MeshBVH
}

/** Runs in small steps: every `yield` is a place to stop for a frame. */
export function* bakeLight(place: Place, meshes: readonly StaticMesh[]): Generator<number, BakedLight> {
  const { vertices, slots, triangles, bvh } = yield* scene(meshes)
  const count = vertices.position.length
  const light = new Float32Array(count * CHANNELS)
  const hits = new Int32Array(count * RAYS).fill(-1)
  const emitters = [...lampEmitters(place), ...skyEmitters(place)]
  const rays = cosineRays()
  const ray = new Ray()
  const eye = new Vector3()
  const direction = new Vector3()
  const [side, up] = [new Vector3(), new Vector3()]

  for (let v = 0; v < count; v++) {
    const normal = vertices.normal[v] as Vector3
    const room = vertices.room[v] as number
    eye.copy(vertices.position[v] as Vector3).addScaledVector(normal, LIFT_M)
    keepOffEdges(eye, place, room)
    for (const emitter of emitters) {
      const channel = emitter.channel(room)
      if (channel === undefined) continue
      for (const point of emitter.points) {
        direction.copy(point).sub(eye)
        const distance = direction.length()
        if (channel === SPILL && distance > SPILL_REACH_M) continue
        direction.divideScalar(distance)
        const facing = direction.dot(normal)
        const shining = -direction.dot(emitter.normal)
        if (facing <= 0 || shining <= 0) continue
        ray.origin.copy(eye)
        ray.direction.copy(direction)
        if (bvh.raycastFirst(ray, DoubleSide, 0, distance - 0.02)) continue
        const at = v * CHANNELS + channel
        light[at] =
          (light[at] ?? 0) +
          (emitter.gain * facing * (emitter.spread + (1 - emitter.spread) * shining)) /
            Math.max(0.06, distance * distance)
      }
    }
    side.set(1, 0, 0)
    if (Math.abs(normal.x) > 0.7) side.set(0, 0, 1)
    up.crossVectors(normal, side).normalize()
    side.crossVectors(up, normal)
    const twist = (v * 0.618034) % 1
    const [cos, sin] = [Math.cos(twist * 6.2832), Math.sin(twist * 6.2832)]
    for (let r = 0; r < RAYS; r++) {
      const [x, y, z] = rays[r] as readonly [number, number, number]
      ray.origin.copy(eye)
      ray.direction
        .copy(normal)
        .multiplyScalar(z)
        .addScaledVector(side, x * cos - y * sin)
        .addScaledVector(up, x * sin + y * cos)
      const hit = bvh.raycastFirst(ray, DoubleSide, 0, 12)
      if (hit?.face && hit.faceIndex !== null && hit.faceIndex !== undefined && hit.face.normal.dot(ray.direction) < 0)
        hits[v * RAYS + r] = hit.faceIndex
    }
    if (v % 24 === 0) yield v / count
  }

  let bounced: Float32Array = light
  for (let bounce = 0; bounce < BOUNCES; bounce++) {
    bounced = gather(light, bounced, hits, triangles, vertices.albedo)
    yield 1
  }
  bounced = smooth(light, bounced, triangles, vertices)
  yield 1
  return { fingerprint: fingerprintOf(meshes), channels: perSlot(bounced, slots) }
}

/** One more bounce: direct light plus what the seen surfaces give back. */
function gather(
  direct: Float32Array,
  seen: Float32Array,
  hits: Int32Array,
  triangles: Uint32Array,
  albedo: readonly number[],
): Float32Array {
  const next = direct.slice()
  const count = direct.length / CHANNELS
  for (let v = 0; v < count; v++)
    for (let r = 0; r < RAYS; r++) {
      const face = hits[v * RAYS + r] ?? -1
      if (face < 0) continue
      for (let corner = 0; corner < 3; corner++) {
        const from = triangles[face * 3 + corner] ?? 0
        const share = (albedo[from] ?? 0) / (RAYS * 3)
        for (let c = 0; c < CHANNELS; c++)
          next[v * CHANNELS + c] = (next[v * CHANNELS + c] ?? 0) + share * (seen[from * CHANNELS + c] ?? 0)
      }
    }
  return next
}

/** Few rays leave grain: what came by bounces, and all that came through doors, is averaged with its neighbours on the same face. */
function smooth(direct: Float32Array, light: Float32Array, triangles: Uint32Array, { normal }: Vertices): Float32Array {
  const kept = (n: number) => (n % CHANNELS === SPILL ? 0 : (direct[n] ?? 0))
  let soft = light.map((value, n) => value - kept(n))
  for (let round = 0; round < SMOOTHINGS; round++) {
    const sum = soft.slice()
    const weight = new Float32Array(soft.length / CHANNELS).fill(1)
    const share = (from: number, to: number) => {
      if ((normal[from] as Vector3).dot(normal[to] as Vector3) < 0.9) return
      weight[to] = (weight[to] ?? 0) + 1
      for (let c = 0; c < CHANNELS; c++)
        sum[to * CHANNELS + c] = (sum[to * CHANNELS + c] ?? 0) + (soft[from * CHANNELS + c] ?? 0)
    }
    for (let corner = 0; corner < triangles.length; corner++) {
      const [here, next] = [triangles[corner] ?? 0, triangles[corner % 3 === 2 ? corner - 2 : corner + 1] ?? 0]
      share(here, next)
      share(next, here)
    }
    soft = sum.map((value, n) => value / (weight[Math.floor(n / CHANNELS)] ?? 1))
  }
  return soft.map((value, n) => value + kept(n))
}

/** Vertices that coincide in place, direction and room share one light; `slots` leads from all to the shared ones. */
function* scene(meshes: readonly StaticMesh[]): Generator<number, Scene> {
  const vertices: Vertices = { position: [], normal: [], room: [], albedo: [] }
  const known = new Map<string, number>()
  const slots: number[] = []
  const triangles: number[] = []
  for (const { geometry, rooms, trim, surface } of meshes) {
    const [position, normal, index] = [
      geometry.getAttribute('position'),
      geometry.getAttribute('normal'),
      geometry.getIndex(),
    ]
    const start = slots.length
    for (let i = 0; i < position.count; i++) {
      const [p, n] = [new Vector3().fromBufferAttribute(position, i), new Vector3().fromBufferAttribute(normal, i)]
      const key =
        [p.x, p.y, p.z].map((c) => Math.round(c * 500)).join() +
        [n.x, n.y, n.z].map((c) => Math.round(c * 8)).join() +
        rooms[i]
      let slot = known.get(key)
      if (slot === undefined) {
        slot = vertices.position.length
        known.set(key, slot)
        vertices.position.push(p)
        vertices.normal.push(n)
        vertices.room.push(rooms[i] ?? 0)
        vertices.albedo.push(SURFACES[surface].albedo)
      }
      slots.push(slot)
    }
    for (let i = 0; index && i < index.count; i += 3) {
      const corners = [0, 1, 2].map((n) => index.getX(i + n))
      if (corners.some((c) => trim[c])) continue
      triangles.push(...corners.map((c) => slots[start + c] ?? 0))
    }
    yield 0
  }
  const solid = new BufferGeometry()
    .setAttribute('position', new BufferAttribute(Float32Array.from(vertices.position.flatMap((p) => p.toArray())), 3))
    .setIndex([...triangles])
  // indirect: the faces keep their order, so a hit's number finds its corners
  const bvh = new MeshBVH(solid, { indirect: true })
  return { vertices, slots, triangles: Uint32Array.from(triangles), bvh }
}

function keepOffEdges(eye: Vector3, place: Place, index: number): void {
  const room = place.rooms[index]
  if (!room) return
  const inside =
    eye.x > room.from.x - 0.02 && eye.x < room.to.x + 0.02 && eye.z > room.from.z - 0.02 && eye.z < room.to.z + 0.02
  if (!inside) return
  eye.x = Math.max(room.from.x + INSET_M, Math.min(room.to.x - INSET_M, eye.x))
  eye.y = Math.max(INSET_M, Math.min(room.height - INSET_M, eye.y))
  eye.z = Math.max(room.from.z + INSET_M, Math.min(room.to.z - INSET_M, eye.z))
}

function lampEmitters(place: Place): readonly Emitter[] {
  return lampsOf(place).map((lamp) => {
    const points = [-0.42, -0.25, -0.08, 0.08, 0.25, 0.42].map((share, n) => {
      const [along, across] = [share * lamp.length, (n % 2 ? 0.3 : -0.3) * LAMP.across]
      return new Vector3(
        lamp.x + (lamp.alongZ ? across : along),
        lamp.y - LAMP.drop,
        lamp.z + (lamp.alongZ ? along : across),
      )
    })
    const own = lamp.switched ? SWITCHED : STEADY
    return {
      channel: (room) => (room === lamp.room ? own : SPILL),
      points,
      normal: new Vector3(0, -1, 0),
      gain: lamp.length / points.length,
      spread: 0.25,
    }
  })
}

function skyEmitters(place: Place): readonly Emitter[] {
  return gapsOf(place)
    .filter(({ opening, beyond }) => opening.kind === 'window' && !beyond)
    .map(({ opening: o, room, along, far, outward }) => {
      const points = [0.13, 0.38, 0.62, 0.87].flatMap((u) =>
        [0.2, 0.5, 0.8].map((v) => {
          const [a, y, c] = [o.from + u * (o.to - o.from), o.bottom + v * (o.top - o.bottom), far - outward * 0.06]
          return along === 'x' ? new Vector3(a, y, c) : new Vector3(c, y, a)
        }),
      )
      const normal = along === 'x' ? new Vector3(0, 0, -outward) : new Vector3(-outward, 0, 0)
      const index = place.rooms.indexOf(room)
      return {
        channel: (r) => (r === index ? SKY : undefined),
        points,
        normal,
        gain: ((o.to - o.from) * (o.top - o.bottom)) / points.length,
        spread: 0,
      }
    })
}

function cosineRays(): readonly (readonly [number, number, number])[] {
  return Array.from({ length: RAYS }, (_, n) => {
    const u = (n + 0.5) / RAYS
    return [Math.sqrt(u) * Math.cos(n * GOLDEN_RAD), Math.sqrt(u) * Math.sin(n * GOLDEN_RAD), Math.sqrt(1 - u)] as const
  })
}

function perSlot(light: Float32Array, slots: readonly number[]): Float32Array {
  const all = new Float32Array(slots.length * CHANNELS)
  slots.forEach((slot, n) => {
    all.set(light.subarray(slot * CHANNELS, slot * CHANNELS + CHANNELS), n * CHANNELS)
  })
  return all
}
