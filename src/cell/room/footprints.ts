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

/** Everything that stands in a body's way: furniture, and the cabinets that are props. */
export function blocksOf(place: Place): readonly Block[] {
  const cabinets = place.props
    .filter((prop) => prop.kind === 'locker')
    .map((prop) => ({ kind: 'locker-cabinet' as const, at: prop.at, turn: prop.turn }))
  return [...place.furniture, ...cabinets]
    .filter(({ kind }) => FOOTPRINT[kind].solid)
    .map(({ kind, at, turn }) => {
      const facing = facingOf(turn)
      return {
        x: at.x,
        z: at.z,
        halfWidth: FOOTPRINT[kind].width / 2,
        halfDepth: FOOTPRINT[kind].depth / 2,
        across: { x: -facing.z, z: facing.x },
      }
    })
}

/** Metres from a point to a block; 0 inside it. */
export function distanceTo(block: Block, x: number, z: number): number {
  const [dx, dz] = [x - block.x, z - block.z]
  const along = Math.abs(dx * block.across.x + dz * block.across.z)
  const through = Math.abs(dz * block.across.x - dx * block.across.z)
  return Math.hypot(Math.max(0, along - block.halfWidth), Math.max(0, through - block.halfDepth))
}
