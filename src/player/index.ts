export type { Attention } from './attention.ts'
export { createLivePlayer, type LivePlayer, type LivePorts } from './live-player.ts'
export type { CoachNote, Player, PlayerStore, Saving } from './player.ts'
export { offerPlayer } from './player-hook.ts'
export { createReplayPlayer, type ReplayPlayer } from './replay-player.ts'
export { createSettings, DEFAULT_SETTINGS, type Settings, type SettingsPort, type SettingsStore } from './settings.ts'
export { isTold, spokenIn } from './speech.ts'
export {
  PlayerProvider,
  useAttention,
  usePlayer,
  useScenario,
  useSessionTime,
  useStillSnapshot,
  useTurnTo,
  useWords,
  type Words,
  wordsIn,
} from './use-player.tsx'
export { SettingsProvider, useReducedMotion, useSettings, useSettingsStore } from './use-settings.tsx'
