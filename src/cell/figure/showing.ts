import type { Behaviour, Pose } from '#core/scenario'
import type { GestureName } from './gestures.ts'

/** A point in the place, metres; y is up. */
export type Point = { readonly x: number; readonly y: number; readonly z: number }
export type FloorPoint = { readonly x: number; readonly z: number }

/** What somebody rests on: its height, and for lying where his head goes (radians about the vertical, as `yaw`). */
export type Seat = {
  readonly heightM: number
  readonly headYaw?: number
  /** where who lies there comes to stand */ readonly beside?: FloorPoint | undefined
}

/** All that a figure shows while nothing changes: plain data, made from a snapshot. */
export type Showing = {
  readonly behaviour: Behaviour
  /** 0…10 */ readonly tension: number
  /** 0…10 */ readonly trust: number
  readonly pose: Pose
  readonly gesture?: GestureName | undefined
  /** where he stands, or the middle of where he sits or lies */ readonly at: FloorPoint
  /** turn about the vertical, radians; 0 faces +z, growing towards +x */ readonly yaw: number
  /** absent: a seat of usual height */ readonly seat?: Seat | undefined
  /** the way there from the last place, its end left out; absent: straight */ readonly route?: readonly FloorPoint[]
  /** things his eyes may go to */ readonly door?: Point | undefined
  readonly hidden?: Point | undefined
}

/** At which of his own sides the wall is for somebody who lies on his back: 1 left, −1 right; right where nothing says. */
export function wallSideOf({ at, yaw, seat }: Pick<Showing, 'at' | 'yaw' | 'seat'>): 1 | -1 {
  if (!seat?.beside) return -1
  // he lies with his feet away from where his head goes
  const lies = seat.headYaw === undefined ? yaw : seat.headYaw + Math.PI
  const openLeft = (seat.beside.x - at.x) * Math.cos(lies) - (seat.beside.z - at.z) * Math.sin(lies)
  return openLeft > 0 ? -1 : 1
}
