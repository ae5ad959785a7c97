import type { RawMesh, RawRig } from './makehuman.ts'

/** Bones the game never turns (the face works by morphs): their weights go to the nearest kept ancestor. */
const DROPPED = /^(toe|oris|levator|special|tongue|oculi|orbicularis|temporalis|risorius|breast|metacarpal|jaw)/

export type Joint = { readonly name: string; readonly parent: number; readonly head: readonly [number, number, number] }
export type Skeleton = {
  /** parents before children; heads in decimetres */ readonly joints: readonly Joint[]
  /** the kept joint that stands for any bone of the rig */ readonly indexOf: (bone: string) => number
}

export function buildSkeleton(rig: RawRig, positions: Float32Array): Skeleton {
  const kept = (bone: string): string | undefined => {
    let at: string | null | undefined = bone
    while (at && DROPPED.test(at)) at = rig.bones[at]?.parent
    return at ?? undefined
  }
  const parentOf = (bone: string) => {
    const parent = rig.bones[bone]?.parent
    return parent ? kept(parent) : undefined
  }
  const names = Object.keys(rig.bones)
    .filter((bone) => kept(bone) === bone)
    .sort()
  const order: string[] = []
  const walk = (parent: string | undefined) => {
    for (const bone of names.filter((name) => parentOf(name) === parent)) {
      order.push(bone)
      walk(bone)
    }
  }
  walk(undefined)
  const index = new Map(order.map((bone, i) => [bone, i]))
  const joints = order.map((bone): Joint => {
    const ring = rig.joints[rig.bones[bone]?.head ?? ''] ?? []
    const mean = (k: number) => ring.reduce((sum, v) => sum + (positions[v * 3 + k] ?? 0), 0) / ring.length
    return {
      name: bone.replace('.', '_'),
      parent: index.get(parentOf(bone) ?? '') ?? -1,
      head: [mean(0), mean(1), mean(2)],
    }
  })
  return { joints, indexOf: (bone) => index.get(kept(bone) ?? '') ?? 0 }
}

export type Influence = { readonly joints: readonly number[]; readonly weights: readonly number[] }

/** The four strongest joints of a vertex, weights summing to one. */
export function influenceOf(mesh: RawMesh, skeleton: Skeleton, vertex: number): Influence {
  const per = mesh.influencesPerVertex ?? mesh.skinWeights.length / (mesh.vertices.length / 3)
  const sums = new Map<number, number>()
  for (let k = vertex * per; k < (vertex + 1) * per; k++) {
    const weight = mesh.skinWeights[k] ?? 0
    if (weight <= 0) continue
    const joint = skeleton.indexOf(mesh.bones[mesh.skinIndices[k] ?? 0]?.name.replace('____head', '') ?? '')
    sums.set(joint, (sums.get(joint) ?? 0) + weight)
  }
  const best = [...sums].sort((a, b) => b[1] - a[1]).slice(0, 4)
  const total = best.reduce((sum, [, weight]) => sum + weight, 0)
  if (total === 0) return { joints: [0, 0, 0, 0], weights: [1, 0, 0, 0] }
  return {
    joints: [0, 1, 2, 3].map((k) => best[k]?.[0] ?? 0),
    weights: [0, 1, 2, 3].map((k) => (best[k]?.[1] ?? 0) / total),
  }
}
