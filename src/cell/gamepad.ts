/** What a button does. */
export type PadAction = 'next' | 'previous' | 'use' | 'back' | 'up' | 'down' | 'talk' | 'go'
/** How far the sticks are pushed, −1 … 1: positive is ahead, to the left, turning left, and looking up. */
export type Sticks = { ahead: number; side: number; turn: number; pitch: number }
/** As much of a `Gamepad` as is read; the standard layout. */
export type PadState = {
  readonly axes: readonly number[]
  readonly buttons: readonly { readonly pressed: boolean }[]
}

/** Buttons of the standard layout (W3C Gamepad, "Remapping"). */
const BUTTONS: readonly (readonly [button: number, action: PadAction])[] = [
  [0, 'use'],
  [1, 'back'],
  [2, 'talk'],
  [3, 'go'],
  [4, 'previous'],
  [5, 'next'],
  [12, 'up'],
  [13, 'down'],
]
/** A stick at rest is never quite in the middle. */
const DEAD = 0.18

/** What is pushed beyond the dead middle, from 0 on, so that a stick begins gently. */
const pushed = (value = 0): number =>
  Math.abs(value) < DEAD ? 0 : (Math.sign(value) * (Math.min(1, Math.abs(value)) - DEAD)) / (1 - DEAD)

/** Reads the sticks into `sticks`; true when one is pushed. */
export function readSticks({ axes }: PadState, sticks: Sticks): boolean {
  sticks.side = -pushed(axes[0]) || 0
  sticks.ahead = -pushed(axes[1]) || 0
  sticks.turn = -pushed(axes[2]) || 0
  sticks.pitch = -pushed(axes[3]) || 0
  return sticks.side !== 0 || sticks.ahead !== 0 || sticks.turn !== 0 || sticks.pitch !== 0
}

/**
 * What was newly pressed.
 *
 * @param held buttons that were down before; it is brought up to date
 */
export function pressedNow({ buttons }: PadState, held: Set<number>): readonly PadAction[] {
  return BUTTONS.flatMap(([button, action]) => {
    const isDown = buttons[button]?.pressed ?? false
    const wasDown = held.has(button)
    if (isDown) held.add(button)
    else held.delete(button)
    return isDown && !wasDown ? [action] : []
  })
}
