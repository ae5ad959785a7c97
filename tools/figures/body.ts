import type { Makehuman, RawProxy } from './makehuman.ts'

/** Facial units that become morph targets of the head; names without the ethnic group. */
export const FACE_UNITS = [
  'eye-left-closure',
  'eye-right-closure',
  'eye-left-slit',
  'eye-right-slit',
  'eye-left-opened-up',
  'eye-right-opened-up',
  'eyebrows-left-down',
  'eyebrows-right-down',
  'eyebrows-left-up',
  'eyebrows-right-up',
  'eyebrows-left-inner-up',
  'eyebrows-right-inner-up',
  'eyebrows-left-extern-up',
  'eyebrows-right-extern-up',
  'mouth-compression',
  'mouth-corner-puller',
  'mouth-depression',
  'mouth-depression-retraction',
  'mouth-elevation',
  'mouth-open',
  'mouth-parling',
  'mouth-part-later',
  'mouth-protusion',
  'mouth-pursing',
  'mouth-retraction',
  'mouth-upward-retraction',
  'nose-compression',
  'nose-left-elevation',
  'nose-right-elevation',
] as const

/** The base mesh in one person's shape, decimetres, with what his face can do to it. */
export type Body = {
  readonly positions: Float32Array
  readonly morphs: readonly Float32Array[]
}

/** Adds the targets of a recipe to the base mesh. */
export function shapeBody(data: Makehuman, recipe: Readonly<Record<string, number>>, ethnic: string): Body {
  const positions = Float32Array.from(data.base.vertices)
  for (const [name, weight] of Object.entries(recipe)) {
    const target = data.target(name)
    for (let i = 0; i < positions.length; i++) positions[i] = (positions[i] ?? 0) + (target[i] ?? 0) * weight
  }
  return { positions, morphs: FACE_UNITS.map((unit) => data.target(`expression/units/${ethnic}/${unit}`)) }
}

/** Puts clothes or hair on a body: each vertex is a weighted mean of three body vertices plus an offset. */
export function fitProxy(proxy: RawProxy, body: Body): Body {
  const count = proxy.metadata.vertices
  const mean = (from: Float32Array, i: number, k: number) => {
    const refs = proxy.ref_vIdxs[i] ?? [0, 0, 0]
    const weights = proxy.weights[i] ?? [1, 0, 0]
    return (
      (from[refs[0] * 3 + k] ?? 0) * weights[0] +
      (from[refs[1] * 3 + k] ?? 0) * weights[1] +
      (from[refs[2] * 3 + k] ?? 0) * weights[2]
    )
  }
  const fill = (from: Float32Array, withOffset: boolean) =>
    Float32Array.from({ length: count * 3 }, (_, n) => {
      const [i, k] = [Math.floor(n / 3), n % 3]
      return mean(from, i, k) + (withOffset ? (proxy.offsets[i]?.[k] ?? 0) : 0)
    })
  return { positions: fill(body.positions, true), morphs: body.morphs.map((morph) => fill(morph, false)) }
}

/** Body vertices that clothes hide. */
export function hiddenBy(proxies: readonly RawProxy[]): ReadonlySet<number> {
  return new Set(
    proxies.flatMap(({ metadata }) => (metadata.deleteVerts ?? []).flatMap((hidden, i) => (hidden ? [i] : []))),
  )
}

/** Centre and radius of one eyeball, taken from the base mesh's eye helper; its cornea lies in front of the radius. */
export function eyeOf(
  body: Body,
  vertices: ReadonlySet<number>,
): { readonly centre: readonly [number, number, number]; readonly radius: number } {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (const v of vertices)
    for (let k = 0; k < 3; k++) {
      low[k] = Math.min(low[k] ?? 0, body.positions[v * 3 + k] ?? 0)
      high[k] = Math.max(high[k] ?? 0, body.positions[v * 3 + k] ?? 0)
    }
  const [lx = 0, ly = 0, lz = 0] = low
  const [hx = 0, hy = 0] = high
  const radius = (hx - lx + hy - ly) / 4
  return { centre: [(lx + hx) / 2, (ly + hy) / 2, lz + radius], radius }
}
