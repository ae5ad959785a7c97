/** Whether the person has touched the page: browsers keep pages silent until then. */
export type Gesture = {
  readonly happened: () => boolean
  /** calls once, at the first touch or key press; at once if there was one */ readonly whenHappened: (
    call: () => void,
  ) => void
}

/** What of the window this needs; a test gives a bare `EventTarget`. */
export type Touchable = Pick<EventTarget, 'addEventListener' | 'removeEventListener'> & {
  readonly navigator?: { readonly userActivation?: { readonly hasBeenActive: boolean } | undefined }
}

const KINDS = ['pointerup', 'touchend', 'keydown'] as const

/** Watches a window for its first gesture; without a window there never is one. */
export function createGesture(page: Touchable | undefined): Gesture {
  let touched = page?.navigator?.userActivation?.hasBeenActive ?? false
  let waiting: readonly (() => void)[] = []
  const onTouch = () => {
    touched = true
    for (const kind of KINDS) page?.removeEventListener(kind, onTouch, true)
    const calls = waiting
    waiting = []
    for (const call of calls) call()
  }
  if (!touched) for (const kind of KINDS) page?.addEventListener(kind, onTouch, true)
  return {
    happened: () => touched,
    whenHappened: (call) => {
      if (touched) call()
      else waiting = [...waiting, call]
    },
  }
}
