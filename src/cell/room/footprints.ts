import type { FurnitureKind, Place } from '#core/scenario'
import { facingOf } from './directions.ts'

/** Floor space of a kind in metres, before it is turned: `width` along x, `depth` along z, its middle at the origin. */
export type Footprint = {
  readonly width: number
  readonly depth: number /** a body bumps into it */
  readonly solid: boolean
}

export const FOOTPRINT: Readonly<Record<FurnitureKind, Footprint>> = {
  bed: { width: 0.8, depth: 1.94, solid: true },
  table: { width: 0.8, depth: 0.5, solid: true },
  stool: { width: 0.34, depth: 0.34, solid: true },
  shelf: { width: 0.8, depth: 0.24, solid: false },
  'locker-cabinet': { width: 0.46, depth: 0.46, solid: true },
  toilet: { width: 0.38, depth: 0.6, solid: true },
  basin: { width: 0.36, depth: 0.34, solid: true },
  mirror: { width: 0.32, depth: 0.02, solid: false },
  'half-wall': { width: 0.72, depth: 0.06, solid: true },
  'ceiling-lamp': { width: 1.2, depth: 0.16, solid: false },
  vent: { width: 0.26, depth: 0.02, solid: false },
  'call-button': { width: 0.09, depth: 0.03, solid: false },
  'notice-board': { width: 0.9, depth: 0.03, solid: false },
  'door-shut': { width: 0.98, depth: 0.08, solid: false },
  bench: { width: 1.2, depth: 0.38, solid: true },
  'bare-table': { width: 0.8, depth: 0.5, solid: true },
  desk: { width: 1.4, depth: 0.7, solid: true },
  counter: { width: 1.8, depth: 0.6, solid: true },
  cupboard: { width: 0.9, depth: 0.42, solid: true },
  radiator: { width: 1.0, depth: 0.1, solid: false },
  'detector-arch': { width: 0.92, depth: 0.3, solid: false },
}

/** A rectangle on the floor plan that may stand at an angle; `across` is a unit vector along its width. */
export type Block = {
  readonly x: number
  readonly z: number
  readonly halfWidth: number
  readonly halfDepth: number
  readonly across: { readonly x: number; readonly z: number }
}

/** Floor a prop takes up in a state, metres; its middle may lie beside the prop's own spot, in the prop's directions. */
type PropFootprint = {
  readonly width: number
  readonly depth: number
  readonly aside?: number
  readonly behind?: number
}

/** Props that stand on the floor, by kind and state; a state without a row leaves the way free. */
const PROP_FOOTPRINT: Readonly<Record<string, Readonly<Record<string, PropFootprint>>>> = {
  // who takes a chair sits on it: it does not keep him away
  chair: { free: { width: 0.44, depth: 0.46, behind: 0.03 } },
  'privacy-screen': {
    folded: { width: 0.6, depth: 0.14, aside: -0.58 },
    drawn: { width: 1.7, depth: 0.28, behind: -0.12 },
  },
}

type Stands = { readonly at: Place['props'][number]['at']; readonly turn?: number | undefined }

function blockOf({ at, turn }: Stands, { width, depth, aside = 0, behind = 0 }: PropFootprint): Block {
  const facing = facingOf(turn)
  const across = { x: -facing.z, z: facing.x }
  return {
    x: at.x + aside * across.x - behind * facing.x,
    z: at.z + aside * across.z - behind * facing.z,
    halfWidth: width / 2,
    halfDepth: depth / 2,
    across,
  }
}

/**
 * Everything that stands in a body's way: furniture, the cabinets that are props, and what stands on the floor.
 *
 * @param states of the props by id; chairs and screens stand in the way by theirs
 */
export function blocksOf(place: Place, states: Readonly<Record<string, string>> = {}): readonly Block[] {
  const furniture = place.furniture.filter(({ kind }) => FOOTPRINT[kind].solid)
  const cabinets = place.props.filter(({ kind }) => kind === 'locker')
  return [
    ...furniture.map((piece) => blockOf(piece, FOOTPRINT[piece.kind])),
    ...cabinets.map((piece) => blockOf(piece, FOOTPRINT['locker-cabinet'])),
    ...place.props.flatMap((prop) => {
      const footprint = PROP_FOOTPRINT[prop.kind]?.[states[prop.id] ?? '']
      return footprint ? [blockOf(prop, footprint)] : []
    }),
  ]
}

/** Metres from a point to a block; 0 inside it. */
export function distanceTo(block: Block, x: number, z: number): number {
  const [dx, dz] = [x - block.x, z - block.z]
  const along = Math.abs(dx * block.across.x + dz * block.across.z)
  const through = Math.abs(dz * block.across.x - dx * block.across.z)
  return Math.hypot(Math.max(0, along - block.halfWidth), Math.max(0, through - block.halfDepth))
}
