import { type RefObject, useCallback, useEffect, useState } from 'react'

export type MouseLook = {
  /** the machine has a mouse whose pointer can be locked */ readonly isPossible: boolean
  readonly isOn: boolean
  readonly toggle: () => void
}

/**
 * Mouse look: the pointer is locked to the view and moving the mouse turns the head. It is let go while a list or the
 * speech panel needs the pointer, and taken back afterwards. Escape lets go for good.
 *
 * @param needsPointer something on the screen has to be clicked
 */
export function useMouseLook(surface: RefObject<HTMLElement | null>, needsPointer: boolean): MouseLook {
  const [isWanted, setWanted] = useState(false)
  const isPossible = matchMedia('(pointer: fine)').matches && 'requestPointerLock' in HTMLElement.prototype
  useEffect(() => {
    const element = surface.current
    if (!isWanted || needsPointer || !element) return undefined
    let isLetGo = false
    const changed = () => {
      if (document.pointerLockElement !== element && !isLetGo) setWanted(false)
    }
    // Some browsers refuse right after Escape: then the button is simply off again.
    Promise.resolve(element.requestPointerLock()).then(
      () => document.addEventListener('pointerlockchange', changed),
      () => setWanted(false),
    )
    return () => {
      isLetGo = true
      document.removeEventListener('pointerlockchange', changed)
      if (document.pointerLockElement === element) document.exitPointerLock()
    }
  }, [surface, isWanted, needsPointer])
  const toggle = useCallback(() => setWanted((wanted) => !wanted), [])
  return { isPossible, isOn: isWanted, toggle }
}
