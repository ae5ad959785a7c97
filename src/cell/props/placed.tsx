import type { ReactNode } from 'react'
import type { Part } from '../room/shape.ts'
import type { PropViewProps } from './prop-view.ts'
import { SetDown } from './set-down.tsx'
import { Touchable } from './touchable.tsx'

type Props = {
  readonly view: PropViewProps
  /** must stay the same array while the shape does */ readonly parts: readonly Part[]
  /** height where the place gives none, metres */ readonly height: number
  readonly children?: ReactNode
}

/** Sets a prop down where its place has it, as one thing that can be looked at and used. */
export function Placed({ view: { prop, highlighted }, parts, height, children }: Props) {
  return (
    <SetDown prop={prop} y={prop.y ?? height}>
      <Touchable id={prop.id} parts={parts} highlighted={highlighted}>
        {children}
      </Touchable>
    </SetDown>
  )
}
