import {
  BoxGeometry,
  BufferAttribute,
  BufferGeometry,
  CylinderGeometry,
  DoubleSide,
  Matrix4,
  Ray,
  SphereGeometry,
  Vector3,
} from 'three'
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js'
import { mergeVertices } from 'three/addons/utils/BufferGeometryUtils.js'
import { MeshBVH } from 'three-mesh-bvh'
import type { Part } from './part.ts'

/** Parts modelled here, not taken from the data: eyeballs, and an officer's kit. */

type Triple = readonly [number, number, number]

function partOf(
  material: string,
  geometry: BufferGeometry,
  joints: readonly number[],
  weights: readonly number[],
): Part {
  const flat = (name: string) => Float32Array.from(geometry.getAttribute(name).array)
  const positions = flat('position')
  const count = positions.length / 3
  return {
    material,
    positions,
    normals: flat('normal'),
    uvs: flat('uv'),
    joints: Uint8Array.from({ length: count * 4 }, (_, i) => joints[i % 4] ?? 0),
    weights: Float32Array.from({ length: count * 4 }, (_, i) => weights[i % 4] ?? 0),
    indices: Uint16Array.from(geometry.index?.array ?? []),
    morphs: undefined,
    light: new Float32Array(count).fill(1),
  }
}

/** An eyeball that looks along +z; the texture is a disc whose radius is the angle from the pupil. Metres. */
export function makeEye(centre: Triple, radius: number, joint: number): Part {
  const geometry = new SphereGeometry(radius, 20, 14, 0, Math.PI * 2, 0, Math.PI * 0.62).rotateX(Math.PI / 2)
  const position = geometry.getAttribute('position')
  const uv = geometry.getAttribute('uv')
  for (let i = 0; i < position.count; i++) {
    const [x, y, z] = [position.getX(i) / radius, position.getY(i) / radius, position.getZ(i) / radius]
    const angle = Math.acos(Math.min(1, Math.max(-1, z)))
    const across = Math.hypot(x, y) || 1
    const reach = Math.min(0.49, (angle / Math.PI) * 1.0)
    uv.setXY(i, 0.5 + (x / across) * reach, 0.5 - (y / across) * reach)
    // the cornea stands a little proud of the ball
    const bulge = 1 + 0.055 * Math.max(0, 1 - (angle / 0.55) ** 2)
    position.setXYZ(i, x * radius * bulge + centre[0], y * radius * bulge + centre[1], z * radius * bulge + centre[2])
  }
  geometry.computeVertexNormals()
  return partOf('eyes', geometry, [joint, 0, 0, 0], [1, 0, 0, 0])
}

/** Columns of the kit's colour strip: see `KIT_COLOURS`. */
export const KIT_COLOURS: readonly (readonly [number, number, number])[] = [
  [20, 21, 24],
  [124, 128, 134],
  [22, 30, 56],
  [74, 78, 84],
  [206, 208, 205],
  [176, 52, 44],
]
type KitColour = 'black' | 'silver' | 'navy' | 'grey' | 'white' | 'red'
const COLUMN: Record<KitColour, number> = { black: 0, silver: 1, navy: 2, grey: 3, white: 4, red: 5 }

/** One thing an officer wears: where a ray meets the clothes, it sits with its z axis along the surface's normal. */
type Item = {
  readonly from: Triple
  readonly towards: Triple
  /** width (across), height (up), depth (outwards), metres */ readonly size: Triple
  readonly colour: KitColour
  readonly up?: Triple
  /** how far it is sunk, metres */ readonly sink?: number
  readonly round?: boolean
  /** lies on the cloth like cloth, wherever that bends */ readonly soft?: boolean
}

type Landmarks = { readonly shoulder: Triple; readonly chestY: number; readonly beltY: number }

