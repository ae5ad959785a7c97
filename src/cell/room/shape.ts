import { BufferAttribute, BufferGeometry, Color, CylinderGeometry, Euler, Matrix4, TorusGeometry, Vector3 } from 'three'
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js'
import { isPlain, SURFACES, type SurfaceName } from './surfaces.ts'

/** One thing of one surface. Trim casts no baked shade: it lies so close to a wall that it would only smear it. */
export type Part = { readonly surface: SurfaceName; readonly geometry: BufferGeometry; readonly trim?: boolean }
export type Spot = {
  readonly x?: number
  readonly y?: number
  readonly z?: number /** radians */
  readonly turn?: number
  readonly tilt?: number
  readonly roll?: number
}

/** Places between two ends, cut at every mark and then until no piece is longer than `step`. */
export function cutsOf(from: number, to: number, step: number, marks: readonly number[] = []): readonly number[] {
  const ends = [from, ...marks.filter((m) => m > from + 1e-4 && m < to - 1e-4), to].sort((a, b) => a - b)
  const cuts: number[] = [from]
  for (let n = 1; n < ends.length; n++) {
    const [start, end] = [ends[n - 1] ?? from, ends[n] ?? to]
    const pieces = Math.max(1, Math.ceil((end - start) / step - 1e-6))
    for (let piece = 1; piece <= pieces; piece++) cuts.push(start + ((end - start) * piece) / pieces)
  }
  return cuts.filter((cut, n) => n === 0 || cut - (cuts[n - 1] ?? 0) > 1e-4)
}

export type Grid = {
  readonly a: readonly number[]
  readonly b: readonly number[]
  readonly at: (a: number, b: number) => Vector3
  readonly normal: (a: number, b: number) => Vector3
  /** whether the field around this middle is left out */ readonly hole?: (a: number, b: number) => boolean
}

/** A bent or flat sheet of fields. It is turned so that its front shows against its normal. */
export function grid({ a, b, at, normal, hole }: Grid): BufferGeometry {
  const points: number[] = []
  const normals: number[] = []
  const index: number[] = []
  for (const u of a)
    for (const v of b) {
      points.push(...at(u, v).toArray())
      normals.push(...normal(u, v).toArray())
    }
  const vertex = (n: number) => new Vector3().fromArray(points, n * 3)
  const [origin, alongA, alongB] = [vertex(0), vertex(b.length), vertex(1)]
  const flipped = alongA.sub(origin).cross(alongB.sub(origin)).dot(new Vector3().fromArray(normals)) < 0
  for (let i = 0; i + 1 < a.length; i++)
    for (let j = 0; j + 1 < b.length; j++) {
      if (hole?.(((a[i] ?? 0) + (a[i + 1] ?? 0)) / 2, ((b[j] ?? 0) + (b[j + 1] ?? 0)) / 2)) continue
      const [p, q, r, s] = [i * b.length + j, (i + 1) * b.length + j, (i + 1) * b.length + j + 1, i * b.length + j + 1]
      index.push(...(flipped ? [p, r, q, p, s, r] : [p, q, r, p, r, s]))
    }
  return new BufferGeometry()
    .setAttribute('position', new BufferAttribute(new Float32Array(points), 3))
    .setAttribute('normal', new BufferAttribute(new Float32Array(normals), 3))
    .setIndex(index)
}

export type BoxOptions = {
  /** radius of the edges, metres */ readonly edge?: number /** faces per edge */
  readonly bevels?: number /** longest field of a face, metres */
  readonly step?: number
}
const AXES = [
  [0, 1, 2],
  [1, 2, 0],
  [2, 0, 1],
] as const

/** A box with rounded edges whose faces are cut into fields, so that baked light has somewhere to live. */
export function box(
  width: number,
  height: number,
  depth: number,
  { edge = 0.008, bevels = 1, step = 0.22 }: BoxOptions = {},
): BufferGeometry {
  const half = [width / 2, height / 2, depth / 2] as const
  const radius = Math.min(edge, ...half.map((h) => h * 0.98))
  const inner = half.map((h) => h - radius)
  const cuts = inner.map((reach) => {
    const corner = Array.from(
      { length: bevels },
      (_, n) => reach + radius * Math.tan((Math.PI / 4) * ((bevels - n) / bevels)),
    )
    return [...corner.map((c) => -c), ...cutsOf(-reach, reach, step), ...corner.reverse()]
  })
  const faces = AXES.flatMap(([axis, u, v]) =>
    [1, -1].map((sign) => {
      const core = (a: number, b: number) => {
        const point = [0, 0, 0]
        point[axis] = sign * (half[axis] ?? 0)
        point[u] = a
        point[v] = b
        const base = point.map((c, n) => Math.max(-(inner[n] ?? 0), Math.min(inner[n] ?? 0, c)))
        const out = new Vector3().fromArray(point).sub(new Vector3().fromArray(base)).normalize()
        return { base: new Vector3().fromArray(base), out }
      }
      return grid({
        a: cuts[u] ?? [],
        b: cuts[v] ?? [],
        at: (a, b) => {
          const { base, out } = core(a, b)
          return base.addScaledVector(out, radius)
        },
        normal: (a, b) => core(a, b).out,
      })
    }),
  )
  return joined(faces)
}

