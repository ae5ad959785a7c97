import { type RefObject, useEffect, useRef } from 'react'

type KeyName = 'ahead' | 'back' | 'left' | 'right' | 'turnLeft' | 'turnRight'
const KEYS: Readonly<Record<string, KeyName>> = {
  KeyW: 'ahead',
  KeyS: 'back',
  KeyA: 'left',
  KeyD: 'right',
  ArrowUp: 'ahead',
  ArrowDown: 'back',
  ArrowLeft: 'turnLeft',
  ArrowRight: 'turnRight',
}
/** A press that moves less than this is a click, CSS pixels. */
const CLICK_PX = 6

/**
 * Listens to the hands: dragging or, while the pointer is locked, moving turns the head; keys walk.
 *
 * @param onTurn how far the head turns, CSS pixels; positive to the left and up
 * @param onHeld a key was pressed that walks or turns as long as it is held
 * @returns the keys that are held now
 */
export function useOfficerInput(
  surface: RefObject<HTMLElement | null>,
  onTurn: (dx: number, dy: number) => void,
  onHeld: () => void,
): RefObject<Set<KeyName>> {
  const held = useRef(new Set<KeyName>())
  useEffect(() => {
    const element = surface.current
    if (!element) return undefined
    const stop = new AbortController()
    const { signal } = stop
    let dragged: number | undefined
    const down = (event: PointerEvent) => {
      if (event.button === 0 && event.target instanceof HTMLCanvasElement) dragged = 0
    }
    const move = ({ movementX, movementY }: PointerEvent) => {
      if (document.pointerLockElement === element) onTurn(-movementX, -movementY)
      else if (dragged !== undefined) {
        dragged += Math.abs(movementX) + Math.abs(movementY)
        if (dragged > CLICK_PX) onTurn(movementX, movementY)
      }
    }
    const keyDown = (event: KeyboardEvent) => {
      const key = KEYS[event.code]
      if (!key || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      if (event.repeat) return
      held.current.add(key)
      onHeld()
    }
    const keyUp = (event: KeyboardEvent) => {
      const key = KEYS[event.code]
      if (key) held.current.delete(key)
    }
    const letGo = () => {
      dragged = undefined
    }
    element.addEventListener('pointerdown', down, { signal })
    window.addEventListener('pointermove', move, { signal })
    window.addEventListener('pointerup', letGo, { signal })
    window.addEventListener('pointercancel', letGo, { signal })
    element.addEventListener('keydown', keyDown, { signal })
    window.addEventListener('keyup', keyUp, { signal })
    window.addEventListener('blur', () => held.current.clear(), { signal })
    element.addEventListener('focusout', () => held.current.clear(), { signal })
    return () => stop.abort()
  }, [surface, onTurn, onHeld])
  return held
}
