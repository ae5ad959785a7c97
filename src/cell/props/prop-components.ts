import type { ComponentType } from 'react'
import type { PropKindName } from '#core/scenario'
import { AlarmButton } from './alarm-button.tsx'
import { Belongings } from './belongings.tsx'
import { Bolt } from './bolt.tsx'
import { Door } from './door.tsx'
import { FaithItem } from './faith-item.tsx'
import { Hatch } from './hatch.tsx'
import { LightSwitch } from './light-switch.tsx'
import { Locker } from './locker.tsx'
import { Luminaire } from './luminaire.tsx'
import { Papers } from './papers.tsx'
import type { PropViewProps } from './prop-view.ts'

/** What draws a prop kind. A new kind is a row here. */
export const PROP_COMPONENTS: Readonly<Record<PropKindName, ComponentType<PropViewProps>>> = {
  'cell-door': Door,
  hatch: Hatch,
  bolt: Bolt,
  luminaire: Luminaire,
  'light-switch': LightSwitch,
  belongings: Belongings,
  papers: Papers,
  locker: Locker,
  'alarm-button': AlarmButton,
  'faith-item': FaithItem,
}
