import type { ComponentType } from 'react'
import type { PropKindName } from '#core/scenario'
import { AlarmButton } from './alarm-button.tsx'
import { Belongings } from './belongings.tsx'
import { Bolt } from './bolt.tsx'
import { CallBell } from './call-bell.tsx'
import { Chair } from './chair.tsx'
import { Door } from './door.tsx'
import { FaithItem } from './faith-item.tsx'
import { Find } from './find.tsx'
import { Form } from './form.tsx'
import { Gloves } from './gloves.tsx'
import { Hatch } from './hatch.tsx'
import { LightSwitch } from './light-switch.tsx'
import { Locker } from './locker.tsx'
import { LogBook } from './log-book.tsx'
import { Luminaire } from './luminaire.tsx'
import { Papers } from './papers.tsx'
import { PrivacyScreen } from './privacy-screen.tsx'
import type { PropViewProps } from './prop-view.ts'
import { RollBoard } from './roll-board.tsx'
import { SearchZone } from './search-zone.tsx'
import { Telephone } from './telephone.tsx'
import { TorchAndMirror } from './torch-and-mirror.tsx'
import { Tray } from './tray.tsx'

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
  'roll-board': RollBoard,
  'log-book': LogBook,
  telephone: Telephone,
  'call-bell': CallBell,
  'search-zone': SearchZone,
  find: Find,
  gloves: Gloves,
  'torch-and-mirror': TorchAndMirror,
  tray: Tray,
  'privacy-screen': PrivacyScreen,
  chair: Chair,
  form: Form,
}