export const cylinder = (radius: number, height: number, sides = 14, bottom = radius, step = 0.4): BufferGeometry =>
  new CylinderGeometry(radius, bottom, height, sides, Math.max(1, Math.round(height / step)))
export const ring = (radius: number, tube: number): BufferGeometry =>
  new TorusGeometry(radius, tube, 8, 28).rotateX(Math.PI / 2)

/** The geometry, set down somewhere. */
export function set(
  geometry: BufferGeometry,
  { x = 0, y = 0, z = 0, turn = 0, tilt = 0, roll = 0 }: Spot,
): BufferGeometry {
  return geometry.applyMatrix4(
    new Matrix4().makeRotationFromEuler(new Euler(tilt, turn, roll, 'YXZ')).setPosition(x, y, z),
  )
}
export const part = (surface: SurfaceName, geometry: BufferGeometry, spot: Spot = {}): Part => ({
  surface,
  geometry: set(geometry, spot),
})
/** Moves whole things that were modelled around the origin. */
export const setAll = (parts: readonly Part[], spot: Spot): readonly Part[] =>
  parts.map((p) => ({ ...p, geometry: set(p.geometry, spot) }))
export const trim = (parts: readonly Part[]): readonly Part[] => parts.map((p) => ({ ...p, trim: true }))

/** Texture coordinates in metres from the three axes, so that everything of one surface shares one scale. */
export function projectUv(geometry: BufferGeometry, tileM: number): BufferGeometry {
  const position = geometry.getAttribute('position')
  const normal = geometry.getAttribute('normal')
  const uv = new Float32Array(position.count * 2)
  for (let i = 0; i < position.count; i++) {
    const [nx, ny, nz] = [Math.abs(normal.getX(i)), Math.abs(normal.getY(i)), Math.abs(normal.getZ(i))]
    const level = ny >= nx && ny >= nz
    uv[i * 2] = (!level && nx > nz ? position.getZ(i) : position.getX(i)) / tileM
    uv[i * 2 + 1] = (level ? position.getZ(i) : position.getY(i)) / tileM
  }
  return geometry.setAttribute('uv', new BufferAttribute(uv, 2))
}

export function joined(geometries: readonly BufferGeometry[]): BufferGeometry {
  for (const geometry of geometries)
    for (const name of Object.keys(geometry.attributes))
      if (name !== 'position' && name !== 'normal') geometry.deleteAttribute(name)
  return mergeGeometries([...geometries])
}

/** One geometry per material; with `merges`, all surfaces without a texture are one, coloured by their vertices. */
export function byMaterial(
  parts: readonly Part[],
  merges: boolean,
): ReadonlyMap<SurfaceName | 'plain', BufferGeometry> {
  if (!merges) return bySurface(parts)
  const plain = parts.filter((p) => isPlain(p.surface))
  const rest: ReadonlyMap<SurfaceName | 'plain', BufferGeometry> = bySurface(parts.filter((p) => !isPlain(p.surface)))
  if (plain.length === 0) return rest
  const color = new Color()
  const colors = plain.flatMap(({ surface, geometry }) => {
    color.set(SURFACES[surface].color)
    return Array.from({ length: geometry.getAttribute('position').count }, () => color.toArray()).flat()
  })
  const geometry = joined(plain.map((p) => p.geometry)).setAttribute(
    'color',
    new BufferAttribute(Float32Array.from(colors), 3),
  )
  return new Map([...rest, ['plain', geometry]])
}

function bySurface(parts: readonly Part[]): ReadonlyMap<SurfaceName, BufferGeometry> {
  const names = [...new Set(parts.map((p) => p.surface))].sort()
  return new Map(
    names.map((name) => [
      name,
      projectUv(joined(parts.filter((p) => p.surface === name).map((p) => p.geometry)), SURFACES[name].tileM),
    ]),
  )
}
