import { type Fits, type FloorPoint, isClear, nearestFit } from './collision.ts'

/** Distance of two neighbouring points of the search, metres: half the narrowest way round a bed or door leaf. */
const MESH_M = 0.1
/** A search that has looked at so many points gives up: a cell and its corridor have about a tenth of them. */
const MOST_POINTS = 20_000

const AROUND = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dz) => ({ dx, dz }))).filter(({ dx, dz }) => dx || dz)

type Node = { readonly x: number; readonly z: number; readonly walked: number; readonly before: Node | undefined }

/**
 * The way a person walks from one point to another: round the bed, the open leaf, and whoever stands there.
 *
 * @returns the corners of the way, without its start; the last is the wanted point, or the nearest where a body fits.
 * Where no way leads, the straight line: whoever was told that he stands there must not be left behind.
 */
export function routeTo(fits: Fits, from: FloorPoint, wanted: FloorPoint): readonly FloorPoint[] {
  const to = nearestFit(fits, wanted)
  const start = nearestFit(fits, from)
  if (isClear(fits, start, to)) return [to]
  const way = search(fits, start, to)
  return way ? straightened(fits, start, [...way, to]) : [to]
}

/** A* over a square mesh laid through the start. */
function search(fits: Fits, start: FloorPoint, to: FloorPoint): readonly FloorPoint[] | undefined {
  const left = ({ x, z }: FloorPoint) => Math.hypot(to.x - x, to.z - z)
  const keyOf = ({ x, z }: FloorPoint) => `${Math.round((x - start.x) / MESH_M)} ${Math.round((z - start.z) / MESH_M)}`
  const open: Node[] = [{ ...start, walked: 0, before: undefined }]
  const done = new Set<string>()
  while (open.length > 0 && done.size < MOST_POINTS) {
    const node = open.splice(nearest(open, left), 1)[0] as Node
    const key = keyOf(node)
    if (done.has(key)) continue
    done.add(key)
    if (left(node) < 2 * MESH_M && isClear(fits, node, to)) return cornersOf(node)
    for (const { dx, dz } of AROUND) {
      const next = { x: node.x + dx * MESH_M, z: node.z + dz * MESH_M }
      if (done.has(keyOf(next)) || !isClear(fits, node, next)) continue
      open.push({ ...next, walked: node.walked + Math.hypot(dx, dz) * MESH_M, before: node })
    }
  }
  return undefined
}

function nearest(open: readonly Node[], left: (point: FloorPoint) => number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [n, node] of open.entries()) {
    const length = node.walked + left(node)
    if (length < least) {
      least = length
      best = n
    }
  }
  return best
}

function cornersOf(last: Node): readonly FloorPoint[] {
  const points: FloorPoint[] = []
  for (let node: Node | undefined = last; node; node = node.before) points.unshift({ x: node.x, z: node.z })
  return points
}

/** Leaves out every corner that one can walk past in a straight line. */
function straightened(fits: Fits, start: FloorPoint, points: readonly FloorPoint[]): readonly FloorPoint[] {
  const corners: FloorPoint[] = []
  let at = start
  for (let n = 0; n < points.length; ) {
    let far = n
    for (let ahead = points.length - 1; ahead > n; ahead--)
      if (isClear(fits, at, points[ahead] as FloorPoint)) {
        far = ahead
        break
      }
    at = points[far] as FloorPoint
    corners.push(at)
    n = far + 1
  }
  return corners
}
