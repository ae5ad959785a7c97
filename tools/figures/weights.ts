import type { Face } from './faces.ts'
import type { Makehuman, RawProxy } from './makehuman.ts'
import { type Influence, influenceOf, type Skeleton } from './skeleton.ts'

/** How much each joint moves a vertex; sums to one. */
export type Weights = ReadonlyMap<number, number>

/** How often the weights about a shoulder are evened out: an armpit folds over several centimetres, not along an edge. */
const ROUNDS = 34
const SHOULDER = /^(clavicle|shoulder01|upperarm01)/
const TRUNK = /^(clavicle|shoulder01|upperarm0|spine|neck)/

const asWeights = ({ joints, weights }: Influence): Weights => {
  const out = new Map<number, number>()
  joints.forEach((joint, k) => {
    const weight = weights[k] ?? 0
    if (weight > 0) out.set(joint, (out.get(joint) ?? 0) + weight)
  })
  return out
}

/** A weighted sum of weights; shares sum to one. */
export function blendWeights(parts: readonly (readonly [weights: Weights, share: number])[]): Weights {
  const out = new Map<number, number>()
  for (const [weights, share] of parts)
    for (const [joint, weight] of weights) out.set(joint, (out.get(joint) ?? 0) + weight * share)
  return out
}

/** The four strongest joints, weights summing to one again. */
export function strongest(weights: Weights): Influence {
  const best = [...weights].sort((a, b) => b[1] - a[1]).slice(0, 4)
  const total = best.reduce((sum, [, weight]) => sum + weight, 0) || 1
  return {
    joints: [0, 1, 2, 3].map((k) => best[k]?.[0] ?? 0),
    weights: [0, 1, 2, 3].map((k) => Math.min(1, (best[k]?.[1] ?? 0) / total)),
  }
}

/**
 * The weights of every vertex of the base mesh, evened out about the shoulders; the helper that clothes hang on takes
 * those of the skin under it, so that no skin comes through cloth when a joint turns.
 */
export function weighBody(data: Makehuman, skeleton: Skeleton, all: readonly Face[]): readonly Weights[] {
  const { base } = data
  const count = base.vertices.length / 3
  let weights = Array.from({ length: count }, (_, v) => asWeights(influenceOf(base, skeleton, v)))
  const shoulders = new Set(skeleton.joints.flatMap(({ name }, i) => (SHOULDER.test(name) ? [i] : [])))
  const skin = all.filter(({ group }) => group === 'body')
  const beside = neighboursOf(skin)
  for (let round = 0; round < ROUNDS; round++) {
    const before = weights
    weights = before.map((own, v) => {
      const near = beside.get(v)
      const share = [...own].reduce((sum, [joint, weight]) => sum + (shoulders.has(joint) ? weight : 0), 0)
      if (!near || share < 0.02) return own
      const mean = near.map((other) => [before[other] ?? own, 1 / near.length] as const)
      const even = Math.min(1, share * 3) * 0.5
      return blendWeights([[own, 1 - even], ...mean.map(([other, part]) => [other, part * even] as const)])
    })
  }
  const under = nearestTo(base.vertices, [...beside.keys()])
  const tights = new Set(all.filter(({ group }) => group === 'helper-tights').flatMap(({ v }) => v))
  return weights.map((own, v) => (tights.has(v) ? (weights[under(base.vertices, v)] ?? own) : own))
}

/**
 * The weights of clothes: about the trunk those of the skin under them, from the three vertices of the body that each of
 * theirs hangs on; at cuffs and legs, where the nearest skin may be another limb's, their own.
 */
export function weighClothes(proxy: RawProxy, skeleton: Skeleton, body: readonly Weights[]): readonly Weights[] {
  const trunk = new Set(skeleton.joints.flatMap(({ name }, i) => (TRUNK.test(name) ? [i] : [])))
  return proxy.ref_vIdxs.map((refs, i) => {
    const own = asWeights(influenceOf(proxy, skeleton, i))
    const share = [...own].reduce((sum, [joint, weight]) => sum + (trunk.has(joint) ? weight : 0), 0)
    const takes = Math.min(1, Math.max(0, (share - 0.3) / 0.5))
    const shares = (proxy.weights[i] ?? [1, 0, 0]).map((one) => Math.max(0, one))
    const total = shares.reduce((sum, one) => sum + one, 0) || 1
    return blendWeights([
      [own, 1 - takes],
      ...refs.map((v, k) => [body[v] ?? own, (takes * (shares[k] ?? 0)) / total] as const),
    ])
  })
}

export function neighboursOf(faces: readonly Face[]): ReadonlyMap<number, readonly number[]> {
  const sets = new Map<number, Set<number>>()
  for (const { v } of faces)
    v.forEach((one, k) => {
      const own = sets.get(one) ?? new Set()
      own.add(v[(k + 1) % v.length] ?? one).add(v[(k + v.length - 1) % v.length] ?? one)
      sets.set(one, own)
    })
  return new Map([...sets].map(([v, near]) => [v, [...near]]))
}

/** Finds which of some vertices is nearest to a point, through a grid of 0.5 dm. */
export function nearestTo(
  positions: ArrayLike<number>,
  vertices: readonly number[],
): (from: ArrayLike<number>, vertex: number) => number {
  const cell = 0.5
  const at = (from: ArrayLike<number>, v: number) =>
    [from[v * 3] ?? 0, from[v * 3 + 1] ?? 0, from[v * 3 + 2] ?? 0] as const
  const grid = new Map<string, number[]>()
  const key = (x: number, y: number, z: number) => `${x},${y},${z}`
  for (const v of vertices) {
    const [x, y, z] = at(positions, v).map((value) => Math.floor(value / cell)) as [number, number, number]
    const id = key(x, y, z)
    const list = grid.get(id)
    if (list) list.push(v)
    else grid.set(id, [v])
  }
  return (from, vertex) => {
    const [px, py, pz] = at(from, vertex)
    const [x, y, z] = [px, py, pz].map((value) => Math.floor(value / cell)) as [number, number, number]
    let [best, found] = [Infinity, vertices[0] ?? 0]
    for (let reach = 1; reach < 8 && best > (reach - 1) * cell; reach++)
      for (let dx = -reach; dx <= reach; dx++)
        for (let dy = -reach; dy <= reach; dy++)
          for (let dz = -reach; dz <= reach; dz++)
            for (const v of grid.get(key(x + dx, y + dy, z + dz)) ?? []) {
              const [qx, qy, qz] = at(positions, v)
              const far = Math.hypot(qx - px, qy - py, qz - pz)
              if (far < best) [best, found] = [far, v]
            }
    return found
  }
}
