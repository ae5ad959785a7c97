import type { PlayerStore } from './player.ts'

declare global {
  interface Window {
    /** the session on the page, as the views have it: for browser tests */ __player?: PlayerStore
  }
}

/** Offers the page's player to browser tests while it is shown; returns how to withdraw it. */
export function offerPlayer({ getState, subscribe }: PlayerStore): () => void {
  const offered = { getState, subscribe }
  window.__player = offered
  return () => {
    if (window.__player === offered) delete window.__player
  }
}
