/** Vertical angles of view, degrees: on a narrow picture one sees more of what stands above one another. */
const VERTICAL = { wide: 66, narrow: 78, narrowBelowPx: 600 } as const
/** Wider than this, whoever stands at the edge of the picture is drawn out like rubber. Degrees. */
const WIDEST = 115

const halfTan = (degrees: number) => Math.tan((degrees * Math.PI) / 360)

/** The vertical angle of view for a picture of a size, degrees: of a flat strip less, so that its edges hold together. */
export function fieldOfViewFor(width: number, height: number): number {
  const wanted = width < VERTICAL.narrowBelowPx ? VERTICAL.narrow : VERTICAL.wide
  const most = (Math.atan((halfTan(WIDEST) * height) / Math.max(1, width)) * 360) / Math.PI
  return Math.min(wanted, most)
}
