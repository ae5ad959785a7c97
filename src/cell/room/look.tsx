import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { QualityProfile } from '../quality.ts'
import { createMaterials, type Materials } from './materials.ts'

/** What everything in the room shares. */
export type Look = {
  readonly materials: Materials
  /** the switched lamps shine */ readonly lampsOn: boolean
  readonly shadows: boolean
  /** movement is unwanted: things jump to where they go */ readonly jumps: boolean
}

const LookContext = createContext<Look | undefined>(undefined)

export function LookProvider({
  profile,
  lampsOn,
  jumps,
  children,
}: {
  readonly profile: QualityProfile
  readonly lampsOn: boolean
  readonly jumps: boolean
  readonly children: ReactNode
}) {
  const kind = profile.material
  const materials = useMemo(() => createMaterials({ material: kind }), [kind])
  useEffect(() => () => materials.dispose(), [materials])
  const look = useMemo(
    () => ({ materials, lampsOn, jumps, shadows: profile.shadowSize > 0 }),
    [materials, lampsOn, jumps, profile.shadowSize],
  )
  return <LookContext value={look}>{children}</LookContext>
}

export function useLook(): Look {
  const look = useContext(LookContext)
  if (!look) throw new Error('A thing of the room is drawn outside <LookProvider>.')
  return look
}
