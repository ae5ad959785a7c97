import type { Snapshot } from '#core/session'
import type { Gaze, Target, Vector } from './targets.ts'

export type ScreenPoint = { readonly x: number; readonly y: number }

/** What a browser test may ask of the 3D view: state, never pixels. */
export type SimHook = {
  /** as it is drawn; what only lets time pass is not drawn anew */ readonly snapshot: () => Snapshot
  /** session time now, ms */ readonly timeMs: () => number
  readonly gaze: () => Gaze
  /** neither walking nor turning of itself */ readonly isStill: () => boolean
  readonly targets: () => readonly Target[]
  readonly highlighted: () => string | undefined
  /** where a point of the room is on the page, CSS pixels; `undefined` behind the eye */ readonly screenPoint: (
    at: Vector,
  ) => ScreenPoint | undefined
  /** id of the target a click there would choose */ readonly targetUnder: (point: ScreenPoint) => string | undefined
  readonly drawn: () => { readonly calls: number; readonly triangles: number; readonly frames: number }
}

declare global {
  interface Window {
    __sim?: SimHook
  }
}

/** Offers the hook while the view is mounted. */
export function offerHook(hook: SimHook): () => void {
  window.__sim = hook
  return () => {
    if (window.__sim === hook) delete window.__sim
  }
}
