import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react'
import type { QualityProfile } from '../quality.ts'
import { createMaterials, type Materials } from './materials.ts'

/** What everything in the room shares: its materials, and whether the switched lamps shine. */
export type Look = { readonly materials: Materials; readonly lampsOn: boolean; readonly shadows: boolean }

const LookContext = createContext<Look | undefined>(undefined)

export function LookProvider({
  profile,
  lampsOn,
  children,
}: {
  readonly profile: QualityProfile
  readonly lampsOn: boolean
  readonly children: ReactNode
}) {
  const kind = profile.material
  const materials = useMemo(() => createMaterials({ material: kind }), [kind])
  useEffect(() => () => materials.dispose(), [materials])
  const look = useMemo(
    () => ({ materials, lampsOn, shadows: profile.shadowSize > 0 }),
    [materials, lampsOn, profile.shadowSize],
  )
  return <LookContext value={look}>{children}</LookContext>
}

export function useLook(): Look {
  const look = useContext(LookContext)
  if (!look) throw new Error('A thing of the room is drawn outside <LookProvider>.')
  return look
}
