import type { Settings, SettingsPort } from '#player'

export const SETTINGS_KEY = 'simcell settings'

/** Keeps settings in this browser; throws where it keeps nothing, which `createSettings` expects. */
export const localSettings: SettingsPort = {
  read: () => localStorage.getItem(SETTINGS_KEY),
  write: (text) => localStorage.setItem(SETTINGS_KEY, text),
}

/** Styles follow the setting too: tokens.css reads it from the page's root. */
export function showMotion({ motion }: Settings): void {
  document.documentElement.dataset.motion = motion
}