/** Shoulder slides, badge, name strip, radio with aerial, and pouches and keys on the belt. */
function officerKit({ shoulder: [sx, sy, sz], chestY, beltY }: Landmarks): readonly Item[] {
  const down: Triple = [0, -1, 0]
  const back: Triple = [0, 0, -1]
  const slides = [1, -1].flatMap((side): Item[] => [
    {
      from: [side * sx * 0.68, sy + 0.3, sz - 0.004],
      towards: down,
      size: [0.046, 0.062, 0.005],
      colour: 'black',
      up: [side, 0, 0],
      soft: true,
    },
    {
      from: [side * sx * 0.75, sy + 0.3, sz - 0.004],
      towards: down,
      size: [0.032, 0.007, 0.007],
      colour: 'silver',
      up: [side, 0, 0],
      soft: true,
    },
    {
      from: [side * sx * 0.68, sy + 0.3, sz - 0.004],
      towards: down,
      size: [0.032, 0.007, 0.007],
      colour: 'silver',
      up: [side, 0, 0],
      soft: true,
    },
  ])
  return [
    ...slides,
    { from: [0.085, chestY, 0.6], towards: back, size: [0.034, 0.046, 0.01], colour: 'silver' },
    { from: [-0.09, chestY + 0.012, 0.6], towards: back, size: [0.07, 0.018, 0.006], colour: 'silver' },
    { from: [-0.105, chestY + 0.085, 0.6], towards: back, size: [0.05, 0.08, 0.03], colour: 'black' },
    {
      from: [-0.12, chestY + 0.145, 0.6],
      towards: back,
      size: [0.012, 0.07, 0.012],
      colour: 'black',
      round: true,
      sink: -0.012,
    },
    { from: [0.6, beltY - 0.02, 0.015], towards: [-1, 0, 0], size: [0.085, 0.11, 0.045], colour: 'black' },
    { from: [-0.6, beltY - 0.02, 0.015], towards: [1, 0, 0], size: [0.07, 0.09, 0.04], colour: 'black' },
    { from: [-0.11, beltY - 0.005, 0.6], towards: back, size: [0.06, 0.05, 0.028], colour: 'black' },
    { from: [0.115, beltY - 0.035, 0.6], towards: back, size: [0.022, 0.07, 0.02], colour: 'grey' },
  ]
}

/** A nurse's name badge with a red edge, and a watch pinned upside down. */
function nurseKit({ chestY }: Landmarks): readonly Item[] {
  const back: Triple = [0, 0, -1]
  return [
    { from: [-0.09, chestY, 0.6], towards: back, size: [0.085, 0.054, 0.006], colour: 'white' },
    { from: [-0.09, chestY + 0.022, 0.6], towards: back, size: [0.085, 0.012, 0.009], colour: 'red' },
    { from: [0.115, chestY + 0.06, 0.6], towards: back, size: [0.03, 0.045, 0.01], colour: 'silver' },
  ]
}

/** What each calling wears on its clothes. */
export const KITS: Readonly<Record<'none' | 'officer' | 'nurse', (landmarks: Landmarks) => readonly Item[]>> = {
  none: () => [],
  officer: officerKit,
  nurse: nurseKit,
}

