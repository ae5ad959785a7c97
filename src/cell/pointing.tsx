import { type ThreeEvent, useThree } from '@react-three/fiber'
import { type ReactNode, useEffect } from 'react'
import type { Object3D } from 'three'

/** A press that moves farther than this turns the head, CSS pixels. */
const CLICK_PX = 6

type Props = {
  /** ids of what can be chosen now */ readonly ids: ReadonlySet<string>
  readonly pointed: string | undefined
  readonly onPoint: (id: string | undefined) => void
  readonly onSelect: (id: string) => void
  readonly children: ReactNode
}

/** What is pointed at and clicked among its children: the foremost thing only, so that nothing is reached through a wall. */
export function Pointing({ ids, pointed, onPoint, onSelect, children }: Props) {
  const canvas = useThree((three) => three.gl.domElement)
  useEffect(() => {
    canvas.style.cursor = pointed ? 'pointer' : ''
  }, [canvas, pointed])
  const idUnder = ({ object }: ThreeEvent<MouseEvent | PointerEvent>) => {
    const id = targetIdOf(object)
    return id !== undefined && ids.has(id) ? id : undefined
  }
  return (
    <group
      onPointerMove={(event) => {
        event.stopPropagation()
        onPoint(event.buttons === 0 ? idUnder(event) : undefined)
      }}
      onPointerOut={() => onPoint(undefined)}
      onClick={(event) => {
        event.stopPropagation()
        const id = idUnder(event)
        if (id !== undefined && event.delta <= CLICK_PX) onSelect(id)
      }}
    >
      {children}
    </group>
  )
}

/** What can be chosen by a click carries its id. */
export function targetIdOf(object: Object3D | null): string | undefined {
  for (let at = object; at; at = at.parent) if (typeof at.userData.target === 'string') return at.userData.target
  return undefined
}
