import { AT, type Bearing, type Channel } from './channels.ts'
import { ease } from './noise.ts'

/** How somebody's nearness and approach are felt. A body reacts before its owner has decided anything. */

/** Metres: felt from here, crowding here. */
const NEAR = { from: 2.0, crowding: 0.8 } as const
/** Metres a second towards one: unnoticed, and alarming. */
const CLOSING = { slow: 0.5, fast: 1.6 } as const

/** 0…1: how hard it presses that somebody is so near and comes on so fast. */
export function pressureOf(distanceM: number, closingMPerS: number): number {
  const near = 1 - ease(NEAR.crowding, NEAR.from, distanceM)
  const rush = ease(CLOSING.slow, CLOSING.fast, closingMPerS) * (1 - ease(2, 3.5, distanceM))
  return Math.min(1, near * 0.7 + rush * 0.6)
}

/** Adds what nearness does: who fears draws back and up, who threatens leans in. Allocates nothing. */
export function react(bearing: Bearing, pressure: number): void {
  const back = (bearing[AT.recoil] as number) * pressure
  const add = (channel: Channel, by: number) => {
    const at = AT[channel]
    bearing[at] = (bearing[at] as number) + by
  }
  add('flexLow', -0.12 * back)
  add('flexHigh', -0.06 * back)
  add('neckFwd', -0.08 * back)
  const fear = Math.max(0, back)
  add('raiseL', 0.16 * fear)
  add('raiseR', 0.16 * fear)
  add('headYaw', 0.12 * fear)
  add('eyeWide', 0.25 * fear)
  add('browUp', 0.2 * fear)
}

/** The officer as a body notices him: smoothed, so that a camera that jumps is a step and not a blow. */
export type Notice = { distanceM: number; pressure: number; known: boolean }
export const createNotice = (): Notice => ({ distanceM: 9, pressure: 0, known: false })

/** Seconds after which a change is mostly felt. */
const FELT_S = 0.35

/** Takes in where the officer is now. @param stepS seconds since the last time */
export function notice(state: Notice, distanceM: number, stepS: number): void {
  const closing = state.known && stepS > 0 ? Math.max(0, (state.distanceM - distanceM) / Math.max(stepS, 1 / 60)) : 0
  const share = state.known ? 1 - Math.exp(-stepS / FELT_S) : 1
  state.pressure += (pressureOf(distanceM, Math.min(closing, 2)) - state.pressure) * share
  state.distanceM += (distanceM - state.distanceM) * (state.known ? 1 - Math.exp(-stepS / 0.15) : 1)
  state.known = true
}
