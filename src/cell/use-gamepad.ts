import { type RefObject, useEffect, useRef } from 'react'
import { type PadAction, pressedNow, readSticks, type Sticks } from './gamepad.ts'

/**
 * Listens to the first gamepad while there is one. The sticks are read into an object that the camera looks at in its
 * own frame; a press is told once.
 *
 * @param onPushed a stick is pushed: a frame is wanted
 */
export function useGamepad(onPushed: () => void, onAction: (action: PadAction) => void): RefObject<Sticks> {
  const sticks = useRef<Sticks>({ ahead: 0, side: 0, turn: 0, pitch: 0 })
  const calls = useRef({ onPushed, onAction })
  calls.current = { onPushed, onAction }
  useEffect(() => {
    const held = new Set<number>()
    let frame = 0
    const read = () => {
      const pad = navigator.getGamepads().find((one) => one?.connected)
      if (!pad) {
        frame = 0
        return
      }
      if (readSticks(pad, sticks.current)) calls.current.onPushed()
      for (const action of pressedNow(pad, held)) calls.current.onAction(action)
      frame = requestAnimationFrame(read)
    }
    const begin = () => {
      if (frame === 0) read()
    }
    begin()
    window.addEventListener('gamepadconnected', begin)
    return () => {
      window.removeEventListener('gamepadconnected', begin)
      cancelAnimationFrame(frame)
    }
  }, [])
  return sticks
}
