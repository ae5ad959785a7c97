import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { StoreApi } from 'zustand/vanilla'
import { fillText, type Scenario } from '#core/scenario'
import { namesIn, type Snapshot } from '#core/session'
import { type Attention, createAttention } from './attention.ts'
import { onlyTimeDiffers, type Player } from './player.ts'
import { useSettings } from './use-settings.tsx'

/** The scenario's words in the language that is set, names filled in. */
export type Words = (key: string) => string
type Playing = {
  readonly store: StoreApi<Player>
  readonly scenario: Scenario
  readonly words: Words
  readonly attention: ReturnType<typeof createAttention>
}
const PlayingContext = createContext<Playing | null>(null)

/** Gives one session to all views below it. Two providers on one page never meet. */
export function PlayerProvider({
  store,
  scenario,
  children,
}: {
  readonly store: StoreApi<Player>
  readonly scenario: Scenario
  readonly children: ReactNode
}) {
  const language = useSettings((settings) => settings.language)
  const attention = useMemo(createAttention, [])
  const playing = useMemo(
    () => ({ store, scenario, words: wordsOf(scenario, store.getState(), language), attention }),
    [store, scenario, language, attention],
  )
  return <PlayingContext.Provider value={playing}>{children}</PlayingContext.Provider>
}

const usePlaying = (): Playing => {
  const playing = useContext(PlayingContext)
  if (!playing) throw new Error('This view stands outside a PlayerProvider.')
  return playing
}
/** Selects the least a view needs of its session. */
export const usePlayer = <Part,>(select: (player: Player) => Part): Part => useStore(usePlaying().store, select)
/**
 * The snapshot, and the same one for as long as nothing but the clock has moved: a view that shows no time is then not
 * rendered four times a second for nothing.
 */
export function useStillSnapshot(): Snapshot {
  const kept = useRef<Snapshot>(undefined)
  return usePlayer(({ snapshot }) => {
    if (!kept.current || !onlyTimeDiffers(kept.current, snapshot)) kept.current = snapshot
    return kept.current
  })
}
/** Session time now, ms, for what runs outside rendering. */
export function useSessionTime(): () => number {
  const { store } = usePlaying()
  return useCallback(() => store.getState().snapshot.timeMs, [store])
}
export const useScenario = (): Scenario => usePlaying().scenario
export const useWords = (): Words => usePlaying().words
/** What was asked last of the views on this page. */
export const useAttention = (): Attention | undefined => useStore(usePlaying().attention, ({ asked }) => asked)
/** Asks the other views on this page for something. */
export const useTurnTo = (): ((asked: Attention) => void) => {
  const { attention } = usePlaying()
  return useCallback((asked) => attention.setState({ asked }), [attention])
}

/** A scenario's words in a language, names left as they are; for what is said of it outside a session. */
export function wordsIn(scenario: Scenario, language: string): Words {
  const table = { ...scenario.text.en, ...scenario.text[language] }
  return (key) => table[key] ?? key
}

function wordsOf(scenario: Scenario, { snapshot }: Player, language: string): Words {
  // A pack of somebody else may lack the language; then it speaks English, word by word.
  const table = { ...scenario.text.en, ...scenario.text[language] }
  const names = namesIn(snapshot, table)
  return (key) => fillText(table[key] ?? key, names)
}
