import type { ReactNode } from 'react'
import type { Place } from '#core/scenario'

export type PlaceProp = Place['props'][number]

/** What every prop's component gets. `children` are props that hang on this one, in the room's coordinates. */
export type PropViewProps = {
  readonly prop: PlaceProp
  readonly state: string
  readonly highlighted: boolean
  readonly place: Place
  readonly children?: ReactNode
}