/** Sets the items on a suit; each moves with the suit's vertex nearest to it. */
export function makeKit(suit: Part, items: readonly Item[]): readonly Part[] {
  const geometry = new BufferGeometry()
    .setAttribute('position', new BufferAttribute(suit.positions.slice(), 3))
    .setIndex([...suit.indices])
  const tree = new MeshBVH(geometry)
  return items.flatMap(({ from, towards, size, colour, up = [0, 1, 0], sink = 0.004, round, soft }) => {
    const hit = tree.raycastFirst(new Ray(new Vector3(...from), new Vector3(...towards)), DoubleSide)
    if (!hit?.face) return []
    const vertex = nearest(suit, hit.point, hit.face)
    const normal = new Vector3().fromArray(suit.normals, vertex * 3)
    const frame = new Matrix4().lookAt(normal, new Vector3(), new Vector3(...up))
    frame.setPosition(hit.point)
    const lift = size[2] / 2 - sink + (soft ? SLACK_M : bulgeUnder(tree, frame, size))
    const box = round
      ? new CylinderGeometry(size[0] / 2, size[0] / 2, size[1], 10)
      : soft
        ? drape(tree, frame, new BoxGeometry(...size, 4, 4, 1))
        : new RoundedBoxGeometry(...size, 1, Math.min(...size) * 0.25)
    const uv = box.getAttribute('uv')
    for (let i = 0; i < uv.count; i++) uv.setXY(i, (COLUMN[colour] + 0.5) / KIT_COLOURS.length, 0.5)
    const shape = mergeVertices(box.translate(0, 0, lift)).applyMatrix4(frame)
    return [
      partOf(
        'kit',
        shape,
        [...suit.joints.subarray(vertex * 4, vertex * 4 + 4)],
        [...suit.weights.subarray(vertex * 4, vertex * 4 + 4)],
      ),
    ]
  })
}

/** Cloth that moves comes this much nearer to what is pinned to it, metres. */
const SLACK_M = 0.003

/** How far the cloth stands out of an item's plane at a point of it, metres. */
function heightAt(tree: MeshBVH, frame: Matrix4, x: number, y: number): number {
  const far = 0.06
  const from = new Vector3(x, y, far).applyMatrix4(frame)
  const inwards = new Vector3().setFromMatrixColumn(frame, 2).negate()
  const hit = tree.raycastFirst(new Ray(from, inwards), DoubleSide)
  return hit ? Math.max(-0.025, Math.min(0.025, far - hit.distance)) : 0
}

/** How far the cloth under an item stands out of the plane the item lies on: a badge is not swallowed by a fold. */
function bulgeUnder(tree: MeshBVH, frame: Matrix4, [width, height]: Triple): number {
  const steps = [-0.5, -0.25, 0, 0.25, 0.5]
  return Math.max(0, ...steps.flatMap((x) => steps.map((y) => heightAt(tree, frame, x * width, y * height)))) + SLACK_M
}

/** Lays a flat thing on the cloth under it. */
function drape(tree: MeshBVH, frame: Matrix4, thing: BoxGeometry): BoxGeometry {
  const position = thing.getAttribute('position')
  for (let i = 0; i < position.count; i++)
    position.setZ(i, position.getZ(i) + heightAt(tree, frame, position.getX(i), position.getY(i)))
  thing.computeVertexNormals()
  return thing
}

function nearest(
  suit: Part,
  point: Vector3,
  face: { readonly a: number; readonly b: number; readonly c: number },
): number {
  const distance = (v: number) => point.distanceTo(new Vector3().fromArray(suit.positions, v * 3))
  return [face.a, face.b, face.c].sort((a, b) => distance(a) - distance(b))[0] ?? 0
}

/** Several parts of one material as one, so that they cost one draw call. */
export function joinParts(parts: readonly Part[]): Part {
  const [first] = parts
  if (!first) throw new Error('Nothing to join: pass at least one part.')
  const starts = parts.map((_, i) => parts.slice(0, i).reduce((sum, { positions }) => sum + positions.length / 3, 0))
  const floats = (pick: (part: Part) => Float32Array) => Float32Array.from(parts.flatMap((part) => [...pick(part)]))
  return {
    material: first.material,
    positions: floats((p) => p.positions),
    normals: floats((p) => p.normals),
    uvs: floats((p) => p.uvs),
    weights: floats((p) => p.weights),
    light: floats((p) => p.light),
    joints: Uint8Array.from(parts.flatMap(({ joints }) => [...joints])),
    indices: Uint16Array.from(parts.flatMap(({ indices }, i) => [...indices].map((index) => index + (starts[i] ?? 0)))),
    morphs: undefined,
  }
}
