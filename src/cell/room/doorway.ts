import type { Place } from '#core/scenario'
import { rotationOf } from './directions.ts'
import type { Block } from './footprints.ts'
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
/** A hatch or bolt hangs on the door it is nearest to, within this, metres. */
const ON_LEAF_M = 0.9
const HANGS: ReadonlySet<string> = new Set(['hatch', 'bolt'])
/** Hinge angle in each state, radians; the door opens outwards, away from the room its opening is written for. */
const ANGLE_RAD: Readonly<Record<string, number>> = { locked: 0, closed: 0, ajar: 0.35, open: 1.75 }

export const hingeAngleOf = (state: string | undefined): number => ANGLE_RAD[state ?? ''] ?? 0

/** The door a prop hangs on and swings with, if any. */
export const doorOf = (place: Place, prop: Place['props'][number]): Place['props'][number] | undefined =>
  HANGS.has(prop.kind)
    ? place.props.find(
        (door) => door.kind === 'cell-door' && Math.hypot(door.at.x - prop.at.x, door.at.z - prop.at.z) < ON_LEAF_M,
      )
    : undefined

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
    (prop) => prop.kind === 'hatch' && Math.hypot(prop.at.x - at[0], prop.at.z - at[2]) < ON_LEAF_M,
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

type FloorPoint = { readonly x: number; readonly z: number }

/** Turns a vector of the floor plan as `rotation.y` does. */
const turned = ({ x, z }: FloorPoint, angle: number): FloorPoint => ({
  x: x * Math.cos(angle) + z * Math.sin(angle),
  z: -x * Math.sin(angle) + z * Math.cos(angle),
})

const hingeOf = ({ at, turn, plan }: Doorway): FloorPoint => {
  const arm = turned({ x: plan.width / 2, z: -plan.thickness / 2 }, turn)
  return { x: at[0] + arm.x, z: at[2] + arm.z }
}

/** Where a point of a shut door's leaf is when the leaf stands at an angle. */
export function swungBy(doorway: Doorway, angleRad: number, point: FloorPoint): FloorPoint {
  const hinge = hingeOf(doorway)
  const arm = turned({ x: point.x - hinge.x, z: point.z - hinge.z }, -angleRad)
  return { x: hinge.x + arm.x, z: hinge.z + arm.z }
}

/** The floor a leaf stands on at an angle. */
export function leafBlock(doorway: Doorway, angleRad: number): Block {
  const { at, turn, plan } = doorway
  const middle = swungBy(doorway, angleRad, { x: at[0], z: at[2] })
  return {
    ...middle,
    halfWidth: plan.width / 2,
    halfDepth: plan.thickness / 2,
    across: turned({ x: 1, z: 0 }, turn - angleRad),
  }
}
