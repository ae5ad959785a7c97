import { createStore } from 'zustand/vanilla'

/** What a person sets once for this machine. */
export type Settings = {
  readonly quality: 'auto' | 'low' | 'medium' | 'high'
  readonly captions: boolean
  readonly motion: 'system' | 'reduced' | 'full'
  /** 0–1 */ readonly volume: number
  readonly muted: boolean
}
export const DEFAULT_SETTINGS: Settings = {
  quality: 'auto',
  captions: true,
  motion: 'system',
  volume: 0.8,
  muted: false,
}

/** Where settings are kept; the app gives local storage, a test an object. */
export type SettingsPort = { readonly read: () => string | null; readonly write: (text: string) => void }

/** A store of settings that survives a reload; unreadable ones fall back to the defaults, field by field. */
export function createSettings(port: SettingsPort) {
  const store = createStore<Settings>(() => ({ ...DEFAULT_SETTINGS, ...stored(port) }))
  store.subscribe((settings) => port.write(JSON.stringify(settings)))
  return store
}

function stored(port: SettingsPort): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(port.read() ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(
      Object.entries(value).filter(
        ([key, part]) =>
          Object.hasOwn(DEFAULT_SETTINGS, key) && typeof part === typeof DEFAULT_SETTINGS[key as keyof Settings],
      ),
    )
  } catch {
    return {}
  }
}
