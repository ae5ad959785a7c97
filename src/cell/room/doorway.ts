import type { Place } from '#core/scenario'
import { rotationOf } from './directions.ts'
import { gapsOf } from './gaps.ts'
import type { LeafPlan } from './leaf.ts'
import { FRAME_M } from './shell.ts'

/** Where a door hangs. In the leaf's space its outside faces −z and its hinge is at +x: on the left as one stands before it. */
export type Doorway = {
  /** middle of the leaf at floor level, metres */ readonly at: readonly [x: number, y: number, z: number]
  /** `rotation.y` of the leaf's space, radians */ readonly turn: number
  readonly plan: LeafPlan
}

const THICKNESS_M = 0.06
/** Air between leaf and frame, metres. */
const AIR_M = 0.004
/** A hatch belongs to the door it is nearest to, within this, metres. */
const HATCH_REACH_M = 0.8

/** The doorway a door prop hangs in; a door opens away from the room its opening is written for. */
export function doorwayOf(place: Place, door: string): Doorway {
  const gap = gapsOf(place).find(({ opening }) => opening.prop === door)
  if (!gap) throw new Error(`"${place.id}": no opening names the door "${door}" as its prop.`)
  const { opening: o, along, far, outward } = gap
  const [middle, across] = [(o.from + o.to) / 2, far - outward * (THICKNESS_M / 2)]
  const at = along === 'x' ? ([middle, o.bottom, across] as const) : ([across, o.bottom, middle] as const)
  const turn = rotationOf(along === 'x' ? (outward < 0 ? 0 : 180) : outward * 90)
  const width = o.to - o.from - 2 * (FRAME_M + AIR_M)
  const hatch = place.props.find(
    (prop) => prop.kind === 'hatch' && Math.hypot(prop.at.x - at[0], prop.at.z - at[2]) < HATCH_REACH_M,
  )
  const x = hatch ? (hatch.at.x - at[0]) * Math.cos(turn) - (hatch.at.z - at[2]) * Math.sin(turn) : 0
  return {
    at,
    turn,
    plan: {
      width,
      height: o.top - o.bottom - FRAME_M - AIR_M,
      thickness: THICKNESS_M,
      hatch: hatch && { x, y: (hatch.y ?? 1.5) - o.bottom },
      lockSide: -1,
      bars: o.bars,
    },
  }
}
