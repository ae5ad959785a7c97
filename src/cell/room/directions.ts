/**
 * Turns of a place, in degrees. A positive turn is always towards +x. Furniture, props and people face the corridor
 * (−z) at 0; a station looks into the cell (+z) at 0. In three's right-handed room +x is to the LEFT of an officer who
 * looks into the cell.
 */
const RAD = Math.PI / 180

/** `rotation.y`, radians, of a thing that is modelled facing −z. */
export const rotationOf = (turnDeg = 0): number => -turnDeg * RAD || 0

/** Where a thing, prop or person faces on the floor plan: a unit vector. */
export const facingOf = (turnDeg = 0): { readonly x: number; readonly z: number } => ({
  x: Math.sin(turnDeg * RAD),
  z: -Math.cos(turnDeg * RAD),
})
