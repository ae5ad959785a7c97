import { createStore } from 'zustand/vanilla'

/** What a person sets once for this machine. */
export type Settings = {
  /** how much the 3D picture may cost; `auto` measures the machine */ readonly quality:
    | 'auto'
    | 'low'
    | 'medium'
    | 'high'
  /** of the interface and of the situations, two letters */ readonly language: string
  readonly captions: boolean
  readonly motion: 'system' | 'reduced' | 'full'
  /** vertical angle of view, degrees; `auto` by the width of the picture */ readonly fieldOfView:
    | 'auto'
    | '55'
    | '75'
    | '85'
  /** darkens the edges of the picture while one moves */ readonly vignette: boolean
  /** turning by keys or stick goes in steps */ readonly snapTurn: boolean
  /** 0–1 */ readonly volume: number
  /** of footsteps, doors, keys; of people; of the wing around: 0–1 beside the volume of all */ readonly effects: number
  readonly speech: number
  readonly room: number
  readonly muted: boolean
  /** whether a voice of this machine reads what people say */ readonly voices: boolean
}
export const DEFAULT_SETTINGS: Settings = {
  quality: 'auto',
  language: 'en',
  captions: true,
  motion: 'system',
  fieldOfView: 'auto',
  vignette: false,
  snapTurn: false,
  volume: 0.8,
  effects: 1,
  speech: 1,
  room: 1,
  muted: false,
  voices: true,
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1

/** What each setting may be; anything else that is found stored is dropped. */
const MAY_BE: { readonly [Name in keyof Settings]: readonly Settings[Name][] | ((value: unknown) => boolean) } = {
  quality: ['auto', 'low', 'medium', 'high'],
  language: (value) => typeof value === 'string' && /^[a-z]{2}$/.test(value),
  captions: [true, false],
  motion: ['system', 'reduced', 'full'],
  fieldOfView: ['auto', '55', '75', '85'],
  vignette: [true, false],
  snapTurn: [true, false],
  volume: isShare,
  effects: isShare,
  speech: isShare,
  room: isShare,
  muted: [true, false],
  voices: [true, false],
}

/** Where settings are kept; the app gives local storage, a test an object. Either may throw. */
export type SettingsPort = { readonly read: () => string | null; readonly write: (text: string) => void }
export type SettingsStore = ReturnType<typeof createSettings>

/**
 * A store of settings that survives a reload; unreadable ones fall back to the defaults, field by field. On a machine
 * that keeps nothing they hold until the page is left, and `isKept` says so. `language` is the one to begin in.
 */
export function createSettings(port: SettingsPort, language = DEFAULT_SETTINGS.language) {
  const store = createStore<Settings>(() => ({ ...DEFAULT_SETTINGS, language, ...stored(port) }))
  let isKept = true
  store.subscribe((settings) => {
    try {
      port.write(JSON.stringify(settings))
      isKept = true
    } catch {
      isKept = false
    }
  })
  return Object.assign(store, { isKept: () => isKept })
}

function stored(port: SettingsPort): Partial<Settings> {
  try {
    const value: unknown = JSON.parse(port.read() ?? '{}')
    if (typeof value !== 'object' || value === null) return {}
    return Object.fromEntries(Object.entries(value).filter(([name, part]) => isRight(name, part)))
  } catch {
    return {}
  }
}

function isRight(name: string, value: unknown): boolean {
  if (!Object.hasOwn(MAY_BE, name)) return false
  const allowed = MAY_BE[name as keyof Settings]
  return typeof allowed === 'function' ? allowed(value) : (allowed as readonly unknown[]).includes(value)
}
