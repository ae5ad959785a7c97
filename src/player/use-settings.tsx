import { createContext, type ReactNode, useContext, useSyncExternalStore } from 'react'
import { useStore } from 'zustand'
import type { Settings, SettingsStore } from './settings.ts'

const SettingsContext = createContext<SettingsStore | null>(null)

/** Gives this machine's settings to all views below it. */
export function SettingsProvider({ store, children }: { readonly store: SettingsStore; readonly children: ReactNode }) {
  return <SettingsContext.Provider value={store}>{children}</SettingsContext.Provider>
}

/** The store itself, for what changes settings. */
export function useSettingsStore(): SettingsStore {
  const store = useContext(SettingsContext)
  if (!store) throw new Error('This view stands outside a SettingsProvider.')
  return store
}

/** Selects the least a view needs of the settings. */
export const useSettings = <Part,>(select: (settings: Settings) => Part): Part => useStore(useSettingsStore(), select)

const QUERY = '(prefers-reduced-motion: reduce)'
const subscribe = (call: () => void) => {
  const query = matchMedia(QUERY)
  query.addEventListener('change', call)
  return () => query.removeEventListener('change', call)
}

/** Whether things should move less: as set here, else as the system asks. */
export function useReducedMotion(): boolean {
  const motion = useSettings((settings) => settings.motion)
  const bySystem = useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches)
  return motion === 'system' ? bySystem : motion === 'reduced'
}
