import { BufferAttribute, BufferGeometry, Color, Sphere, Vector3 } from 'three'
import type { Rgb } from './daylight.ts'
import type { BakedLight } from './light-file.ts'
import { mixLight } from './light-mix.ts'
import type { StaticMesh } from './room-geometry.ts'
import { isPlain, SURFACES, type SurfaceName } from './surfaces.ts'

/** What is drawn in one call: all of one material in one room. Sheets of a material share their vertices. */
export type Sheet = {
  readonly key: string
  readonly room: number
  /** `plain`: everything without a texture, its colour mixed into its light */ readonly surface: SurfaceName | 'plain'
  readonly geometry: BufferGeometry
}
export type Sheets = {
  readonly sheets: readonly Sheet[]
  /** writes the light of an hour and of the doors and switches into the vertices */ readonly light: (
    baked: BakedLight | undefined,
    gains: readonly (readonly Rgb[])[],
  ) => void
  readonly dispose: () => void
}

type Source = {
  readonly mesh: StaticMesh
  readonly first: number
  readonly at: number
  readonly tint: Color | undefined
}
type Pool = {
  readonly surface: SurfaceName | 'plain'
  readonly sources: readonly Source[]
  readonly color: BufferAttribute
  readonly sheets: readonly Sheet[]
}

/**
 * Cuts the meshes of a place into one sheet per material and room, so that rooms out of sight cost nothing.
 *
 * @param merges whether all surfaces without a texture become one material: fewer calls, and no gloss of their own
 */
export function sheetsOf(meshes: readonly StaticMesh[], merges: boolean): Sheets {
  let first = 0
  const numbered = meshes.map((mesh) => {
    const here = first
    first += mesh.rooms.length
    return { mesh, first: here }
  })
  const kinds = [...new Set(meshes.map(({ surface }) => kindOf(surface, merges)))]
  const pools = kinds.map((kind) =>
    poolOf(
      kind,
      numbered.filter(({ mesh }) => kindOf(mesh.surface, merges) === kind),
    ),
  )
  return {
    sheets: pools.flatMap((pool) => pool.sheets),
    light: (baked, gains) => {
      for (const { sources, color } of pools) {
        const all = color.array as Float32Array
        for (const { mesh, first: start, at, tint } of sources) {
          const own = all.subarray(at * 4, (at + mesh.rooms.length) * 4)
          mixLight(mesh, start, baked, gains, own)
          if (tint) tinted(own, tint)
        }
        color.needsUpdate = true
      }
    },
    dispose: () => {
      for (const { sheets } of pools) for (const { geometry } of sheets) geometry.dispose()
    },
  }
}

const kindOf = (surface: SurfaceName, merges: boolean): SurfaceName | 'plain' =>
  merges && isPlain(surface) ? 'plain' : surface

function tinted(colors: Float32Array, { r, g, b }: Color): void {
  for (let i = 0; i < colors.length; i += 4) {
    colors[i] = (colors[i] ?? 0) * r
    colors[i + 1] = (colors[i + 1] ?? 0) * g
    colors[i + 2] = (colors[i + 2] ?? 0) * b
  }
}

function poolOf(
  kind: SurfaceName | 'plain',
  members: readonly { readonly mesh: StaticMesh; readonly first: number }[],
): Pool {
  let count = 0
  const sources = members.map(({ mesh, first }): Source => {
    const at = count
    count += mesh.rooms.length
    return { mesh, first, at, tint: kind === 'plain' ? new Color(SURFACES[mesh.surface].color) : undefined }
  })
  const attributes = Object.fromEntries(
    (kind === 'plain' ? ['position', 'normal'] : ['position', 'normal', 'uv']).map((name) => {
      const size = name === 'uv' ? 2 : 3
      const values = new Float32Array(count * size)
      for (const { mesh, at } of sources) values.set(mesh.geometry.getAttribute(name).array, at * size)
      return [name, new BufferAttribute(values, size)]
    }),
  )
  const color = new BufferAttribute(new Float32Array(count * 4), 4)
  const byRoom = new Map<number, number[]>()
  for (const { mesh, at } of sources) {
    const index = mesh.geometry.getIndex()
    for (let i = 0; index && i < index.count; i += 3) {
      const room = mesh.rooms[index.getX(i)] ?? 0
      const corners = byRoom.get(room) ?? []
      byRoom.set(room, corners)
      corners.push(at + index.getX(i), at + index.getX(i + 1), at + index.getX(i + 2))
    }
  }
  const sheets = [...byRoom].map(([room, corners]): Sheet => {
    const geometry = new BufferGeometry().setIndex(corners).setAttribute('color', color)
    for (const [name, attribute] of Object.entries(attributes)) geometry.setAttribute(name, attribute)
    geometry.boundingSphere = sphereOf(attributes.position, corners)
    return { key: `${kind} ${room}`, room, surface: kind, geometry }
  })
  return { surface: kind, sources, color, sheets }
}

/** Around the corners that are used: the vertices are shared with other rooms. */
function sphereOf(position: BufferAttribute | undefined, corners: readonly number[]): Sphere {
  const points = [...new Set(corners)].map((n) =>
    position ? new Vector3().fromBufferAttribute(position, n) : new Vector3(),
  )
  return new Sphere().setFromPoints(points)
}
