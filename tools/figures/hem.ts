import { type Face, piecesOf } from './faces.ts'
import { blendWeights, nearestTo, neighboursOf, type Weights } from './weights.ts'

/** A suit whose shirt hangs over its trousers. Decimetres. */
type Suit = {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly faces: readonly Face[]
  readonly weights: readonly Weights[]
}

/** How far above the waist a shirt goes along with the trousers, how it keeps from them, and how much it is the thighs'. */
const HEM = { along: 1.6, clear: 0.12, tuck: 0.2, covered: 0.5, thigh: 0.7, rounds: 10 } as const

const smooth = (low: number, high: number, value: number) => {
  const t = Math.min(1, Math.max(0, (value - low) / (high - low)))
  return t * t * (3 - 2 * t)
}

/**
 * Lets a shirt's hem hang from the hips, a finger's breadth outside the trousers: left to the chest it would be lifted
 * with the arms, and cut by the waistband when the hips turn. What the shirt covers for good of the trousers is left out.
 *
 * @param hipsOf the joint of the hips for a joint of a leg; others stay themselves
 */
export function settleHem({ positions, normals, faces, weights }: Suit, hipsOf: (joint: number) => number): Suit {
  const [one, other, ...rest] = piecesOf(faces)
  if (!one || !other || rest.length > 0) return { positions, normals, faces, weights }
  const heights = (piece: readonly Face[]) => piece.flatMap(({ v }) => v.map((i) => positions[i * 3 + 1] ?? 0))
  const [shirt, trousers] = Math.max(...heights(one)) > Math.max(...heights(other)) ? [one, other] : [other, one]
  const hem = Math.min(...heights(shirt))
  const waist = Math.max(...heights(trousers))
  const trouserVertices = [...new Set(trousers.flatMap(({ v }) => v))]
  const under = nearestTo(positions, trouserVertices)
  const placed = positions.slice()
  const carried = [...weights]
  const push = (v: number, by: number) => {
    // sideways only: a hem that were pushed along its slope would rise or sink
    for (const k of [0, 2]) placed[v * 3 + k] = (placed[v * 3 + k] ?? 0) + (normals[v * 3 + k] ?? 0) * by
  }
  /** 1 below the waist, 0 well above it and for the cuffs of arms that hang as low */
  const shareOf = (v: number) => {
    const below = under(positions, v)
    const apart = Math.hypot(...[0, 2].map((k) => (positions[v * 3 + k] ?? 0) - (positions[below * 3 + k] ?? 0)))
    return (1 - smooth(waist, waist + HEM.along, positions[v * 3 + 1] ?? 0)) * (1 - smooth(0.5, 0.9, apart))
  }
  const low = [...new Set(shirt.flatMap((face) => face.v))].filter((v) => shareOf(v) > 0)
  for (const v of low) {
    const own = weights[v] ?? new Map()
    const legs = weights[under(positions, v)] ?? own
    const hips = new Map<number, number>()
    for (const [joint, weight] of legs) hips.set(hipsOf(joint), (hips.get(hipsOf(joint)) ?? 0) + weight)
    const share = shareOf(v)
    carried[v] = blendWeights([
      [own, 1 - share],
      [hips, share * (1 - HEM.thigh)],
      [legs, share * HEM.thigh],
    ])
    push(v, HEM.clear * (1 - smooth(waist, waist + 0.8, positions[v * 3 + 1] ?? 0)))
  }
  // before the middle the nearest trouser leg changes: the cloth between is not torn
  const beside = neighboursOf(shirt)
  for (let round = 0; round < HEM.rounds; round++) {
    const before = [...carried]
    for (const v of low) {
      const near = beside.get(v) ?? []
      carried[v] = blendWeights([
        [before[v] ?? new Map(), 0.5],
        ...near.map((other) => [before[other] ?? new Map(), 0.5 / near.length] as const),
      ])
    }
  }
  for (const v of trouserVertices) push(v, -HEM.tuck * smooth(hem + 0.1, hem + 0.45, positions[v * 3 + 1] ?? 0))
  const hidden = ({ v }: Face) => v.every((i) => (positions[i * 3 + 1] ?? 0) > hem + HEM.covered)
  return {
    positions: placed,
    normals,
    faces: [...shirt, ...trousers.filter((face) => !hidden(face))],
    weights: carried,
  }
}
